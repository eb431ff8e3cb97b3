/** A text that is translated with a program for it: what goes out, what comes back, and what is refused of it. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { localeOf } from 'shared-types'
import { joined } from '../src/xliff/inline'
import type { Inline } from '../src/xliff/leaves'
import { type ReadIn, readXliff } from '../src/xliff/read'
import { unitsOf } from '../src/xliff/units'
import { writeXliff } from '../src/xliff/write'
import { ARTICLE, PAGE, paragraph } from './cast'
import { type Editor, editor } from './editors'
import { type Cms, startCms, type Values } from './strapi'

vi.setConfig({ testTimeout: 120_000 })

const FIELD = { field: 'text', part: null, label: 'Text', isUntranslated: false, changes: [] }
const EXPECTED = { original: 'api::page.page/x', from: 'de', to: 'ar' }

describe('whatever is written', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map(text => text.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '')).filter(text => text.trim() !== '')
  const mark = fc.option(fc.constant(true as const), { nil: undefined, freq: 3 })
  const text = fc.record({ text: words, bold: mark, italic: mark, underline: mark, strikethrough: mark, code: mark })
    .map((marks): Inline => JSON.parse(JSON.stringify({ type: 'text', ...marks })))
  const texts = fc.array(text, { minLength: 1, maxLength: 3 })
  const link = fc.record({ url: fc.webUrl({ withQueryParameters: true }), children: texts })
    .map(({ url, children }): Inline => ({ type: 'link', url, children: joined(children) }))
  const inline = fc.array(fc.oneof({ weight: 4, arbitrary: text }, link), { minLength: 1, maxLength: 5 }).map(joined)
  const leaf = (type: string, more: object = {}) => inline.map(children => ({ type, ...more, children }))
  const { list } = fc.letrec<{ list: object }>(tie => ({
    list: fc.record({
      type: fc.constant('list'), format: fc.constantFrom('ordered', 'unordered'),
      children: fc.array(fc.oneof({ maxDepth: 2 }, leaf('list-item'), tie('list')), { minLength: 1, maxLength: 3 }),
    }),
  }))
  const image = fc.constant({ type: 'image', image: { url: '/uploads/x.png' }, children: [{ type: 'text', text: '' }] })
  const blocks = fc.array(
    fc.oneof(leaf('paragraph'), leaf('heading', { level: 2 }), leaf('quote'), leaf('code'), list, image), { minLength: 1, maxLength: 6 },
  )

  test('comes back as it was, with its marks, links, lists and pictures', () => {
    fc.assert(fc.property(blocks, blocks, words, (source, own, line) => {
      const fields = [{ ...FIELD, value: source }, { ...FIELD, field: 'title', value: line }]
      const translated = new Map<string, unknown>([['text', source], ['title', line]])
      const units = unitsOf(fields, translated)
      const file = writeXliff({ ...tags, original: EXPECTED.original, units, notes: [line] })
      const done = file.replaceAll('state="initial"', 'state="translated"')
      // Nothing stands there yet: everything that has words is to be put there, as it is in the file.
      const empty = { units: unitsOf(fields, new Map()), translated: new Map() }
      const { fields: found, problems, missing } = readXliff(done, { ...EXPECTED, ...empty })
      expect([problems, missing]).toEqual([[], 0])
      if (units.some(({ path }) => path !== null)) expect(found.find(({ field }) => field === 'text')?.value).toEqual(source)
      expect(found.find(({ field }) => field === 'title')?.value).toBe(line)
      // However a translation is divided: what nobody has touched changes nothing.
      const others = unitsOf(fields, new Map([['text', own]]))
      expect(readXliff(writeXliff({ ...tags, original: EXPECTED.original, units: others, notes: [] }), {
        ...EXPECTED, units: others, translated: new Map([['text', own]]),
      })).toMatchObject({ fields: [], problems: [] })
    }), { numRuns: 200 })
  })

  const tags = { from: localeOf('de').language, to: localeOf('ar').language }
})

describe('a file', () => {
  const fields = [
    { ...FIELD, field: 'title', label: 'Titel', value: 'Ein Titel' },
    {
      ...FIELD, value: [
        { type: 'paragraph', children: [
          { type: 'text', text: 'Mit ' }, { type: 'text', text: 'Nachdruck', bold: true }, { type: 'text', text: ' und ' },
          { type: 'link', url: 'https://example.org/a?b=1&c=2', children: [{ type: 'text', text: 'Link' }] },
        ] },
        paragraph('Ein zweiter Absatz.'),
      ],
    },
  ]
  const units = unitsOf(fields, new Map())
  const file = writeXliff({ original: EXPECTED.original, from: 'de', to: 'ar', units, notes: [] })
  const read = (text: string): ReadIn => readXliff(text, { ...EXPECTED, units, translated: new Map() })
  /** As a program gives it back, with a translation of one unit. */
  const withTarget = (id: string, target: string) =>
    file.replace(new RegExp(`(<unit id="${id}">.*?</source>)`, 's'), `$1<target>${target}</target>`)
      .replaceAll('state="initial"', 'state="translated"')
  const countIn = ({ fields: taken }: ReadIn) => taken.reduce((sum, { count }) => sum + count, 0)
  const valueOf = (found: ReadIn, field: string) => found.fields.find(one => one.field === field)?.value

  test('of which one place is translated says so, and leaves the rest', () => {
    const found = read(withTarget('title', 'عنوان'))
    const title = { field: 'title', part: null, value: 'عنوان', count: 1 }
    expect(found).toEqual({ fields: [title], missing: 2, problems: [] })
  })

  test('may order marks otherwise, leave some out, and leave their meaning to the source', () => {
    const found = read(withTarget('text.0', '<pc id="2">رابط</pc> و<pc id="1">تأكيد</pc>'))
    expect(valueOf(found, 'text')).toEqual([
      { type: 'paragraph', children: [
        { type: 'link', url: 'https://example.org/a?b=1&c=2', children: [{ type: 'text', text: 'رابط' }] },
        { type: 'text', text: ' و' }, { type: 'text', text: 'تأكيد', bold: true },
      ] },
      { type: 'paragraph', children: [{ type: 'text', text: '' }] },
    ])
    expect(found.missing).toBe(2)
  })

  test('may divide a place into sentences, in another order, with places that are marked', () => {
    const divided = file.replace(/<unit id="title">.*?<\/unit>/s, '<unit id="title"><segment id="s1" state="final">'
      + '<source>Ein </source><target order="3">ب</target></segment><ignorable><source> </source></ignorable>'
      + '<segment id="s2"><source>Titel</source><target order="1"><mrk id="m1">أ</mrk></target></segment></unit>')
    expect(valueOf(read(divided.replace('Ein </source>', 'Ein</source>')), 'title')).toBe('أ ب')
  })

  test('with comments, CDATA and instructions in a place is read without them', () => {
    expect(valueOf(read(withTarget('title', 'أ<!-- x --><?x y?><![CDATA[ب]]>')), 'title')).toBe('أب')
  })

  test.each<[string, string]>([
    ['a code that nobody knows', '<pc id="9">x</pc>'], ['a place holder', 'x<ph id="7"/>'],
    ['something of another language of files', '<b xmlns="http://www.w3.org/1999/xhtml">x</b>'],
  ])('with %s in one place is refused there, and taken elsewhere', (_, target) => {
    const found = read(withTarget('text.1', target).replace(/(<unit id="title">.*?<\/source>)/s, '$1<target>عنوان</target>'))
    expect([countIn(found), found.problems]).toEqual([1, [expect.stringMatching(/^Text, Absatz 2: Darin steht/)]])
    expect(valueOf(found, 'title')).toBe('عنوان')
  })

  test('with a link in a title, a place twice, or one of which the source has changed is refused there', () => {
    expect(read(withTarget('title', 'ا<pc id="1" type="fmt" subType="xlf:b">ب</pc>')).problems)
      .toEqual(['Titel: Hier sind weder Auszeichnungen noch Links möglich.'])
    const twice = withTarget('title', 'عنوان').replace(/<unit id="title">.*?<\/unit>/s, '$&$&')
    expect(read(twice)).toMatchObject({ fields: [], problems: ['Titel: Diese Stelle kommt in der Datei zweimal vor.'] })
    expect(read(withTarget('title', 'عنوان').replace('Ein Titel', 'Ein alter Titel')).problems)
      .toEqual([expect.stringContaining('Der Ausgangstext sagt inzwischen etwas anderes.')])
  })

  test('with ten thousand places of something else is read, and says how many there were', () => {
    const others = Array.from({ length: 10_000 }, (_, index) =>
      `<unit id="u${index}"><segment><source>a</source><target>b</target></segment></unit>`).join('')
    const found = read(withTarget('title', 'عنوان').replace('</file>', `${others}</file>`))
    expect([countIn(found), found.problems])
      .toEqual([1, ['10000 Stellen der Datei gibt es im Ausgangstext nicht mehr.']])
  })

  test('for a translation with other levels of headings leaves those as they are', () => {
    const heading = (level: number, text: string) => ({ type: 'heading', level, children: [{ type: 'text', text }] })
    const own = [{ ...FIELD, value: [heading(2, 'Zuerst'), heading(3, 'Danach')] }]
    const translated = new Map([['text', [heading(3, 'أولا'), heading(4, 'ثم')]]])
    const all = unitsOf(own, translated)
    const given = writeXliff({ original: EXPECTED.original, from: 'de', to: 'ar', units: all, notes: [] })
    const found = readXliff(given.replace('أولا', 'بداية'), { ...EXPECTED, units: all, translated })
    expect(found.fields).toEqual([{ field: 'text', part: null, value: [heading(3, 'بداية'), heading(4, 'ثم')], count: 1 }])
  })

  test('for a translation with a paragraph more takes nothing of that text, and says why once', () => {
    const translated = new Map([['text', [paragraph('أ'), paragraph('ب'), paragraph('ج')]]])
    const all = unitsOf(fields, translated)
    const given = writeXliff({ original: EXPECTED.original, from: 'de', to: 'ar', units: all, notes: [] })
    expect(given).not.toContain('ب')
    const found = readXliff(
      given.replace(/(<unit id="text\.[01]">.*?<\/source>)/gs, '$1<target>د</target>'), { ...EXPECTED, units: all, translated },
    )
    expect(found).toEqual({
      fields: [], missing: 1, problems: [expect.stringMatching(/^Text: Die Übersetzung hat hier andere Absätze/)],
    })
  })

  test('that a program has filled with the source says nothing', () => {
    const filled = file.replace(/<source>(.*?)<\/source>/gs, '$&<target>$1</target>')
    expect(read(filled)).toEqual({ fields: [], missing: 3, problems: [] })
  })

  test.each<[string, string, RegExp]>([
    ['nothing', '', /beschädigt/], ['no XML', 'Guten Tag', /beschädigt/], ['another XML', '<rss/>', /keine XLIFF-Datei/],
    ['XLIFF 1.2', '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', /XLIFF 1\.2\. Gelesen wird XLIFF 2\.1/],
    ['a version to come', file.replace('version="2.1"', 'version="3.0"'), /XLIFF 3\.0/],
    ['a file that ends too early', file.slice(0, -40), /beschädigt/],
    ['a DOCTYPE', file.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'), /DOCTYPE/],
    ['nested without end', withTarget('title', `${'<pc id="1">'.repeat(5000)}x${'</pc>'.repeat(5000)}`), /verschachtelt/],
    ['another language', file.replace('trgLang="ar"', 'trgLang="fa"'), /in „fa“. Hier wird in „ar“/],
    ['another source', file.replace('srcLang="de"', 'srcLang="en"'), /aus „en“/],
    ['another entry', file.replace('page/x', 'page/y'), /zu einem anderen Eintrag/],
  ])('that is %s is refused as a whole, with a sentence', (_, text, sentence) => {
    expect(() => read(text)).toThrow(sentence)
  })
})

