/** Comments at the paragraphs of a draft: over the admin's own interface, as the roles that ask and answer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE } from './cast'
import { type Editor, editor } from './editors'
import { type Cms, startCms, type Values } from './strapi'

const ENTRIES = `/content-manager/collection-types/${PAGE}`
const COMMENT = 'api::ledger.comment'

let cms: Cms
let rita: Editor
let anton: Editor
let otto: Editor
let amal: Editor

beforeAll(async () => {
  cms = await startCms()
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  otto = await editor(cms, 'Otto Ohne', 'strapi-author')
  amal = await editor(cms, 'Amal Arabisch', 'translator-ar')
})

afterAll(() => cms?.stop())

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })

async function write(title: string, ...texts: string[]): Promise<string> {
  const { data } = await anton.send('POST', ENTRIES, { title, text: texts.map(paragraph) })
  return String(data.documentId)
}

async function rewrite(documentId: string, ...texts: string[]): Promise<void> {
  const { status } = await anton.save(PAGE, await anton.open(PAGE, documentId), { text: texts.map(paragraph) })
  expect(status).toBe(200)
}

const at = (documentId: string, more = '') => `/comments/${PAGE}/${documentId}${more}?locale=de`

const comment = (account: Editor, documentId: string, place: unknown, text: unknown) =>
  account.send('POST', at(documentId), { place, text })

async function told(account: Editor, documentId: string): Promise<Values[]> {
  const { status, data } = await account.send('GET', at(documentId))
  expect(status).toBe(200)
  return Object(data).comments
}

async function idOf(documentId: string): Promise<number> {
  return Number((await told(rita, documentId))[0]?.id)
}

const mark = async (account: Editor, documentId: string, isDone: unknown) =>
  account.send('PUT', at(documentId, `/${await idOf(documentId)}`), { isDone })

async function listed(account: Editor): Promise<Values[]> {
  const { data } = await account.send('GET', '/desk')
  return Object(data.comments).lines
}

describe('a comment', () => {
  test('stands at its paragraph, with who wrote it, for everybody who may read the draft', async () => {
    const documentId = await write('Mit Anmerkung', 'Der erste Absatz.', 'Der zweite Absatz.')
    const { status, data } = await comment(rita, documentId, 'text/1', ' Seit wann? ')
    expect(status).toBe(200)
    expect(data.places).toEqual([
      { place: 'title', name: 'Titel', text: 'Mit Anmerkung' },
      { place: 'text/0', name: 'Text, Absatz 1', text: 'Der erste Absatz.' },
      { place: 'text/1', name: 'Text, Absatz 2', text: 'Der zweite Absatz.' },
    ])
    for (const account of [rita, anton, otto, amal]) {
      expect(await told(account, documentId)).toEqual([{
        id: expect.any(Number), at: { place: 'text/1', name: 'Text, Absatz 2' }, isOfWhole: false,
        quote: 'Der zweite Absatz.', now: null, text: 'Seit wann?', isDone: false, who: 'Rita Redaktion',
        when: expect.any(String), mayMark: account !== amal,
      }])
    }
  })

  test('may be about the whole text', async () => {
    const documentId = await write('Ganz', 'Ein Absatz.')
    await comment(amal, documentId, '', 'Was heißt „Ganz“ hier?')
    expect(await told(anton, documentId)).toEqual([expect.objectContaining({ at: null, isOfWhole: true, quote: '' })])
  })

  test.each<[string, string[], Values]>([
    ['another comes before it', ['Neu davor.', 'Der erste Absatz.', 'Am Tag der Vielfalt kamen viele Gäste.'],
      { at: { place: 'text/2', name: 'Text, Absatz 3' }, now: null }],
    ['its words change', ['Der erste Absatz.', 'Am Tag der Vielfalt kamen sehr viele Gäste.'],
      { at: { place: 'text/1', name: 'Text, Absatz 2' }, now: 'Am Tag der Vielfalt kamen sehr viele Gäste.' }],
    ['its words change and another comes before it',
      ['Neu davor.', 'Der erste Absatz.', 'Am Tag der Vielfalt kamen sehr viele Gäste.'],
      { at: { place: 'text/2', name: 'Text, Absatz 3' }, now: 'Am Tag der Vielfalt kamen sehr viele Gäste.' }],
    ['it is taken out', ['Der erste Absatz.'], { at: null, now: null }],
  ])('stays with its paragraph when %s', async (_what, texts, expected) => {
    const documentId = await write('Wandert', 'Der erste Absatz.', 'Am Tag der Vielfalt kamen viele Gäste.')
    await comment(rita, documentId, 'text/1', 'Wie viele?')
    await rewrite(documentId, ...texts)
    expect(await told(anton, documentId)).toEqual([expect.objectContaining({
      ...expected, isOfWhole: false, quote: 'Am Tag der Vielfalt kamen viele Gäste.', text: 'Wie viele?',
    })])
  })

  test('is done, and open again, by whoever writes the draft or asked', async () => {
    const documentId = await write('Erledigen', 'Ein Absatz.')
    await comment(amal, documentId, 'text/0', 'Was heißt das?')
    for (const [account, isDone] of [[anton, true], [amal, false], [rita, true]] as const) {
      expect((await mark(account, documentId, isDone)).status).toBe(200)
      expect(await told(rita, documentId)).toEqual([expect.objectContaining({ isDone })])
    }
  })

  test('of a colleague is not marked by who may only read', async () => {
    const documentId = await write('Nur lesen', 'Ein Absatz.')
    await comment(rita, documentId, 'text/0', 'Bitte kürzen.')
    expect((await mark(amal, documentId, true)).status).toBe(403)
    expect(await told(rita, documentId)).toEqual([expect.objectContaining({ isDone: false })])
  })

  test.each<[string, unknown, unknown, RegExp | null]>([
    ['nothing', 'text/0', '  ', /Bitte schreiben Sie/], ['too much', 'text/0', 'x'.repeat(2001), /höchstens 2000 Zeichen/],
    ['no text', 'text/0', { text: 'x' }, null], ['no place', 7, 'Etwas', null],
    ['a paragraph that is not there', 'text/9', 'Etwas', /steht nicht mehr da/],
    ['a field that is not there', '__proto__', 'Etwas', /steht nicht mehr da/],
  ])('that says %s is refused', async (_what, place, text, sentence) => {
    const documentId = await write('Bleibt', 'Ein Absatz.')
    const { status, error } = await comment(rita, documentId, place, text)
    expect(status).toBe(400)
    if (sentence) expect(JSON.stringify(error)).toMatch(sentence)
    expect(await told(rita, documentId)).toEqual([])
  })

  test('of an entry that is not there, of another entry, or at no number is not found', async () => {
    const [one, other] = [await write('Eins', 'Ein Absatz.'), await write('Zwei', 'Ein Absatz.')]
    await comment(rita, one, '', 'Hier')
    const id = await idOf(one)
    expect((await comment(rita, 'unknown', '', 'Hier')).status).toBe(404)
    expect((await rita.send('PUT', at(other, `/${id}`), { isDone: true })).status).toBe(404)
    for (const wrong of ['x', '1e99', '-1', '9'.repeat(20)])
      expect((await rita.send('PUT', at(one, `/${wrong}`), { isDone: true })).status).toBeOneOf([400, 404])
    expect(await told(rita, one)).toEqual([expect.objectContaining({ isDone: false })])
  })

  test('is not public', async () => {
    const documentId = await write('Öffentlich', 'Ein Absatz.')
    await comment(rita, documentId, '', 'Zwischen uns')
    expect((await rita.publish(PAGE, await rita.open(PAGE, documentId))).status).toBe(200)
    const asked = await fetch(`${cms.address}${at(documentId)}`)
    expect(asked.status).toBe(401)
    expect(await told(anton, documentId)).toHaveLength(1)
  })
})

describe('on the start page', () => {
  test('it stands for who wrote the draft, until the next word is hers, or it is done', async () => {
    const documentId = await write('Am Tisch', 'Ein Absatz.')
    await comment(rita, documentId, 'text/0', 'Stimmt das?')
    const line = expect.objectContaining({ documentId, title: 'Am Tisch' })
    expect(await listed(anton)).toContainEqual(expect.objectContaining({ documentId, who: 'Rita Redaktion', note: 'Stimmt das?' }))
    expect(await listed(otto)).not.toContainEqual(line)
    expect(await listed(rita)).not.toContainEqual(line)
    await comment(anton, documentId, 'text/0', 'Ja, siehe Beleg.')
    expect(await listed(anton)).not.toContainEqual(line)
    expect(await listed(rita)).toContainEqual(expect.objectContaining({ documentId, who: 'Anton Autor' }))
    for (const { id } of await told(rita, documentId)) await rita.send('PUT', at(documentId, `/${String(id)}`), { isDone: true })
    expect(await listed(rita)).not.toContainEqual(line)
  })
})

describe('of what is deleted', () => {
  const count = (document: string) => cms.strapi.db.query(COMMENT).count({ where: { document } })

  test('it comes back from the bin, and goes when that is emptied', async () => {
    const documentId = await write('Papierkorb', 'Ein Absatz.')
    await comment(rita, documentId, 'text/0', 'Noch da?')
    await rita.send('DELETE', `${ENTRIES}/${documentId}?locale=*`)
    expect((await rita.send('GET', at(documentId))).status).toBe(404)
    const { documentId: entry } = await cms.strapi.db.query('api::ledger.bin-entry').findOne({ where: { document: documentId } })
    expect((await rita.send('POST', `/bin-entries/${entry}/restore`)).status).toBe(200)
    expect(await told(rita, documentId)).toEqual([expect.objectContaining({ text: 'Noch da?' })])
    await rita.send('DELETE', `${ENTRIES}/${documentId}?locale=*`)
    const again = await cms.strapi.db.query('api::ledger.bin-entry').findOne({ where: { document: documentId } })
    await rita.send('DELETE', `/content-manager/collection-types/api::ledger.bin-entry/${again.documentId}`)
    expect(await count(documentId)).toBe(0)
  })
})
