/** The form of a translation: only what is translated. What all languages share is edited in the source language. */
import { asDate } from './dates/as-date'
import { asList, type LanguageField } from './languages-list'
import { languageOfForm } from './refilled'

interface Field extends LanguageField {
  name?: string
  attribute?: LanguageField['attribute'] & {
    pluginOptions?: { i18n?: { localized?: boolean } }
    conditions?: object
  }
}

interface EditView {
  layout: {
    layout: Field[][][]
    components?: Record<string, { layout: Field[][] }>
    options?: { i18n?: { localized?: boolean } }
  }
}

/** What is asked only of a translation. */
const OF_TRANSLATIONS = ['translatedFrom', 'isConfirmed']

/** Makes lists of languages and fields for dates, and leaves out of each form what is not saved there. */
export function fitForm(view: EditView): EditView {
  const fitted = (row: Field[]) => row.map(field => asDate(asList(field)))
  const { components = {} } = view.layout
  const parts = Object.entries(components).map(([uid, part]) => [uid, { ...part, layout: part.layout.map(fitted) }])
  const whole = { ...view, layout: { ...view.layout, components: Object.fromEntries(parts) } }
  return withoutSharedFields(withRows(whole, fitted))
}

/**
 * Shows a shared field only in the document's source language, so that nobody types what would not be saved. A new
 * document shows everything.
 */
function withoutSharedFields(view: EditView): EditView {
  const { pathname } = window.location
  const locale = languageOfForm()
  if (!view.layout.options?.i18n?.localized) return view
  if (pathname.endsWith('/create')) return withRows(view, row => row.filter(field => !isOfTranslations(field)))
  // Strapi's conditions are JSON Logic over the values of the form.
  const isSource = { '==': [{ var: 'sourceLanguage' }, locale] }
  const isTranslation = { '!=': [{ var: 'sourceLanguage' }, locale] }
  return withRows(view, row => row.map((field) => {
    if (isOfTranslations(field)) return shownWhere(field, isTranslation)
    return isTranslated(field) ? field : shownWhere(field, isSource)
  }))
}

function withRows(view: EditView, change: (row: Field[]) => Field[]): EditView {
  return { ...view, layout: { ...view.layout, layout: view.layout.layout.map(panel => panel.map(change)) } }
}

function shownWhere(field: Field, visible: object): Field {
  return { ...field, attribute: { ...field.attribute, conditions: { visible } } }
}

function isOfTranslations({ name }: Field): boolean {
  return OF_TRANSLATIONS.includes(name ?? '')
}

function isTranslated({ attribute }: Field): boolean {
  return attribute?.pluginOptions?.i18n?.localized === true
}
