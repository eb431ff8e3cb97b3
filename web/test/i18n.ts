import { LOCALE_CODES, type LocaleCode } from 'shared-types'
import { createI18n } from 'vue-i18n'
import config from '../i18n/i18n.config'

interface Tree { [key: string]: string | Tree }

const texts = import.meta.glob<Tree>('../../shared-types/languages/*.json', { eager: true, import: 'default' })

/** The interface texts of every language, as the website shows them. */
export const i18n = createI18n<false>({
  legacy: false,
  fallbackLocale: false,
  pluralRules: config.pluralRules,
  locale: 'de',
})
for (const code of LOCALE_CODES)
  i18n.global.setLocaleMessage(code, texts[`../../shared-types/languages/${code}.json`] ?? {})

/** From here on the page is in this language, until the end of the test. */
export function speak(language: LocaleCode): void {
  i18n.global.locale.value = language
}
