import { readEnvironment } from '../src/environment'
import { UPLOAD_BYTES } from '../src/files/upload-limits'

const { siteUrl } = readEnvironment()

/** The whole policy of the admin: everything from here, styles in its elements, and the website in its preview. */
const contentSecurityPolicy = {
  'default-src': ['\'none\''],
  'base-uri': ['\'self\''],
  'connect-src': ['\'self\''],
  'font-src': ['\'self\'', 'data:'],
  'form-action': ['\'self\''],
  'frame-ancestors': ['\'none\''],
  'frame-src': ['\'self\'', siteUrl],
  'img-src': ['\'self\'', 'data:', 'blob:'],
  'manifest-src': ['\'self\''],
  'media-src': ['\'self\'', 'data:', 'blob:'],
  'script-src': ['\'self\''],
  'style-src': ['\'self\'', '\'unsafe-inline\''],
}

export default [
  'strapi::errors',
  'global::one-spelling',
  'global::plain-words',
  { name: 'strapi::security', config: { contentSecurityPolicy: false, referrerPolicy: { policy: 'no-referrer' } } },
  { name: 'global::headers', config: { contentSecurityPolicy } },
  'global::storage',
  'global::content-api',
  'global::uploads',
  'global::creations',
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: { jsonLimit: '1mb', formLimit: '1mb', textLimit: '1mb', formidable: { maxFileSize: UPLOAD_BYTES } },
  },
  'global::kept-answers',
  'global::admin-queries',
  'global::sign-in',
  'global::together',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]
