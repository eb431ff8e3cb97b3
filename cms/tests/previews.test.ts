/** Links to previews: who gets one, what its holder sees, and when it is over. */
import { createHmac, hkdfSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLE, type Cast, castOf, CONSENT, MEASURE, ORGANISATION, PAGE, PERSON, UPDATE } from './cast'
import { type Editor, editor, windowOf } from './editors'
import { ask, type Cms, previewKey, type Row, startCms, type Values } from './strapi'

const ENTRIES = (uid: string) => `/content-manager/collection-types/${uid}`
const HOUR = 60 * 60 * 1000

let cms: Cms
let cast: Cast
let rita: Editor
let anton: Editor
let plan: Row
let measure: Row
let page: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  plan = await cast.plan({ title: 'Ein Plan', slug: 'plan' })
  measure = await cast.measure(plan, { title: 'Veröffentlichte Maßnahme', slug: 'massnahme' })
  page = await cast.page({ title: 'Eine Seite', slug: 'seite' })
  await change(MEASURE, measure, { title: 'Entworfene Maßnahme' })
  await change(PAGE, page, { title: 'Entworfene Seite' })
})

afterAll(() => cms?.stop())

async function change(uid: string, { documentId }: Row, values: Values): Promise<void> {
  expect((await rita.save(uid, await rita.open(uid, documentId), values)).status).toBe(200)
}

async function write(account: Editor, title: string): Promise<string> {
  const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Absatz.' }] }]
  return String((await account.send('POST', ENTRIES(PAGE), { title, text })).data.documentId)
}

const linkFor = (account: Editor, uid: string, documentId: string, locale = 'de') =>
  account.send('GET', `/previews/${uid}/${documentId}?locale=${locale}`)

async function tokenFor(account: Editor, uid: string, documentId: string): Promise<string> {
  const { status, data } = await linkFor(account, uid, documentId)
  expect(status).toBe(200)
  return new URL(String(data.link)).pathname.split('/')[2] ?? ''
}

async function standing(token: string): Promise<Values> {
  const response = await fetch(`${cms.address}/previews`, { headers: { 'X-Preview': token } })
  expect(response.headers.get('cache-control')).toBe('no-store')
  return JSON.parse(await response.text()).data
}

const STAGES = '{ measures { stage { stage } statusUpdates { stage } } measureFinder { nodes { slug stage { stage } } } }'

const seen = (token: string, query: string) => ask(cms, query, {}, { 'x-preview': token })

describe('a link to a preview', () => {
  test('leads to the page of the draft in the language that is edited, for 24 hours', async () => {
    const { data } = await linkFor(rita, MEASURE, measure.documentId)
    expect(data.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/vorschau\/[\w-]+\.[\w-]{43}\/massnahmen\/massnahme$/)
    expect(new Date(String(data.until)).getTime() - Date.now()).toBeGreaterThan(24 * HOUR - 60_000)
    expect((await linkFor(rita, MEASURE, measure.documentId, 'ar')).status).toBe(404)
  })

  test('is made by an author for her own draft, which has never been public', async () => {
    const { data } = await linkFor(anton, PAGE, await write(anton, 'Ganz neu'))
    expect(data.link).toMatch(/\/seiten\/ganz-neu$/)
  })

  test('is not made for what has no address yet, which is said, nor for what has no drafts or no page', async () => {
    expect(await linkFor(rita, PAGE, await write(rita, '(noch ohne Titel)'))).toMatchObject({
      status: 200, data: { link: null },
    })
    for (const uid of [ORGANISATION, 'api::nichts.nichts', CONSENT])
      expect(await linkFor(rita, uid, 'gibtesnicht'), uid).toMatchObject({ status: 200, data: null })
    expect((await linkFor(rita, PAGE, 'gibtesnicht')).status).toBe(404)
  })

  test('is not made for whoever may not read the draft, nor for anybody without an account', async () => {
    const role = await cms.strapi.db.query('admin::role').create({ data: { name: 'Nichts', code: 'nichts' } })
    const nobody = await editor(cms, 'Nora Niemand', role.code)
    expect((await linkFor(nobody, PAGE, page.documentId)).status).toBe(403)
    expect((await fetch(`${cms.address}/previews/${PAGE}/${page.documentId}`)).status).toBe(401)
  })

  test('of what has no page leads to that of what it belongs to', async () => {
    const update = await cast.update(measure, {}, 'draft')
    expect((await linkFor(rita, UPDATE, update.documentId)).data.link).toMatch(/\/massnahmen\/massnahme$/)
    const goal = await cms.documents('api::plan.goal').create({ locale: 'de', data: { title: 'Ohne Handlungsfeld' } })
    expect((await linkFor(rita, 'api::plan.goal', goal.documentId)).data.link).toBeNull()
    const adopted = expect.stringMatching(/"stage":\{"stage":"adopted"\}.*"statusUpdates":\[\{"stage":"adopted"\}\]/)
    const { data } = await seen(await tokenFor(rita, UPDATE, update.documentId), STAGES)
    expect([JSON.stringify(data), JSON.stringify((await ask(cms, STAGES)).data)]).toEqual([adopted, expect.not.stringContaining('adopted')])
  })

  test('of a type with pages and drafts is made for every one of them', async () => {
    const article = await cms.documents(ARTICLE).create({ locale: 'de', data: { title: 'Bericht', kind: 'report' } })
    expect((await linkFor(rita, ARTICLE, article.documentId)).data.link).toMatch(/\/beitraege\/bericht$/)
    const person = await cms.documents(PERSON).create({ locale: 'de', data: { name: 'Ada Beispiel' } })
    expect((await linkFor(rita, PERSON, person.documentId)).data.link).toMatch(/\/personen\/ada-beispiel$/)
  })
})

