/** Words that were kept, taken over into a form in which others have removed parts meanwhile. */
import { expect, test } from 'vitest'
import { takenOver } from '../src/admin/kept-words/differences'

const citation = (id: number) => ({ id, __temp_key__: `a${id}`, page: String(id) })

test('a part that is stored no more is a new one, also within a part that is', () => {
  const kept = [
    { id: 1, __temp_key__: 'a0', __component: 'plan.name', citations: [citation(11), citation(12)] },
    { id: 2, __temp_key__: 'a1', __component: 'plan.name', citations: [citation(21)] },
    { __temp_key__: 'a2', __component: 'plan.name', citations: [] },
  ]
  const now = [{ id: 1, __temp_key__: 'b0', __component: 'plan.name', citations: [citation(12)] }]
  expect(takenOver(kept, now)).toEqual([
    { ...kept[0], citations: [{ ...citation(11), id: undefined }, citation(12)] },
    { ...kept[1], id: undefined, citations: [{ ...citation(21), id: undefined }] },
    kept[2],
  ])
})

test('relations, files and rich text stay as they were kept', () => {
  const kept = [
    { connect: [{ id: 7, __temp_key__: 'a0' }], disconnect: [] }, [{ id: 3, name: 'bild.png' }],
    [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Wort' }] }], 'Titel', null,
  ]
  expect(kept.map(value => takenOver(value, undefined))).toEqual(kept)
})
