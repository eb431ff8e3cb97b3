/**
 * Of what an answer is made, so that whoever keeps it knows from the ledger when it no longer holds: documents by their
 * id, `Measure` for a list of a type, `Measure/lotsen` for an address, `StatusUpdate.measure>id` for what leads to a
 * document, `*` for everything.
 */
import { MapperKind, mapSchema } from '@graphql-tools/utils'
import type { Core } from '@strapi/strapi'
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { TYPES, VERSIONED_TYPES } from 'shared-types'
import { publicSchemas, schemaOf } from '../content-model/schema'
import { REGISTERED } from '../register/load'
import { loadersOf, type RequestContext } from './resolvers'

type Arguments = Record<string, unknown>
type Named = (args: Arguments) => string[]

/** What the questions of our own depend on, beside the documents that they answer with. */
function questions(strapi: Core.Strapi): Record<string, Named> {
  const registered = REGISTERED.map(uid => schemaOf(strapi, uid).globalId)
  const ofType: Named = ({ type }) => [String(type)]
  return {
    measureFinder: () => registered,
    articleFinder: () => registered,
    changes: () => registered,
    publications: () => VERSIONED_TYPES.map(type => schemaOf(strapi, TYPES[type].uid).globalId),
    currentSlug: ofType,
    tombstone: ofType,
    revision: ofType,
    // Of whoever is gone the ledger names no address.
    documentLanguages: ({ type, slug }) => type === 'Person' ? ['Person'] : [`${String(type)}/${String(slug)}`],
    resolveName: () => ['*'],
    search: () => ['*'],
    ledger: () => ['*'],
  }
}

/** What the fields of our own depend on, beside their document and what they lead to. */
function fields(strapi: Core.Strapi): Record<string, string[]> {
  const registered = REGISTERED.map(uid => schemaOf(strapi, uid).globalId)
  const counted = ['measureCount', 'goneMeasureCount', 'stageCounts', 'fates', 'lineageFlows', 'lineages']
  return {
    ...Object.fromEntries(counted.map(name => [`Plan.${name}`, registered])),
    ...Object.fromEntries(
      ['Article', 'Decision', 'Lineage', 'TimelineEvent'].map(type => [`${type}.goneMeasures`, ['Measure']]),
    ),
  }
}

/** withDependencies notes at each question what its answer depends on. A question that says nothing is refused. */
export function withDependencies(strapi: Core.Strapi, schema: GraphQLSchema): GraphQLSchema {
  const [named, ofFields] = [questions(strapi), fields(strapi)]
  const { naming } = strapi.plugin('graphql').service('utils')
  const ofTypes = new Set(publicSchemas(strapi).flatMap(type => [
    naming.getFindOneQueryName(type), naming.getFindQueryName(type), naming.getFindConnectionQueryName(type),
  ]))
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (field, name) => {
      if (ofTypes.has(name)) return field
      const of = named[name]
      if (!of) throw new Error(`Say in graphql/dependencies.ts what the answer to "${name}" depends on.`)
      return { ...field, resolve: noting(strapi, field.resolve, of) }
    },
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const keys = ofFields[`${typeName}.${name}`]
      return keys ? { ...field, resolve: noting(strapi, field.resolve, () => keys) } : field
    },
  })
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>

function noting(strapi: Core.Strapi, resolve: Resolver = defaultFieldResolver, of: Named): Resolver {
  return (parent, args: Arguments, context, info) => {
    loadersOf(strapi, context).dependOn(of(args))
    return resolve(parent, args, context, info)
  }
}

interface Sending {
  contextValue: RequestContext
  request: { http?: { headers: { get: (name: string) => string | undefined } } }
  response: {
    body: { kind: string, singleResult?: { errors?: readonly unknown[], extensions?: Record<string, unknown> } }
  }
}

/** Whoever keeps an answer without errors knows on what it depends; who asks with `X-Depends-On` is told. */
export const namedDependencies = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, request, response }: Sending) => {
      const { singleResult } = response.body
      if (!singleResult) return
      const dependsOn = contextValue.loaders?.dependsOn ?? new Set(['*'])
      if (!singleResult.errors) contextValue.state.dependsOn = dependsOn
      if (!request.http?.headers.get('x-depends-on')) return
      singleResult.extensions = { ...singleResult.extensions, dependsOn: [...dependsOn] }
    },
  }),
}
