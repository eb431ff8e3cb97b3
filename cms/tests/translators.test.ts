/** Whoever translates writes the texts of one language, of everything that has drafts, and nothing else. */
import type { Core } from '@strapi/strapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castOf, MEASURE, PAGE, UPDATE } from './cast'
import { type Editor, editor, type Reply, windowOf } from './editors'
import { type Cms, type Row, startCms, type Values } from './strapi'

const TERM = 'api::page.glossary-term'
const NOT_HERE = 'In dieser Sprache dürfen Sie nicht schreiben.'

let cms: Cms
let amal: Editor
let both: Editor
let anton: Editor
let types: Type[]

interface Type {
  uid: string
  hasDrafts: boolean
  row: Row
}

beforeAll(async () => {
  cms = await startCms()
  amal = await editor(cms, 'Amal Arabisch', 'translator-ar')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  await editor(cms, 'Zoe Zweisprachig', 'translator-ar')
  const account = await cms.strapi.db.query('admin::user').findOne({ where: { firstname: 'Zoe' } })
  const roles: { id: number }[] = await cms.strapi.db.query('admin::role')
    .findMany({ where: { code: { $in: ['translator-ar', 'translator-fa'] } } })
  await cms.strapi.service('admin::user').updateById(account.id, { roles: roles.map(({ id }) => id) })
  // A change of roles has ended the sessions from before.
  both = await windowOf(cms, 'Zoe Zweisprachig', account.email)
  types = await Promise.all(localisedTypes(cms.strapi).map(async ({ uid, hasDrafts }) => ({
    uid, hasDrafts, row: await cms.documents(uid).create({ data: uid === TERM ? { title: 'Ein Wort', explanation: 'Ein Satz.' } : {} }),
  })))
})

afterAll(() => cms?.stop())

/** Those of which there are many. */
function localisedTypes(strapi: Core.Strapi): { uid: string, hasDrafts: boolean }[] {
  return Object.values(strapi.contentTypes).flatMap(({ uid, kind, options, pluginOptions }) => {
    const isWanted = uid.startsWith('api::') && kind === 'collectionType' && Object(pluginOptions?.i18n).localized === true
    // What these must have to be stored at all, their own tests say.
    const isPublicAtOnce = options?.draftAndPublish !== true
    return isWanted && (!isPublicAtOnce || uid === TERM) ? [{ uid, hasDrafts: !isPublicAtOnce }] : []
  })
}

const address = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
const put = (account: Editor, { uid, row }: Type, locale: string, values: Values = {}): Promise<Reply> =>
  account.send('PUT', address(uid, `/${row.documentId}?locale=${locale}`), values)

