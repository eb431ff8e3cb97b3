/** Addresses elsewhere at which nothing is found any more, where they stand in what is public; the longest first. */
import { schemaOf } from '../content-model/schema'
import { brokenLinks, hasCopy, type Place, toldOf } from '../links/link-check'
import { type Row, workingRows } from '../rows/rows'
import { type DeskLine, type DeskList, lineAttributes, lineOf, LINES } from './line'
import { type Reader, rowsFor } from './reader'

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
  const rows = await rowsAt(reader, broken.flatMap(({ places }) => places))
  const lines = broken.flatMap(known => known.places.flatMap((place): BrokenLinkLine[] => {
    const row = rows.get(keyOf(place))
    if (!row || hasCopy(row, place.field)) return []
    const line = lineOf(schemaOf(reader.strapi, place.type), row, 'updatedAt')
    return [{ ...line, when: known.failingSince, field: place.field, problem: toldOf(known), archive: known.archive }]
  }))
  return { lines: lines.slice(0, LINES), total: lines.length }
}

async function rowsAt(reader: Reader, places: Place[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (const [type, ofType] of Map.groupBy(places, place => place.type)) {
    const schema = schemaOf(reader.strapi, type)
    const allowed = await rowsFor(reader, schema, 'update')
    if (!allowed) continue
    const meant = { documentId: { $in: ofType.map(({ documentId }) => documentId) }, ...workingRows(schema) }
    const copy = 'archiveUrl' in schema.attributes ? ['archiveUrl'] : []
    const rows: Row[] = await reader.strapi.db
      .query(type)
      .findMany({ where: { $and: [allowed, meant] }, select: [...lineAttributes(schema), ...copy] })
    for (const row of rows) found.set(keyOf({ type, documentId: row.documentId, locale: row.locale ?? null }), row)
  }
  return found
}

function keyOf({ type, documentId, locale }: Pick<Place, 'type' | 'documentId' | 'locale'>): string {
  return `${type} ${documentId} ${locale ?? ''}`
}
