/** The parts of Strapi's media library that the rules stand in front of. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { valueAt } from 'shared-types'
import { FILE } from '../content-model/uids'
import { inTurn } from '../lifecycle/in-turn'
import { refuse } from '../rules/problems'

export interface StoredFile {
  id: number
  name: string
  /** Part of the address of each of its sizes. */
  hash: string
  createdBy?: { id: number } | null
}

type Handler = (ctx: Context) => Promise<unknown>

/** Puts something around what the admin can ask of the media library. */
function around(
  strapi: Core.Strapi, controller: string, action: string,
  work: (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>,
): void {
  const actions: Record<string, Handler> = strapi.plugin('upload').controller(controller)
  const handler = actions[action]
  if (!handler) throw new Error(`Strapi's media library has no ${controller}.${action}`)
  actions[action] = ctx => work(ctx, () => Reflect.apply(handler, actions, [ctx]))
}

/** Puts a check before it. */
export function checkBefore(
  strapi: Core.Strapi, controller: string, action: string, check: (ctx: Context) => Promise<void>,
): void {
  around(strapi, controller, action, async (ctx, next) => {
    await check(ctx)
    return next()
  })
}

/**
 * One folder is made, renamed or moved after the other: of two that get one name at once the second is refused, because
 * Strapi sees the first.
 */
export function foldersInTurn(strapi: Core.Strapi): void {
  for (const [controller, action] of [
    ['admin-folder', 'create'], ['admin-folder', 'update'], ['admin-folder-file', 'moveMany'],
  ] as const)
    around(strapi, controller, action, (_, next) => inTurn(strapi, 'folders of files', next))
}

/**
 * Strapi asks the database for whatever was sent in the place of a folder's number, in a check whose failure nobody
 * hears: on PostgreSQL that ended the program.
 */
export function refuseNoNumbers(strapi: Core.Strapi): void {
  for (const [controller, action] of [
    ['admin-folder', 'create'], ['admin-folder', 'update'], ['admin-folder-file', 'moveMany'],
    ['admin-folder-file', 'deleteMany'],
  ] as const)
    checkBefore(strapi, controller, action, async ctx =>
      refuse(idsIn(ctx).every(isNumber) ? [] : [{ path: [], message: NO_FOLDER }]))
  const folders: { exists: (where: Record<string, unknown>) => Promise<boolean> } = strapi.plugin('upload').service('folder')
  const { exists } = folders
  folders.exists = async where => [where.id, where.parent].every(isNumber) && exists(where)
}

const NO_FOLDER = 'Diesen Ordner oder diese Datei gibt es nicht. Nichts wurde geändert. Bitte laden Sie die Seite neu.'

function idsIn({ params, request }: Context): unknown[] {
  const body: unknown = valueAt(request, 'body')
  return [
    params.id, ...['parent', 'destinationFolderId', 'folderIds', 'fileIds'].flatMap(name => valueAt(body, name)),
  ]
}

/** What a database takes for a number of a row; none, or a condition of Strapi's own, is none of ours. */
function isNumber(id: unknown): boolean {
  return id === undefined || typeof id === 'object' || /^[1-9]\d{0,8}$/.test(String(id))
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
