/** Edits of known meaning, and what is said of each: the sentences were written down first. */
import { readFileSync } from 'node:fs'
import { ChangesDocument, type ChangesQuery, type LocaleCode } from 'shared-types'
import { print } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toSentence } from '../../web/server/cms/change-sentence'
import { plainSentence } from '../../web/server/cms/change-words'
import { ARTICLE, type Cast, castOf, EVENT, MEASURE, paragraph, UPDATE } from './cast'
import { ask, type Cms, type Row, startCms } from './strapi'

let cms: Cms
let cast: Cast
let plan: Row
let measure: Row
let update: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan({ title: 'Plan', slug: 'plan', valid: '2019/..' })
  measure = await cast.measure(plan, { title: 'Nachtbus', slug: 'nachtbus', summary: 'Ein Buss in der Nacht.' })
  update = await cast.update(measure, { date: '2021-03', stage: 'proposed', text: 'Vorgeschlagn.' })
})

afterAll(() => cms?.stop())

const TEXTS = new Map<string, object>()

/** As the pages and feeds find their texts. */
function textIn(locale: LocaleCode, key: string, values: Record<string, string> = {}): string {
  const texts = TEXTS.get(locale)
    ?? JSON.parse(readFileSync(new URL(`../../shared-types/languages/${locale}.json`, import.meta.url), 'utf8'))
  TEXTS.set(locale, texts)
  const text = key.split('.').reduce<unknown>((part, name) => Object(part)[name], texts)
  return String(text).replace(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '')
}

async function told(locale: LocaleCode): Promise<string[]> {
  const { data, errors } = await ask<ChangesQuery>(cms, print(ChangesDocument), {
    locale, since: '2000-01-01', plan: 'plan',
  })
  expect(errors).toEqual([])
  return (data?.changes.nodes ?? []).flatMap((change) => {
    const sentence = toSentence(change)
    return sentence
      ? [`${change.date} ${plainSentence(sentence, (key, values) => textIn(locale, key, values), locale)}`]
      : []
  })
}

/** What GraphQL says that the newest publication of a document in a language changed. */
async function publishedSentence(locale: LocaleCode, { type, slug }: Published): Promise<string | null> {
  const { data, errors } = await ask<{
    revision: { versions: { changed: { sentence: string } | null }[] } | null
  }>(
    cms,
    'query ($type: String!, $slug: String!, $locale: I18NLocaleCode) { revision(type: $type, slug: $slug, locale: $locale)'
    + ' { versions { changed { sentence } } } }',
    { type, slug, locale },
  )
  expect(errors).toEqual([])
  return data?.revision?.versions[0]?.changed?.sentence ?? null
}

/** What is said of the publication itself, in the languages in which there is a version. */
interface Published {
  type: string
  slug: string
  de: string
  ar: string | null
}

interface Edit {
  name: string
  make: () => Promise<unknown>
  /** What is said from then on and was not before. */
  de: string[]
  ar: string[]
  /** What is not said any more. */
  unsaid?: { de: string[], ar: string[] }
  /** Nothing where no page of its own has changed. */
  published?: Published
}

const publish = (uid: string, { documentId }: Row, data: object, locale?: string) =>
  cms.documents(uid).update({ documentId, data, status: 'published', ...locale && { locale } })

