import type { Core } from '@strapi/strapi'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { isPublic, schemaOf } from '../content-model/schema'
import { registerArticles } from './questions/articles'
import { withCertainty } from './contract/certain'
import { registerChanges } from './questions/changes'
import { currentContract, keepContract } from './contract/contract'
import { registerContributors } from './questions/contributors'
import { registerCurrentSlug } from './questions/current-slug'
import { documented } from './contract/docs'
import { withDependencies } from './dependencies'
import { registerDocumentLanguages } from './questions/document-languages'
import { withSharedEnums } from './contract/enums'
import { registerFiles } from './questions/files'
import { registerFinder } from './questions/finder'
import { registerGoneMeasures } from './questions/gone-measures'
import { registerLedgerQuestion } from './questions/ledger'
import { registerMeasures } from './questions/measures'
import { registerNames } from './questions/names'
import { registerPlans } from './questions/plans'
import { readOnly } from './contract/read-only'
import { withDocuments } from './resolvers'
import { registerRevisions } from './questions/revisions'
import { registerSearch } from './questions/search'
import { registerTombstones } from './questions/tombstones'
import { registerTranslations } from './questions/translations'

/** Makes Strapi's GraphQL schema the one for everyone: read-only, published, batched, documented. */
export function registerGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql')
  for (const uid of Object.keys({ ...strapi.contentTypes }).filter(uid => uid.startsWith('api::')))
    if (!isPublic(schemaOf(strapi, uid))) graphql.service('extension').shadowCRUD(uid).disable()
  for (const register of EXTENSIONS) register(strapi)
  const contentApi = graphql.service('content-api')
  const build: () => GraphQLSchema = contentApi.buildSchema
  contentApi.buildSchema = () =>
    keepContract(
      documented(
        strapi,
        withCertainty(strapi, withDependencies(strapi, withDocuments(strapi, readOnly(withSharedEnums(build()))))),
      ),
    )
}

const EXTENSIONS = [
  registerTranslations, registerCurrentSlug, registerTombstones, registerRevisions, registerMeasures,
  registerGoneMeasures, registerFinder, registerPlans, registerChanges, registerNames, registerFiles, registerArticles,
  registerContributors, registerSearch, registerDocumentLanguages,
  registerLedgerQuestion,
]

/** The contract as text, sorted, once Strapi is loaded: what `schema.graphql` holds. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(currentContract()))}\n`
}
