import { fileHeaders, headers } from '../../config/headers'

/** What an error answer of Nitro would set anew, weaker. */
const OURS = new Set(['content-security-policy', 'referrer-policy', 'x-content-type-options'])

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    setResponseHeaders(event, event.path.startsWith('/uploads/') ? fileHeaders : headers)
    const { res } = event.node
    const setHeader = res.setHeader.bind(res)
    res.setHeader = (name, value) => OURS.has(name.toLowerCase()) ? res : setHeader(name, value)
  })
  nitro.hooks.hook('render:response', (response) => {
    delete response.headers?.['x-powered-by']
  })
})
