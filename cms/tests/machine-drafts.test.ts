/** Drafts of a machine: what is sent, what comes into the form, whose words they are, and what a sick service does. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEnvironment } from '../src/environment'
import { ServiceProblem, TranslationService } from '../src/machine-drafts/service'
import { taggedUnit } from '../src/machine-drafts/tagged'
import { unitsOf } from '../src/xliff/units'
import { ARTICLE, type Cast, castOf, CONSENT, PAGE, paragraph } from './cast'
import { type Editor, editor } from './editors'
import { ask, type Cms, startCms, type Values } from './strapi'
import { send, startTranslationServer, translatedText, type TranslationServer } from './translation-server'

vi.setConfig({ testTimeout: 120_000 })

const KEY = 'geheim-4711'
const SECRET = 'Ein vertraulicher Entwurf'

let service: TranslationServer
let others: { address: string, asked: string[], stop: () => void }

beforeAll(async () => {
  service = await startTranslationServer()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    send(response, { translatedText: ['gestohlen'] })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // @ts-expect-error a server that listens on a port has an address of this kind
  const { port }: AddressInfo = server.address()
  others = { address: `http://127.0.0.1:${port}`, asked, stop: () => server.close() }
})

afterAll(async () => {
  others.stop()
  await service.stop()
})

describe('a service that', () => {
  const PAIR = { source: 'de', target: 'tr' }
  const told = async (at = service.address): Promise<Pick<ServiceProblem, 'message' | 'sentence'>> => {
    const client = new TranslationService({ address: at, key: KEY }, { milliseconds: 400, bytes: 2000 })
    const problem = await client.translate([SECRET], PAIR, 'text').catch((error: unknown) => error)
    if (!(problem instanceof ServiceProblem)) throw new Error('This was taken for a translation.')
    return { message: problem.message, sentence: problem.sentence }
  }
  const answers = (body: unknown, status = 200) =>
    (_: unknown, response: ServerResponse) => send(response, body, status)
  const breakOff = (_: unknown, response: ServerResponse) => {
    response.writeHead(200, { 'Content-Length': '99' }).write('{', () => response.destroy())
  }

  test.each<[string, Parameters<TranslationServer['next']>[0], RegExp, RegExp]>([
    ['refuses', answers({ error: SECRET }, 400), /status 400/, /abgelehnt.*Administration/],
    ['does not know the key', answers({ error: KEY }, 403), /status 403/, /lässt dieses Portal nicht zu/],
    ['is none', answers('', 404), /status 404/, /abgelehnt/],
    ['has too much to do', answers({ error: 'Slowdown' }, 429), /status 429/, /zu viel zu tun.*einigen Minuten/],
    ['has an error', answers({ error: SECRET }, 500), /status 500/, /ein Fehler aufgetreten/],
    ['leads elsewhere', (_, response) => response.writeHead(307, { Location: `${others.address}/translate` }).end(), /status 307/, /abgelehnt/],
    ['answers with a page', (_, response) => response.end('<!doctype html><p>Login</p>'), /no JSON/, /keine Übersetzung/],
    ['answers with nothing', (_, response) => response.end(), /no JSON/, /keine Übersetzung/],
    ['answers otherwise', answers({ translatedText: 'Eins' }), /not as many/, /keine Übersetzung/],
    ['answers less', answers({ translatedText: [] }), /not as many/, /keine Übersetzung/],
    ['answers more', answers({ translatedText: ['a', 'b'] }), /not as many/, /keine Übersetzung/],
    ['answers no texts', answers({ translatedText: [7] }), /not as many/, /keine Übersetzung/],
    ['answers without end', answers({ translatedText: ['x'.repeat(3000)] }), /more than 2000 bytes/, /keine Übersetzung/],
    ['breaks off', breakOff, /cannot be reached/, /nicht zu erreichen/],
    ['does not answer', () => {}, /in time/, /nicht rechtzeitig/],
    ['does not end', (_, response) => response.writeHead(200).write('{"'), /in time/, /nicht rechtzeitig/],
  ])('%s is told of with a sentence, without a text or the key', async (_, answer, message, sentence) => {
    service.next(answer)
    const problem = await told()
    expect(problem).toEqual({ message: expect.stringMatching(message), sentence: expect.stringMatching(sentence) })
    expect(JSON.stringify(problem)).not.toMatch(/geheim|vertraulich/)
  })

  test('is not there is told of', async () => {
    expect(await told('http://127.0.0.1:9')).toMatchObject({ sentence: expect.stringContaining('nicht zu erreichen') })
  })

  test('leads elsewhere has sent nobody there', () => {
    expect(others.asked).toEqual([])
  })

  test.each([
    ['de', 'tr', { source: 'de', target: 'tr' }], ['de', 'kmr', { source: 'de', target: 'ku' }],
    ['de-simple', 'en', { source: 'de', target: 'en' }], ['de', 'fa', null], ['bg', 'tr', null], ['de', 'ru', null],
  ])('translates from %s to %s: %o', async (from, to, pair) => {
    expect(await new TranslationService({ address: service.address, key: null }).pairFor(from, to)).toEqual(pair)
  })
})

describe('a text', () => {
  const FIELD = { field: 'text', part: null, label: 'Text', isUntranslated: true, changes: [] }
  const bold = (text: string) => ({ type: 'text', text, bold: true })
  const plain = (text: string) => ({ type: 'text', text })
  const link = (...children: object[]) => ({ type: 'link', url: 'https://example.org/a?b=1&c=2', children })
  const tagged = (value: unknown) => {
    const [unit] = unitsOf([{ ...FIELD, value }], new Map())
    if (!unit) throw new Error('There is nothing to translate.')
    return taggedUnit(unit)
  }
  const inline = (...children: object[]) => tagged([{ type: 'paragraph', children }])
  const WITH_CODES = inline(plain('Mit '), bold('Nachdruck'), plain(' & '), link(plain('ein '), bold('Link')))

  test('without marks is sent as it is, and signs of HTML in it stay what they are', () => {
    expect(tagged('A < B & C')).toMatchObject({ format: 'text', text: 'A < B & C' })
    expect(tagged('A < B & C').read(' A < B &amp; C\n')).toEqual([plain('A < B &amp; C')])
  })

  test('with marks and links is sent with a number for each, and without their addresses', () => {
    expect(WITH_CODES).toMatchObject({
      format: 'html',
      text: 'Mit <span id="1">Nachdruck</span> &amp; <span id="2">ein <span id="3">Link</span></span>',
    })
  })

  const said = [link(plain('bir '), bold('bağ')), plain(' & '), bold('vurgu')]
  test.each([
    ['escaped', '<span id="2">bir <span id="3">bağ</span></span> &amp; <span id="1">vurgu</span>'],
    ['not escaped', '<span id="2">bir <span id="3">bağ</span></span> & <span id="1">vurgu</span>'],
    ['written otherwise', '<SPAN class="x" id=2>bir <span id=\'3\'>bağ</span></SPAN> &amp; <span id="1" >vurgu</span >'],
  ])('comes back with them, %s', (_, answer) => {
    expect(WITH_CODES.read(answer)).toEqual(said)
  })

  test.each([
    ['a link is lost', '<span id="1">vurgu</span>', /fehlen Auszeichnungen/],
    ['all are lost', 'vurgu ve bağ', /fehlen Auszeichnungen/],
    ['one is new', '<span id="1">a</span><span id="2"><span id="9">b</span></span>', /die der Ausgangstext nicht hat/],
    ['one has no number', '<span>a</span><span id="2"><span id="3">b</span></span>', /die der Ausgangstext nicht hat/],
    ['one does not end', '<span id="1">a<span id="2"><span id="3">b</span></span>', /durcheinander/],
    ['one ends twice', '<span id="1">a</span></span><span id="2"><span id="3">b</span></span>', /durcheinander/],
    ['a link stands in a link', '<span id="1">x</span><span id="2">a<span id="2"><span id="3">b</span></span></span>', /Link in einem Link/],
    ['there is other HTML', '<span id="1">a</span><script>alert(1)</script><span id="2"><span id="3">b</span></span>', /Auszeichnung, die es hier nicht gibt/],
  ])('of which %s is refused', (_, answer, sentence) => {
    expect(() => WITH_CODES.read(answer)).toThrow(sentence)
  })

  test('that comes back empty says nothing, and one with signs that nobody can keep loses them', () => {
    for (const answer of ['', ' \n ', '\u0000']) expect(tagged('Titel').read(answer)).toBeNull()
    expect(tagged('Titel').read('Baş\u0000lık\nbir')).toEqual([plain('Başlık bir')])
    expect(inline(bold('Ganz')).read('<span id="1"> </span>')).toBeNull()
  })
})

describe('an entry', () => {
  let cms: Cms
  let cast: Cast
  let rita: Editor
  let amira: Editor
  const logged: string[] = []

  beforeAll(async () => {
    Object.assign(process.env, { TRANSLATE_URL: `${service.address}/`, TRANSLATE_KEY: KEY })
    cms = await startCms()
    cast = await castOf(cms)
    rita = await editor(cms, 'Rita Redaktion')
    amira = await editor(cms, 'Amira Arabisch', 'translator-ar')
    vi.spyOn(cms.strapi.log, 'warn').mockImplementation((message: unknown) => {
      logged.push(String(message))
      return cms.strapi.log
    })
  })

  afterAll(() => cms?.stop())

  beforeEach(() => {
    service.questions.length = 0
    logged.length = 0
  })

  const ENTRIES = '/content-manager/collection-types'
  const german = { title: 'Ein Titel', lead: 'Ein Vorspann.', text: [paragraph('Ein Absatz.'), paragraph('Noch einer.')] }
  const draftOf = (documentId: string, { uid = PAGE, locale = 'tr', account = rita } = {}) =>
    account.send('POST', `/translation-states/${uid}/${documentId}/machine-draft?locale=${locale}`)
  const save = async (documentId: string, values: Values, locale = 'tr') => {
    const { status } = await rita.send('PUT', `${ENTRIES}/${PAGE}/${documentId}?locale=${locale}`, values)
    expect(status).toBe(200)
  }
  const write = async (values: Values = german, uid = PAGE): Promise<string> =>
    String((await rita.send('POST', `${ENTRIES}/${uid}`, values)).data.documentId)
  /** What the form holds when a draft came in. */
  const taken = ({ data }: { data: Values }): Values =>
    Object.fromEntries(fieldsOf(data).map(({ field, value }) => [field, value]))
  const fieldsOf = (data: Values): { field: string, value: unknown }[] => Array.isArray(data.fields) ? data.fields : []
  const originOf = async (documentId: string, locale = 'tr') => {
    const { data } = await rita.send('GET', `/translation-states/${PAGE}/${documentId}`)
    const states: Values[] = Array.isArray(data) ? data : []
    return states.find(state => state.locale === locale)?.origin
  }
  const tr = (text: string) => translatedText(text, 'tr')

  test('comes back as the form wants it, block by block; of the translation nothing is written', async () => {
    const answer = [{ type: 'paragraph', children: [{ type: 'text', text: 'Darum, ' }, { type: 'text', text: 'ja', bold: true }] }]
    const body = [
      { __component: 'article.question-and-answer', question: 'Warum?', answer },
      { __component: 'article.quote', quote: 'Ein Satz.', attribution: 'Eine Stimme' },
    ]
    const documentId = await write({ title: 'In Blöcken', body }, ARTICLE)
    const { status, data } = await draftOf(documentId, { uid: ARTICLE })
    expect([status, data]).toEqual([200, {
      missing: 0, problems: [],
      fields: [
        { field: 'title', part: null, value: tr('In Blöcken'), count: 1 },
        { field: 'body.0.question', part: 'article.question-and-answer', value: tr('Warum?'), count: 1 },
        {
          field: 'body.0.answer', part: 'article.question-and-answer', count: 1, value: [{
            type: 'paragraph', children: [
              { type: 'text', text: 'tr: ' }, { type: 'text', text: 'ja', bold: true }, { type: 'text', text: 'Darum, ' },
            ],
          }],
        },
        { field: 'body.1.quote', part: 'article.quote', value: tr('Ein Satz.'), count: 1 },
        { field: 'body.1.attribution', part: 'article.quote', value: tr('Eine Stimme'), count: 1 },
      ],
    }])
    expect(await cms.documents(ARTICLE).findOne({ documentId, locale: 'tr', status: 'draft' })).toBeNull()
    expect(service.questions.map(({ q, format, ...rest }) => [q.length, format, rest])).toEqual([
      [2, 'text', { source: 'de', target: 'tr', api_key: KEY }], [1, 'html', { source: 'de', target: 'tr', api_key: KEY }],
      [2, 'text', { source: 'de', target: 'tr', api_key: KEY }],
    ])
  })

  test('is asked for only where nobody has written: what a person wrote is neither sent nor replaced', async () => {
    const documentId = await write()
    await save(documentId, { title: 'Bir başlık', text: [paragraph('Bir paragraf.'), paragraph('')] })
    const reply = await draftOf(documentId)
    expect(service.questions.flatMap(({ q }) => q)).toEqual(['Ein Vorspann.', 'Noch einer.'])
    expect(taken(reply)).toEqual({
      lead: tr('Ein Vorspann.'), text: [paragraph('Bir paragraf.'), paragraph(tr('Noch einer.'))],
    })
    await save(documentId, taken(reply))
    expect((await draftOf(documentId)).data).toEqual({ fields: [], missing: 0, problems: [] })
    expect(service.questions).toHaveLength(1)
  })

  test('whose paragraphs a person has divided otherwise is not asked for there', async () => {
    const documentId = await write()
    await save(documentId, { text: [paragraph('Hepsi bir arada.')] })
    expect(Object.keys(taken(await draftOf(documentId)))).toEqual(['title', 'lead'])
  })

  describe('that was drafted', () => {
    const drafted = async (before?: Values): Promise<{ documentId: string, values: Values }> => {
      const documentId = await write()
      if (before) await save(documentId, before)
      const values = { ...before, ...taken(await draftOf(documentId)) }
      await save(documentId, values)
      return { documentId, values }
    }
    const corrected = [paragraph('Bir paragraf.'), paragraph(tr('Noch einer.'))]

    test('is a machine\'s also for readers, until somebody confirms it', async () => {
      const { documentId, values } = await drafted()
      expect(await originOf(documentId)).toBe('machine')
      await save(documentId, { ...values, text: corrected })
      expect(await originOf(documentId)).toBe('machine')
      await rita.send('POST', `${ENTRIES}/${PAGE}/${documentId}/actions/publish?locale=de`, german)
      await rita.send('POST', `${ENTRIES}/${PAGE}/${documentId}/actions/publish?locale=tr`, { ...values, text: corrected })
      const origins = async () => (await ask(cms, 'query ($id: ID!) { page(documentId: $id, locale: "tr") { translationOrigin } }', { id: documentId })).data
      expect(await origins()).toEqual({ page: { translationOrigin: 'machine' } })
      await save(documentId, { ...values, text: corrected, isConfirmed: true })
      expect([await originOf(documentId), await origins()]).toEqual(['machine_reviewed', { page: { translationOrigin: 'machine' } }])
      await save(documentId, { ...values, text: corrected, lead: 'Bir giriş.' })
      expect(await originOf(documentId)).toBe('machine_reviewed')
    })

    test('in part is a machine\'s as a whole; with each draft written anew it is no more', async () => {
      const { documentId, values } = await drafted({ title: 'Bir başlık', text: [paragraph('Bir.'), paragraph('İki.')] })
      expect([values.lead, await originOf(documentId)]).toEqual([tr('Ein Vorspann.'), 'machine'])
      await save(documentId, { ...values, title: 'Başka bir başlık' })
      expect(await originOf(documentId)).toBe('machine')
      await save(documentId, { ...values, lead: 'Bir giriş.' })
      expect(await originOf(documentId)).toBe('machine_reviewed')
    })

    test('and confirmed when it is first saved was reviewed; one of which nothing was kept is a person\'s', async () => {
      const [reviewed, thrownAway] = [await write(), await write()]
      await save(reviewed, { ...taken(await draftOf(reviewed)), isConfirmed: true })
      await draftOf(thrownAway)
      await save(thrownAway, { title: 'Bir başlık', lead: 'Bir giriş.', text: [paragraph('Bir.'), paragraph('İki.')] })
      expect([await originOf(reviewed), await originOf(thrownAway)]).toEqual(['machine_reviewed', 'human'])
    })

    test('and copied, or deleted and brought back, is a machine\'s still', async () => {
      const { documentId, values } = await drafted()
      const { data } = await rita.send('POST', `${ENTRIES}/${PAGE}/clone/${documentId}`, { title: 'Eine Kopie' })
      const copy = String(data.documentId)
      await rita.send('DELETE', `${ENTRIES}/${PAGE}/${documentId}?locale=*`)
      const entry = await cms.strapi.db.query('api::ledger.bin-entry').findOne({ where: { document: documentId } })
      expect((await rita.send('POST', `/bin-entries/${entry.documentId}/restore`)).status).toBe(200)
      for (const id of [documentId, copy]) {
        await save(id, { ...values, lead: 'Bir giriş.' })
        expect(await originOf(id)).toBe('machine')
      }
    })
  })

  test('is drafted for whoever may write that language, in one that a service may know', async () => {
    const documentId = await write()
    const address = `/translation-states/${PAGE}/${documentId}/machine-draft?locale=tr`
    expect((await fetch(cms.address + address, { method: 'POST' })).status).toBe(401)
    const statuses = []
    for (const [account, locale] of [[amira, 'ar'], [amira, 'tr'], [rita, 'de'], [rita, 'de-simple'], [rita, 'xx']] as const)
      statuses.push((await draftOf(documentId, { account, locale })).status)
    expect(statuses).toEqual([200, 403, 404, 404, 404])
    expect((await draftOf('unknown')).status).toBe(404)
    expect(await draftOf(documentId, { locale: 'fa' })).toMatchObject({
      status: 400, error: { message: 'Der Übersetzungsdienst kann nicht aus „Deutsch“ in „فارسی“ übersetzen.' },
    })
    expect((await draftOf(documentId, { locale: 'kmr' })).status).toBe(200)
    expect(service.questions.map(({ target }) => target)).toEqual(['ar', 'ku'])
    const offered = async (account: Editor, locale: string) =>
      (await account.send('GET', `/translation-states/${PAGE}/${documentId}/source?locale=${locale}`)).data.hasMachineDrafts
    expect([await offered(amira, 'ar'), await offered(amira, 'tr'), await offered(rita, 'de-simple')]).toEqual([true, false, false])
  })

  test('is sent in pieces; where the service fails in between, what came is taken, and nothing is said of the texts', async () => {
    const paragraphs = Array.from({ length: 12 }, (_, index) => paragraph(`${SECRET} ${index}`))
    const long = paragraph('Lang. '.repeat(500))
    const documentId = await write({ title: SECRET, text: [...paragraphs, long] })
    service.next((question, response) => send(response, { translatedText: question.q.map(tr) }))
    service.next((_, response) => send(response, { error: SECRET }, 500))
    const { status, data } = await draftOf(documentId)
    expect([status, data.missing, data.problems]).toEqual([200, 4, [expect.stringContaining('ein Fehler aufgetreten')]])
    expect(fieldsOf(data)).toMatchObject([{ field: 'title' }, { field: 'text', count: 9 }])
    expect(service.questions.map(({ q }) => q.length)).toEqual([10, 3])
    service.next((_, response) => send(response, { error: SECRET }, 429))
    expect(await draftOf(documentId)).toMatchObject({ status: 400, error: { message: expect.stringContaining('zu viel zu tun') } })
    expect(logged).toEqual([
      'The translation service answered /translate with status 500.', 'The translation service answered /translate with status 429.',
    ])
  })

  test('with a text that the service does not take is drafted without it', async () => {
    const documentId = await write({ title: 'Ein Titel', text: [paragraph('Lang. '.repeat(500))], lead: 'Ein Vorspann.' })
    service.next((question, response) => send(response, { translatedText: question.q.map(tr) }))
    service.next((_, response) => send(response, { error: 'exceeds text limit' }, 400))
    const { data } = await draftOf(documentId)
    expect([Object.keys(taken({ data })), data.problems]).toEqual([['title', 'lead'], [expect.stringMatching(/^Text, Absatz 1: .*zu lang/)]])
  })

  test.each(['translate.example.org', 'ftp://example.org', 'https://rita:geheim@example.org', 'https://example.org/?key=geheim'])(
    'has no service at „%s“: the start ends with a sentence that repeats nothing of it', (address) => {
      const { TRANSLATE_URL } = process.env
      process.env.TRANSLATE_URL = address
      expect(readEnvironment).toThrow(/^TRANSLATE_URL is no address of a translation service\. [^:]*https:\/\/translate\.example\.org, without/)
      expect(readEnvironment).not.toThrow('geheim')
      process.env.TRANSLATE_URL = TRANSLATE_URL
    },
  )

  test('is sent without the name of whoever has withdrawn', async () => {
    const person = await cast.agreed({ name: 'Quendolina Öhlzweig' })
    const documentId = await write({ ...german, lead: 'Quendolina Öhlzweig sprach zuerst.' })
    const consent = await cms.strapi.db.query(CONSENT).findOne({ where: { person: { documentId: person.documentId } } })
    await cms.documents(CONSENT).update({ documentId: consent.documentId, data: { withdrawnOn: '2022-01-01' } })
    await draftOf(documentId)
    expect(JSON.stringify(service.questions)).toContain('sprach zuerst.')
    expect(JSON.stringify(service.questions)).not.toContain('Öhlzweig')
  })
})
