import type { Core } from '@strapi/strapi'
import { localeOf } from 'shared-types'
import { isLocalised, publicSchemas, type Schema } from '../../content-model/schema'
import { sourceFirst } from '../../rows/rows'
import { isDraftShown, rowsShown, type Status } from '../../rows/shown'
import type { Audience } from '../../translation/paragraphs'
import { findRecords } from '../../translation/translation-record'
import { asTold, statesOf } from '../../translation/translation-state'
import { type Entity, VIEW } from '../loaders'
import { loadersOf, type RequestContext } from '../resolvers'

const DEFINITIONS = `
  """Who made a translation."""
  enum TranslationOrigin {
    "A person wrote it."
    human
    "A machine made it; nobody has looked at it."
    machine
    "A machine made it, a person has checked it."
    machine_reviewed
  }
  """How a language of a document stands to the text it was made from."""
  enum TranslationStateName {
    "It is the text in which the document was first written."
    source
    "There is no text in this language."
    missing
    "It matches what its source says now."
    current
    "It matches what its source says now, but some of it is not translated: untranslated has what."
    incomplete
    "Its source has said something else since, or nobody has noted what it was made from."
    outdated
  }
  "A language of a document, and whether it still says what its source says."
  type TranslationState {
    "Code of the language."
    locale: String!
    "How it stands."
    state: TranslationStateName!
    "Who made it; null for the source, for what is missing, and where nobody has said."
    origin: TranslationOrigin
    "Code of the language it was made from."
    translatedFrom: String
    "When it was made, or last compared with its source by a person: the text of that day is the one it matches."
    confirmedOn: DateTime
    "Paragraphs of the text it was made from that have changed since; moved and reformatted ones are not among them."
    changes: [ParagraphChange!]!
    "What the source says and it does not, by its places: attribute, then numbers from 0: text, body/2/answer."
    untranslated: [String!]!
  }
  "A paragraph that does not say what it said when the translation was last compared."
  type ParagraphChange {
    "Code of the language of both texts: usually that of the source; where a translation was made from a translation, of either."
    locale: String!
    "As it is now; null where it is gone."
    now: Paragraph
    "As it was; null where it is new, where it was never public, or where it was withdrawn."
    before: Paragraph
  }
  "A paragraph and where it stands."
  type Paragraph {
    "Attribute, then numbers from 0: lead, text/3, body/2/answer/0."
    place: String!
    "Its words, without formatting. Where they are the same on both sides, also what is not: ~~struck through~~, the address of a link in brackets, the heading or the question to which it belongs before a ›."
    text: String!
  }
`

/** Says of every text in which languages it exists, and who made the one that is shown. */
export function registerTranslations(strapi: Core.Strapi): void {
  const { naming } = strapi.plugin('graphql').service('utils')
  const types = publicSchemas(strapi).filter(isLocalised)
  strapi.plugin('graphql').service('extension').use(() => ({
    typeDefs: DEFINITIONS + types.map(schema => `
      extend type ${naming.getTypeName(schema)} {
        "Codes of the languages in which this exists, the source language first."
        languages: [String!]!
        "Who made the translation that is shown; null for a text in its source language, and where nobody has said."
        translationOrigin: TranslationOrigin
        "How the text that is shown stands to the one it was made from; all about it is in \`translations\`."
        translationState: TranslationStateName!
        "Every language of the portal, the source first: which exist, and whether they still say what their source says."
        translations: [TranslationState!]!
        "The same in its source language: a text that is missing here may be there."
        inSourceLanguage: ${naming.getTypeName(schema)}!
        ${properNames(schema)
      .map(
        name =>
          `"Code of the language of \`${name}\`: that of its source where it was taken over as it is." ${name}Locale: `
          + `String`,
      )
      .join('\n')}
      }`,
    )
      .join('\n'),
    resolvers: Object.fromEntries(types.map(schema => [naming.getTypeName(schema), resolversOf(strapi, schema)])),
  }))
}