describe('whoever has opened a link', () => {
  test('sees its draft, on lists and in what counts too, and no other draft', async () => {
    const token = await tokenFor(rita, MEASURE, measure.documentId)
    const query = '{ measures { title } measureFinder { nodes { title } } pages { title } '
      + 'documentLanguages(type: "Measure", slug: "massnahme") { titles { title } } plans { measureCount } }'
    const { data } = await seen(token, query)
    const draft = [{ title: 'Entworfene Maßnahme' }]
    expect(data).toEqual({
      measures: draft, measureFinder: { nodes: draft }, plans: [{ measureCount: 1 }],
      documentLanguages: { titles: draft }, pages: [{ title: 'Eine Seite' }],
    })
    const live = [{ title: 'Veröffentlichte Maßnahme' }]
    expect((await ask(cms, query)).data).toMatchObject({ measures: live, measureFinder: { nodes: live } })
  })

  test('sees one that has never been public counted, and what is missing in it marked', async () => {
    const { documentId } = await cms.documents(MEASURE).create({
      locale: 'de', data: { slug: 'unfertig', plan: plan.documentId },
    })
    const token = await tokenFor(rita, MEASURE, documentId)
    const query = '{ measures(filters: { slug: { eq: "unfertig" } }) { title plan { title measureCount } } }'
    const { data } = await seen(token, query)
    expect(data).toEqual({ measures: [{ title: '[Titel fehlt]', plan: { title: 'Ein Plan', measureCount: 2 } }] })
    expect((await ask(cms, query)).data).toEqual({ measures: [] })
  })

  test('may not ask for drafts at large', async () => {
    const token = await tokenFor(rita, MEASURE, measure.documentId)
    expect((await seen(token, '{ pages(status: DRAFT) { title } }')).errors).not.toHaveLength(0)
  })

  test('leaves nothing in what is kept for everybody, and gets nothing from there', async () => {
    const query = '{ pages(filters: { slug: { eq: "seite" } }) { title } }'
    const token = await tokenFor(rita, PAGE, page.documentId)
    const titles = async (headers: Record<string, string>) =>
      JSON.stringify((await ask(cms, query, {}, { 'cache-control': 'max-age=60', ...headers })).data)
    const preview = { 'x-preview': token }
    expect([await titles(preview), await titles({}), await titles(preview), await titles({})]).toEqual(
      ['Entworfene Seite', 'Eine Seite', 'Entworfene Seite', 'Eine Seite'].map(title => expect.stringContaining(title)),
    )
  })
})

