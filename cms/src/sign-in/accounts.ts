/** Whoever looks after accounts without being the administrator makes nobody mightier than the portal's roles are. */
import type { Core } from '@strapi/strapi'
import { isOfPortal } from '../bootstrap/roles'
import { ACCOUNT } from '../content-model/uids'
import { refuse } from '../rules/problems'

const SUPER_ADMIN = 'strapi-super-admin'
const NOT_THIS_ACCOUNT = 'Konten der Administration ändert nur die Administration.'
const NOT_THIS_ROLE
  = 'Diese Rolle vergibt nur die Administration. Sie können Leitung, Redaktion, Autorin oder Autor und die Rollen zum '
    + 'Übersetzen vergeben.'

interface Role {
  id: number
  code: string
}

interface Event {
  params: { where?: object, data?: { roles?: unknown } }
}

/**
 * guardAccounts stands where accounts are stored, so that no address of Strapi or of ours leads around it. The program
 * itself and administrators may do everything; everybody may change her own account, but for its roles.
 */
export function guardAccounts(strapi: Core.Strapi): void {
  const checkBoth = async (event: Event) => {
    await checkAccounts(strapi, event)
    await checkRoles(strapi, event)
  }
  strapi.db.lifecycles.subscribe({
    models: [ACCOUNT],
    beforeCreate: (event: Event) => checkRoles(strapi, event),
    beforeUpdate: checkBoth,
    beforeUpdateMany: checkBoth,
    beforeDelete: (event: Event) => checkAccounts(strapi, event),
    beforeDeleteMany: (event: Event) => checkAccounts(strapi, event),
  })
  deleteAllOrNone(strapi)
}

/** Strapi deletes several accounts one after the other: of those before a refused one nothing is left otherwise. */
function deleteAllOrNone(strapi: Core.Strapi): void {
  const users: Record<string, (ids: unknown[]) => Promise<unknown>> = strapi.service('admin::user')
  const { deleteByIds } = users
  if (!deleteByIds) throw new Error('Strapi has no deleteByIds of accounts any more: accounts.ts must learn its new name.')
  users.deleteByIds = ids => strapi.db.transaction(() => deleteByIds(ids))
}

/** Who asks, where it is somebody that is not the administrator. */
function limitedAccount(strapi: Core.Strapi): { id: number } | null {
  const account: { id: number, roles: Role[] } | undefined = strapi.requestContext.get()?.state.user
  return account && !account.roles.some(({ code }) => code === SUPER_ADMIN) ? account : null
}

async function checkAccounts(strapi: Core.Strapi, { params: { where = {} } }: Event): Promise<void> {
  const asking = limitedAccount(strapi)
  if (!asking) return
  const asked: { id: number, roles: Role[] }[] = await strapi.db.query(ACCOUNT).findMany({ where, populate: ['roles'] })
  if (asked.some(({ id, roles }) => id !== asking.id && !roles.every(isOfPortal)))
    refuse([{ path: [], message: NOT_THIS_ACCOUNT }])
}

async function checkRoles(strapi: Core.Strapi, { params: { data = {} } }: Event): Promise<void> {
  if (data.roles === undefined || !limitedAccount(strapi)) return
  const roles: Role[] = await strapi.db.query('admin::role').findMany({ where: { id: { $in: idsIn(data.roles) } } })
  if (!roles.every(isOfPortal)) refuse([{ path: ['roles'], message: NOT_THIS_ROLE }])
}

/** Numbers, or entries with one, in any of the shapes that a relation is written in. */
function idsIn(roles: unknown): number[] {
  if (Array.isArray(roles)) return roles.flatMap(idsIn)
  if (typeof roles !== 'object' || roles === null) return [Number(roles)].filter(Number.isSafeInteger)
  if ('id' in roles) return idsIn(roles.id)
  return Object.entries(roles).flatMap(([name, value]) => name === 'disconnect' ? [] : idsIn(value))
}
