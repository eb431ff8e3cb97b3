/** What stands in the way of bringing an entry back: said before anything is changed, with what would help. */
import type { Core } from '@strapi/strapi'
import { localeOf } from 'shared-types'
import { isLocalised, labelOf, type Schema, schemaOf } from '../content-model/schema'
import { paperProblems } from '../rules/papers'
import type { Problem } from '../rules/problems'
import { slugProblems } from '../rules/slug'
import { joinsOf } from '../strapi/joins'
import { rowOf } from './addresses'
import type { BinContent, KeptRow } from './content'
import { type BinEntry, findBinEntry } from './entry'

export async function obstacles(
  strapi: Core.Strapi, schema: Schema, { document }: BinEntry, content: BinContent,
): Promise<Problem[]> {
  const rows: { locale: string | null }[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['locale'], where: { documentId: document } })
  const there = new Set(rows.map(({ locale }) => locale))
  const again = content.rows.filter(({ values }) => there.has(values.locale === null ? null : String(values.locale)))
  if (again.length > 0)
    return [
      problem(
        `Diesen Eintrag gibt es schon wieder${inLanguages(again)}. Bitte löschen Sie ihn dort zuerst, wenn Sie den `
        + `alten zurückholen möchten.`,
      ),
    ]
  if (isLocalised(schema) && rows.length === 0 && !content.rows.some(isKeptSource))
    return [
      problem(
        'Das ist eine Übersetzung, und den Eintrag selbst gibt es nicht mehr. Bitte holen Sie zuerst den Eintrag '
        + 'zurück.',
      ),
    ]
  if (rows.length > 0) return []
  return [...await addressProblems(strapi, schema, document, content), ...await targetProblems(strapi, content)]
}

function problem(message: string): Problem {
  return { path: [], message }
}

function inLanguages(rows: KeptRow[]): string {
  const names = new Set(
    rows.flatMap(({ values }) => (typeof values.locale === 'string' ? [localeOf(values.locale).name] : [])),
  )
  return names.size > 0 ? ` (${[...names].join(', ')})` : ''
}

function isKeptSource({ values }: KeptRow): boolean {
  return values.locale === values.source_language
}

/** Somebody else may have its address or its number by now. */
async function addressProblems(
  strapi: Core.Strapi, schema: Schema, document: string, { rows }: BinContent,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const values of rows.map(({ values }) => ({ slug: values.slug, paperNumber: values.paper_number }))) {
    if (schema.attributes.slug) problems.push(...await slugProblems(strapi, schema, values, document))
    if (schema.attributes.paperNumber) problems.push(...await paperProblems(strapi, schema, values, document))
  }
  const messages = new Set(problems.map(({ message }) => message))
  return [...messages].map(message =>
    problem(`${message} Bitte ändern Sie dort zuerst die Angabe, dann lässt sich dieser Eintrag zurückholen.`),
  )
}

/** What it is part of, or where it stands, may be gone: of a list of related entries one may. */
async function targetProblems(strapi: Core.Strapi, content: BinContent): Promise<Problem[]> {
  const messages = new Set<string>()
  for (const { uid, link } of content.rows.flatMap(allLinks)) {
    const isList = joinsOf(strapi).some(
      ({ holder, attribute, orderColumn }) => holder === uid && attribute === link.attribute && orderColumn !== null,
    )
    if (isList && uid.startsWith('api::')) continue
    if (
      content.rows.some(({ values }) => values.document_id === link.target.documentId)
      || (await rowOf(strapi, link.target)) !== null
    )
      continue
    const inBin = await findBinEntry(strapi, { type: link.target.uid, document: link.target.documentId })
    const isNeeded = !uid.startsWith('api::') || isRequired(schemaOf(strapi, uid), link.attribute)
    if (inBin)
      messages.add(
        `${labelOf(schemaOf(strapi, uid), link.attribute)}: „${inBin.label}“ liegt selbst im Papierkorb. Bitte holen `
        + `Sie zuerst diesen Eintrag zurück.`,
      )
    else if (isNeeded)
      messages.add(
        `${labelOf(schemaOf(strapi, uid), link.attribute)}: Den Eintrag, zu dem dieser gehört, gibt es nicht mehr. `
        + `Deshalb lässt er sich nicht zurückholen.`,
      )
  }
  return [...messages].map(problem)
}

function allLinks({ uid, links, parts }: KeptRow): { uid: string, link: KeptRow['links'][number] }[] {
  return [...links.map(link => ({ uid, link })), ...parts.flatMap(({ row }) => allLinks(row))]
}

function isRequired({ pluginOptions }: Schema, name: string): boolean {
  const { required = [], exactlyOne = [] } = pluginOptions?.lip ?? {}
  return [...required, ...exactlyOne.flat()].includes(name)
}
