import {
  type DocumentLanguages, DocumentLanguagesDocument, type DocumentLanguagesQuery, type DocumentLanguagesQueryVariables,
  type TextChange,
} from 'shared-types'
import { ask } from './client'

/**
 * In which languages a document exists, and how that of a page stands to its source; null where there is none at this
 * address.
 */
export async function findDocumentLanguages(
  variables: DocumentLanguagesQueryVariables,
): Promise<DocumentLanguages | null> {
  const { documentLanguages } = await ask(DocumentLanguagesDocument, variables)
  if (!documentLanguages) return null
  const {
    titles, translation: { changes, ...translation },
  } = documentLanguages
  return {
    ...translation,
    titles: titles.map(({ title, ...said }) => ({ ...said, value: title })),
    changes: changes.flatMap(toTextChange),
  }
}

type Change = NonNullable<DocumentLanguagesQuery['documentLanguages']>['translation']['changes'][number]

/** A translation is divided as its source was when they were last compared. */
function toTextChange({ locale, now, before }: Change): TextChange[] {
  const place = before?.place ?? now?.place
  const textOf = (paragraph: Change['now']) => paragraph && { value: paragraph.text, locale }
  return place ? [{ place, now: textOf(now), before: textOf(before) }] : []
}
