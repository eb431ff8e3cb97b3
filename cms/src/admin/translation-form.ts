/** The form of a translation: only what is translated. What all languages share is edited in the source language. */
interface Field {
  attribute?: { pluginOptions?: { i18n?: { localized?: boolean } }, conditions?: object }
}

interface EditView {
  layout: { layout: Field[][][], options?: { i18n?: { localized?: boolean } } }
}

const DEFAULT_LANGUAGE = 'de'

/** Shows a shared field only in the document's source language, so that nobody types what would not be saved. A new document shows everything. */
export function withoutSharedFields(view: EditView): EditView {
  const { pathname, search } = window.location
  const locale = new URLSearchParams(search).get('plugins[i18n][locale]') ?? DEFAULT_LANGUAGE
  if (!view.layout.options?.i18n?.localized || pathname.endsWith('/create')) return view
  // Strapi's conditions are JSON Logic over the values of the form.
  const visible = { '==': [{ var: 'sourceLanguage' }, locale] }
  const inSourceLanguage = (field: Field): Field => isTranslated(field) ? field : { ...field, attribute: { ...field.attribute, conditions: { visible } } }
  return { ...view, layout: { ...view.layout, layout: view.layout.layout.map(panel => panel.map(row => row.map(inSourceLanguage))) } }
}

function isTranslated({ attribute }: Field): boolean {
  return attribute?.pluginOptions?.i18n?.localized === true
}
