/** What changed in a source may not concern a translation: that is said with a reason, and by whom it may be said. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PAGE, paragraph, read } from './cast'
import { type Editor, editor } from './editors'
import { type Cms, type Row, startCms, type Values } from './strapi'

vi.setConfig({ testTimeout: 120_000 })

const TERM = 'api::page.glossary-term'

let cms: Cms
let rita: Editor
let amira: Editor
let tuncay: Editor

beforeAll(async () => {
  cms = await startCms()
  rita = await editor(cms, 'Rita Redaktion')
  amira = await editor(cms, 'Amira Arabisch', 'translator-ar')
  tuncay = await editor(cms, 'Tuncay Türkisch', 'translator-tr')
})

afterAll(() => cms?.stop())

interface State extends Values {
  locale: string
  state: string
  reason: string | null
  changes: Values[]
}

const panelOf = async (uid: string, documentId: string): Promise<{ state: State | undefined, builtOn: string }> => {
  const { data, builtOn } = await rita.send('GET', `/translation-states/${uid}/${documentId}`)
  // @ts-expect-error what the route answers
  const states: State[] = data
  return { state: states.find(({ locale }) => locale === 'ar'), builtOn }
}

/** As the panel says it: with the versions that it shows. */
const note = async (
  who: Editor, uid: string, documentId: string, { reason = 'correction', builtOn = '', locale = 'ar' }: Values = {},
) => who.send(
  'POST', `/translation-states/${uid}/${documentId}/unaffected?locale=${String(locale)}`, { reason },
  { 'X-Compared': String(builtOn) || (await panelOf(uid, documentId)).builtOn },
)

const toReaders = async (documentId: string): Promise<string> => {
  const { page } = await read<{ page: { translations: { locale: string, state: string }[] } }>(
    cms, `{ page(documentId: "${documentId}") { translations { locale state } } }`,
  )
  return page.translations.find(({ locale }) => locale === 'ar')?.state ?? ''
}

/** A page with an Arabic translation, both public, whose German has changed since. */
async function outdated(title: string): Promise<Row> {
  const pages = cms.documents(PAGE)
  const page = await pages.create({ data: { title, text: [paragraph('Der Rat hat es beschlosen.')] }, status: 'published' })
  const { documentId } = page
  await pages.update({
    documentId, locale: 'ar', data: { title: 'صفحة', text: [paragraph('قرر المجلس ذلك.')] }, status: 'published',
  })
  const form = await rita.open(PAGE, documentId)
  const { status } = await rita.publish(PAGE, form, { text: [paragraph('Der Rat hat es im Mai beschlossen.')] })
  expect(status).toBe(200)
  expect(await toReaders(documentId)).toBe('outdated')
  return page
}

