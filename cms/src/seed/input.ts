import type { Core } from '@strapi/strapi'
import { addFile } from './files'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'

type Values = Record<string, unknown>
type FindDocument = (seedId: string) => Promise<string>

/** Turns an entry of the seed into what the Document Service takes: seed ids into documents, plain text into blocks. */
export async function toInput(
  strapi: Core.Strapi, schema: Schema, values: Values, findDocument: FindDocument,
): Promise<Values> {
  const input: Values = {}
  for (const [name, value] of Object.entries(values)) {
    const attribute = schema.attributes[name]
    if (!attribute)
      throw new Error(`The seed gives ${schema.info.displayName} an attribute "${name}" that it does not have.`)
    input[name] = await toValue(strapi, attribute, value, findDocument)
  }
  return input
}

async function toValue(
  strapi: Core.Strapi, attribute: Attribute, value: unknown, findDocument: FindDocument,
): Promise<unknown> {
  if (attribute.type === 'relation')
    return { set: await inTurn([value].flat(), async id => ({ documentId: await findDocument(String(id)) })) }
  if (attribute.type === 'blocks') return typeof value === 'string' ? paragraphs(value) : value
  if (attribute.type === 'media') return addFile(strapi, String(value))
  if (attribute.components)
    return inTurn([value].flat(), single => toPart(strapi, componentValues(single), findDocument))
  if (!attribute.component) return value
  const component = schemaOf(strapi, attribute.component)
  return inTurn([value].flat(), single => toInput(strapi, component, componentValues(single), findDocument))
}

/** A part of a dynamic zone says what it is. */
async function toPart(
  strapi: Core.Strapi, { __component, ...values }: Values, findDocument: FindDocument,
): Promise<Values> {
  return { __component, ...(await toInput(strapi, schemaOf(strapi, String(__component)), values, findDocument)) }
}

/** One after the other: two entries that name a third one must not both seed it. */
async function inTurn<Given, Made>(given: Given[], make: (single: Given) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const single of given) made.push(await make(single))
  return made
}

/** A citation that names nothing but its source is written as the seed id of the source. */
function componentValues(value: unknown): Values {
  return typeof value === 'string' ? { source: value } : { ...Object(value) }
}

/** Blank lines part paragraphs; one that begins with `# ` is a heading. */
function paragraphs(text: string): object[] {
  return text.split('\n\n').map((paragraph) => {
    const [, heading] = /^# (.*)/s.exec(paragraph) ?? []
    return {
      ...(heading ? { type: 'heading', level: 1 } : { type: 'paragraph' }),
      children: [{ type: 'text', text: heading ?? paragraph }],
    }
  })
}
