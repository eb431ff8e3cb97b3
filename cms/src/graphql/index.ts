import type { Core } from '@strapi/strapi'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { isPublic, schemaOf } from '../content-model/schema'
import { registerArticles } from './articles'
import { withCertainty } from './certain'
import { registerChanges } from './changes'
import { currentContract, keepContract } from './contract'
import { registerContributors } from './contributors'
import { registerCurrentSlug } from './current-slug'
import { documented } from './docs'
import { registerDocumentLanguages } from './document-languages'
import { withSharedEnums } from './enums'
import { registerFiles } from './files'
import { registerFinder } from './finder'
import { registerGoneMeasures } from './gone-measures'
import { registerMeasures } from './measures'
import { registerNames } from './names'
import { registerPlans } from './plans'
import { readOnly } from './read-only'
import { withDocuments } from './resolvers'
import { registerRevisions } from './revisions'
import { registerSearch } from './search'
import { registerTombstones } from './tombstones'
import { registerTranslations } from './translations'

/** Makes Strapi's GraphQL schema the one for everyone: read-only, published, batched, documented. */
export function registerGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql')
  for (const uid of Object.keys({ ...strapi.contentTypes }).filter(uid => uid.startsWith('api::')))
    if (!isPublic(schemaOf(strapi, uid))) graphql.service('extension').shadowCRUD(uid).disable()
  for (const register of EXTENSIONS) register(strapi)
  const contentApi = graphql.service('content-api')
  const build: () => GraphQLSchema = contentApi.buildSchema
  contentApi.buildSchema = () =>
    keepContract(documented(strapi, withCertainty(strapi, withDocuments(strapi, readOnly(withSharedEnums(build()))))))
}

const EXTENSIONS = [
  registerTranslations, registerCurrentSlug, registerTombstones, registerRevisions, registerMeasures,
  registerGoneMeasures, registerFinder, registerPlans, registerChanges, registerNames, registerFiles, registerArticles,
  registerContributors, registerSearch, registerDocumentLanguages,
]

/** The contract as text, sorted, once Strapi is loaded: what `schema.graphql` holds. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(currentContract()))}\n`
}
