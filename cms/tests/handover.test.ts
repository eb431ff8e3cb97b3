/** A draft goes to whoever publishes and comes back with a remark: over the admin's own interface, as the role. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IMAGE, PAGE } from './cast'
import { type Editor, editor } from './editors'
import { type Cms, startCms, type Values } from './strapi'

const SOURCE = 'api::source.source'
const ENTRIES = (uid: string) => `/content-manager/collection-types/${uid}`

let cms: Cms
let rita: Editor
let anton: Editor
let otto: Editor

beforeAll(async () => {
  cms = await startCms()
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  otto = await editor(cms, 'Otto Ohne', 'strapi-author')
})

afterAll(() => cms?.stop())

async function write(title: string): Promise<string> {
  const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Absatz.' }] }]
  const { data } = await anton.send('POST', ENTRIES(PAGE), { title, text })
  return String(data.documentId)
}

const hand = (account: Editor, documentId: string, step: string, note?: unknown) =>
  account.send('POST', `/handovers/${PAGE}/${documentId}?locale=de`, { step, note })

async function listed(account: Editor, list: 'handedOver' | 'handedBack' | 'toCheck' | 'mine'): Promise<Values[]> {
  const { data } = await account.send('GET', '/desk')
  return Object(data[list]).lines
}

describe('a draft', () => {
  test('that was given to be checked stands on the start page of the Redaktion, with what was said', async () => {
    const documentId = await write('Gegeben')
    const { status, data } = await hand(anton, documentId, 'given', ' Stimmt das Datum? ')
    expect([status, data]).toEqual([200, expect.objectContaining({
      step: 'given', note: 'Stimmt das Datum?', who: 'Anton Autor',
    })])
    const line = expect.objectContaining({ documentId, title: 'Gegeben', who: 'Anton Autor', note: 'Stimmt das Datum?' })
    expect(await listed(rita, 'handedOver')).toContainEqual(line)
    expect(await listed(otto, 'handedOver')).toEqual([])
  })

  test('comes back with a remark to who wrote it, and to nobody else', async () => {
    const documentId = await write('Zurück')
    await hand(anton, documentId, 'given')
    expect((await hand(rita, documentId, 'returned', 'Die Quelle fehlt.')).status).toBe(200)
    const line = expect.objectContaining({ documentId, who: 'Rita Redaktion', note: 'Die Quelle fehlt.' })
    expect(await listed(anton, 'handedBack')).toContainEqual(line)
    expect(await listed(otto, 'handedBack')).not.toContainEqual(line)
    expect(await listed(rita, 'handedOver')).not.toContainEqual(expect.objectContaining({ documentId }))
  })

  test('that was published is with nobody any more, and after the next change as well', async () => {
    const documentId = await write('Veröffentlicht')
    await hand(anton, documentId, 'given')
    expect((await rita.publish(PAGE, await rita.open(PAGE, documentId))).status).toBe(200)
    const asked = () => anton.send('GET', `/handovers/${PAGE}/${documentId}?locale=de`)
    expect((await asked()).data).toBeNull()
    await anton.save(PAGE, await anton.open(PAGE, documentId), { title: 'Wieder geändert' })
    expect((await asked()).data).toBeNull()
    expect(await listed(rita, 'handedOver')).not.toContainEqual(expect.objectContaining({ documentId }))
  })

  test('that was deleted is forgotten', async () => {
    const documentId = await write('Gelöscht')
    await hand(anton, documentId, 'given')
    await rita.send('DELETE', `${ENTRIES(PAGE)}/${documentId}?locale=*`)
    expect(await cms.strapi.db.query('api::ledger.handover').count({ where: { document: documentId } })).toBe(0)
  })

  test.each<[string, () => Editor, string, unknown, number]>([
    ['an author gives it back', () => anton, 'returned', 'Nein', 403],
    ['a remark is missing', () => rita, 'returned', '  ', 400],
    ['a remark is too long', () => rita, 'returned', 'x'.repeat(2001), 400],
    ['a remark is no text', () => rita, 'returned', { text: 'Nein' }, 400],
    ['there is no such step', () => rita, 'published', '', 400],
  ])('stays where it is when %s', async (_what, who, step, note, expected) => {
    const documentId = await write('Bleibt')
    await hand(anton, documentId, 'given')
    expect((await hand(who(), documentId, step, note)).status).toBe(expected)
    expect((await anton.send('GET', `/handovers/${PAGE}/${documentId}?locale=de`)).data).toMatchObject({ step: 'given' })
  })

  test('that there is not is not handed over, nor is what has no drafts', async () => {
    expect((await hand(anton, 'unknown', 'given')).status).toBe(404)
    expect((await anton.send('GET', '/handovers/plugin::upload.file/1')).status).toBe(404)
  })
})

describe('an author', () => {
  test('enters a source, changes it, and no source of others', async () => {
    const { status, data } = await anton.send('POST', ENTRIES(SOURCE), { kind: 'report', title: 'Ein Bericht' })
    expect(status).toBe(201)
    const address = `${ENTRIES(SOURCE)}/${String(data.documentId)}`
    expect((await anton.send('PUT', address, { kind: 'report', title: 'Der Bericht' })).status).toBe(200)
    expect((await otto.send('PUT', address, { kind: 'report', title: 'Meiner' })).status).toBe(403)
    expect((await anton.send('DELETE', address)).status).toBe(403)
  })

  test('may enter a picture', async () => {
    // Without a file and its rights it is refused for that, not for the role.
    expect((await anton.send('POST', ENTRIES(IMAGE), {})).status).toBe(400)
  })
})
