import {
  DocumentLanguagesDocument, type DocumentLanguagesQuery, type DocumentLanguagesQueryVariables,
} from 'shared-types'
import type { Text } from './text'
import { ask } from './client'

/** A document in its languages, and how the language of the page stands to the text it was made from. */
export type DocumentLanguages = NonNullable<Awaited<ReturnType<typeof findDocumentLanguages>>>

/** What a document is called in one of its languages. */
export type DocumentTitle = DocumentLanguages['titles'][number]

/** A paragraph of the source that does not say what it said when the translation was last compared. */
export interface TextChange {
  /**
   * Where it stood, and so stands in the translation; where it is new, where it stands. Attribute, then numbers from 0.
   */
  place: string
  /** As it is now; null where it is gone. */
  now: Text | null
  /** As it was; null where it is new. */
  before: Text | null
}

/**
 * In which languages a document exists, and how that of a page stands to its source; null where there is none at this
 * address.
 */
export async function findDocumentLanguages(
  variables: DocumentLanguagesQueryVariables,
) {
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
  const asText = (paragraph: Change['now']) => paragraph && { value: paragraph.text, locale }
  return place ? [{ place, now: asText(now), before: asText(before) }] : []
}
