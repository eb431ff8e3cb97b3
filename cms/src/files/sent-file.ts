/** A file that somebody sends to be read, and not to be kept. */
import { readFile } from 'node:fs/promises'
import type { Context } from 'koa'
import { valueAt } from 'shared-types'
import { refuse } from '../rules/problems'

/** Refuses a file with a sentence. */
export function refuseFile(message: string): never {
  refuse([{ path: ['file'], message }])
  throw new Error(message)
}

/** What was sent lies beside the media library until the request is answered (`middlewares/uploads.ts`). */
export async function sentFile({ request }: Context): Promise<Buffer> {
  const path: unknown = valueAt(request, 'files', 'file', 'filepath')
  return typeof path === 'string' ? readFile(path) : refuseFile('Bitte wählen Sie eine Datei aus.')
}
