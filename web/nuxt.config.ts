import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pages } from './config/addresses'
import { locales } from './config/locales'
import { scripts } from './config/scripts'

/** The texts of each language. */
const languages = fileURLToPath(new URL('../shared-types/languages', import.meta.url))
/** The faces of pictures beside links. */
const faces = fileURLToPath(new URL('server/share/fonts', import.meta.url))

/** The place of each in the list is what its scoped styles call it: that stands on nearly every element of a page. */
const components = readdirSync(new URL('app', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.vue'))
  .sort()

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  modules: ['@nuxtjs/i18n'],
  telemetry: false,
  devtools: { enabled: false },
  ssr: true,
  css: ['~/assets/css/main.css'],
  features: { noScripts: true, inlineStyles: false },
  experimental: { appManifest: false, payloadExtraction: false, componentIslands: false },
  vite: {
    plugins: [scripts],
    build: { cssCodeSplit: false },
    vue: {
      features: {
        componentIdGenerator: (file, source, _isProduction, hash) =>
          components.includes(file) ? components.indexOf(file).toString(36) : hash(file + source),
      },
    },
  },
  app: {
    rootAttrs: { id: 'app' },
    head: {
      viewport: 'width=device-width, initial-scale=1',
      link: [
        { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
        { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
        { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
        { rel: 'manifest', href: '/site.webmanifest' },
        // It is used only when it is there before anything is shown: no heading breaks anew.
        { rel: 'preload', href: '/fonts/bricolage-grotesque.woff2', as: 'font', type: 'font/woff2', crossorigin: '' },
      ],
      meta: [{ name: 'color-scheme', content: 'light dark' }],
    },
  },
  hooks: {
    // The gallery of components is for us: it is not built into the product.
    'pages:extend': (found) => {
      const gallery = found.findIndex(page => page.path === '/stil')
      if (process.env.NODE_ENV === 'production' && gallery >= 0) found.splice(gallery, 1)
    },
  },
  nitro: {
    compressPublicAssets: true,
    sourceMap: false,
    // For what is written outside of pages, such as feeds, and drawn.
    serverAssets: [{ baseName: 'languages', dir: languages }, { baseName: 'faces', dir: faces }],
    // It is imported for what it registers.
    moduleSideEffects: ['@citation-js/plugin-bibtex'],
    // Other websites show these pictures beside links to ours.
    routeRules: { '/share/**': { headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } } },
  },
  i18n: {
    strategy: 'prefix_except_default',
    defaultLocale: 'de',
    locales,
    pages,
    customRoutes: 'config',
    detectBrowserLanguage: false,
    restructureDir: 'i18n',
    langDir: '../../shared-types/languages',
    vueI18n: 'i18n.config.ts',
  },
  typescript: { strict: true, tsConfig: { extends: '../../tsconfig.base.json' } },
})
