/** Who may change or delete which file: authors their own, as long as nobody uses it; nobody one that is used. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { valueAt } from 'shared-types'
import { usersInBin } from '../bin/entry'
import { versionsShowing } from '../revision/showing'
import { type Problem, refuse } from '../rules/problems'
import {
  checkBefore, checkBeforeRemoving, filesInFolders, findFiles, foldersInTurn, mayChangeAll, refuseNoNumbers,
  type StoredFile,
} from '../strapi/upload'
import { named } from '../usage/resting'
import { usesOfFile } from '../usage/uses'

/** As many versions as a message can name. */
const NAMED = 5
const WITHDRAW = 'Muss die Datei weg, um jemanden oder ein Recht zu schützen, ziehen Sie bitte zuerst diese Fassungen zurück.'

/** Asks before anything is done: of several files all go, or none. */
export function registerFileRights(strapi: Core.Strapi): void {
  foldersInTurn(strapi)
  refuseNoNumbers(strapi)
  checkBefore(strapi, 'admin-folder-file', 'deleteMany', async ctx =>
    refuse(await deletionProblems(strapi, ctx, await chosen(strapi, ctx))),
  )
  checkBefore(strapi, 'admin-file', 'destroy', async ctx =>
    refuse(await deletionProblems(strapi, ctx, await findFiles(strapi, [ctx.params.id]))),
  )
  checkBefore(strapi, 'admin-folder-file', 'moveMany', async ctx =>
    refuse(ownProblems(strapi, ctx, await chosen(strapi, ctx))),
  )
  checkBefore(strapi, 'admin-upload', 'bulkUpdateFileInfo', async ctx =>
    refuse(ownProblems(strapi, ctx, await findFiles(strapi, updatedIds(ctx)))),
  )
  checkBefore(strapi, 'admin-upload', 'updateFileInfo', async ctx =>
    refuse(ownProblems(strapi, ctx, await findFiles(strapi, [idOf(ctx)]))),
  )
  checkBefore(strapi, 'admin-upload', 'replaceFile', async ctx =>
    refuse(await replacementProblems(strapi, ctx, await findFiles(strapi, [idOf(ctx)]))),
  )
  checkBefore(strapi, 'admin-folder', 'update', async ctx =>
    refuse(ownProblems(strapi, ctx, await filesInFolders(strapi, [ctx.params.id]))),
  )
  // Programs obey as well.
  checkBeforeRemoving(strapi, async file => refuse(await useProblems(strapi, file)))
}

function bodyOf(ctx: Context): Record<string, unknown> {
  return Object(valueAt(ctx.request, 'body'))
}

function idOf(ctx: Context): unknown {
  return ctx.params.id ?? ctx.query.id
}

async function chosen(strapi: Core.Strapi, ctx: Context): Promise<StoredFile[]> {
  const { fileIds, folderIds } = bodyOf(ctx)
  const list = (ids: unknown) => Array.isArray(ids) ? ids : []
  return [...await findFiles(strapi, list(fileIds)), ...await filesInFolders(strapi, list(folderIds))]
}

function updatedIds(ctx: Context): unknown[] {
  const { updates } = bodyOf(ctx)
  return Array.isArray(updates) ? updates.map(update => valueAt(update, 'id')) : []
}

async function deletionProblems(strapi: Core.Strapi, ctx: Context, files: StoredFile[]): Promise<Problem[]> {
  const foreign = ownProblems(strapi, ctx, files)
  return foreign.length > 0 ? foreign : (await Promise.all(files.map(file => useProblems(strapi, file)))).flat()
}

/**
 * What readers see changes with a file: authors replace only what nobody uses yet, and nobody what a version shows that
 * can be cited, for it would show another picture from then on.
 */
async function replacementProblems(strapi: Core.Strapi, ctx: Context, files: StoredFile[]): Promise<Problem[]> {
  if (!mayChangeAll(strapi, ctx)) return deletionProblems(strapi, ctx, files)
  const problems = files.map(async ({ name, hash }) => versionProblems(
    `„${name}“ lässt sich nicht ersetzen`, await versionsShowing(strapi, hash),
    'Laden Sie die neue Datei bitte für sich hoch und wählen Sie sie im Bild aus, das sie zeigen soll.',
  ))
  return (await Promise.all(problems)).flat()
}

function ownProblems(strapi: Core.Strapi, ctx: Context, files: StoredFile[]): Problem[] {
  if (mayChangeAll(strapi, ctx)) return []
  const foreign = files.filter(({ createdBy }) => createdBy?.id !== ctx.state.user?.id)
  return foreign.map(({ name }) => ({
    path: [],
    message: `„${name}“ hat jemand anderes hochgeladen. Bitte wenden Sie sich an die Redaktion, wenn sich daran etwas `
      + `ändern soll.`,
  }))
}

async function useProblems(strapi: Core.Strapi, { id, name, hash }: StoredFile): Promise<Problem[]> {
  const uses = await usesOfFile(strapi, id)
  const binned = await usersInBin(strapi, id)
  const users = [...uses.length > 0 ? [named(uses)] : [], ...binned.map(label => `„${label}“ (im Papierkorb)`)]
  if (users.length === 0) return versionProblems(`„${name}“ lässt sich nicht löschen`, await versionsShowing(strapi, hash), WITHDRAW)
  return [
    {
      path: [],
      message: `„${name}“ lässt sich nicht löschen, denn die Datei wird noch verwendet: ${users.join(', ')}. Bitte `
        + `nehmen Sie sie dort zuerst heraus.`,
    },
  ]
}

function versionProblems(refusal: string, versions: string[], advice: string): Problem[] {
  if (versions.length === 0) return []
  const more = versions.length > NAMED ? ` und ${versions.length - NAMED} weitere` : ''
  return [
    {
      path: [],
      message: `${refusal}, denn was veröffentlicht war, kann zitiert werden und zeigt die Datei noch: `
        + `${versions.slice(0, NAMED).join('; ')}${more}. ${advice}`,
    },
  ]
}
