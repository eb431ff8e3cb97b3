import { STAGES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { STAGE_SHAPES } from './stage-shapes'

describe('the shapes of the stages', () => {
  it('are one for each stage, none like another, so that colour never speaks alone', () => {
    const shapes = STAGES.map(stage => JSON.stringify(STAGE_SHAPES[stage]))
    expect(new Set(shapes).size).toBe(STAGES.length)
    for (const stage of STAGES) expect(STAGE_SHAPES[stage].line ?? STAGE_SHAPES[stage].area).toMatch(/^M/)
  })

  it('are filled where something is being done, and full only where it is done', () => {
    expect(STAGES.filter(stage => STAGE_SHAPES[stage].area).toSorted()).toEqual(
      ['adopted', 'completed', 'in_progress', 'ongoing'],
    )
    expect(STAGES.filter(stage => !STAGE_SHAPES[stage].line)).toEqual(['completed'])
  })
})
