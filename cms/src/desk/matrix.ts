/** All texts in rows and the languages of a translator in columns: how each stands, and how much is to be done. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode } from 'shared-types'
import { isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { mayWriteIn, type Reader } from './reader'
import { isToDo, linesOf, sourcesFor, type Standing, standingsIn, type TranslationLine, weightOf } from './translations'

const ROWS_A_PAGE = 25

/** A text in one of the languages; a line where something is to be done. */
export interface MatrixCell {
  /** Code of the language. */
  language: string
  /**
   * Null where it was not compared with its source yet; `source` where it was first written; `closed` where she may not
   * write.
   */
  state: Standing['state'] | 'source' | 'closed'
  line: TranslationLine | null
}

export interface MatrixRow {
  /** The uid of the type. */
  type: string
  documentId: string
  /** What editors call the type. */
  kind: string
  title: string
  cells: MatrixCell[]
}

export interface Matrix {
  /** What weighs most first, then the newest. */
  rows: MatrixRow[]
  /** How many texts there are in which something is to be done. */
  total: number
  pages: number
  /** How many were not compared with their source yet: an answer does not wait for thousands. */
  uncompared: number
  /** What there is, by uid: for a choice. */
  kinds: { type: string, kind: string }[]
}

/**
 * `GET /translation-matrix?languages=ar,fa&type=api::page.page&page=1`: of what the one who asks may write in these
 * languages, and where something is to be done in one of them.
 */
export function registerMatrix(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET', path: '/translation-matrix', handler: (ctx: Context) => answer(strapi, ctx),
        config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' },
      },
    ],
  })
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const reader: Reader = { strapi, ability: ctx.state.userAbility, account: ctx.state.user.id }
  const languages = [...new Set(String(ctx.query.languages ?? '').split(',').filter(isLocaleCode))]
  const page = Math.max(1, Number.parseInt(String(ctx.query.page ?? 1)) || 1)
  ctx.body = { data: await matrixOf(reader, { languages, page, type: String(ctx.query.type ?? '') }) }
}

interface Asked {
  languages: string[]
  /** The uid of one type; empty for all. */
  type: string
  page: number
}

interface Column {
  language: string
  /** The uids of what she may write in it. */
  types: string[]
  standings: ReadonlyMap<string, Standing>
}

async function matrixOf(reader: Reader, { languages, type, page }: Asked): Promise<Matrix> {
  const schemas = publicSchemas(reader.strapi).filter(isLocalised)
  const columns: Column[] = []
  for (const language of languages) {
    const own = schemas.filter(schema => (!type || schema.uid === type) && mayWriteIn(reader, schema, language))
    const standings = await standingsIn(reader, own, language)
    const byDocument = new Map(standings.map(standing => [standing.known.documentId, standing]))
    columns.push({ language, types: own.map(({ uid }) => uid), standings: byDocument })
  }
  const standings = columns.flatMap(column => [...column.standings.values()])
  const documents = inOrder(standings)
  const shown = documents.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
  return {
    rows: await rowsOf(reader, columns, shown), total: documents.length,
    pages: Math.ceil(documents.length / ROWS_A_PAGE),
    uncompared: standings.filter(({ state }) => state === null).length, kinds: kindsOf(schemas),
  }
}

/** The documents in which something is to be done: what weighs most in any of the languages first, then the newest. */
function inOrder(standings: Standing[]): string[] {
  const toDo = Map.groupBy(standings.filter(({ state }) => isToDo(state)), ({ known }) => known.documentId)
  const weighed = [...toDo].map(([documentId, its]) => ({
    documentId, weight: Math.min(...its.map(({ state }) => weightOf(state))),
    changedOn: Math.max(...its.map(({ known }) => known.changedOn)),
  }))
  return weighed
    .sort((a, b) => a.weight - b.weight || b.changedOn - a.changedOn)
    .map(({ documentId }) => documentId)
}

async function rowsOf(reader: Reader, columns: Column[], documents: string[]): Promise<MatrixRow[]> {
  const known = columns.flatMap(({ standings }) => documents.flatMap(document => standings.get(document)?.known ?? []))
  const sources = await sourcesFor(reader, known)
  const lines = new Map<string, TranslationLine>()
  for (const { language, standings } of columns) {
    const found = documents.flatMap((documentId) => {
      const { known, state = null } = standings.get(documentId) ?? {}
      return known && isToDo(state) ? [{ known, state }] : []
    })
    for (const line of linesOf(reader, language, found, sources)) lines.set(`${line.documentId} ${language}`, line)
  }
  return documents.flatMap((documentId) => {
    const own = columns.map(({ language }) => lines.get(`${documentId} ${language}`) ?? null)
    const [first] = own.flatMap(line => line ?? [])
    // What she may not read has no line.
    if (!first) return []
    const { type, kind, title } = first
    const cells = columns.map(({ language, types, standings }, at): MatrixCell => {
      const unwritten = types.includes(type) ? 'source' : 'closed'
      const standing = standings.get(documentId)
      return { language, state: standing ? standing.state : unwritten, line: own[at] ?? null }
    })
    return [{ type, documentId, kind, title, cells }]
  })
}

function kindsOf(schemas: Schema[]): Matrix['kinds'] {
  return schemas
    .map(({ uid, info }) => ({ type: uid, kind: info.displayName }))
    .sort((a, b) => a.kind.localeCompare(b.kind, 'de'))
}
