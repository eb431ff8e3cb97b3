import type { Core } from '@strapi/strapi'
import { ACCOUNT } from '../content-model/uids'
import { endPreviewsOf, forgetEndsOf } from '../previews/standing'

interface Account {
  id: number
  password: string | null
  isActive: boolean
  roles: { id: number }[]
}

interface Event {
  params: { where?: object }
  state: Record<string, unknown>
}

/**
 * endSessionsWithRights ends every session of an account at once when its password, its roles or its being active
 * change, or when it is deleted, and the links to previews with them: Strapi lets sessions go on until they run out.
 */
export function endSessionsWithRights(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [ACCOUNT],
    beforeUpdate: (event: Event) => remember(strapi, event),
    afterUpdate: (event: Event) => endWhereChanged(strapi, event),
    beforeDelete: (event: Event) => remember(strapi, event),
    afterDelete: (event: Event) => leave(strapi, known(event)),
  })
}

async function remember(strapi: Core.Strapi, event: Event): Promise<void> {
  event.state.before = await findAccount(strapi, event)
}

function findAccount(strapi: Core.Strapi, { params }: Event): Promise<Account | null> {
  return strapi.db.query(ACCOUNT).findOne({ where: params.where ?? {}, populate: ['roles'] })
}

function known({ state }: Event): Account | null {
  return isAccount(state.before) ? state.before : null
}

function isAccount(value: unknown): value is Account {
  return typeof value === 'object' && value !== null && 'password' in value
}

async function endWhereChanged(strapi: Core.Strapi, event: Event): Promise<void> {
  const before = known(event)
  const after = before && await strapi.db.query(ACCOUNT).findOne({ where: { id: before.id }, populate: ['roles'] })
  if (before && after && rightsOf(before) !== rightsOf(after)) await endSessions(strapi, before)
}

/** What a session rests on. */
function rightsOf({ password, isActive, roles }: Account): string {
  return JSON.stringify([password, isActive, roles.map(({ id }) => id).sort()])
}

async function endSessions(strapi: Core.Strapi, account: Account): Promise<void> {
  await strapi.sessionManager('admin').invalidateRefreshToken(String(account.id))
  await endPreviewsOf(strapi, account.id)
}

/** Links of an account that is not there do not count: nothing needs to be remembered of them. */
async function leave(strapi: Core.Strapi, account: Account | null): Promise<void> {
  if (!account) return
  await strapi.sessionManager('admin').invalidateRefreshToken(String(account.id))
  await forgetEndsOf(strapi, account.id)
}
