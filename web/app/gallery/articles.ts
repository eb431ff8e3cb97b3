/** Articles and pictures for the gallery of components. Every name, date and number here is made up. */
import type { ArticleKind } from 'shared-types'
import type { ArticleBlock, ArticleDetail, ArticleFinding, ArticleSummary } from '~~/server/cms/article'
import type { Picture } from '~~/server/cms/image'
import type { RichText, Text } from '~~/server/cms/text'
import { CITATIONS, FIELDS, ORGANISATION, PERSON_NAMES } from './examples'

const inGerman = (value: string): Text => ({ value, locale: 'de' })
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const heading = (text: string, level = 1) => ({ type: 'heading', level, children: [{ type: 'text', text }] })
const richText = (...blocks: object[]): RichText => ({ blocks, locale: 'de' })

export const PICTURE: Picture = {
  id: 'b1', url: '/favicon.svg', width: 1600, height: 1000,
  variants: ['avif', 'webp'].flatMap(kind =>
    [320, 640].map(width => ({ url: `/uploads/beispiel_${width}.${kind}`, mime: `image/${kind}`, width })),
  ),
  alt: inGerman('Sechs Stränge, die sich kreuzen'), caption: inGerman('Ein Zopf, zum Beispiel.'),
  author: 'Beispielperson', licence: 'CC-BY-4.0',
  sourceUrl: 'https://example.org/bild',
  focus: { x: 34, y: 0 }, isExample: true,
}
/** Full, without its file, decorative, described in another language, and of unknown size. */
export const PICTURES: Picture[] = [
  PICTURE,
  {
    ...PICTURE,
    id: 'b2', url: null, variants: [], licence: 'Alle Rechte vorbehalten', sourceUrl: null, isExample: false,
  },
  { ...PICTURE, id: 'b3', alt: null, caption: null, licence: 'CC0-1.0' },
  {
    ...PICTURE,
    id: 'b4', alt: { value: 'ضفيرة من ستة خيوط', locale: 'ar' },
    caption: { value: 'A braid, for example.', locale: 'en' },
  },
  { ...PICTURE, id: 'b5', width: null, height: null, variants: [], focus: { x: 100, y: 50 } },
]

const SOUND = { url: '/uploads/beispiel_ton.mp3', mime: 'audio/mpeg', bytes: 1_234_567 }
const SHEET = { url: '/uploads/beispiel_blatt.pdf', mime: 'application/pdf', bytes: 48_000 }

/** Every block, as full and as bare as it can be. */
export const BLOCKS: ArticleBlock[] = [
  {
    kind: 'text',
    text: richText(
      heading('Wie es anfing', 2), paragraph('Ein Absatz. '.repeat(40)), heading('Wie es weiterging'),
      paragraph('Noch ein Absatz. '.repeat(40)), heading('Wie es anfing', 3),
    ),
  },
  {
    kind: 'question', question: inGerman('Warum steht hier ein Beispiel?'), speaker: 'Beispielperson Eins',
    answer: richText(paragraph('Damit man es sieht. '.repeat(60))),
  },
  { kind: 'question', question: inGerman('Und sonst?'), speaker: null, answer: richText() },
  {
    kind: 'quote', quote: inGerman('Das Beispiel spricht für sich.'), attribution: 'Beispielperson Eins',
    citations: CITATIONS,
  },
  { kind: 'quote', quote: inGerman('„Schon in Zeichen gesetzt.“'), attribution: null, citations: [] },
  { kind: 'image', picture: PICTURE },
  { kind: 'gallery', title: inGerman('Alle Zustände'), pictures: PICTURES },
  { kind: 'gallery', title: null, pictures: [PICTURE] },
  {
    kind: 'video', title: inGerman('Ein Beispielfilm'),
    url: 'https://www.youtube.com/watch?v=1',
    language: 'tr', description: inGerman('Zu sehen ist nichts.'),
  },
  { kind: 'video', title: inGerman('Noch einer'), url: 'https://media.ccc.de/film', language: null, description: null },
  {
    kind: 'audio', title: inGerman('Etwas zu hören'), file: SOUND, language: 'de',
    transcript: richText(paragraph('Guten Tag.')),
  },
  {
    kind: 'audio', title: inGerman('Ton ohne Datei'), file: null, language: null,
    transcript: richText(paragraph('Stille.')),
  },
  { kind: 'callout', title: inGerman('Ein Hinweis'), text: richText(paragraph('Am Rand gesagt.')) },
  { kind: 'callout', title: null, text: richText(paragraph('Ohne Titel.')) },
  {
    kind: 'download', title: inGerman('Beispielblatt'), file: SHEET, language: 'de',
    description: inGerman('Zum Ausdrucken.'),
  },
  { kind: 'download', title: inGerman('Blatt ohne Datei'), file: null, language: null, description: null },
]

