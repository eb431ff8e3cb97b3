/** What a new form begins by itself, and nobody filled in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, castOf, IMAGE, UPDATE } from './cast'
import { picture, upload } from './files'
import { type Cms, refusalOf, startCms } from './strapi'

let cms: Cms
let cast: Cast

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
})

afterAll(() => cms?.stop())

test('a citation in which nothing stands is not stored, and one with a quotation is', async () => {
  const measure = await cast.measure(await cast.plan({ slug: 'ein-plan' }), { slug: 'eine-massnahme' })
  const empty = { source: { connect: [], disconnect: [] }, page: null, quote: '' }
  const draft = (citations: object[]) => cms.documents(UPDATE).create({
    data: { measure: measure.documentId, date: '2024', stage: 'proposed', citations }, populate: ['citations'],
  })
  expect((await draft([empty])).citations).toEqual([])
  expect((await draft([empty, { ...empty, quote: 'Wörtlich' }])).citations).toMatchObject([{ quote: 'Wörtlich' }])
  expect(await refusalOf(cms.documents(UPDATE).publish({ documentId: (await draft([empty])).documentId })))
    .not.toContain('Nr. 1')
})

test('a picture without a name is called as its file is; with one, as its editor says', async () => {
  const file = (await upload(cms, 'Fest am Kröpcke.png', await picture('png'))).id
  const values = { file, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work' }
  const unnamed = await cms.documents(IMAGE).create({ data: { ...values, texts: [{ language: 'de', alt: null }] }, populate: ['texts'] })
  expect([unnamed.title, unnamed.texts]).toEqual(['Fest am Kröpcke', []])
  const named = await cms.documents(IMAGE).create({ data: { ...values, title: 'Das Fest' } })
  expect(named.title).toBe('Das Fest')
  const { documentId } = named
  expect((await cms.documents(IMAGE).update({ documentId, data: { author: 'Jemand' } })).title).toBe('Das Fest')
  expect((await cms.documents(IMAGE).update({ documentId, data: { title: '' } })).title).toBe('Fest am Kröpcke')
})
