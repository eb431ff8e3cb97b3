import type { RouterConfig } from 'nuxt/schema'
import { isLocaleCode, SOURCE_LANGUAGE } from 'shared-types'

/**
 * A request is answered in one language: its router holds the pages of that language alone, an eleventh of all. Where
 * another language is linked to, `usePathIn` and `pagePath` say the address.
 */
export default {
  routes: (all) => {
    // Of a page that tells of an error, the address that was asked for.
    const [, first] = new URL(useNuxtApp().ssrContext?.url ?? '/', 'http://localhost').pathname.split('/')
    const locale = isLocaleCode(first) ? first : SOURCE_LANGUAGE
    // The router looks for `/` before it knows where it is.
    return all.filter(({ name, path }) => path === '/' || String(name).endsWith(`___${locale}`))
  },
} satisfies RouterConfig