/** They build on each other, in this order. `{today}` is the day of the test. */
const EDITS: Edit[] = [
  {
    name: 'a status', make: () => cast.update(measure, { date: '2022-09', stage: 'in_progress' }),
    de: ['2022-09 Nachtbus: von „vorgeschlagen“ zu „in Bearbeitung“.'],
    ar: ['2022-09 Nachtbus: من «مقترح» إلى «قيد التنفيذ».'],
    published: { type: 'Measure', slug: 'nachtbus', de: 'Angaben geändert: Stand.', ar: null },
  },
  {
    name: 'a decision',
    make: () =>
      cast.decision({
        plan: plan.documentId, part: 'Strategiepapier', date: '2021', outcome: 'adopted', isUnanimous: true,
      }),
    de: ['2021 Plan (Strategiepapier): beschlossen (einstimmig).'],
    ar: ['2021 Plan (Strategiepapier): أُقرّ (بالإجماع).'],
  },
  {
    name: 'a correction of spelling',
    make: async () => {
      await publish(MEASURE, measure, { summary: 'Ein Bus in der Nacht.' })
      await publish(UPDATE, update, { text: 'Vorgeschlagen.' })
    },
    de: [], ar: [],
    published: { type: 'Measure', slug: 'nachtbus', de: 'Rechtschreibung oder Schreibweise geändert (Wörter: 1).', ar: null },
  },
  {
    name: 'another text',
    make: () => publish(MEASURE, measure, { text: [paragraph('Er fährt nachts.')] }),
    de: [], ar: [],
    published: { type: 'Measure', slug: 'nachtbus', de: 'Text geändert (Wörter: 3).', ar: null },
  },
  {
    name: 'formatting',
    make: () => publish(MEASURE, measure, {
      text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Er fährt nachts.', bold: true }] }],
    }),
    de: [], ar: [],
    published: { type: 'Measure', slug: 'nachtbus', de: 'Nur Satzzeichen oder Gestaltung geändert.', ar: null },
  },
  {
    name: 'a new name of a measure',
    make: () => publish(MEASURE, measure, {
      names: [{ language: 'de', value: 'Nachtlinie', kind: 'official', from: '2023' }],
    }),
    de: ['2023 Nachtbus erhält den Namen Nachtlinie.'], ar: ['2023 Nachtbus يحصل على الاسم Nachtlinie.'],
    published: { type: 'Measure', slug: 'nachtbus', de: 'Angaben geändert: Namen in der Zeit.', ar: null },
  },
  {
    name: 'a translation',
    make: () => publish(MEASURE, measure, { title: 'حافلة ليلية' }, 'ar'),
    de: [],
    ar: [
      '2023 حافلة ليلية يحصل على الاسم Nachtlinie.', '2022-09 حافلة ليلية: من «مقترح» إلى «قيد التنفيذ».',
      '2021-03 حافلة ليلية: أول مرحلة معروفة «مقترح».',
    ],
    unsaid: {
      de: [],
      ar: [
        '2023 Nachtbus يحصل على الاسم Nachtlinie.', '2022-09 Nachtbus: من «مقترح» إلى «قيد التنفيذ».',
        '2021-03 Nachtbus: أول مرحلة معروفة «مقترح».',
      ],
    },
    published: { type: 'Measure', slug: 'nachtbus', de: 'Angaben geändert: Namen in der Zeit.', ar: 'تُرجم حديثًا (العربية).' },
  },
  {
    name: 'another text of what is translated, of which the translation knows nothing',
    make: () => publish(MEASURE, measure, { text: [paragraph('Er fährt nur nachts.')] }),
    de: [], ar: [],
    published: {
      type: 'Measure', slug: 'nachtbus', de: 'Text geändert (Wörter: 1).', ar: 'تُرجم حديثًا (العربية).',
    },
  },
  {
    name: 'an event',
    make: () =>
      cms.documents(EVENT).create({
        data: {
          title: 'Auftakt', date: '2020-01-17/2020-01-18', kind: 'kick_off', plan: plan.documentId,
          citations: cast.citations, text: [paragraph('Es ging los.')],
        },
        status: 'published',
      }),
    de: ['2020-01-17/2020-01-18 Prozessbeginn: Auftakt.'], ar: ['2020-01-17/2020-01-18 بداية العملية: Auftakt.'],
    published: { type: 'TimelineEvent', slug: 'auftakt', de: 'Neu.', ar: null },
  },
  {
    name: 'an article',
    make: () =>
      cms.documents(ARTICLE).create({
        data: { title: 'Nachts unterwegs', kind: 'report', date: '2024-05-01', measures: [measure.documentId] },
        status: 'published',
      }),
    de: ['2024-05-01 Neuer Beitrag: Nachts unterwegs (Bericht).'], ar: ['2024-05-01 مقال جديد: Nachts unterwegs (تقرير).'],
    published: { type: 'Article', slug: 'nachts-unterwegs', de: 'Neu.', ar: null },
  },
]

describe('what is said of an edit', () => {
  test.each(EDITS)('$name', async ({ make, de, ar, unsaid, published }) => {
    const before = { de: await told('de'), ar: await told('ar') }
    await make()
    for (const [locale, said] of [['de', de], ['ar', ar]] as const) {
      const after = await told(locale)
      expect(after.filter(sentence => !before[locale].includes(sentence)), locale).toEqual(said)
      expect(before[locale].filter(sentence => !after.includes(sentence)), locale).toEqual(unsaid?.[locale] ?? [])
      if (published) expect(await publishedSentence(locale, published), locale).toBe(published[locale])
    }
  })

  test('a withdrawal and a deletion: that it went, and all that was said of it before', async () => {
    const titles = ['Nachtbus', 'حافلة ليلية']
    const history = { de: await told('de'), ar: await told('ar') }
    const marked = (locale: 'de' | 'ar') =>
      history[locale]
        // The names of what is gone are no longer told.
        .filter(sentence => !sentence.includes('Nachtlinie'))
        .map(sentence =>
          titles.reduce(
            (words, title) => words.replace(`${title}:`, `${title} (${textIn(locale, 'lineage.gone')}):`), sentence,
          ),
        )
    const { documentId } = measure
    await cms.documents(MEASURE).unpublish({ documentId, locale: '*' })
    expect((await told('de')).map(withoutToday)).toEqual([
      '{today} Maßnahme Nachtbus wurde von dieser Website genommen.', ...marked('de'),
    ])
    expect((await told('ar')).map(withoutToday)).toEqual([
      '{today} سُحب من هذا الموقع: تدبير حافلة ليلية.', ...marked('ar'),
    ])
    await cms.documents(MEASURE).delete({ documentId, locale: '*' })
    expect((await told('de')).map(withoutToday)).toEqual([
      '{today} Maßnahme Nachtbus wurde hier gelöscht.', ...marked('de'),
    ])
    expect((await told('ar')).map(withoutToday)).toEqual(['{today} حُذف من هنا: تدبير حافلة ليلية.', ...marked('ar')])
  })
})

function withoutToday(sentence: string): string {
  return sentence.replace(/^\d{4}-\d{2}-\d{2}(?= (Maßnahme|سُحب|حُذف))/, '{today}')
}
