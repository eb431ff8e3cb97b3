import type { Context, Next } from 'koa'

/** Nothing in an uploaded file runs, and the server fetches no address that someone names. */
export default () => async (ctx: Context, next: Next): Promise<void> => {
  if (ctx.path.startsWith('/upload/actions/upload-from-urls')) {
    ctx.status = 404
    ctx.body = { error: { status: 404, name: 'NotFoundError', message: 'Bitte laden Sie die Datei von Ihrem Gerät hoch.', details: {} } }
    return
  }
  await next()
  if (!ctx.path.startsWith('/uploads/')) return
  ctx.set('Content-Security-Policy', 'default-src \'none\'; sandbox')
  ctx.set('X-Content-Type-Options', 'nosniff')
}
