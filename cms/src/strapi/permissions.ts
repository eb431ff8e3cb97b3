/** What an account may do with the entries of a type: asked of the content manager, as Strapi's own screens ask it. */
import type { Core } from '@strapi/strapi'
import { ACCOUNT } from '../content-model/uids'
import type { Values } from '../rows/rows'

/** What an account does with an entry. */
export type Deed = 'create' | 'read' | 'update' | 'delete' | 'publish'

/** With an entry (and an attribute of it), or at all. */
type Question = Record<Deed, (row?: object, attribute?: string) => boolean>

/** Permissions of an account at one type. */
export interface Permissions {
  can: Question
  cannot: Question
  /** A query as far as the account may ask it: its filters say which entries are hers. */
  sanitizedQuery: Record<Deed, (query: object) => Promise<{ filters?: Values }>>
}

/** permissionsAt reads them from what the roles of an account allow, which Strapi keeps as `ctx.state.userAbility`. */
export function permissionsAt(strapi: Core.Strapi, ability: unknown, model: string): Permissions {
  return strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ability, model })
}

/** What an account may do now, as `ctx.state.userAbility` says it in a request; null where it is gone or blocked. */
export async function abilityOf(strapi: Core.Strapi, account: number): Promise<unknown> {
  const user: { isActive: boolean, blocked: boolean } | null = await strapi.db
    .query(ACCOUNT)
    .findOne({ where: { id: account }, populate: ['roles'] })
  return user?.isActive && !user.blocked ? strapi.service('admin::permission').engine.generateUserAbility(user) : null
}

/**
 * Whether an account may begin an entry in this language: whoever only translates may write in it what somebody else
 * has begun, and has no right to the field that says where it began.
 */
export function mayBegin({ can }: Permissions, locale: string): boolean {
  return can.create({ locale }, 'sourceLanguage')
}
