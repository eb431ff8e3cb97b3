import type { ArticleDetailFragment, PictureFragment } from 'shared-types'
import { toText } from './text'

/** Bild, as one language shows it. */
export type Picture = ReturnType<typeof toPicture>

/** Datei. */
export type StoredFile = ReturnType<typeof toStoredFile>

/** A picture in the first of these languages in which it is described, else in any. */
export function toPicture(picture: PictureFragment, languages: readonly string[]) {
  const textNamed = (name: 'alt' | 'caption') => {
    const written = picture.texts.filter(text => text[name])
    const text
      = languages.map(language => written.find(candidate => candidate.language === language)).find(Boolean)
        ?? written[0]
    return toText(text?.[name], text?.language)
  }
  return {
    id: picture.documentId,
    url: picture.file?.url ?? null,
    width: picture.file?.width ?? null,
    height: picture.file?.height ?? null,
    variants: picture.file?.variants ?? [],
    alt: picture.decorative ? null : textNamed('alt'),
    caption: textNamed('caption'),
    author: picture.author,
    licence: picture.licence,
    sourceUrl: picture.sourceUrl,
    focus: { x: picture.focusX, y: picture.focusY },
    isExample: picture.isExample,
  }
}

type FileNode = NonNullable<Extract<ArticleDetailFragment['body'][number], { __typename: 'AudioBlock' }>['file']>

/** The cms counts in kilobytes. */
const BYTES_OF_SIZE = 1000

export function toStoredFile({ url, mime, size }: FileNode) {
  return { url, mime, bytes: Math.round(size * BYTES_OF_SIZE) }
}
