import { expect, test } from 'vitest'
import { valueAt } from './foreign.js'

test.each([
  [{ data: { token: 'a' } }, ['data', 'token'], 'a'],
  [{ data: [{ id: 1 }] }, ['data', 0, 'id'], 1],
  [{ data: null }, ['data', 'token'], undefined],
  [null, ['data'], undefined],
  [undefined, [], undefined],
  ['text', ['length'], 4],
])('in %j at %j stands %j', (value, path, found) => {
  expect(valueAt(value, ...path)).toEqual(found)
})
