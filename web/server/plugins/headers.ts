import { fileHeaders, headers, previewHeaders } from '../../config/headers'
import { currentPreview, inPreview } from '../preview/current'

/** What an error answer of Nitro would set anew, weaker. */
const OURS = ['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options', 'Cache-Control']

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    const preview = currentPreview()
    const ofPage = preview ? previewHeaders(preview.shown?.framedBy ?? null) : headers
    const sent = event.path.startsWith('/uploads/') ? fileHeaders : ofPage
    setResponseHeaders(event, sent)
    const kept = Object.entries(sent).filter(([name]) => OURS.includes(name))
    const ours = new Map(kept.map(([name, value]) => [name.toLowerCase(), value]))
    const { res } = event.node
    const setHeader = res.setHeader.bind(res)
    res.setHeader = (name, value) => {
      const isPlace = name.toLowerCase() === 'location' && typeof value === 'string'
      return setHeader(name, ours.get(name.toLowerCase()) ?? (isPlace ? inPreview(value) : value))
    }
  })
  nitro.hooks.hook('render:response', (response) => {
    delete response.headers?.['x-powered-by']
  })
})