describe('that a change does not concern a translation', () => {
  test('is noted with its reason, and holds for readers at once where she may publish', async () => {
    const { documentId } = await outdated('Für alle')
    const { status, data } = await note(rita, PAGE, documentId)
    expect([status, data]).toEqual([200, { isPublic: true }])
    expect((await panelOf(PAGE, documentId)).state).toMatchObject({ state: 'current', reason: 'correction', changes: [] })
    expect(await toReaders(documentId)).toBe('current')
  })

  test('counts until the source says something else again, and no longer than until it is compared anew', async () => {
    const { documentId } = await outdated('Noch einmal')
    await note(rita, PAGE, documentId, { reason: 'said' })
    const form = await rita.open(PAGE, documentId)
    await rita.publish(PAGE, form, { text: [paragraph('Der Rat hat es im Juni abgelehnt.')] })
    expect((await panelOf(PAGE, documentId)).state).toMatchObject({ state: 'outdated', reason: 'said' })
    expect(await toReaders(documentId)).toBe('outdated')
    const { builtOn } = await panelOf(PAGE, documentId)
    const translation = await rita.open(PAGE, documentId, 'ar')
    await rita.publish(PAGE, translation, { isConfirmed: true }, { locale: 'ar', headers: { 'X-Compared': builtOn } })
    expect((await panelOf(PAGE, documentId)).state).toMatchObject({ state: 'current', reason: null })
  })

  test('waits for publication where a translator says it', async () => {
    const { documentId } = await outdated('Von Amira')
    const { status, data } = await note(amira, PAGE, documentId, { reason: 'language' })
    expect([status, data]).toEqual([200, { isPublic: false }])
    expect((await panelOf(PAGE, documentId)).state).toMatchObject({ state: 'current', reason: 'language' })
    expect(await toReaders(documentId)).toBe('outdated')
    await rita.publish(PAGE, await rita.open(PAGE, documentId, 'ar'), {}, { locale: 'ar' })
    expect(await toReaders(documentId)).toBe('current')
  })

  test('publishes nothing that waits for something else', async () => {
    const { documentId } = await outdated('Mit Entwurf')
    await rita.save(PAGE, await rita.open(PAGE, documentId, 'ar'), { title: 'مسودة' }, { locale: 'ar' })
    expect((await note(rita, PAGE, documentId)).data).toEqual({ isPublic: false })
    expect(await toReaders(documentId)).toBe('outdated')
    const live = await cms.documents(PAGE).findOne({ documentId, locale: 'ar', status: 'published' })
    expect(live?.title).toBe('صفحة')
    const draft = await cms.documents(PAGE).findOne({ documentId, locale: 'ar' })
    expect(draft?.title).toBe('مسودة')
  })

  test('is refused where the source says something else than what was compared, and says what', async () => {
    const { documentId } = await outdated('Überholt')
    const { builtOn } = await panelOf(PAGE, documentId)
    await rita.publish(PAGE, await rita.open(PAGE, documentId), { text: [paragraph('Der Rat hat es verworfen.')] })
    const { status, error } = await note(amira, PAGE, documentId, { builtOn })
    expect(status).toBe(409)
    expect(error?.message).toMatch(/hat sich inzwischen geändert/)
    expect(error?.details.contested[0]).toMatchObject({ who: 'Rita Redaktion' })
    expect((await panelOf(PAGE, documentId)).state).toMatchObject({ state: 'outdated', reason: null })
  })

  test('holds at once where there are no drafts', async () => {
    const terms = cms.documents(TERM)
    const { documentId } = await terms.create({ data: { title: 'Rat', slug: 'rat-begriff', explanation: 'Das Stadtparlament.' } })
    await terms.update({ documentId, locale: 'ar', data: { title: 'المجلس', explanation: 'برلمان المدينة.' } })
    await terms.update({ documentId, locale: 'de', data: { explanation: 'Die gewählte Vertretung der Stadt.' } })
    expect((await panelOf(TERM, documentId)).state?.state).toBe('outdated')
    const { status, data } = await note(rita, TERM, documentId, { reason: 'said' })
    expect([status, data]).toEqual([200, { isPublic: true }])
    expect((await panelOf(TERM, documentId)).state).toMatchObject({ state: 'current', reason: 'said' })
  })

  test('is said by nobody else, of nothing else, and for no other reason', async () => {
    const { documentId } = await outdated('Geschlossen')
    expect((await note(tuncay, PAGE, documentId)).status).toBe(403)
    expect((await note(rita, PAGE, documentId, { locale: 'de' })).status).toBe(404)
    expect((await note(rita, PAGE, documentId, { locale: 'ru' })).status).toBe(404)
    expect((await note(rita, PAGE, 'gibtesnicht', { builtOn: 'x/de=1' })).status).toBe(404)
    expect((await note(rita, 'api::ledger.message', documentId, { builtOn: 'x/de=1' })).status).toBe(404)
    for (const reason of ['weil', '', null, 7, ['said'], 'toString', '__proto__'])
      expect((await note(rita, PAGE, documentId, { reason })).status, String(reason)).toBe(400)
    const address = `${cms.address}/translation-states/${PAGE}/${documentId}/unaffected?locale=ar`
    expect((await fetch(address, { method: 'POST' })).status).toBe(401)
    expect((await panelOf(PAGE, documentId)).state).toMatchObject({ state: 'outdated', reason: null })
  })
})
