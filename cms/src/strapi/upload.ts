/** The parts of Strapi's media library that the rules stand in front of. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { FILE } from '../content-model/uids'

export interface StoredFile {
  id: number
  name: string
  createdBy?: { id: number } | null
}

type Handler = (ctx: Context) => Promise<unknown>

/** Puts a check before something that the admin can ask of the media library. */
export function checkBefore(
  strapi: Core.Strapi, controller: string, action: string, check: (ctx: Context) => Promise<void>,
): void {
  const actions: Record<string, Handler> = strapi.plugin('upload').controller(controller)
  const handler = actions[action]
  if (!handler) throw new Error(`Strapi's media library has no ${controller}.${action}`)
  actions[action] = async (ctx) => {
    await check(ctx)
    return Reflect.apply(handler, actions, [ctx])
  }
}

/** Puts a check before a file is removed, whoever asks for it. */
export function checkBeforeRemoving(strapi: Core.Strapi, check: (file: StoredFile) => Promise<void>): void {
  const service: { remove: (file: StoredFile) => Promise<unknown> } = strapi.plugin('upload').service('upload')
  const { remove } = service
  service.remove = async (file) => {
    await check(file)
    return remove(file)
  }
}

export async function findFiles(strapi: Core.Strapi, ids: readonly unknown[]): Promise<StoredFile[]> {
  return strapi.db
    .query(FILE)
    .findMany({ where: { id: { $in: ids.map(Number).filter(Number.isFinite) } }, populate: ['createdBy'] })
}

/** The files in these folders and in those within them. */
export async function filesInFolders(strapi: Core.Strapi, ids: readonly unknown[]): Promise<StoredFile[]> {
  const where = { id: { $in: ids.map(Number).filter(Number.isFinite) } }
  const folders: { path: string }[] = await strapi.db.query('plugin::upload.folder').findMany({ where })
  if (folders.length === 0) return []
  const within = folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }])
  return strapi.db.query(FILE).findMany({ where: { $or: within }, populate: ['createdBy'] })
}

/** Whether somebody may change files of others. Strapi asks that for a single file, and for none of a list. */
export function mayChangeAll(strapi: Core.Strapi, ctx: Context): boolean {
  const manager = strapi
    .service('admin::permission')
    .createPermissionsManager({ ability: ctx.state.userAbility, action: 'plugin::upload.assets.update', model: FILE })
  return manager.ability.can(manager.action, manager.toSubject({ createdBy: null }))
}