describe('an entry', () => {
  let cms: Cms
  let rita: Editor
  let anton: Editor

  beforeAll(async () => {
    cms = await startCms()
    rita = await editor(cms, 'Rita Redaktion')
    anton = await editor(cms, 'Anton Autor', 'strapi-author')
  })

  afterAll(() => cms?.stop())

  const ENTRIES = '/content-manager/collection-types'
  const body = [
    { __component: 'article.question-and-answer', question: 'Warum?', answer: [paragraph('Darum.'), paragraph('Und darum.')] },
    { __component: 'article.quote', quote: 'Ein Satz.', attribution: 'Eine Stimme' },
  ]

  async function write(uid: string, values: Values): Promise<string> {
    return String((await rita.send('POST', `${ENTRIES}/${uid}`, values)).data.documentId)
  }

  const addressOf = (uid: string, documentId: string, locale = 'tr') =>
    `/translation-states/${uid}/${documentId}/xliff?locale=${locale}`

  const give = (account: Editor, ...of: Parameters<typeof addressOf>) => account.download(addressOf(...of))

  async function take(file: string, ...of: Parameters<typeof addressOf>): Promise<{ status: number, data: Values }> {
    const form = new FormData()
    form.append('file', new Blob([file]), 'Text.xlf')
    const { status, data } = await rita.send('POST', addressOf(...of), form)
    return { status, data }
  }

  test('goes out in its blocks and comes back as the form wants it; nothing is written', async () => {
    const documentId = await write(ARTICLE, { title: 'In Blöcken', body })
    const response = await give(rita, ARTICLE, documentId)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xliff+xml; charset=utf-8'])
    const file = await response.text()
    expect([...file.matchAll(/<unit id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'title', 'body.0.question', 'body.0.answer.0', 'body.0.answer.1', 'body.1.quote', 'body.1.attribution',
    ])
    const translated = file.replace(/<source>Darum\.<\/source>/, '$&<target>Çünkü.</target>')
      .replace(/<source>Ein Satz\.<\/source>/, '$&<target>Bir cümle.</target>')
    const { status, data } = await take(translated, ARTICLE, documentId)
    expect([status, data]).toEqual([200, {
      missing: 4, problems: [],
      fields: [
        { field: 'body.0.answer', part: 'article.question-and-answer', value: [paragraph('Çünkü.'), paragraph('')], count: 1 },
        { field: 'body.1.quote', part: 'article.quote', value: 'Bir cümle.', count: 1 },
      ],
    }])
    expect(await cms.documents(ARTICLE).findOne({ documentId, locale: 'tr', status: 'draft' })).toBeNull()
  })

  test('goes out with its translation, and what was not touched changes nothing', async () => {
    const documentId = await write(PAGE, { title: 'Mit Übersetzung', text: [paragraph('Ein Absatz.')] })
    const turkish = { title: 'Çeviriyle', text: [paragraph('Bir paragraf.')] }
    await rita.send('PUT', `${ENTRIES}/${PAGE}/${documentId}?locale=tr`, turkish)
    const file = await (await give(rita, PAGE, documentId)).text()
    expect(file).toContain('<target>Bir paragraf.</target>')
    expect((await take(file, PAGE, documentId)).data).toEqual({ fields: [], missing: 0, problems: [] })
    const { data } = await take(file.replace('Bir paragraf.', 'Başka bir paragraf.'), PAGE, documentId)
    expect(data.fields).toEqual([{ field: 'text', part: null, value: [paragraph('Başka bir paragraf.')], count: 1 }])
  })

  test('is given to whoever may read it, in a language that it is translated into', async () => {
    const documentId = await write(PAGE, { title: 'Für wen', text: [paragraph('Ein Absatz.')] })
    expect((await fetch(cms.address + addressOf(PAGE, documentId))).status).toBe(401)
    expect((await give(anton, PAGE, documentId)).status).toBe(200)
    for (const locale of ['de', 'xx', '']) expect((await give(rita, PAGE, documentId, locale)).status, locale).toBe(404)
    expect((await give(rita, PAGE, 'unknown')).status).toBe(404)
    expect((await give(rita, 'api::ledger.message', documentId)).status).toBe(404)
    expect(await rita.send('POST', addressOf(PAGE, documentId), {}))
      .toMatchObject({ status: 400, error: { message: 'Bitte wählen Sie eine Datei aus.' } })
  })

  test('has no drafts of a machine where there is no service for them', async () => {
    const documentId = await write(PAGE, { title: 'Ohne Dienst', text: [paragraph('Ein Absatz.')] })
    const { data } = await rita.send('GET', `/translation-states/${PAGE}/${documentId}/source?locale=tr`)
    expect(data).toMatchObject({ locale: 'de', hasMachineDrafts: false })
    expect((await rita.send('POST', `/translation-states/${PAGE}/${documentId}/machine-draft?locale=tr`)).status).toBe(404)
  })
})
