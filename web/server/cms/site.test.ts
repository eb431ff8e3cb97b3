import type { ResolveNameQuery, TombstoneQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findGone, findNamed } from './site'

const tombstone: TombstoneQuery = {
  tombstone: { title: 'Sprachlotsen', locale: 'de', goneOn: '2026-01-01T00:00:00.000Z', wasDeleted: true },
}
const named: ResolveNameQuery = {
  resolveName: [
    { type: 'Plan', slug: 'wir', title: 'WIR 2.0', locale: 'de' },
    { type: 'Measure', slug: 'wir-sprechen', title: 'Wir sprechen', locale: 'de' },
  ],
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) => {
    if (operationName === 'Tombstone') return variables.slug === 'sprachlotsen' ? tombstone : { tombstone: null }
    return variables.name === 'wir 2.0' ? named : { resolveName: [] }
  })
})
afterAll(() => cms.close())

describe('what is gone', () => {
  it('has its title in its language, the day on which it went, and how', async () => {
    expect(await findGone('Measure', 'sprachlotsen', 'ar')).toEqual({
      title: { value: 'Sprachlotsen', locale: 'de' }, goneOn: '2026-01-01T00:00:00.000Z', wasDeleted: true,
    })
    expect(cms.asked.at(-1)?.variables).toEqual({ type: 'Measure', slug: 'sprachlotsen', locale: 'ar' })
  })

  it('is nothing where nothing ever was', async () => {
    expect(await findGone('Measure', 'nie', 'de')).toBeNull()
  })
})

describe('a name', () => {
  it('means the likeliest of what is called so', async () => {
    expect(await findNamed('wir 2.0', 'de')).toMatchObject({ type: 'Plan', slug: 'wir' })
  })

  it('of nothing means nothing', async () => {
    expect(await findNamed('xyz', 'de')).toBeNull()
  })
})
