/** The form of a translation: only what is translated. What all languages share is edited in the source language. */
interface Field {
  name?: string
  attribute?: { pluginOptions?: { i18n?: { localized?: boolean } }, conditions?: object }
}

interface EditView {
  layout: { layout: Field[][][], options?: { i18n?: { localized?: boolean } } }
}

const DEFAULT_LANGUAGE = 'de'

/** What is asked only of a translation. */
const OF_TRANSLATIONS = ['translatedFrom', 'isConfirmed']

/** Shows a shared field only in the document's source language, so that nobody types what would not be saved. A new document shows everything. */
export function withoutSharedFields(view: EditView): EditView {
  const { pathname, search } = window.location
  const locale = new URLSearchParams(search).get('plugins[i18n][locale]') ?? DEFAULT_LANGUAGE
  if (!view.layout.options?.i18n?.localized) return view
  if (pathname.endsWith('/create')) return { ...view, layout: { ...view.layout, layout: view.layout.layout.map(panel => panel.map(row => row.filter(({ name }) => !OF_TRANSLATIONS.includes(name ?? '')))) } }
  // Strapi's conditions are JSON Logic over the values of the form.
  const isSource = { '==': [{ var: 'sourceLanguage' }, locale] }
  const shownWhere = (field: Field, visible: object): Field => ({ ...field, attribute: { ...field.attribute, conditions: { visible } } })
  const inItsPlace = (field: Field): Field => {
    if (OF_TRANSLATIONS.includes(field.name ?? '')) return shownWhere(field, { '!=': [{ var: 'sourceLanguage' }, locale] })
    return isTranslated(field) ? field : shownWhere(field, isSource)
  }
  return { ...view, layout: { ...view.layout, layout: view.layout.layout.map(panel => panel.map(row => row.map(inItsPlace))) } }
}

function isTranslated({ attribute }: Field): boolean {
  return attribute?.pluginOptions?.i18n?.localized === true
}
