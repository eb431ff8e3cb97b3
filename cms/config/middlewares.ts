import { readEnvironment } from '../src/environment'
import { UPLOAD_BYTES } from '../src/rules/upload'

const { siteUrl } = readEnvironment()

export default [
  'strapi::errors',
  'global::storage',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ['\'self\''],
          'img-src': ['\'self\'', 'data:', 'blob:'],
          'media-src': ['\'self\'', 'data:', 'blob:'],
          'frame-src': ['\'self\'', siteUrl],
          'upgradeInsecureRequests': null,
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
    },
  },
  'global::content-api',
  'global::uploads',
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  { name: 'strapi::body', config: { jsonLimit: '1mb', formLimit: '1mb', textLimit: '1mb', formidable: { maxFileSize: UPLOAD_BYTES } } },
  'global::together',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]
