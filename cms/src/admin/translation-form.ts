/** The form of a translation: only what is translated. What all languages share is edited in the source language. */
interface Field {
  attribute?: { pluginOptions?: { i18n?: { localized?: boolean } } }
}

interface EditView {
  layout: { layout: Field[][][], options?: { i18n?: { localized?: boolean } } }
}

const SOURCE_LANGUAGE = 'de'

/** Takes the shared fields out of the form, so that nobody types what would not be saved. A new document shows everything. */
export function withoutSharedFields(view: EditView): EditView {
  const { pathname, search } = window.location
  const locale = new URLSearchParams(search).get('plugins[i18n][locale]') ?? SOURCE_LANGUAGE
  const isNew = pathname.endsWith('/create')
  if (!view.layout.options?.i18n?.localized || locale === SOURCE_LANGUAGE || isNew) return view
  const panels = view.layout.layout.map(panel => panel.map(row => row.filter(isTranslated)).filter(row => row.length > 0))
  return { ...view, layout: { ...view.layout, layout: panels.filter(panel => panel.length > 0) } }
}

function isTranslated({ attribute }: Field): boolean {
  return attribute?.pluginOptions?.i18n?.localized === true
}
