/** Names citations by their source and the place in it, so that the closed rows of a form say what they are. */
import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import { componentUid, isValues } from '../rows/components'
import type { Values } from '../rows/rows'
import { SOURCE } from '../content-model/uids'

const CITATION = 'shared.citation'

const CITATIONS = 'components_shared_citations'
const LINKS = 'components_shared_citations_source_lnk'
const NAME = `substr(s.label || case when coalesce(${CITATIONS}.page, '') = '' then '' else ' · ' || `
  + `${CITATIONS}.page end, 1, 255)`
const LABEL = `(select ${NAME} from ${LINKS} l join sources s on s.id = l.source_id where l.citation_id = `
  + `${CITATIONS}.id limit 1)`

/** A form sends the name back that it was shown: it is made anew for each save. */
export function unlabelled(strapi: Core.Strapi, schema: Schema, values: Values): Values {
  const result = { ...values }
  for (const [name, { component, components }] of Object.entries(schema.attributes)) {
    if (!(component ?? components) || !Array.isArray(values[name])) continue
    result[name] = values[name].map((part: unknown) =>
      isValues(part) ? unlabelledPart(strapi, componentUid(part, component), part) : part,
    )
  }
  return result
}

function unlabelledPart(strapi: Core.Strapi, uid: string, part: Values): Values {
  if (!(uid in strapi.components)) return part
  return { ...unlabelled(strapi, schemaOf(strapi, uid), part), ...uid === CITATION && { label: null } }
}

/** After a save: citations that have no name yet get one, and those of a source that has another name now. */
export async function labelCitations(
  strapi: Core.Strapi, schema: Schema, documentId: string | undefined,
): Promise<void> {
  await run(strapi, `update ${CITATIONS} set label = ${LABEL} where label is null`)
  if (schema.uid !== SOURCE || !documentId) return
  const ofSource = `select l.citation_id from ${LINKS} l join sources s on s.id = l.source_id where s.document_id = ?`
  await run(strapi, `update ${CITATIONS} set label = ${LABEL} where id in (${ofSource})`, [documentId])
}

/** At every start: those of before there were names, and whatever was written beside the rules. */
export async function labelAllCitations(strapi: Core.Strapi): Promise<void> {
  await run(strapi, `update ${CITATIONS} set label = ${LABEL} where coalesce(label, '') <> coalesce(${LABEL}, '')`)
}

async function run(strapi: Core.Strapi, statement: string, values: string[] = []): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(statement, values)
  })
}
