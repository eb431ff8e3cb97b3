/**
 * What a name, a spelling or an old address means, over GraphQL: the one resolver for search, addresses and partners.
 */
import type { Core } from '@strapi/strapi'
import { readRegister } from '../../register'
import { documentsNamed, type NamedDocument, rightName } from '../../register/names'
import { dayFrom, localeFrom } from '../arguments'
import { COSTS, spend } from '../limits/cost'
import type { RequestContext } from '../resolvers'
import { documentsAtFormerAddress, type FormerDocument } from './former-addresses'

const DEFINITIONS = `
  "What kind of document a name means."
  enum NamedType {
    "A plan." Plan
    "A field of action." FieldOfAction
    "A measure." Measure
    "An event on the timeline." TimelineEvent
    "An article." Article
    "A page of the website itself." Page
  }
  "A document that a name or an old address means."
  type NamedDocument {
    "What it is."
    type: NamedType!
    "The document."
    documentId: ID!
    "The last part of its address."
    slug: String!
    "Its title, in the asked language where it has one."
    title: String!
    "Code of the language of the title."
    locale: String!
    "The name that was right on the day asked for; null where none is known for it."
    nameThen: String
  }
  extend type Query {
    "Which documents a name means, in whatever spelling (LIP 2.0, lip-2.0, „WIR2.0“), a slug that it had before, or an address of the predecessor (index.php?article_id=3241&clang=0). The likeliest first; none where nothing has that name."
    resolveName(
      "A name, a spelling, a slug or an old address." name: String!
      "The day for nameThen, YYYY-MM-DD; today where none is given." on: String
      locale: I18NLocaleCode
    ): [NamedDocument!]!
  }
`

/** The longest text that is looked up. */
const NAME_CHARACTERS = 300
/** The most documents that are named. */
const MOST = 20

export function registerNames(strapi: Core.Strapi): void {
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Query: {
          resolveName: async (
            _parent: unknown, { name, on, locale }: { name: string, on?: string | null, locale?: string },
            context: RequestContext,
          ) => {
            spend(context, COSTS.wide)
            const language = localeFrom(locale)
            const day = dayFrom('on', on)
            const text = name.slice(0, NAME_CHARACTERS)
            const found = await documentsMeant(strapi, text)
            return found.slice(0, MOST).map(document => inLanguage(document, language, day))
          },
        },
      },
      resolversConfig: { 'Query.resolveName': { auth: false } },
    }))
}

export interface MeantDocument extends Pick<NamedDocument, 'documentId' | 'slug' | 'titles' | 'names'> {
  type: NamedDocument['type'] | FormerDocument['type']
}

/**
 * The documents that a name, a spelling, a slug, a former one or an address of the predecessor means, the likeliest
 * first.
 */
export async function documentsMeant(strapi: Core.Strapi, text: string): Promise<MeantDocument[]> {
  return await documentsAtFormerAddress(strapi, text) ?? documentsNamed(await readRegister(strapi), text)
}

function inLanguage(document: MeantDocument, language: string, day: string) {
  const { type, documentId, slug, titles } = document
  const locale = titles.has(language) ? language : ([...titles.keys()][0] ?? 'de')
  return {
    type, documentId, slug, title: titles.get(locale) ?? slug, locale,
    nameThen: rightName(document, day)?.value ?? null,
  }
}