/** A link as it would be signed here, whatever it says. */
function signed(said: unknown[]): string {
  const text = Buffer.from(JSON.stringify(said)).toString('base64url')
  const key = Buffer.from(hkdfSync('sha256', previewKey(cms), '', 'links to previews', 32))
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

describe('a link is over', () => {
  async function isOver(token: string, ending: string): Promise<void> {
    expect(await standing(token)).toEqual({ ending })
    const response = await fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Preview': token },
      body: JSON.stringify({ query: '{ pages { title } }' }),
    })
    expect([response.status, await response.text()]).toEqual([401, expect.not.stringContaining('Seite')])
  }

  test('after its day', async () => {
    const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { firstname: 'Rita' } })
    const madeAgo = (hours: number) => signed([PAGE, page.documentId, id, Date.now() - hours * HOUR])
    expect(await standing(madeAgo(23.99))).toHaveProperty('until')
    await isOver(madeAgo(24), 'expired')
    await isOver(madeAgo(25), 'expired')
  })

  test('where anything of it was changed', async () => {
    const token = await tokenFor(rita, PAGE, page.documentId)
    const [said = '', signature = ''] = token.split('.')
    const other = Buffer.from(JSON.stringify([MEASURE, measure.documentId, 1, Date.now()])).toString('base64url')
    for (const wrong of [
      `${other}.${signature}`, `${said}.${signature.slice(0, -2)}xx`, said, `.${signature}`, `${token}.x`, 'x',
      previewKey(cms), `${said}.`,
    ])
      await isOver(wrong, 'unknown')
  })

  test('when its maker has signed out, and not that of another; the next session makes new ones', async () => {
    const lea = await editor(cms, 'Lea Leitung')
    const [hers, ritas] = [await tokenFor(lea, PAGE, page.documentId), await tokenFor(rita, PAGE, page.documentId)]
    expect((await lea.send('POST', '/admin/logout', {})).status).toBe(200)
    await isOver(hers, 'ended')
    expect(await standing(ritas)).toHaveProperty('until')
    const again = await windowOf(cms, 'Lea Leitung', 'lea.leitung@example.org')
    expect(await standing(await tokenFor(again, PAGE, page.documentId))).toHaveProperty('until')
    await isOver(hers, 'ended')
  })

  test.each<[string, object | null]>([
    ['is blocked', { isActive: false }], ['gets a new password', { password: 'Ein-anderes-1' }], ['is deleted', null],
  ])('when the account of its maker %s', async (what, changes) => {
    const name = `Max ${what.replaceAll(' ', '')}`
    const max = await editor(cms, name)
    const token = await tokenFor(max, PAGE, page.documentId)
    const users = cms.strapi.service('admin::user')
    const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { lastname: what.replaceAll(' ', '') } })
    if (changes) await users.updateById(id, changes)
    else await users.deleteById(id)
    await isOver(token, 'ended')
    const remembered = cms.strapi.store({ type: 'api', name: 'previews-ended', key: String(id) })
    expect(await remembered.get({}) === null).toBe(changes === null)
  })

  test('when its draft was deleted', async () => {
    const documentId = await write(rita, 'Wird gelöscht')
    const token = await tokenFor(rita, PAGE, documentId)
    expect(await standing(token)).toHaveProperty('until')
    await rita.send('DELETE', `${ENTRIES(PAGE)}/${documentId}?locale=*`)
    await isOver(token, 'deleted')
  })
})

test('the website learns where a preview may be framed: where the admin is', async () => {
  expect(await standing(await tokenFor(rita, PAGE, page.documentId))).toMatchObject({
    framedBy: 'http://127.0.0.1:1337',
  })
})

// Last: what it publishes others would count.
test('a link for what has no page leads to a page that is there: none that is a draft itself, nor its future address', async () => {
  const linkOf = async (uid: string, { documentId }: Row) => (await linkFor(rita, uid, documentId)).data.link
  const unpublished = await cast.measure(plan, { title: 'Noch Entwurf', slug: 'noch-entwurf' }, 'draft')
  expect(await linkOf(UPDATE, await cast.update(unpublished, {}, 'draft'))).toBeNull()
  const renamed = await cast.measure(plan, { title: 'Bald anders', slug: 'bald-anders' })
  await change(MEASURE, renamed, { slug: 'inzwischen-anders' })
  expect(await linkOf(UPDATE, await cast.update(renamed, {}, 'draft'))).toMatch(/\/massnahmen\/bald-anders$/)
})
