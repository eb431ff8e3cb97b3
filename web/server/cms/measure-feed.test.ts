import { Window } from 'happy-dom'
import type { LocaleCode } from 'shared-types'
import type { DecisionEntry } from './decision'
import type { MeasureDetail } from './measure'
import type { StatusUpdateEntry } from './status-update'
import { describe, expect, it } from 'vitest'
import { feedComplaints } from '../../test/formats'
import { toMeasureFeed } from './measure-feed'

const inGerman = (value: string) => ({ value, locale: 'de' })
const council = { slug: 'rat', name: inGerman('Rat der Stadt'), kind: 'council' as const }
const reported = (id: string, given: Partial<StatusUpdateEntry> = {}): StatusUpdateEntry => ({
  id, stage: 'adopted', date: '2021', countsFrom: '2021-12-31', madeOn: '2024-01-01T00:00:00.000Z', text: null,
  citations: [],
  ...given,
})
const decided = (id: string, given: Partial<DecisionEntry> = {}): DecisionEntry => ({
  id, outcome: 'agreed', date: '2021-11', countsFrom: '2021-11-30', madeOn: '2024-01-01T00:00:00Z',
  reachesMeasures: false, part: null, isUnanimous: false, votes: { for: null, against: null, abstained: null },
  event: null, body: council, note: null, citations: [],
  ...given,
})

const MEASURE: MeasureDetail = {
  id: 'm1', slug: 'mentoring', title: inGerman('Mentoring'), field: null, plan: null, code: null, kind: 'unknown',
  certainty: 'documented', summary: inGerman('Paten helfen.'), text: { blocks: [], locale: 'de' }, languages: ['de'],
  translationOrigin: null, current: null, stageWord: null, goals: [], lead: null, partners: [], proposedBy: null,
  period: null, cost: null, indicator: null, calls: [], names: [], life: [], coming: [], news: null, isSilent: false,
  fundedProjects: [], events: [], articles: [], contributions: [], cameFrom: [], becameOf: [], oldPlan: null,
  revisionNumber: 1,
  publishedOn: '2024-05-03T10:00:00.000Z', citations: [], claims: [],
  updates: [reported('u1'), reported('u2', { stage: 'in_progress', date: '2022-09', text: inGerman('Es geht los.') })],
  decisions: [
    decided('d1', { note: inGerman('Mit Auflage.') }),
    decided('d2', { outcome: 'called', date: '2022-01-15', body: null }),
  ],
}
const PAGE = 'https://portal.example/massnahmen/mentoring'
const FEED = 'https://portal.example/data/de/measures/mentoring/feed.atom'
const feedOf = async (given: Partial<MeasureDetail> = {}, locale: LocaleCode = 'de') =>
  (await toMeasureFeed({ ...MEASURE, ...given }, locale, { page: PAGE, feed: FEED })) ?? ''

const { DOMParser } = new Window()

/**
 * The feed as a program reads it. The parser does not know CDATA, and lets pass what XML forbids: that is looked at
 * first.
 */
function read(xml: string) {
  const plain = xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  )
  expect(plain).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i)
  expect(plain).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  const document = new DOMParser().parseFromString(plain, 'application/xml')
  expect(document.querySelector('parsererror')?.textContent ?? '').toBe('')
  return document
}

const texts = (xml: string, selector: string) =>
  [...read(xml).querySelectorAll(selector)].map(element => element.textContent)

/** What a reader shows of a text that is marked as HTML. */
function shown(html: string): string {
  const element = new Window().document.createElement('p')
  element.innerHTML = html
  return element.textContent
}

