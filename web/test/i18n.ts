import type { LocaleCode } from 'shared-types'
import { createI18n } from 'vue-i18n'
import ar from '../i18n/locales/ar.json'
import de from '../i18n/locales/de.json'
import en from '../i18n/locales/en.json'
import arWords from '../../shared-types/words/ar.json'
import deWords from '../../shared-types/words/de.json'
import enWords from '../../shared-types/words/en.json'
import config from '../i18n/i18n.config'

/** The interface texts of every language, as the website shows them. */
export const i18n = createI18n({
  legacy: false,
  fallbackLocale: false,
  pluralRules: config.pluralRules,
  locale: 'de',
  messages: { de: { ...de, ...deWords }, en: { ...en, ...enWords }, ar: { ...ar, ...arWords } },
})

/** From here on the page is in this language, until the end of the test. */
export function speak(language: LocaleCode): void {
  i18n.global.locale.value = language
}
