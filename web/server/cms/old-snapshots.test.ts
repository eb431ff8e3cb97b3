/**
 * Versions keep the answer to the operation as it was when they were made; operations ask for more as the portal grows.
 * The four recorded answers in `test/snapshots` are of the first version of the portal: nobody edits them, whatever is
 * added.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { VersionedType } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findRevision } from './revision'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const KINDS: Record<string, { type: VersionedType, title: string }> = {
  article: { type: 'Article', title: 'Beispiel' },
  measure: { type: 'Measure', title: 'Kulturdialoge' },
  page: { type: 'Page', title: 'LIP-Lab' },
  event: { type: 'TimelineEvent', title: 'Auftaktveranstaltung' },
}

const recorded = (kind: string): Json =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../../test/snapshots/${kind}.json`), 'utf8'))

/** What the cms keeps as the version of each number. */
const kept: Json[] = []
let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ variables: { number } }) => ({
    revision: {
      number, newest: number, publishedOn: '2026-11-29T15:00:00.000Z', locale: 'de', slug: 'x', isPublic: true,
      snapshot: kept[Number(number)] ?? null, withdrawnFor: null, versions: [],
    },
  }))
})
afterAll(() => cms.close())

async function shown(type: VersionedType, snapshot: Json): Promise<unknown> {
  kept.push(snapshot)
  return (await findRevision(type, { slug: 'x', locale: 'de', number: kept.length - 1 }))?.document
}

/** The places of every field, the same for all entries of a list. */
function placesIn(value: Json, place: string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap(entry => placesIn(entry, place))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    [...place, name].join('.'),
    ...(isRichText(inner) ? [] : placesIn(inner, [...place, name])),
  ])
}

/** Blocks of a text are one value: what they are made of is no field of the contract. */
function isRichText(value: Json): boolean {
  return Array.isArray(value) && value.some(block => typeof block === 'object' && block !== null && 'children' in block)
}

function without(value: Json, [name, ...rest]: string[]): Json {
  if (Array.isArray(value)) return value.map(entry => without(entry, name === undefined ? [] : [name, ...rest]))
  if (typeof value !== 'object' || value === null || name === undefined) return value
  const kept = Object.entries(value).filter(([key]) => rest.length > 0 || key !== name)
  return Object.fromEntries(kept.map(([key, inner]) => [key, key === name ? without(inner, rest) : inner]))
}

/**
 * Numbers that are none, and what is not even null, anywhere in a document; `undefined` is what optional marks are
 * without.
 */
function holesIn(value: unknown, place = ''): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [place] : []
  if (typeof value === 'string') return /\b(undefined|NaN)\b|\[object/.test(value) ? [place] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => holesIn(inner, `${place}.${name}`))
}

describe.each(Object.entries(KINDS))('a version of an %s that was made long ago', (kind, { type, title }) => {
  it('is shown', async () => {
    const document = await shown(type, recorded(kind))
    expect(document).toMatchObject({ title: { value: expect.stringContaining(title), locale: 'de' } })
    expect(holesIn(document)).toEqual([])
  })

  it('is shown without any one of the fields that are asked for today', async () => {
    const snapshot = recorded(kind)
    const places = [...new Set(placesIn(snapshot))].filter(place => place.includes('.'))
    expect(places.length).toBeGreaterThan(10)
    for (const place of places) {
      const document = await shown(type, without(snapshot, place.split('.'))).catch(
        (error: unknown) => `${place}: ${String(error)}`,
      )
      expect([place, typeof document, holesIn(document)]).toEqual([place, 'object', []])
    }
  })

  it('that kept nothing but its name is shown', async () => {
    const [[root = '', content = null] = []] = Object.entries(Object(recorded(kind)))
    const { documentId, slug, title: name, locale } = Object(content)
    const document = await shown(type, { [root]: { documentId, slug, title: name, locale } })
    expect(document).toMatchObject({ title: { value: expect.stringContaining(title) } })
    expect(holesIn(document)).toEqual([])
  })
})