function resolversOf(strapi: Core.Strapi, schema: Schema) {
  return {
    languages: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).batch(`languages ${schema.uid} ${entity[VIEW].status}`,
        (ids: readonly string[]) => findLocales(strapi, schema, entity[VIEW].status, ids), entity.documentId),
    translations: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).batch(
        `translations ${schema.uid} ${audienceOf(entity)}`,
        async (ids: readonly string[]) => {
          const states = await statesOf(strapi, schema, ids, audienceOf(entity))
          return ids.map(id => (states.get(id) ?? []).map(asTold))
        },
        entity.documentId,
      ),
    translationState: (entity: Entity, _args: unknown, context: RequestContext) => {
      if (entity.locale === entity.sourceLanguage) return 'source'
      return loadersOf(strapi, context).batch(
        `state ${schema.uid} ${entity.locale} ${audienceOf(entity)}`,
        async (ids: readonly string[]) => {
          const states = await statesOf(strapi, schema, ids, audienceOf(entity), String(entity.locale))
          return ids.map(id => (states.get(id) ?? []).map(asTold)[0]?.state ?? 'missing')
        },
        entity.documentId,
      )
    },
    inSourceLanguage: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).document(
        schema, { ...entity[VIEW], locale: String(entity.sourceLanguage) }, entity.documentId,
      ),
    ...Object.fromEntries(
      properNames(schema).map(name => [
        `${name}Locale`,
        (entity: Entity, _args: unknown, context: RequestContext) =>
          localeOfName(strapi, context, schema, entity, name),
      ]),
    ),
    translationOrigin: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).batch(
        `origin ${schema.uid} ${entity.locale} ${audienceOf(entity)}`,
        (ids: readonly string[]) =>
          findOrigins(strapi, schema, { language: entity.locale, audience: audienceOf(entity) }, ids),
        entity.documentId,
      ),
  }
}

/** Attributes that may stay as they are in every language. */
export function properNames(schema: Schema): string[] {
  return Object.keys(schema.attributes).filter(name => schema.attributes[name]?.pluginOptions?.lip?.isProperName)
}

/** Code of the language of a proper name: that of its source where it was taken over as it is. */
export async function localeOfName(
  strapi: Core.Strapi, context: RequestContext, schema: Schema, entity: Entity, name: string,
): Promise<unknown> {
  const source = await loadersOf(strapi, context).document(
    schema, { ...entity[VIEW], locale: String(entity.sourceLanguage) }, entity.documentId,
  )
  return source && isTakenOver(entity, source, name) ? source.locale : entity.locale
}

/** In the words of the source, or, in another spelling of it, in other letters than those of the language. */
function isTakenOver(entity: Entity, source: Entity, name: string): boolean {
  const { script } = localeOf(String(entity.locale))
  return entity[name] === source[name] || !new RegExp(`\\p{Script=${script}}`, 'u').test(String(entity[name]))
}

function audienceOf({ documentId, [VIEW]: { status } }: Entity): Audience {
  return isDraftShown(status, documentId) ? 'editors' : 'readers'
}

async function findLocales(
  strapi: Core.Strapi, schema: Schema, status: Status, documentIds: readonly string[],
): Promise<string[][]> {
  const rows: { documentId: string, locale: string, sourceLanguage: string }[] = await strapi.db
    .query(schema.uid)
    .findMany({
      select: ['documentId', 'locale', 'sourceLanguage'],
      where: {
        documentId: { $in: [...documentIds] },
        ...rowsShown(schema, status),
      },
    })
  return documentIds.map(documentId =>
    sourceFirst(rows.filter(row => row.documentId === documentId)).map(({ locale }) => locale))
}

async function findOrigins(
  strapi: Core.Strapi, schema: Schema, { language, audience }: { language: string | null, audience: Audience },
  documentIds: readonly string[],
): Promise<(string | null)[]> {
  const records = new Map(
    (await findRecords(strapi, schema, documentIds, [language ?? ''])).map(record => [
      record.document, audience === 'editors' ? record : record.published,
    ]),
  )
  return documentIds.map(documentId => records.get(documentId)?.origin ?? null)
}