describe('the feed of a measure', () => {
  it('says what it is about, who made it, when it changed, and where it lies', async () => {
    const feed = read(await feedOf())
    const of = (name: string) => feed.querySelector(`feed > ${name}`)?.textContent
    expect(feed.documentElement.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom')
    expect([of('id'), of('title'), of('subtitle'), of('updated'), of('author > name')]).toEqual([
      PAGE, 'Mentoring', 'Paten helfen.', '2022-09-30T00:00:00.000Z', 'LIP-Lab, Welt-in-Hannover.de',
    ])
    expect(
      [...feed.querySelectorAll('feed > link')].map(link => [link.getAttribute('rel'), link.getAttribute('href')]),
    ).toEqual([
      ['alternate', PAGE], ['self', FEED],
    ])
  })

  it('has what was reported and what was decided, the newest first', async () => {
    expect(texts(await feedOf(), 'entry > id')).toEqual([
      'urn:lip-lab:u2', 'urn:lip-lab:d2', 'urn:lip-lab:u1', 'urn:lip-lab:d1',
    ])
    expect(texts(await feedOf(), 'entry > updated')).toEqual(
      ['2022-09-30', '2022-01-15', '2021-12-31', '2021-11-30'].map(day => `${day}T00:00:00.000Z`),
    )
  })

  it('has it in that order in whatever order it is given', async () => {
    expect(
      texts(
        await feedOf({ updates: MEASURE.updates.toReversed(), decisions: MEASURE.decisions.toReversed() }),
        'entry > id',
      ),
    ).toEqual(texts(await feedOf(), 'entry > id'))
  })

  it('says of each what it was, by whom and when, no more exactly than it is known', async () => {
    expect(texts(await feedOf(), 'entry > title')).toEqual([
      'in Bearbeitung (September 2022)', 'ausgeschrieben (15. Januar 2022)', 'beschlossen (2021)',
      'Rat der Stadt: zugestimmt (November 2021)',
    ])
    expect(texts(await feedOf(), 'entry > summary')).toEqual(['Es geht los.', 'Mit Auflage.'])
    expect(
      texts(
        await feedOf({
          updates: [reported('u1', { date: '2012?' }), reported('u2', { date: '2011~' })], decisions: [],
        }),
        'entry > title',
      ),
    ).toEqual(['beschlossen (2012?)', 'beschlossen (~ 2011)'])
  })

  it('says it in the language that was asked for', async () => {
    expect(texts(await feedOf({}, 'en'), 'entry > title')[2]).toBe('adopted (2021)')
    expect(texts(await feedOf({}, 'ar'), 'entry > title')[0]).toMatch(/^قيد التنفيذ \(سبتمبر/)
  })

  it('leaves out a text that is in another language than it says of itself, and tells what happened all the same', async () => {
    const turkish = { value: 'Başlıyor.', locale: 'tr' }
    const xml = await feedOf(
      {
        updates: [
          reported('u1', { text: inGerman('Es geht los.') }), reported('u2', { date: '2022-09', text: turkish }),
        ],
        decisions: [decided('d1', { note: inGerman('Mit Auflage.') })],
      },
      'tr',
    )
    expect(texts(xml, 'entry > id')).toEqual(['urn:lip-lab:u2', 'urn:lip-lab:u1', 'urn:lip-lab:d1'])
    expect(texts(xml, 'feed > subtitle, entry > summary').filter(Boolean)).toEqual(['Başlıyor.'])
    expect(await feedComplaints('atom', xml)).toEqual([])
  })

  it('says of a text that a machine translated it', async () => {
    const feed = read(
      await feedOf({
        updates: [
          reported('u1', { text: { value: 'Es beginnt.', locale: 'de' }, translationOrigin: 'machine' }),
          reported('u2', { text: inGerman('Von Hand.'), translationOrigin: 'human' }),
        ],
        decisions: [decided('d1', { note: { value: 'A note.', locale: 'en' }, translationOrigin: 'machine_reviewed' })],
      }),
    )
    expect(
      [...feed.querySelectorAll('entry > category')].map(category =>
        ['label', 'scheme', 'term'].map(name => category.getAttribute(name)),
      ),
    ).toEqual([['maschinell übersetzt', 'urn:lip-lab:translation-origin:', 'machine']])
  })

  it('leads from every entry to the page of the measure', async () => {
    expect([...read(await feedOf()).querySelectorAll('entry > link')].map(link => link.getAttribute('href'))).toEqual([
      PAGE, PAGE, PAGE, PAGE,
    ])
  })

  it('leaves out what has no date', async () => {
    expect(
      texts(
        await feedOf({
          updates: [reported('u1', { date: '' }), reported('u2')], decisions: [decided('d1', { date: 'bald' })],
        }),
        'entry > id',
      ),
    ).toEqual(['urn:lip-lab:u2'])
  })

  it('of which nothing is known yet is a feed without entries, changed when the measure was published', async () => {
    const empty = await feedOf({ updates: [], decisions: [], summary: null })
    expect(texts(empty, 'entry')).toEqual([])
    expect(texts(empty, 'feed > title, feed > updated')).toEqual(['Mentoring', '2024-05-03T10:00:00.000Z'])
  })

  it('is none where the measure is not public', async () => {
    expect(
      await toMeasureFeed({ ...MEASURE, updates: [], decisions: [], publishedOn: null }, 'de', {
        page: PAGE, feed: FEED,
      }),
    ).toBeNull()
  })

  it.each(['de', 'en', 'ar'] as const)('in %s is valid, and says so', async (locale) => {
    const xml = await feedOf({}, locale)
    expect(await feedComplaints('atom', xml)).toEqual([])
    expect(xml).toContain(`<feed xml:lang="${locale}" `)
  })

  it.each(['<b>&', '<script>alert(1)</script>', 'A & B', '&lt;', ']]>', ']]>]]>', '"\''])(
    'shows %s letter by letter, wherever it stands',
    async (words) => {
      const xml = await feedOf({
        title: inGerman(`Titel ${words}`), updates: [reported('u1', { text: inGerman(`Text ${words}`) })],
        decisions: [decided('d1', { body: { ...council, name: inGerman(`Rat ${words}`) } })],
      })
      expect(texts(xml, 'entry > summary').map(shown)).toEqual([`Text ${words}`])
      expect(texts(xml, 'entry > title').map(shown)).toContain(`Rat ${words}: zugestimmt (November 2021)`)
      expect(
        [...read(xml).querySelectorAll('entry > title, entry > summary')].map(text => text.getAttribute('type')),
      ).toEqual(['html', 'html', 'html'])
      expect(read(xml).querySelector('feed > title')?.getAttribute('type') ?? 'text').toBe('text')
    },
  )

  it.each(['<b>&', 'A & B', ']]>'])('is called "%s" where the measure is', async (title) => {
    expect(
      texts(await feedOf({ title: inGerman(title), summary: inGerman(title) }), 'feed > title, feed > subtitle'),
    ).toEqual([title, title])
  })

  it('can be read though somebody pasted a sign that XML forbids', async () => {
    const pasted = 'Erste Zeile\u000bzweite Zeile\u0002'
    const xml = await feedOf({
      title: inGerman(pasted), summary: inGerman(pasted), updates: [reported('u1', { text: inGerman(pasted) })],
    })
    expect(texts(xml, 'entry > summary')[0]).toContain('zweite Zeile')
    expect(await feedComplaints('atom', xml)).toEqual([])
  })
})
