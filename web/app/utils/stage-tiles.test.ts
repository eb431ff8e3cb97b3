import { STAGES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { STAGE_ORDER, STAGE_SHAPES, STAGE_TILES } from './stage-tiles'

describe('the shapes of the stages', () => {
  it('are one for each stage, none like another, so that colour never speaks alone', () => {
    const shapes = STAGES.map(stage => JSON.stringify(STAGE_SHAPES[stage]))
    expect(new Set(shapes).size).toBe(STAGES.length)
    for (const stage of STAGES) expect(STAGE_SHAPES[stage].line ?? STAGE_SHAPES[stage].area).toMatch(/^M/)
  })
})

describe('the tiles of the stages', () => {
  it('are one for each stage, none like another', () => {
    expect(Object.keys(STAGE_TILES).toSorted()).toEqual(STAGES.toSorted())
    expect(new Set(Object.values(STAGE_TILES)).size).toBe(STAGES.length)
  })

  it('are full for what is completed, and for nothing else', () => {
    expect(STAGES.filter(stage => STAGE_TILES[stage] === 'full')).toEqual(['completed'])
  })
})

describe('the order of the stages', () => {
  it('has every stage once, what is furthest on first and what is not known last', () => {
    expect(STAGE_ORDER.toSorted()).toEqual(STAGES.toSorted())
    expect([STAGE_ORDER[0], STAGE_ORDER.at(-1)]).toEqual(['completed', 'unknown'])
  })
})
