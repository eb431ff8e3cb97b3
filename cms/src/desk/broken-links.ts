/** Addresses elsewhere at which nothing is found any more, where they stand in what is public; the longest first. */
import { schemaOf } from '../content-model/schema'
import { brokenLinks, hasCopy, type Place, toldOf } from '../links/link-check'
import { workingRows } from '../rows/rows'
import { type DeskLine, type DeskList, lineOf, LINES } from './line'
import { type Reader, rowsAt } from './reader'

export interface BrokenLinkLine extends DeskLine {
  field: string
  /** What was found there, in German. */
  problem: string
  /** Address of a copy in an archive of the web; null where none is known. */
  archive: string | null
}

/** For whoever may change what it stands in. */
export async function brokenLinksFor(reader: Reader): Promise<DeskList<BrokenLinkLine>> {
  const broken = [...(await brokenLinks(reader.strapi)).values()]
    .sort((a, b) => String(a.failingSince).localeCompare(String(b.failingSince)))
  const places = broken.flatMap(known => known.places.map(keysOf))
  const rowAt = await rowsAt(reader, places, 'update', workingRows, ['archiveUrl'])
  const lines = broken.flatMap(known => known.places.flatMap((place): BrokenLinkLine[] => {
    const row = rowAt(keysOf(place))
    if (!row || hasCopy(row, place.field)) return []
    const line = lineOf(schemaOf(reader.strapi, place.type), row, 'updatedAt')
    return [{ ...line, when: known.failingSince, field: place.field, problem: toldOf(known), archive: known.archive }]
  }))
  return { lines: lines.slice(0, LINES), total: lines.length }
}

function keysOf({ type, documentId, locale }: Place) {
  return { type, document: documentId, language: locale ?? '' }
}
