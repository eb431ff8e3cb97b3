/** Beside a decision the draft of the status update that goes with it is offered: over the admin's own interface. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, castOf, UPDATE } from './cast'
import { type Editor, editor } from './editors'
import { type Cms, type Row, startCms, type Values } from './strapi'

let cms: Cms
let cast: Cast
let rita: Editor
let anton: Editor
let measure: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  measure = await cast.measure(await cast.plan())
})

afterAll(() => cms?.stop())

const decided = (values: Values) => cast.decision({ measure: measure.documentId, ...values })
const asked = (account: Editor, { documentId }: Row) => account.send('GET', `/offered-updates/${documentId}`)
const written = (account: Editor, { documentId }: Row) => account.send('POST', `/offered-updates/${documentId}`)

describe('beside a decision', () => {
  test.each([
    ['adopted', '2021-03-04', 'adopted'], ['funded', '2022-05', 'in_progress'], ['rejected', '2023', 'struck'],
    ['postponed', '2024-01~', 'postponed'],
  ])('that says „%s“ the status update is offered, and written as a draft with its sources', async (outcome, date, stage) => {
    const decision = await decided({ outcome, date })
    expect((await asked(rita, decision)).data).toEqual({ stage, date })
    const { status, data } = await written(rita, decision)
    expect(status).toBe(200)
    const { values } = await rita.open(UPDATE, String(data.documentId))
    expect(values).toMatchObject({ date, stage, citations: [{ label: 'Bericht über die Umsetzung' }] })
    const row = await cms.strapi.db.query(UPDATE).findOne({
      where: { documentId: String(data.documentId) }, populate: ['measure', 'createdBy', 'citations.source'],
    })
    expect(row).toMatchObject({
      publishedAt: null, measure: { documentId: measure.documentId }, createdBy: { firstname: 'Rita' },
      citations: [{ source: { title: 'Bericht über die Umsetzung' } }],
    })
  })

  test('it can be published as it was offered', async () => {
    const { data } = await written(rita, await decided({ outcome: 'adopted', date: '2020-06-01' }))
    const { status, error } = await rita.publish(UPDATE, await rita.open(UPDATE, String(data.documentId)))
    expect([status, error]).toEqual([200, null])
  })

  test('it is offered once', async () => {
    const decision = await decided({ outcome: 'struck', date: '2019-02-03' })
    expect((await written(rita, decision)).status).toBe(200)
    expect((await asked(rita, decision)).data).toBeNull()
    const { status, error } = await written(rita, decision)
    expect([status, error?.message]).toEqual([400, 'Ein Sachstand von diesem Tag steht schon da.'])
  })

  test('nothing is offered where it says nothing of the stage, or is about a whole plan', async () => {
    expect((await asked(rita, await decided({ outcome: 'moved_to_budget', date: '2018' }))).data).toBeNull()
    const ofPlan = await cast.decision({ plan: (await cast.plan()).documentId, outcome: 'adopted' })
    expect((await asked(rita, ofPlan)).data).toBeNull()
    expect((await written(rita, ofPlan)).status).toBe(400)
  })

  test('it is written by authors too, and by nobody who is not signed in', async () => {
    const decision = await decided({ outcome: 'adopted', date: '2017' })
    const address = `${cms.address}/offered-updates/${decision.documentId}`
    for (const method of ['GET', 'POST']) expect((await fetch(address, { method })).status).toBe(401)
    expect((await asked(rita, { ...decision, documentId: 'is-not-there' })).status).toBe(404)
    expect((await written(anton, decision)).status).toBe(200)
  })
})
