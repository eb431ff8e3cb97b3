import { LOCALES } from 'shared-types'

/** Plural forms in the order in which a text lists them, only those the language has: Arabic six, German two. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other']

function pluralRule(language: string) {
  const rules = new Intl.PluralRules(language)
  const forms = FORMS.filter(form => rules.resolvedOptions().pluralCategories.some(category => category === form))
  return (count: number, choices: number) => choices === 1 ? 0 : forms.indexOf(rules.select(count))
}

export default {
  legacy: false,
  fallbackLocale: false,
  missingWarn: false,
  pluralRules: Object.fromEntries(LOCALES.map(({ code, language }) => [code, pluralRule(language)])),
}