describe('whoever translates into Arabic', () => {
  test('makes and changes the Arabic text of everything that has drafts', async () => {
    const answers: Record<string, number[]> = {}
    for (const type of types) answers[type.uid] = [(await put(amal, type, 'ar')).status, (await put(amal, type, 'ar')).status]
    expect(Object.keys(answers).length).toBeGreaterThan(12)
    const allowed = types.map(({ uid, hasDrafts }) => [uid, hasDrafts ? [200, 200] : [403, 403]])
    expect(answers).toEqual(Object.fromEntries(allowed))
  })

  test.each(['de', 'fa', 'en'])('writes nothing in the language %s, there already or not', async (locale) => {
    for (const type of types) {
      const { status, error } = await put(amal, type, locale)
      expect([type.uid, status]).toEqual([type.uid, 403])
      if (type.hasDrafts && locale !== 'de') expect(error?.message).toContain(NOT_HERE)
      expect(await cms.strapi.db.query(type.uid).count({ where: { documentId: type.row.documentId, locale } }))
        .toBe(Number(locale === 'de'))
    }
  })

  test.each<[string, (type: Type) => Promise<Reply>]>([
    ['begins', ({ uid }) => amal.send('POST', address(uid, '?locale=ar'), { title: 'عنوان' })],
    ['begins in German', ({ uid }) => amal.send('POST', address(uid, '?locale=de'), { title: 'Titel' })],
    ['begins and publishes', ({ uid }) => amal.send('POST', address(uid, '/actions/publish?locale=ar'), { title: 'عنوان' })],
    ['copies', ({ uid, row }) => amal.send('POST', address(uid, `/clone/${row.documentId}?locale=ar`), {})],
    ['copies in a list', ({ uid, row }) => amal.send('POST', address(uid, `/auto-clone/${row.documentId}`), {})],
    ['publishes', ({ uid, row }) => amal.send('POST', address(uid, `/${row.documentId}/actions/publish?locale=ar`), {})],
    ['deletes', ({ uid, row }) => amal.send('DELETE', address(uid, `/${row.documentId}?locale=ar`))],
  ])('%s nothing', async (_, deed) => {
    const count = async () => Promise.all(types.map(({ uid }) => cms.strapi.db.query(uid).count()))
    const before = await count()
    for (const type of types) expect([type.uid, (await deed(type)).status]).toEqual([type.uid, 403])
    expect(await count()).toEqual(before)
  })

  test('changes nothing that all languages share', async () => {
    const cast = await castOf(cms)
    const measure = await cast.measure(await cast.plan(), { title: 'Eine Maßnahme', kind: 'fundable' })
    const type = { uid: MEASURE, hasDrafts: true, row: measure }
    const { status } = await put(amal, type, 'ar', { title: 'عنوان', kind: 'administrative', sourceLanguage: 'ar' })
    expect(status).toBe(200)
    const rows = await cms.strapi.db.query(MEASURE).findMany({ where: { documentId: measure.documentId } })
    expect(rows.find(({ locale }: Values) => locale === 'ar')).toMatchObject({ title: 'عنوان' })
    for (const row of rows) expect(row).toMatchObject({ kind: 'fundable', sourceLanguage: 'de' })
  })

  test('has the work of that language on the start page', async () => {
    const { data } = await amal.send('GET', '/desk?languages=ar,fa')
    expect(data.toTranslate).toMatchObject([{ language: 'ar' }])
  })

  test('gives a translation to be checked, and nothing else', async () => {
    const page = types.find(({ uid }) => uid === PAGE)
    const hand = (locale: string) =>
      amal.send('POST', `/handovers/${PAGE}/${page?.row.documentId}?locale=${locale}`, { step: 'given', note: '' })
    expect((await hand('ar')).status).toBe(200)
    expect((await hand('de')).status).toBe(403)
  })

  test('is offered no status update of a decision, and writes none', async () => {
    const cast = await castOf(cms)
    const measure = await cast.measure(await cast.plan())
    const { documentId } = await cast.decision({ measure: measure.documentId })
    expect((await anton.send('GET', `/offered-updates/${documentId}`)).data).toMatchObject({ stage: 'proposed' })
    expect((await amal.send('GET', `/offered-updates/${documentId}`)).data).toBeNull()
    expect((await amal.send('POST', `/offered-updates/${documentId}`)).status).toBe(403)
    expect(await cms.strapi.db.query(UPDATE).count({ where: { measure: { documentId: measure.documentId } } })).toBe(0)
  })
})

test('whoever has the roles of two languages writes in both', async () => {
  const page = types.find(({ uid }) => uid === PAGE)
  if (!page) throw new Error('There is no page.')
  for (const locale of ['ar', 'fa']) expect((await put(both, page, locale, { title: 'عنوان' })).status).toBe(200)
  expect((await put(both, page, 'ru', { title: 'Заголовок' })).status).toBe(403)
})

test('a role that an administrator limits to a language begins in no other', async () => {
  const role = await cms.strapi.service('admin::role').create({ name: 'Nur Türkisch' })
  const rights = ['create', 'read', 'update'].map(verb => ({
    action: `plugin::content-manager.explorer.${verb}`, subject: PAGE,
    properties: { fields: ['title', 'sourceLanguage'], locales: ['tr'] },
  }))
  await cms.strapi.service('admin::role').addPermissions(role.id, rights)
  const tilda = await editor(cms, 'Tilda Türkisch', role.code)
  expect((await tilda.send('POST', address(PAGE, '?locale=de'), { title: 'Titel' })).status).toBe(403)
  expect((await tilda.send('POST', address(PAGE), { title: 'Titel' })).status).toBe(403)
  expect((await tilda.send('POST', address(PAGE, '?locale=tr'), { title: 'Başlık' })).status).toBe(201)
})
