import { eventHandler } from 'h3'
import { openPreview } from '../preview/open'

/** Before anything else looks at a request, the kept pages as well. */
export default defineNitroPlugin(({ h3App }) => {
  const { handler } = h3App
  h3App.handler = eventHandler(event => openPreview(event, handler, h3App))
})
