/**
 * What is asked, of pages and of the contract. Each asking has a number, so that no answer is one that web still keeps.
 */
import { operations } from './cms.mjs'

const { ChangesDocument, MeasureBySlugDocument, MeasureFinderDocument, PlanBySlugDocument, PlanLineageDocument }
  = operations

/** What a small and a large content are asked for. */
export const FACTS = {
  plan: 'wir-2-0', oldPlan: 'lip-2008', field: 'stadtverwaltung', stage: 'proposed', word: 'Kultur',
  since: '2012-01-01',
  slugs: [
    'kulturorte-der-vielfalt', 'selbststaendige-ankunftsquartiere', 'schule-als-zentrum', 'projekt-stadtbibliothek',
    'diverse-autorenszene', 'netzwerk-diskriminierungssensibel', 'uebergangs-ausbildungsbegleitung', 'schutz-fgm',
    'aufsuchende-erwachsenenbildung', 'communities-wohnungslose', 'carearbeit-religioese-gemeinschaften',
    'deutschkurse-pflege', 'mehrsprachigkeit-kompetenz', 'kulturdialoge-postmigrantisch', 'anteil-beschaeftigte',
    'netzwerk-postmigrantischer-vereine', 'antidiskriminierungsstelle', 'popup-gastro',
    'offensive-antischwarzer-rassismus', 'politische-bildung-schulen', 'tiny-houses', 'dritte-orte',
  ],
}

/**
 * `address` is a page's; a question without one is asked of the cms itself. `document` and `variables` are what its
 * main answer is made of.
 */
export function questionsAbout({ plan, oldPlan, field, stage, word, since, slugs }) {
  const finder = variables => ({ document: MeasureFinderDocument, variables: { locale: 'de', ...variables } })
  return [
    { name: '/massnahmen', address: number => `/massnahmen?q=${nothing(number)}`, ...finder({}) },
    {
      name: '/massnahmen?field=…&stage=…',
      address: number => `/massnahmen?field=${field}&stage=${stage}&q=${nothing(number)}`,
      ...finder({ field, stage }),
    },
    {
      name: '/massnahmen?view=table&sort=changed',
      address: number => `/massnahmen?view=table&sort=changed&q=${nothing(number)}`,
      ...finder({ sort: 'changed' }),
    },
    { name: '/massnahmen?q=…', address: number => `/massnahmen?q=${word}+${nothing(number)}`, ...finder({ q: word }) },
    {
      name: '/plaene/<key>',
      address: number => `/plaene/${plan}?asof=${dayAfter('2024-01-01', number)}`,
      document: PlanBySlugDocument, variables: { locale: 'de', slug: plan, asOf: '2024-01-01' },
    },
    {
      name: '/plaene/<key>/herkunft',
      address: number => `/plaene/${oldPlan}/herkunft?page=${number}`,
      document: PlanLineageDocument, variables: { locale: 'de', slug: oldPlan, page: 1, pageSize: 24 },
    },
    {
      name: '/aenderungen?since=…',
      address: number => `/aenderungen?since=${dayAfter(since, number)}`,
      document: ChangesDocument, variables: { locale: 'de', since },
    },
    {
      name: '/massnahmen/<slug>',
      address: number => `/massnahmen/${slugs[number % slugs.length]}`,
      document: MeasureBySlugDocument, variables: { locale: 'de', slug: slugs[0] },
    },
    { name: 'GraphQL measureFinder', ...finder({ asOf: '2024-01-01' }) },
  ]
}

/** A word of no letters looks for nothing, and makes a question that web has no answer to yet. */
function nothing(number) {
  return '-'.repeat(number)
}

function dayAfter(day, number) {
  return new Date(Date.parse(day) + number * 86_400_000).toISOString().slice(0, 10)
}
