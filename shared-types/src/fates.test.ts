import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf, FATES, fateOf } from './fates.js'
import { LINEAGE_KINDS, STAGES } from './closed-lists.js'

const stage = fc.constantFrom(...STAGES)
const kind = fc.constantFrom(...LINEAGE_KINDS)

/** Measures with their last stage, and links that lead on from some of them. */
const plan = fc.record({
  stages: fc.array(stage, { maxLength: 40 }),
  links: fc.array(fc.record({ kind, from: fc.uniqueArray(fc.nat(39), { maxLength: 4 }) }), { maxLength: 30 }),
})

describe('the fate of a measure', () => {
  it.each([
    ['continued', 'continued'], ['renamed', 'continued'], ['split', 'continued'], ['merged', 'continued'],
    ['narrowed', 'continued'], ['widened', 'continued'], ['institutionalised', 'ongoing'], ['fulfilled', 'completed'],
    ['dropped', 'dropped'], ['new', 'unknown'],
  ] as const)('of which a link says "%s" is %s, whatever was reported that is no end', (kind, fate) => {
    for (const stage of ['unknown', 'proposed', 'adopted', 'in_progress', 'postponed', 'recommendation'] as const)
      expect(fateOf({ links: [kind], stage })).toBe(fate)
  })

  it.each([
    ['ongoing', 'ongoing'], ['completed', 'completed'], ['struck', 'dropped'], ['unknown', 'unknown'],
    ['proposed', 'unknown'], ['adopted', 'unknown'], ['in_progress', 'unknown'], ['postponed', 'unknown'],
    ['recommendation', 'unknown'],
  ] as const)('without a link, last reported as "%s", is %s', (stage, fate) => {
    expect(fateOf({ links: [], stage })).toBe(fate)
  })

  it('is what a link says before what the last stage says', () => {
    expect(fateOf({ links: ['continued'], stage: 'struck' })).toBe('continued')
    expect(fateOf({ links: ['dropped'], stage: 'completed' })).toBe('dropped')
  })

  it('is "continued" where one part went on and another was dropped', () => {
    expect(fateOf({ links: ['dropped', 'fulfilled', 'split'], stage: 'unknown' })).toBe('continued')
    expect(fateOf({ links: ['dropped', 'fulfilled'], stage: 'unknown' })).toBe('completed')
  })

  it('does not depend on the order of the links', () => {
    fc.assert(fc.property(fc.array(kind), stage, (links, last) => {
      expect(fateOf({ links: links.toReversed(), stage: last })).toBe(fateOf({ links, stage: last }))
    }))
  })
})

describe('the balance of a plan', () => {
  it('adds up to the number of its measures, for any measures, stages and links', () => {
    fc.assert(
      fc.property(plan, ({ stages, links }) => {
        const fates = stages.map((stage, measure) =>
          fateOf({ stage, links: links.filter(({ from }) => from.includes(measure)).map(({ kind }) => kind) }),
        )
        const balance = balanceOf(fates)
        expect(Object.keys(balance).sort()).toEqual([...FATES].sort())
        expect(Object.values(balance).reduce((sum, count) => sum + count, 0)).toBe(stages.length)
      }),
    )
  })

  it('counts every fate as often as it occurs', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...FATES)), (fates) => {
      for (const fate of FATES) expect(balanceOf(fates)[fate]).toBe(fates.filter(other => other === fate).length)
    }))
  })

  it('of a plan without measures is nothing of everything', () => {
    expect(balanceOf([])).toEqual({ continued: 0, ongoing: 0, completed: 0, dropped: 0, unknown: 0 })
  })
})
