import { fileURLToPath } from 'node:url'
import { locales, pages } from './config/locales'

/** The texts of each language. */
const languages = fileURLToPath(new URL('../shared-types/languages', import.meta.url))

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  modules: ['@nuxtjs/i18n'],
  telemetry: false,
  devtools: { enabled: false },
  ssr: true,
  css: ['~/assets/css/main.css'],
  features: { noScripts: true, inlineStyles: false },
  experimental: { appManifest: false, payloadExtraction: false, componentIslands: false },
  vite: { build: { cssCodeSplit: false } },
  app: {
    rootAttrs: { id: 'app' },
    head: {
      viewport: 'width=device-width, initial-scale=1',
      link: [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }],
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
    // For what is written outside of pages, such as feeds.
    serverAssets: [{ baseName: 'languages', dir: languages }],
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
