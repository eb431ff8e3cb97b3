import { LOCALES } from 'shared-types'

/** The languages as @nuxtjs/i18n wants them; each has one file of texts in `shared-types/languages`. */
export const locales = LOCALES.map(({ code, language, name, direction }) => ({
  code,
  language,
  name,
  dir: direction,
  file: `${code}.json`,
}))
