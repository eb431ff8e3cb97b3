import { currentPreview, type Preview } from '../preview/current'

declare module 'h3' {
  interface H3EventContext {
    /** What the pages say of the preview they are shown in. */
    preview?: NonNullable<Preview['shown']>
  }
}

/** A preview that is over says so: nothing that is public stands in its place. Nothing is sent from a preview. */
export default defineEventHandler((event) => {
  const preview = currentPreview()
  if (!preview) return
  if (preview.shown) event.context.preview = preview.shown
  else if (event.path.split('?')[0] !== '/__nuxt_error' && !event.path.startsWith('/api/')) refuse(preview)
})

function refuse({ ending }: Preview): never {
  if (!ending) throw createError({ statusCode: 503, statusMessage: 'Service Unavailable' })
  const [statusCode, statusMessage] = ending === 'unknown' ? [404, 'Not Found'] : [410, 'Gone']
  throw createError({ statusCode, statusMessage, data: { previewEnding: ending } })
}
