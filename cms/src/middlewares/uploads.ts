import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'
import { answerRange } from '../files/ranges'
import { isHiddenFile } from '../person/hidden'
import { refuse } from '../rules/problems'

/**
 * Nothing in an uploaded file runs, the server fetches no address that someone names, and nothing of what was sent
 * stays beside the media library.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await answer(strapi, ctx, next)
    } finally {
      await removeSent(ctx)
    }
  }

async function answer(strapi: Core.Strapi, ctx: Context, next: Next): Promise<void> {
  if (ctx.path.startsWith('/upload/actions/upload-from-urls')) {
    ctx.status = 404
    ctx.body = {
      error: {
        status: 404, name: 'NotFoundError', message: 'Bitte laden Sie die Datei von Ihrem Gerät hoch.', details: {},
      },
    }
    return
  }
  const place = placeOf(ctx.path)
  if (place === '/upload') return inPlainWords(next)
  if (!place.startsWith('/uploads/')) return next()
  if (await isHiddenFile(strapi, path.basename(place))) {
    ctx.status = 404
    return
  }
  await answerRange(ctx, next)
  ctx.set('Content-Security-Policy', 'default-src \'none\'; sandbox')
  ctx.set('X-Content-Type-Options', 'nosniff')
}

/**
 * Strapi writes down whatever files a request has before it looks at who sends them, and keeps them where it refuses
 * the request.
 */
async function removeSent({ request }: Context): Promise<void> {
  const files: unknown[] = Object.values(request.files ?? {}).flat()
  for (const file of files) await rm(String(valueAt(file, 'filepath')), { force: true })
}

/** Strapi refuses what is empty before the rules for uploads see it. */
async function inPlainWords(next: Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof Error && error.message === 'Files are empty')) throw error
    refuse([{ path: [], message: 'Die Datei ist leer. Bitte wählen Sie eine andere.' }])
  }
}

/**
 * Where the file server would look: `/%75ploads/x` and `//uploads/x` are `/uploads/x` as well. What it could not read
 * either stays.
 */
function placeOf(address: string): string {
  try {
    return path.posix.normalize(decodeURIComponent(address))
  } catch {
    return address
  }
}
