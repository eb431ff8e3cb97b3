import { headers } from '../../config/headers'

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', event => setResponseHeaders(event, headers))
  nitro.hooks.hook('render:response', (response) => {
    delete response.headers?.['x-powered-by']
  })
})
