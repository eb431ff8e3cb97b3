/** Every kind of page, with its address in each language. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { hasGermanWords, type LocaleCode, localeOf, LOCALES } from 'shared-types'
import { IS_WHOLE_MATRIX } from './matrix'
import { root } from './product'

interface Place {
  name: string
  /** Address in German, also after the code of its simple form, and after that of every other language. */
  german: string
  others: string
  status: number
  /**
   * Codes of the languages in which it exists, where it does not in all: in others its address says so, and has no
   * numbered version.
   */
  languages?: LocaleCode[]
}

/** In which the facts are told: German, and the languages with a file of translations. A language needs none. */
const SEEDED = LOCALES.map(({ code }) => code).filter(
  code => code === 'de' || existsSync(path.join(root, `cms/seed/translations/${code}.json`)),
)

/** In which people are told. */
const OF_PEOPLE = SEEDED.filter(code => !localeOf(code).simpleOf)
/** In which the examples are told; the seed translates no more of them. */
const PERSONAL: LocaleCode[] = ['de', 'en', 'ar']

const PLACES: Place[] = [
  { name: 'home', german: '/', others: '', status: 200 },
  { name: 'timeline', german: '/zeitleiste', others: '/timeline', status: 200 },
  {
    name: 'timeline without a hit', german: '/zeitleiste?kind=election&plan=lip-2008',
    others: '/timeline?kind=election&plan=lip-2008', status: 200,
  },
  { name: 'plans', german: '/plaene', others: '/plans', status: 200 },
  { name: 'fields', german: '/handlungsfelder', others: '/fields', status: 200 },
  { name: 'new plan', german: '/plaene/wir-2-0', others: '/plans/wir-2-0', status: 200, languages: SEEDED },
  { name: 'old plan', german: '/plaene/lip-2008', others: '/plans/lip-2008', status: 200, languages: SEEDED },
  { name: 'field', german: '/handlungsfelder/bildung', others: '/fields/bildung', status: 200, languages: SEEDED },
  {
    name: 'old field', german: '/handlungsfelder/bildung-2008', others: '/fields/bildung-2008', status: 200,
    languages: SEEDED,
  },
  {
    name: 'plan as of a day', german: '/plaene/wir-2-0?asof=2021-12-31', others: '/plans/wir-2-0?asof=2021-12-31',
    status: 200, languages: SEEDED,
  },
  {
    name: 'what a plan is about', german: '/plaene/wir-2-0/inhalt', others: '/plans/wir-2-0/about', status: 200,
    languages: SEEDED,
  },
  {
    name: 'names of a plan', german: '/plaene/wir-2-0/namen', others: '/plans/wir-2-0/names', status: 200,
    languages: SEEDED,
  },
  {
    name: 'events of a plan', german: '/plaene/wir-2-0/ereignisse', others: '/plans/wir-2-0/events', status: 200,
    languages: SEEDED,
  },
  {
    name: 'people of a plan', german: '/plaene/wir-2-0/mitwirkende', others: '/plans/wir-2-0/people', status: 200,
    languages: SEEDED,
  },
  {
    name: 'projects of a plan', german: '/plaene/wir-2-0/projekte', others: '/plans/wir-2-0/projects', status: 200,
    languages: SEEDED,
  },
  {
    name: 'lineage of the old plan', german: '/plaene/lip-2008/herkunft', others: '/plans/lip-2008/lineage',
    status: 200, languages: SEEDED,
  },
  {
    name: 'report on a plan', german: '/plaene/wir-2-0/bericht?asof=2022-12-31',
    others: '/plans/wir-2-0/report?asof=2022-12-31', status: 200, languages: SEEDED,
  },
  { name: 'measures', german: '/massnahmen', others: '/measures', status: 200 },
  {
    name: 'measures as a table', german: '/massnahmen?view=table&sort=stage', others: '/measures?view=table&sort=stage',
    status: 200,
  },
  {
    name: 'measures without a hit', german: '/massnahmen?field=bildung&stage=struck&q=x',
    others: '/measures?field=bildung&stage=struck&q=x', status: 200,
  },
  {
    name: 'measure', german: '/massnahmen/kulturorte-der-vielfalt', others: '/measures/kulturorte-der-vielfalt',
    status: 200, languages: SEEDED,
  },
  {
    name: 'version of a measure', german: '/massnahmen/tiny-houses/v/1', others: '/measures/tiny-houses/v/1',
    status: 200, languages: SEEDED,
  },
  {
    name: 'version of an event', german: '/zeitleiste/die-ueberarbeitung-des-lip-beginnt/v/1',
    others: '/timeline/die-ueberarbeitung-des-lip-beginnt/v/1', status: 200, languages: SEEDED,
  },
  {
    name: 'sheet of a measure', german: '/massnahmen/tiny-houses/blatt', others: '/measures/tiny-houses/sheet',
    status: 200, languages: SEEDED,
  },
  { name: 'articles', german: '/beitraege', others: '/articles', status: 200 },
  {
    name: 'articles without a hit', german: '/beitraege?kind=video&field=wirtschaft',
    others: '/articles?kind=video&field=wirtschaft', status: 200,
  },
  {
    name: 'interview', german: '/beitraege/beispiel-interview', others: '/articles/beispiel-interview', status: 200,
    languages: PERSONAL,
  },
  {
    name: 'opinion', german: '/beitraege/beispiel-meinung', others: '/articles/beispiel-meinung', status: 200,
    languages: PERSONAL,
  },
  {
    name: 'status report', german: '/beitraege/beispiel-sachstand', others: '/articles/beispiel-sachstand', status: 200,
    languages: PERSONAL,
  },
  {
    name: 'photo series', german: '/beitraege/beispiel-fotoserie', others: '/articles/beispiel-fotoserie', status: 200,
    languages: PERSONAL,
  },
  {
    name: 'report', german: '/beitraege/beim-lip-ist-noch-luft-nach-oben',
    others: '/articles/beim-lip-ist-noch-luft-nach-oben', status: 200, languages: ['de'],
  },
  {
    name: 'announcement', german: '/beitraege/expertinnen-gesucht', others: '/articles/expertinnen-gesucht',
    status: 200, languages: ['de'],
  },
  {
    name: 'commentary', german: '/beitraege/die-neue-streitkultur-wird-bunt-und-vielsprachig',
    others: '/articles/die-neue-streitkultur-wird-bunt-und-vielsprachig', status: 200, languages: ['de'],
  },
  {
    name: 'background', german: '/beitraege/ausgangspunkt-mehr-integration',
    others: '/articles/ausgangspunkt-mehr-integration', status: 200, languages: ['de'],
  },
  {
    name: 'video', german: '/beitraege/ueberarbeitung-des-lokalen-integrationsplans-kann-beginnen',
    others: '/articles/ueberarbeitung-des-lokalen-integrationsplans-kann-beginnen', status: 200, languages: ['de'],
  },
  {
    name: 'sheet of an article', german: '/beitraege/beispiel-interview/blatt',
    others: '/articles/beispiel-interview/sheet', status: 200, languages: PERSONAL,
  },
  {
    name: 'article that leads to its original', german: '/beitraege/natuerlich-ist-das-chefsache',
    others: '/articles/natuerlich-ist-das-chefsache', status: 200, languages: ['de'],
  },
  {
    name: 'article written in English', german: '/beitraege/the-lip-is-being-delayed-because-of-the-corona-crisis',
    others: '/articles/the-lip-is-being-delayed-because-of-the-corona-crisis', status: 200, languages: ['en'],
  },
  {
    name: 'version of an article', german: '/beitraege/beispiel-interview/v/1',
    others: '/articles/beispiel-interview/v/1', status: 200, languages: PERSONAL,
  },
  { name: 'people', german: '/personen', others: '/people', status: 200 },
  { name: 'organisations', german: '/organisationen', others: '/organisations', status: 200 },
  { name: 'contributors', german: '/mitwirkende', others: '/contributors', status: 200 },
  {
    name: 'person', german: '/personen/konstanze-beckedorf', others: '/people/konstanze-beckedorf', status: 200,
    languages: OF_PEOPLE,
  },
  {
    name: 'example person', german: '/personen/beispielperson-eins', others: '/people/beispielperson-eins', status: 200,
    languages: PERSONAL,
  },
  {
    name: 'body', german: '/organisationen/lenkungsgruppe', others: '/organisations/lenkungsgruppe', status: 200,
    languages: SEEDED,
  },
  {
    name: 'organisation', german: '/organisationen/kargah', others: '/organisations/kargah', status: 200,
    languages: SEEDED,
  },
  { name: 'about', german: '/seiten/lip-lab', others: '/pages/lip-lab', status: 200, languages: SEEDED },
  { name: 'thanks', german: '/seiten/dank', others: '/pages/dank', status: 200, languages: SEEDED },
  { name: 'version of a page', german: '/seiten/dank/v/1', others: '/pages/dank/v/1', status: 200, languages: SEEDED },
  { name: 'glossary', german: '/glossar', others: '/glossary', status: 200 },
  { name: 'contact', german: '/kontakt?page=/zeitleiste', others: '/contact?page=/timeline', status: 200 },
  { name: 'message sent', german: '/kontakt?sent=1', others: '/contact?sent=1', status: 200 },
  { name: 'search', german: '/suche?q=Schule', others: '/search?q=LIP', status: 200 },
  {
    name: 'search without a hit', german: '/suche?q=xyzxyz&type=Plan', others: '/search?q=xyzxyz&type=Plan',
    status: 200,
  },
  { name: 'changes', german: '/aenderungen', others: '/changes', status: 200 },
  {
    name: 'publications', german: '/aenderungen?view=published&since=2020-01-01',
    others: '/changes?view=published&since=2020-01-01', status: 200,
  },
  { name: 'follow', german: '/folgen', others: '/follow', status: 200 },
  { name: 'imprint', german: '/impressum', others: '/imprint', status: 200 },
  { name: 'privacy', german: '/datenschutz', others: '/privacy', status: 200 },
  { name: 'accessibility', german: '/barrierefreiheit', others: '/accessibility', status: 200 },
  { name: 'nowhere', german: '/gibt-es-nicht', others: '/does-not-exist', status: 404 },
]

/**
 * In `npm test` German is looked at on every page, the home page in every language, and each page in one more, each
 * time in another; where an example exists in few languages, in one of those.
 */
function isVisited(code: LocaleCode, { name, languages }: Place, place: number): boolean {
  if (IS_WHOLE_MATRIX || code === 'de' || name === 'home') return true
  const others = languages === PERSONAL ? PERSONAL.slice(1) : LOCALES.slice(1).map(locale => locale.code)
  return others[place % others.length] === code
}

/** A page in a language. */
export type Visit = typeof VISITS[number]

export const VISITS = LOCALES.flatMap(({ code, language, direction }) =>
  PLACES.filter((place, index) => isVisited(code, place, index)).map(({ name, german, others, status, languages }) => {
    const isMissing = languages !== undefined && !languages.includes(code)
    const isVersion = german.includes('/v/')
    return {
      name, code, language, direction, status: isMissing && isVersion ? 404 : status,
      isMissing: isMissing && !isVersion,
      address: (code === 'de' ? '' : `/${code}`) + (hasGermanWords(code) ? german : others),
    }
  }),
)
