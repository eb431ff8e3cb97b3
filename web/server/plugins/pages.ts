import { eventHandler } from 'h3'
import { workAhead } from '../pages/ahead'
import { answer, keepRendered, renderAhead } from '../pages/answer'
import { keptPages } from '../pages/pages'

/** Before the framework looks at a request: what is kept is sent as it is. */
export default defineNitroPlugin((nitro) => {
  const pages = keptPages()
  if (!pages) return
  const { handler } = nitro.h3App
  nitro.h3App.handler = eventHandler(event => answer(event, handler))
  nitro.hooks.hook('beforeResponse', (event, { body }) => keepRendered(event, body))
  nitro.hooks.hook('close', () => pages.settled())
  const ask = (url: string) => nitro.localCall({ url, method: 'GET', headers: { accept: 'text/html' } })
  void workAhead(pages, path => renderAhead(path, ask))
})
