import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CrosswalkLink, crosswalkLinks, crosswalkRows } from './crosswalk.js'
import { CERTAINTIES, LINEAGE_KINDS } from './closed-lists.js'

const slug = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,2})?$/)
const side = fc.uniqueArray(slug, { maxLength: 4 })
const link = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,24}$/),
  kind: fc.constantFrom(...LINEAGE_KINDS),
  date: fc.constantFrom('', '2022', '2022-09', '2021-12-13', '2018/2020', '2022-09/..'),
  certainty: fc.constantFrom(...CERTAINTIES),
  from: side,
  to: side,
})
const links = fc.uniqueArray(link, { maxLength: 20, selector: ({ id }) => id })

function aLink(values: Partial<CrosswalkLink>): CrosswalkLink {
  return { id: 'a', kind: 'continued', date: '2022-09', certainty: 'documented', from: ['alt'], to: ['neu'], ...values }
}

const pairs = (link: CrosswalkLink) => crosswalkRows([link]).map(({ from, to }) => [from, to])

describe('the crosswalk', () => {
  it('as rows gives back the same links, for any links', () => {
    fc.assert(fc.property(links, (known) => {
      expect(crosswalkLinks(crosswalkRows(known))).toEqual(known)
    }))
  })

  it('gives back the same links from rows that somebody sorted', () => {
    const bySlug = (sides: CrosswalkLink[]) =>
      sides
        .map(link => ({ ...link, from: link.from.toSorted(), to: link.to.toSorted() }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    fc.assert(
      fc.property(
        links.chain(known =>
          fc.tuple(
            fc.constant(known), fc.shuffledSubarray(crosswalkRows(known), { minLength: crosswalkRows(known).length }),
          ),
        ),
        ([known, rows]) => {
          expect(bySlug(crosswalkLinks(rows))).toEqual(bySlug(known))
        },
      ),
    )
  })

  it('has a row for each pair of measures', () => {
    expect(pairs(aLink({ kind: 'merged', from: ['a', 'b'], to: ['c', 'd'] }))).toEqual([
      ['a', 'c'], ['a', 'd'], ['b', 'c'], ['b', 'd'],
    ])
  })

  it('leaves the side empty on which nothing stands', () => {
    expect(pairs(aLink({ kind: 'dropped', to: [] }))).toEqual([['alt', '']])
    expect(pairs(aLink({ kind: 'new', from: [] }))).toEqual([['', 'neu']])
  })

  it('says kind, date and certainty in every row', () => {
    const row = { lineage: 'a', kind: 'split', date: '', certainty: 'reported' }
    expect(crosswalkRows([aLink({ kind: 'split', date: '', certainty: 'reported', to: ['x', 'y'] })])).toEqual([
      { ...row, from: 'alt', to: 'x' }, { ...row, from: 'alt', to: 'y' },
    ])
  })

  it('keeps two links between the same measures apart', () => {
    const both = [aLink({ id: 'a', kind: 'renamed' }), aLink({ id: 'b', kind: 'narrowed' })]
    expect(crosswalkLinks(crosswalkRows(both))).toEqual(both)
  })

  it('of no links has no rows', () => {
    expect(crosswalkRows([])).toEqual([])
    expect(crosswalkLinks([])).toEqual([])
  })
})
