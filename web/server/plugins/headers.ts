import { headers } from '../../config/headers'

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', event => setResponseHeaders(event, headers))
})
