import type { LocaleCode } from 'shared-types'

/** Puts an EDTF date into the words of a language, by default the page's. What is no date comes back as it is. */
export function useDateWords(code?: LocaleCode): (date: string) => string {
  const i18n = useI18n()
  const { t } = i18n
  const locale = code ?? i18n.locale.value
  return text => dateInWords(text, locale, (key, values = {}) => t(key, values, { locale }))
}
