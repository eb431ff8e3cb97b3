import type { LocaleCode, PublicationsQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { feedComplaints, jsonFeedComplaints } from '~~/test/formats'
import { findFeedPublications, toPublicationFeed } from './publication-feed'

const version = (number: number, changed: PublicationsQuery['publications']['nodes'][number]['versions'][number]['changed']) => ({
  number, publishedOn: '2024-05-03T10:00:00.000Z', withdrawnFor: null, changed,
})
const publications: PublicationsQuery['publications'] = {
  total: 2,
  nodes: [
    {
      type: 'Measure', documentId: 'm1', slug: 'nachtbus', title: 'Nachtbus <neu>', number: 2,
      publishedOn: '2024-05-03T10:00:00.000Z',
      versions: [
        version(2, { kind: 'facts_and_text', fields: ['period', 'cost'], words: 12 }),
        version(1, { kind: 'new', fields: [], words: 0 }),
      ],
    },
    {
      type: 'TimelineEvent', documentId: 'e1', slug: 'auftakt', title: 'Auftakt', number: 1,
      publishedOn: '2023-05-03T10:00:00.000Z', versions: [version(1, null)],
    },
  ],
}

let cms: Awaited<ReturnType<typeof openCms>>
let answer = publications
beforeAll(async () => { cms = await openCms(() => ({ publications: answer })) })
afterAll(() => cms.close())

interface Parsed {
  items: { title: string, url: string, summary?: string, content_html?: string }[]
}

async function entriesIn(locale: LocaleCode) {
  const found = await findFeedPublications(locale)
  const feed = await toPublicationFeed('json', found ?? [], { locale, siteUrl: 'https://portal.example' })
  expect(jsonFeedComplaints(feed)).toEqual([])
  const { items }: Parsed = JSON.parse(feed)
  return items.map(({ title, url, summary, content_html: html }) => [title, url, summary ?? html ?? ''])
}

describe('the feed of what was published here', () => {
  it.each<[LocaleCode, string[][]]>([
    ['de', [
      [
        'Maßnahme: Nachtbus <neu>', 'https://portal.example/massnahmen/nachtbus/v/2',
        'Angaben geändert: Zeitraum und Kosten. Auch der Text ist geändert (Wörter: 12).',
      ],
      ['Ereignis: Auftakt', 'https://portal.example/zeitleiste/auftakt/v/1', ''],
    ]],
    ['ar', [
      [
        'تدبير: Nachtbus <neu>', 'https://portal.example/ar/measures/nachtbus/v/2',
        'تغيّرت بيانات: الفترة والتكلفة. وتغيّر النص أيضًا (عدد الكلمات: 12).',
      ],
      ['حدث: Auftakt', 'https://portal.example/ar/timeline/auftakt/v/1', ''],
    ]],
  ])('says in %s what each publication changed, where that is known, and leads to the version', async (locale, expected) => {
    expect(await entriesIn(locale)).toEqual(expected)
  })

  it('is an Atom feed that programs can read', async () => {
    const found = await findFeedPublications('de')
    const feed = await toPublicationFeed('atom', found ?? [], { locale: 'de', siteUrl: 'https://portal.example' })
    expect(await feedComplaints('atom', feed)).toEqual([])
  })

  it('is not there before anything was published', async () => {
    answer = { total: 0, nodes: [] }
    expect(await findFeedPublications('en')).toBeNull()
  })
})
