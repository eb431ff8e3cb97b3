import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CONTENT_TYPES, rowOf, SEARCHED_TYPES, TYPES, VERSIONED_TYPES, versionedTypeOf } from './content-types.js'

interface Model {
  kind: string
  options: { draftAndPublish?: boolean }
  attributes: Record<string, { type: string, target?: string }>
}

const API = join(import.meta.dirname, '../../cms/src/api')
const models = new Map<string, Model>(
  globSync('*/content-types/*/schema.json', { cwd: API }).map(file => [
    file.replace(/^(.+)\/content-types\/(.+)\/schema\.json$/, 'api::$1.$2'),
    JSON.parse(readFileSync(join(API, file), 'utf8')),
  ]),
)

describe('the rows of the types', () => {
  it('are those of everything that readers get in lists', () => {
    const listed = [...models].filter(([uid, { kind }]) => !uid.startsWith('api::ledger.') && kind === 'collectionType')
    expect(CONTENT_TYPES.map(type => TYPES[type].uid).sort()).toEqual(listed.map(([uid]) => uid).sort())
  })

  it.each(CONTENT_TYPES)('%s says what its schema says', (type) => {
    const { uid, address, snapshot, isSearched, partOf, pointsTo } = rowOf(type)
    const { options, attributes = {} } = models.get(uid) ?? {}
    const targetsOf = (names: readonly string[]) => names.map(name => attributes[name]?.target)
    if (address) expect(attributes).toHaveProperty('slug')
    if (isSearched || snapshot) expect(address).not.toBeNull()
    if (snapshot) expect(options?.draftAndPublish).toBe(true)
    expect(targetsOf(pointsTo)).toEqual(pointsTo.map(() => TYPES.Measure.uid))
    if (!partOf) return
    expect(VERSIONED_TYPES).toContain(partOf.whole)
    expect(targetsOf(partOf.through)).toEqual(partOf.through.map(() => TYPES[partOf.whole].uid))
  })

  it('have words for addresses that no two share', () => {
    for (const language of ['german', 'english'] as const) {
      const words = CONTENT_TYPES.flatMap(type => rowOf(type).address?.[language] ?? [])
      expect(new Set(words).size).toBe(words.length)
      expect(words.filter(word => !/^[a-z]+(-[a-z]+)*$/.test(word))).toEqual([])
    }
  })

  it('name the question of each version after the type', () => {
    for (const type of VERSIONED_TYPES)
      expect(JSON.stringify(TYPES[type].snapshot)).toContain(`"value":"${type}Snapshot"`)
  })

  it('stand, as far as they are searched, in the order in which readers choose', () => {
    expect(SEARCHED_TYPES).toEqual([
      'Measure', 'TimelineEvent', 'Article', 'Plan', 'FieldOfAction', 'Person', 'Organisation', 'GlossaryTerm', 'Page',
    ])
  })

  it.each(['plans', 'Measure', 'toString', ''])('know no versions of „%s“', (kind) => {
    expect(versionedTypeOf(kind)).toBeUndefined()
  })
})
