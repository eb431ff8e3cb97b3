import { expect, it } from 'vitest'
import { hasDoubtToSay } from './doubts'

it.each([
  ['uncertain', '2012?', false],
  ['uncertain', '2012', true],
  ['uncertain', null, true],
  ['disputed', '2012?', true],
  ['reported', '2012', true],
  ['documented', '2012?', false],
] as const)('what is %s, of %s, has a doubt to say: %s', (certainty, date, isSaid) => {
  expect(hasDoubtToSay(certainty, date)).toBe(isSaid)
})
