/** What a publication changed: two answers to the question that a version keeps, and what is said of them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { valueAt } from './foreign.js'
import { type PublishedChange, publishedChange, publishedSentence } from './published-changes.js'
import { versionDifferences } from './version-changes.js'

const paragraph = (text: string, marks = {}) => ({ type: 'paragraph', children: [{ type: 'text', text, ...marks }] })
const source = { documentId: 's1', label: 'Bericht', kind: 'report', url: null }
const plan = { slug: 'plan', title: 'Plan', locale: 'de' }
const update = {
  documentId: 'u1', stage: 'proposed', date: '2021', countsFrom: '2021-12-31', text: 'Vorgeschlagen.', locale: 'de',
  citations: [{ page: '1', quote: null, source }],
}
const MEASURE = {
  documentId: 'm1', slug: 'nachtbus', locale: 'de', title: 'Nachtbus', summary: 'Ein Bus in der Nacht.',
  text: [paragraph('Er fährt immer.'), paragraph('Auch am Sonntag.')], period: '2021/..', cost: '5 Euro', kind: 'fundable',
  languages: ['de'], plan, lead: null, partners: [], goals: [], statusUpdates: [update], citations: [],
}
const article = (body: object[]) => ({ title: 'Gespräch', lead: 'Kurz.', kind: 'interview', body, citations: [] })
const answer = (question: string, text: string) => ({
  __typename: 'QuestionAndAnswerBlock', question, speaker: 'Kim', answer: [paragraph(text)],
})

type Case = [name: string, before: object, now: object, expected: Partial<PublishedChange>]

const CASES: Case[] = [
  ['nothing', MEASURE, structuredClone(MEASURE), { kind: 'none' }],
  ['nothing, in another order of names', { a: { b: 1, c: 2 }, title: 'x' }, { title: 'x', a: { c: 2, b: 1 } }, { kind: 'none' }],
  ['another translation', MEASURE, { ...MEASURE, languages: ['de', 'ar'] }, { kind: 'none' }],
  ['a plan that is called otherwise', MEASURE, { ...MEASURE, plan: { ...plan, title: 'Umbenannt' } }, { kind: 'none' }],
  ['what was not asked for then', MEASURE, { ...MEASURE, isNew: true, plan: { ...plan, startsOn: '2020' } }, { kind: 'none' }],
  [
    'what was not asked for then of an entry', MEASURE,
    { ...MEASURE, statusUpdates: [{ ...update, note: 'Neu', certainty: 'documented' }] }, { kind: 'none' },
  ],
  ['what is not asked for any more', { ...MEASURE, old: 'x' }, MEASURE, { kind: 'none' }],
  ['a fact', MEASURE, { ...MEASURE, period: '2022/..' }, { kind: 'facts', fields: ['period'] }],
  ['costs', MEASURE, { ...MEASURE, cost: '6 Euro' }, { kind: 'facts', fields: ['cost'] }],
  ['another plan', MEASURE, { ...MEASURE, plan: { ...plan, slug: 'anderer' } }, { kind: 'facts', fields: ['plan'] }],
  ['a lead', MEASURE, { ...MEASURE, lead: { slug: 'rat', name: 'Rat' } }, { kind: 'facts', fields: ['lead'] }],
  [
    'another status update', MEASURE,
    { ...MEASURE, statusUpdates: [update, { ...update, documentId: 'u2', stage: 'adopted', text: 'Vier neue Wörter hier.' }] },
    { kind: 'facts', fields: ['statusUpdates'], words: 0 },
  ],
  ['an update that is gone', MEASURE, { ...MEASURE, statusUpdates: [] }, { kind: 'facts', fields: ['statusUpdates'] }],
  ['its stage', MEASURE, { ...MEASURE, statusUpdates: [{ ...update, stage: 'struck' }] }, { kind: 'facts', fields: ['statusUpdates'] }],
  [
    'its text', MEASURE, { ...MEASURE, statusUpdates: [{ ...update, text: 'Nicht mehr vorgeschlagen.' }] },
    { kind: 'text', words: 3 },
  ],
  [
    'its spelling', { ...MEASURE, statusUpdates: [{ ...update, text: 'Vorgeschlagn.' }] }, MEASURE,
    { kind: 'spelling', words: 1 },
  ],
  ['its page of the source', MEASURE, { ...MEASURE, statusUpdates: [{ ...update, citations: [{ page: '2', quote: null, source }] }] }, { kind: 'facts', fields: ['statusUpdates'] }],
  ['a source that is called otherwise', MEASURE, { ...MEASURE, statusUpdates: [{ ...update, citations: [{ page: '1', quote: null, source: { ...source, label: 'X' } }] }] }, { kind: 'none' }],
  ['a source', MEASURE, { ...MEASURE, citations: [{ page: null, quote: null, source }] }, { kind: 'facts', fields: ['citations'] }],
  ['words', MEASURE, { ...MEASURE, summary: 'Eine Bahn in der Nacht.' }, { kind: 'text', words: 2 }],
  ['words that are new', { ...MEASURE, summary: null }, MEASURE, { kind: 'text', words: 5 }],
  ['words that are gone', MEASURE, { ...MEASURE, text: [paragraph('Er fährt immer.')] }, { kind: 'text', words: 3 }],
  ['a number', MEASURE, { ...MEASURE, summary: 'Ein Bus in der Nacht 5.' }, { kind: 'text', words: 1 }],
  ['a „not“', MEASURE, { ...MEASURE, text: [paragraph('Er fährt nicht immer.'), paragraph('Auch am Sonntag.')] }, { kind: 'text', words: 1 }],
  ['where a link leads', { text: [{ type: 'paragraph', children: [{ type: 'link', url: 'https://a.example', children: [{ type: 'text', text: 'Hier' }] }] }] }, { text: [{ type: 'paragraph', children: [{ type: 'link', url: 'https://b.example', children: [{ type: 'text', text: 'Hier' }] }] }] }, { kind: 'text', words: 1 }],
  ['a mistake', { ...MEASURE, summary: 'Ein Buss in der Nacht.' }, MEASURE, { kind: 'spelling', words: 1 }],
  ['old spelling', { ...MEASURE, summary: 'Er muß fahren.' }, { ...MEASURE, summary: 'Er muss fahren.' }, { kind: 'spelling', words: 1 }],
  ['a mistake, and a fact', { ...MEASURE, summary: 'Ein Buss in der Nacht.', period: '2020' }, MEASURE, { kind: 'facts', fields: ['period'], words: 0 }],
  ['words and facts', MEASURE, { ...MEASURE, summary: 'Nie.', period: '2020' }, { kind: 'facts_and_text', fields: ['period'], words: 5 }],
  ['bold', MEASURE, { ...MEASURE, text: [paragraph('Er fährt immer.', { bold: true }), paragraph('Auch am Sonntag.')] }, { kind: 'form', words: 0 }],
  ['a comma', MEASURE, { ...MEASURE, summary: 'Ein Bus, in der Nacht.' }, { kind: 'form' }],
  ['a paragraph divided', MEASURE, { ...MEASURE, text: [paragraph('Er fährt immer. Auch am Sonntag.')] }, { kind: 'form' }],
  ['two answers that traded places', article([answer('Ja?', 'Eins.'), answer('Nein?', 'Zwei.')]), article([answer('Ja?', 'Zwei.'), answer('Nein?', 'Eins.')]), { kind: 'text' }],
  ['an answer', article([answer('Ja?', 'Eins.')]), article([answer('Ja?', 'Zwei.')]), { kind: 'text', words: 1 }],
  [
    'a picture', article([answer('Ja?', 'Eins.')]),
    article([answer('Ja?', 'Eins.'), { __typename: 'ImageBlock', image: { documentId: 'i1', author: 'Kim' } }]),
    { kind: 'facts', fields: ['body'], words: 0 },
  ],
  ['what is said of a picture elsewhere', article([{ __typename: 'ImageBlock', image: { documentId: 'i1', author: 'Kim' } }]), article([{ __typename: 'ImageBlock', image: { documentId: 'i1', author: 'Kim K.' } }]), { kind: 'none' }],
]

describe('what a publication changed', () => {
  it.each(CASES)('%s', (_name, before, now, expected) => {
    expect(publishedChange(before, now, 'de')).toMatchObject(expected)
  })

  it('marks the words that came and went, with those around them', () => {
    const [difference] = versionDifferences(MEASURE, { ...MEASURE, summary: 'Ein Zug in der Nacht.' }, 'de')
    expect(difference).toMatchObject({
      field: 'summary', kind: 'text',
      paragraphs: [[
        { kind: 'kept', text: 'Ein ' }, { kind: 'gone', text: 'Bus' }, { kind: 'come', text: 'Zug' },
        { kind: 'kept', text: ' in der Nacht.' },
      ]],
    })
  })

  it('leaves out paragraphs in which nothing changed', () => {
    const [difference] = versionDifferences(MEASURE, { ...MEASURE, text: [paragraph('Er fährt immer.'), paragraph('Auch am Montag.')] }, 'de')
    expect(difference?.paragraphs).toHaveLength(1)
  })
})

describe('what is said of it in one sentence', () => {
  const textsIn = (locale: string) => (key: string, values: Record<string, string> = {}) => {
    const texts: unknown = JSON.parse(readFileSync(new URL(`../languages/${locale}.json`, import.meta.url), 'utf8'))
    return String(valueAt(texts, ...key.split('.'))).replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
  }
  const said = (change: PublishedChange, locale: string) => publishedSentence(change, textsIn(locale), locale)

  it.each<[PublishedChange, string, string]>([
    [{ kind: 'new', fields: [], words: 0 }, 'Neu.', 'جديد.'],
    [{ kind: 'translation', fields: [], words: 0 }, 'Neu übersetzt (Deutsch).', 'تُرجم حديثًا (العربية).'],
    [{ kind: 'facts', fields: ['period', 'lead'], words: 0 }, 'Angaben geändert: Zeitraum und Federführung.', 'تغيّرت بيانات: الفترة والجهة المسؤولة.'],
    [{ kind: 'facts', fields: ['claims', 'citations'], words: 0 }, 'Angaben geändert: Quellen.', 'تغيّرت بيانات: المصادر.'],
    [{ kind: 'text', fields: [], words: 1200 }, 'Text geändert (Wörter: 1.200).', 'تغيّر النص (عدد الكلمات: 1,200).'],
    [{ kind: 'facts_and_text', fields: ['period'], words: 3 }, 'Angaben geändert: Zeitraum. Auch der Text ist geändert (Wörter: 3).', 'تغيّرت بيانات: الفترة. وتغيّر النص أيضًا (عدد الكلمات: 3).'],
    [{ kind: 'spelling', fields: [], words: 1 }, 'Rechtschreibung oder Schreibweise geändert (Wörter: 1).', 'تغيّر الإملاء (عدد الكلمات: 1).'],
    [{ kind: 'form', fields: [], words: 0 }, 'Nur Satzzeichen oder Gestaltung geändert.', 'تغيّرت علامات الترقيم أو التنسيق فقط.'],
    [{ kind: 'none', fields: [], words: 0 }, 'Ohne Änderung neu veröffentlicht.', 'نُشر من جديد دون تغيير.'],
  ])('%o', (change, german, arabic) => {
    expect(said(change, 'de')).toBe(german)
    expect(said(change, 'ar')).toBe(arabic)
  })
})