function written(
  slug: string, kind: ArticleKind, given: Partial<ArticleSummary> = {},
): ArticleSummary & { cover: Picture | null } {
  return {
    id: slug, slug, kind, schemaType: 'NewsArticle', kicker: null, title: inGerman(`Beispielbeitrag ${slug}`),
    lead: null, date: '2021-09-10', byline: null, languages: ['de'], translationOrigin: null, isExample: false,
    fields: [], cover: null,
    ...given,
  }
}

export const BYLINE = inGerman('Text: Beispielperson Eins, Fotos: N. N.')

const interview = written('gespraech', 'interview', {
  schemaType: 'Conversation', kicker: inGerman('Beispielgespräch'),
  title: inGerman('„Wer fragt, bekommt ein Beispiel“'), lead: inGerman('Worum es hier zum Beispiel geht.'),
  byline: BYLINE, languages: ['de', 'en', 'ar'], translationOrigin: 'machine', isExample: true,
  fields: FIELDS.slice(0, 1),
})

/** With picture and without, an opinion, in another language, without date. */
export const ARTICLES: (ArticleSummary & { cover: Picture | null })[] = [
  { ...interview, cover: PICTURE },
  written('meinung', 'opinion', {
    schemaType: 'OpinionNewsArticle', byline: inGerman('Beispielperson Zwei'), date: '2022~',
  }),
  written('fremd', 'status_report', {
    schemaType: 'Report', title: { value: 'A report in English', locale: 'en' },
    lead: { value: 'Only in English.', locale: 'en' }, languages: ['en'],
  }),
  written('ohne-datum', 'commentary', { schemaType: 'OpinionNewsArticle', date: '' }),
]

const [eins, zwei] = PERSON_NAMES
const makers = [eins, zwei].filter(person => person !== undefined)

export const INTERVIEW: ArticleDetail = {
  ...interview,
  cover: PICTURE, blocks: BLOCKS, textLocale: 'de', translationCredit: inGerman('Beispielperson Drei'),
  originals: [
    { url: 'https://www.example.org/original', language: 'fa', isTranslation: false },
    { url: 'https://www.example.org/translation', language: null, isTranslation: true },
  ],
  certainty: 'uncertain', people: PERSON_NAMES,
  measures: [{ slug: 'beispiel-kurz', title: inGerman('Los'), isGone: false }],
  events: [{ id: 'e1', slug: 'alles', title: inGerman('Beispielereignis'), date: '2021' }], citations: CITATIONS,
  revisionNumber: 2,
  contributions: [
    ...makers.map((person, index) => ({
      id: person.slug, role: index === 0 ? ('author' as const) : ('photographer' as const),
      function: index === 0 ? null : inGerman('Bilder im Text'), contributor: { kind: 'person' as const, person },
    })),
    { id: 'o', role: 'funder', function: null, contributor: { kind: 'organisation', organisation: ORGANISATION } },
  ],
}

/** Of which there is only what leads to the original. */
export const BARE_ARTICLE: ArticleDetail = {
  ...INTERVIEW,
  ...written('meinung', 'opinion', { schemaType: 'OpinionNewsArticle' }),
  blocks: [], translationCredit: null, certainty: 'documented', people: [], measures: [], events: [], citations: [],
  contributions: [], revisionNumber: null,
}

export const ARTICLE_FINDING: ArticleFinding = {
  total: 30, elsewhere: 2,
  articles: ARTICLES.map((article, index) => ({
    ...article,
    original: index === 0
      ? { url: 'https://www.example.org/original', language: 'fa' as const, isTranslation: false }
      : null,
    hasPage: true,
  })),
  facets: {
    kind: [
      { value: 'interview', count: 1, title: null }, { value: 'opinion', count: 1, title: null },
    ],
    year: [{ value: '2021', count: 2, title: null }],
    field: FIELDS.map(({ slug, title }) => ({ value: slug, count: 1, title })),
    person: PERSON_NAMES.map(({ slug, name }) => ({ value: slug, count: 1, title: name })),
    language: [
      { value: 'de', count: 2, title: null }, { value: 'ar', count: 1, title: null },
    ],
  },
}
