/**
 * What the gallery of components shows. Every name, date and number here is made up, to be short, long, foreign or
 * missing.
 */
import { type EventKind, type Stage, STAGES, type Strand, STRANDS } from 'shared-types'
import type { ArticleName } from '~~/server/cms/article-name'
import type { Change, ChangePage } from '~~/server/cms/change'
import { type ChangeNode, toSentence } from '~~/server/cms/change-sentence'
import type { Coming } from '~~/server/cms/coming'
import type { Contribution, ContributionTo } from '~~/server/cms/contribution'
import type { OrganisationDetail, PersonDetail } from '~~/server/cms/contributor'
import type { Deadline } from '~~/server/cms/deadline'
import type { DecisionEntry } from '~~/server/cms/decision'
import type { FieldDetail, FieldSummary } from '~~/server/cms/field'
import type { MeasureFinding } from '~~/server/cms/finder'
import type { FundedProjectEntry } from '~~/server/cms/funded-project'
import type { GlossaryEntry } from '~~/server/cms/glossary'
import type { PlanOverview } from '~~/server/cms/home'
import { toLife } from '~~/server/cms/life'
import type { LineageEntry } from '~~/server/cms/lineage'
import type { MeasureDetail, MeasureOverview } from '~~/server/cms/measure'
import type { MeasureMark } from '~~/server/cms/measure-mark'
import type { MentionedMeasure } from '~~/server/cms/measure-name'
import type { OrganisationSummary } from '~~/server/cms/organisation'
import type { PageDetail } from '~~/server/cms/page'
import type { PersonSummary } from '~~/server/cms/person'
import type { OldPlan } from '~~/server/cms/old-plan'
import type { DatedName, Figure, PlanDetail } from '~~/server/cms/plan'
import type { PlanLineage } from '~~/server/cms/plan-lineage'
import type { Publication, PublishedVersion, Revision } from '~~/server/cms/revision'
import type { Comparison } from '~~/server/cms/version-comparison'
import type { ReportRow } from '~~/server/cms/report'
import type { SearchHit } from '~~/server/cms/search'
import type { SourceCitation, SourceClaim } from '~~/server/cms/source'
import type { StatusUpdateEntry } from '~~/server/cms/status-update'
import type { Text } from '~~/server/cms/text'
import type { TimelineEventDetail } from '~~/server/cms/timeline'
import type { DocumentLanguages } from '~~/server/cms/translation'

import { pathOfMeasure } from '~/utils/measure-path'

const LONG = 'Beschäftigungsförderungsmaßnahmenkoordinierungsstelle'

const inGerman = (value: string): Text => ({ value, locale: 'de' })

export const TEXTS: Text[] = [
  inGerman('Beispiel auf Deutsch'),
  { value: 'An example in English', locale: 'en' },
  { value: 'مثال بالعربية، بين قوسين (LIP)', locale: 'ar' },
]

/** A translation whose original has changed: a paragraph is another, one is new, one is gone. */
export const LANGUAGES: DocumentLanguages = {
  titles: [
    { value: 'An example in English', locale: 'en' }, inGerman(`Ein Beispiel der ${LONG}`),
    { value: 'مثال بالعربية', locale: 'ar' },
  ].map(title => ({ ...title, publishedAt: '2026-05-03T10:00:00.000Z' })),
  state: 'outdated', origin: 'machine', translatedFrom: 'en', confirmedOn: '2026-05-03T10:00:00.000Z',
  untranslated: [],
  changes: [
    {
      place: 'text/0', before: { value: 'There are 12 rooms.', locale: 'en' },
      now: { value: 'There are 13 rooms, and they are not free.', locale: 'en' },
    },
    { place: 'text/1', before: null, now: { value: 'This is new.', locale: 'en' } },
    { place: 'text/2', before: { value: 'This is no longer said.', locale: 'en' }, now: null },
  ],
}

export const DATES = [
  '2008', '2020-01', '2021-02-25', '2020-01-17/2020-01-18', '2018/2018', '2022-09/..', '2012?', '2022-09~',
  'kein Datum',
]

const paper: SourceCitation = {
  source: {
    id: 'paper', kind: 'council_paper', label: '0000/2008 E1', language: 'de', publisher: 'Beispielstadt',
    date: '2008-01',
    url: 'https://example.org/0000',
    archiveUrl: 'https://archive.example.org/0000',
    paperNumber: '0000/2008 E1',
  },
  page: 'S. 3–5',
  quote: `„Die ${LONG} wird eingerichtet.“ (Beispiel)`,
}
const talk: SourceCitation = {
  source: {
    id: 'talk', kind: 'interview', label: 'Beispielgespräch', language: 'de', publisher: null, date: null, url: null,
    archiveUrl: null, paperNumber: null,
  },
  page: null,
  quote: null,
}
export const CITATIONS = [paper, talk]

export const CLAIMS: SourceClaim[] = [
  {
    statement: inGerman('Es sind 89 Beispielmaßnahmen.'), note: 'Gezählt ohne Vorschläge.', citations: [paper],
    translations: [
      { statement: { value: 'There are 89 example measures.', locale: 'en' }, note: 'Counted without proposals.' },
    ],
  },
  {
    statement: { value: 'There are 120 example measures.', locale: 'en' }, note: null, citations: [talk],
    translations: [],
  },
]

const RICH_TEXT = [
  { type: 'heading', level: 1, children: [{ type: 'text', text: 'Zwischenüberschrift' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Text mit ' }, { type: 'text', text: 'fetten', bold: true },
      { type: 'text', text: ' und ' }, { type: 'text', text: 'schrägen', italic: true },
      { type: 'text', text: ' Wörtern, einem ' },
      { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: 'Link' }] },
      { type: 'text', text: ` und ${LONG}.` },
    ],
  },
  {
    type: 'list', format: 'ordered',
    children: [
      { type: 'list-item', children: [{ type: 'text', text: 'Erstens' }] },
      { type: 'list-item', children: [{ type: 'text', text: 'Zweitens' }] },
    ],
  },
  { type: 'quote', children: [{ type: 'text', text: 'Ein Zitat.' }] },
]

const LIP = { slug: 'beispiel-lip', title: inGerman('Beispielplan von 2008') }
const WIR = { slug: 'beispiel-wir', title: inGerman('Zweiter Beispielplan') }
const before = { slug: 'beispiel-vorher', title: inGerman('Vorgeschichte (Beispiel)'), order: 1 }
const after = { slug: 'beispiel-nachher', title: inGerman(`Umsetzung der ${LONG}`), order: 2 }

function happened(slug: string, date: string, given: Partial<TimelineEventDetail> = {}): TimelineEventDetail {
  return {
    id: slug, slug, title: inGerman(`Beispielereignis ${slug}`), date, kind: 'meeting', certainty: 'documented',
    onShortTimeline: false, translationOrigin: null, plan: LIP, planNameThen: inGerman('LIP'), phase: before,
    text: { blocks: [], locale: 'de' }, organisations: [], measures: [], decisions: [], articles: [], revisionNumber: 1, citations: [],
    claims: [],
    ...given,
  }
}

const speaker: PersonSummary = { slug: 'beispielperson', name: inGerman('Beispielperson Eins'), latinName: null }
const member: PersonSummary = {
  slug: 'beispielperson-zwei', name: { value: 'شخص للمثال', locale: 'ar' }, latinName: 'Beispielperson Zwei',
}
const group: OrganisationSummary = {
  slug: 'gruppe', name: inGerman(`Beispielgruppe der ${LONG}`), kind: 'expert_group',
}
const network: OrganisationSummary = { slug: 'netz', name: { value: 'Example network', locale: 'en' }, kind: 'network' }
const interview: ArticleName = {
  id: 'a1', slug: 'beispielgespraech', kind: 'interview', title: inGerman('Ein Beispielgespräch'), date: '2021-09-10',
  isExample: true,
}
const opinion: ArticleName = {
  id: 'a2', slug: 'beispielmeinung', kind: 'opinion', title: { value: 'An opinion in English', locale: 'en' }, date: '',
  isExample: false,
}
export const PERSON_NAMES = [speaker, member]

function contributed(id: string, given: Partial<Contribution>): Contribution {
  return {
    id, role: 'member', function: null, period: null, certainty: 'documented', citations: [paper], isExample: false,
    object: { kind: 'body', body: group }, contributor: { kind: 'person', person: speaker },
    ...given,
  }
}

/** With and without a function, in another script, an organisation, and one more than are shown at once. */
const MEMBERS: Contribution[] = [
  contributed('c1', {
    role: 'spokesperson', function: inGerman('Sprecherin des Beispiels, danach in anderer Aufgabe'),
    period: '2020/2021', isExample: true,
  }),
  contributed('c2', {
    contributor: { kind: 'person', person: member }, period: '2020/..', certainty: 'uncertain', citations: [],
  }),
  contributed('c3', {
    contributor: { kind: 'organisation', organisation: network }, role: 'partner',
    function: { value: 'a partner, for example', locale: 'en' },
  }),
  ...Array.from({ length: 8 }, (_, index) => contributed(`c${index + 4}`, { period: String(2014 + index) })),
]

export const CONTRIBUTIONS: Contribution[] = [
  ...MEMBERS,
  contributed('w1', {
    role: 'patron', function: inGerman('Schirmherrin (Beispiel)'), period: '2012/..', object: { kind: 'website' },
  }),
  contributed('w2', { role: 'editor', object: { kind: 'website' } }),
  contributed('p1', { role: 'adviser', object: { kind: 'plan', plan: LIP } }),
  contributed('m1', {
    role: 'expert', object: { kind: 'measure', measure: { slug: 'beispiel-kurz', title: inGerman('Los') } },
  }),
  contributed('a1', { role: 'author', object: { kind: 'article', article: interview } }),
  contributed('a2', { role: 'author', object: { kind: 'article', article: opinion } }),
]

export const ARTICLE_NAMES = [interview, opinion]

/** One of each: full, short, doubtful in three ways, a pause, foreign, and without anything. */
export const EVENTS: TimelineEventDetail[] = [
  happened('alles', '2008-06-12', {
    title: inGerman(`Der Beispielrat gründet die ${LONG}`), kind: 'council_decision', onShortTimeline: true,
    text: { blocks: RICH_TEXT, locale: 'de' }, citations: CITATIONS, claims: CLAIMS,
    organisations: [
      { slug: 'rat', name: inGerman('Beispielrat'), kind: 'council' },
      { slug: 'netz', name: { value: 'Example network', locale: 'en' }, kind: 'network' },
    ],
  }),
  happened('kurz', '2008', { title: inGerman('Los'), citations: [talk], articles: ARTICLE_NAMES }),
  happened('berichtet', '2012?', { certainty: 'reported', kind: 'report' }),
  happened('unsicher', '2012-05~', { certainty: 'uncertain', kind: 'survey', onShortTimeline: true }),
  happened('umstritten', '2013', { certainty: 'disputed', kind: 'publication', claims: CLAIMS }),
  happened('pause', '2020-03/2020-06', {
    title: inGerman('Pause'), kind: 'pause', plan: WIR, planNameThen: inGerman('WIR (Beispiel)'), phase: after,
  }),
  happened('foreign', '2021-01-17/2021-01-18', {
    title: { value: 'An event told in English', locale: 'en' }, plan: WIR, planNameThen: inGerman('WIR (Beispiel)'),
    phase: after, translationOrigin: 'machine',
    text: {
      blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Told in English, on a German page.' }] }],
      locale: 'en',
    },
  }),
  happened('arabisch', '2022-09/..', {
    title: { value: 'حدث بالعربية', locale: 'ar' }, plan: WIR, planNameThen: null, phase: after,
    translationOrigin: 'machine_reviewed',
  }),
  happened('ohne-plan', '2023', { plan: null, planNameThen: null, phase: null, kind: 'other' }),
]

const KINDS: EventKind[] = ['kick_off', 'meeting', 'pause', 'survey']

/** As many milestones as asked for, from 2008 on. */
export function milestones(count: number): TimelineEventDetail[] {
  return Array.from({ length: count }, (_, index) =>
    happened(`meilenstein-${count}-${index + 1}`, String(2008 + index), {
      title: inGerman(index % 4 === 1 ? LONG : `Beispielknoten ${index + 1}`),
      kind: KINDS[index % KINDS.length] ?? 'other', certainty: index % 5 === 4 ? 'uncertain' : 'documented',
      planNameThen: inGerman(index < count / 2 ? 'LIP' : 'WIR (Beispiel)'),
    }),
  )
}

function field(strand: Strand, given: Partial<FieldSummary> = {}): FieldSummary {
  return {
    slug: `beispiel-${strand}`, title: inGerman(`Handlungsfeld ${strand}`), strand, plan: LIP, summary: null,
    translationOrigin: null,
    ...given,
  }
}

export const FIELDS: FieldSummary[] = [
  field('one', { title: inGerman('Bildung'), summary: inGerman('Kurz gesagt: ein Beispiel.') }),
  field('two', {
    title: inGerman(`Arbeit, ${LONG} und Wirtschaft`),
    summary: inGerman('Ein langer Name mit einem Wort, das nicht in jede Spalte passt.'),
  }),
  field('three', {
    title: { value: 'Housing and neighbourhoods', locale: 'en' },
    summary: { value: 'Translated by a machine.', locale: 'en' }, translationOrigin: 'machine',
  }),
  field('four', {
    title: { value: 'الصحة', locale: 'ar' }, summary: { value: 'ملخص بالعربية', locale: 'ar' },
    translationOrigin: 'machine_reviewed',
  }),
  field('five'),
  field('six', { plan: null }),
]

export const BODY: FieldDetail['bodies'][number] = {
  slug: 'runde', name: inGerman(LONG), kind: 'round_table',
  about: inGerman('Trifft sich zum Beispiel viermal im Jahr.'), composition: inGerman('Zwölf Beispielmenschen'),
}

export const NAMES: DatedName[] = [
  { language: 'de', value: `Plan zur ${LONG}`, kind: 'official', from: '2008', to: null, citations: [paper] },
  { language: 'de', value: 'LIP', kind: 'short', from: '2008', to: '2020-12', citations: [] },
  { language: 'de', value: 'Arbeitstitel', kind: 'working', from: '2018', to: '2018', citations: [talk] },
  { language: 'fa', value: 'برنامهٔ نمونه', kind: 'spelling', from: '2021-01', to: null, citations: [] },
  { language: 'ar', value: 'خطة نموذجية', kind: 'spelling', from: null, to: null, citations: [] },
]

export const PLAN: PlanOverview = {
  ...LIP,
  summary: inGerman('Ein Plan, den es nicht gibt.'), valid: '2008/2020', translationOrigin: 'machine', names: NAMES,
}
export const BARE_PLAN: PlanOverview = { ...WIR, summary: null, valid: '', translationOrigin: null, names: [] }
export const PHASES = [{ ...before, valid: '2008' }, { ...after, valid: null }]

export const FIGURES: Figure[] = [
  {
    subject: 'measures', unit: inGerman('Einzelmaßnahmen'), stage: null, stageWord: null, count: 89,
    qualifier: 'exact', date: '2021-02', citations: [paper],
  },
  {
    subject: 'proposals', unit: null, stage: 'proposed', stageWord: inGerman('in Prüfung'), count: 1200,
    qualifier: 'over', date: null, citations: [talk],
  },
  {
    subject: 'experts', unit: null, stage: 'unknown', stageWord: null, count: 150, qualifier: 'about', date: '2020~',
    citations: [],
  },
]

const [education, economy] = FIELDS

export const MEASURES: MeasureOverview[] = [
  {
    id: 'm1', slug: 'beispiel-kurz', title: inGerman('Los'), field: education ?? null, plan: WIR,
    summary: inGerman('Kurz.'), kind: 'administrative', translationOrigin: null, stage: 'completed',
    stageDate: '2024-05-01',
  },
  {
    id: 'm2', slug: 'beispiel-lang', title: inGerman(`Förderung der ${LONG} in allen Stadtteilen`),
    field: economy ?? null, plan: WIR,
    summary: inGerman('Ein Satz, der etwas länger ist als der andere und deshalb umbrochen wird.'), kind: 'fundable',
    translationOrigin: 'machine', stage: 'in_progress', stageDate: '2023?',
  },
  {
    id: 'm3', slug: 'beispiel-fremd', title: { value: 'إجراء نموذجي', locale: 'ar' }, field: null, plan: null,
    summary: null, kind: 'unknown', translationOrigin: 'machine_reviewed', stage: 'unknown', stageDate: null,
  },
]

function decided(id: string, given: Partial<DecisionEntry>): DecisionEntry {
  return {
    id, outcome: 'agreed', date: '2021-11', countsFrom: '2021-11-30', madeOn: '2023-01-01T00:00:00Z',
    reachesMeasures: false, part: null, isUnanimous: false, votes: { for: null, against: null, abstained: null },
    event: null, body: { slug: 'rat', name: inGerman('Beispielrat'), kind: 'council' }, note: null, citations: [paper],
    ...given,
  }
}

const UPDATES: StatusUpdateEntry[] = [
  {
    id: 'u1', stage: 'adopted', date: '2022', countsFrom: '2022-12-31', madeOn: '2023-01-01T00:00:00Z',
    text: inGerman('Beispielhaft beschlossen.'), citations: [paper],
  },
  {
    id: 'u2', stage: 'in_progress', date: '2023-06-01', countsFrom: '2023-06-01', madeOn: '2023-06-02T00:00:00Z',
    text: null, citations: [talk],
  },
]

export const PROJECTS: FundedProjectEntry[] = [
  {
    id: 'p1', title: inGerman('Beispielprojekt'), description: inGerman('Nur zum Zeigen.'),
    organisation: { slug: 'netz', name: inGerman('Beispielnetz'), kind: 'network' }, date: '2023', amount: 12345,
    certainty: 'documented', citations: [paper],
  },
  {
    id: 'p2', title: inGerman(LONG), description: null, organisation: null, date: null, amount: null,
    certainty: 'uncertain', citations: [],
  },
]

const linked = (slug: string, plan: typeof LIP | null) => ({
  slug, title: inGerman(`Beispielmaßnahme ${slug}`), plan, isGone: plan === null,
})

export const LINEAGES: LineageEntry[] = [
  {
    id: 'l1', kind: 'split', date: '2021', certainty: 'documented',
    reason: inGerman('Zum Beispiel, weil sie zu groß war.'), from: [linked('alt', LIP)],
    to: [linked('neu-1', WIR), linked('neu-2', WIR)], toOrganisations: [], citations: [paper],
  },
  {
    id: 'l2', kind: 'dropped', date: null, certainty: 'uncertain', reason: null, from: [linked('weg', null)], to: [],
    toOrganisations: [], citations: [],
  },
]

const DECISIONS = [
  decided('d1', { note: inGerman('Mit einer Anmerkung.'), votes: { for: 10, against: 1, abstained: null } }),
  decided('d2', { outcome: 'called', body: null }),
  decided('d3', { outcome: 'adopted', reachesMeasures: true, isUnanimous: true }),
]

export const OLD_PLAN: OldPlan = { plan: LIP, valid: '2008/2021', successors: [WIR] }

export const MEASURE: MeasureDetail = {
  ...secondMeasure(),
  code: '4.2', certainty: 'uncertain', text: { blocks: RICH_TEXT, locale: 'de' }, languages: ['de'],
  translationOrigin: 'machine', current: UPDATES[1] ?? null, stageWord: inGerman('in Arbeit (Beispiel)'), oldPlan: OLD_PLAN,
  goals: [{ title: inGerman('Beispielziel'), translationOrigin: 'machine' }],
  lead: { slug: 'amt', name: inGerman('Beispielamt'), kind: 'office' },
  partners: [
    { slug: 'netz', name: inGerman('Beispielnetz'), kind: 'network' },
    { slug: 'rat', name: inGerman('Beispielrat'), kind: 'council' },
  ],
  proposedBy: { slug: 'gruppe', name: inGerman('Beispielgruppe'), kind: 'expert_group' }, period: '2023/..',
  cost: inGerman('rund 1.000 Beispieleuro'), indicator: null,
  calls: [
    { deadline: '2023-03-31', round: 1 }, { deadline: '2024-03-31', round: null },
  ],
  names: [], updates: UPDATES,
  decisions: DECISIONS, life: toLife({
    updates: UPDATES, decisions: DECISIONS.slice(0, 2), planDecisions: DECISIONS.slice(2),
  }),
  coming: [], news: null, isSilent: true, fundedProjects: PROJECTS,
  events: [{ id: 'e1', slug: 'alles', title: inGerman('Beispielereignis'), date: '2021' }], articles: ARTICLE_NAMES,
  contributions: MEMBERS, cameFrom: LINEAGES.slice(0, 1), becameOf: LINEAGES.slice(1), revisionNumber: 2,
  publishedOn: '2024-05-03T10:00:00.000Z', citations: CITATIONS, claims: CLAIMS,
}

/** Its path, the last stop of it still to come. */
export const PATH = pathOfMeasure(MEASURE, '2023-01-31')

function secondMeasure(): MeasureOverview {
  const [, second] = MEASURES
  if (!second) throw new Error('There is no second example.')
  return second
}

export const BARE_MEASURE: MeasureDetail = {
  ...MEASURE,
  field: null, plan: null, code: null, kind: 'unknown', certainty: 'documented', text: { blocks: [], locale: 'de' },
  current: null, stageWord: null, goals: [], lead: null, partners: [], proposedBy: null, period: null, cost: null,
  calls: [], updates: [], decisions: [], life: [], coming: [], isSilent: false, fundedProjects: [], events: [],
  articles: [], contributions: [], cameFrom: [], becameOf: [], citations: [], claims: [],
}

export const FINDING: MeasureFinding = {
  total: 30, elsewhere: 2, measures: MEASURES,
  facets: {
    plan: [{ value: 'beispiel-wir', count: 2, title: WIR.title }],
    field: FIELDS.map(({ slug, title }) => ({ value: slug, count: 1, title })),
    stage: [{ value: 'in_progress', count: 1, title: null }], kind: [{ value: 'fundable', count: 1, title: null }],
    body: [{ value: 'rat', count: 1, title: inGerman('Beispielrat') }],
    year: [{ value: '2023', count: 2, title: null }],
  },
}

export const DEADLINES: Deadline[] = [
  { date: '2027-03-15', title: inGerman('Antragsfrist (Beispiel)'), kind: 'deadline' },
  { date: '2027-04-30', title: inGerman('Beispielmaßnahme'), kind: 'call' }, { date: '2027-09', title: null, kind: 'end' },
]

export const REPORT_ROWS: ReportRow[] = [
  {
    id: 'm1', slug: 'beispiel-kurz', title: inGerman('Los'), field: education ?? null, plan: WIR, code: '4.2',
    body: { slug: 'amt', name: inGerman('Beispielamt'), kind: 'office' }, calls: ['2027-04-30'], stage: 'in_progress',
    date: '2023-06-01', citations: [paper], news: MEASURE.life[1] ?? null, isSilent: true, isOpen: true,
    decisions: MEASURE.decisions,
  },
  {
    id: 'm2', slug: 'beispiel-fremd', title: { value: 'إجراء نموذجي', locale: 'ar' }, field: null, plan: WIR, code: null,
    body: null, calls: [], stage: 'unknown', date: null, citations: [], news: null, isSilent: false, isOpen: true,
    decisions: [],
  },
]

function marksOf(count: number, field: string | null, stage: Stage): MeasureMark[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: `${field ?? 'ohne'}-${stage}-${index}`, title: inGerman(`Beispielmaßnahme ${index + 1}`), field, stage,
  }))
}

export const MARKS: MeasureMark[] = [
  ...marksOf(3, 'beispiel-one', 'completed'), ...marksOf(1, 'beispiel-one', 'in_progress'),
  ...marksOf(2, 'beispiel-two', 'struck'), ...marksOf(3, null, 'unknown'),
]

/** As many fields as no strand is left for, with forty measures each, at every stage. */
export const MANY_FIELDS: FieldSummary[] = Array.from({ length: 9 }, (_, index) =>
  field(STRANDS[index % STRANDS.length] ?? 'one', { slug: `feld-${index}`, title: inGerman(`Feld ${index + 1}: ${LONG}`) }))
export const MANY_MARKS: MeasureMark[] = MANY_FIELDS.flatMap(({ slug }) =>
  Array.from({ length: 40 }, (_, index) => marksOf(1, slug, STAGES[index % STAGES.length] ?? 'unknown').map(mark => ({
    ...mark, slug: `${slug}-${index}`,
  }))).flat())

export const COMING: Coming[] = [
  {
    date: '2027-03-15', kind: 'deadline', title: inGerman('Antragsfrist (Beispiel)'),
    address: { type: 'TimelineEvent', slug: 'frist' },
  },
  {
    date: '2027-04-30', kind: 'call', title: inGerman(`Beispielmaßnahme ${LONG}`),
    address: { type: 'Measure', slug: 'beispiel-kurz' },
  },
  {
    date: '2027-05', kind: 'event', title: { value: 'An event', locale: 'en' },
    address: { type: 'TimelineEvent', slug: 'foreign' },
  },
  { date: '2027-09', kind: 'end', title: inGerman('Zweiter Beispielplan'), address: { type: 'Plan', slug: 'beispiel-wir' } },
]

export const OVERVIEW: PlanDetail = {
  ...PLAN,
  text: { blocks: RICH_TEXT, locale: 'de' }, life: MEASURE.life.slice(0, 2), deadlines: DEADLINES,
  names: NAMES, languages: ['de'], translationOrigin: 'machine', predecessor: null, successors: [WIR], oldPlan: OLD_PLAN,
  decidedBy: null,
  contributions: [], fields: FIELDS, phases: [],
  stageWords: [{ stage: 'completed', word: inGerman('erfüllt'), citations: [paper] }],
  marks: MARKS,
  decisions: [], fundedProjects: [], figures: FIGURES, events: EVENTS, citations: CITATIONS, claims: [],
}

export const LINEAGE: PlanLineage = {
  ...LIP,
  languages: ['de'], translationOrigin: null, measureCount: 9, goneMeasureCount: 2,
  fates: { continued: 4, ongoing: 1, completed: 1, dropped: 1, unknown: 2 }, fields: FIELDS,
  laterFields: FIELDS.map((field, index) => ({ ...field, slug: `spaeter-${index}`, predecessors: [field.slug] })),
  flows: [
    { from: 'beispiel-one', to: 'spaeter-1', count: 3 }, { from: 'beispiel-two', to: 'spaeter-1', count: 1 },
  ],
  successors: [WIR], links: LINEAGES, linkCount: 2, figures: [], claims: [],
}

export const REVISION: Revision<MeasureDetail> = {
  type: 'Measure', number: 2, newest: 3, publishedOn: '2024-05-03T10:00:00Z', locale: 'de', slug: 'beispiel-kurz', isPublic: true,
  document: null, withdrawnFor: null,
  versions: [],
}

const changed: ChangeNode = {
  kind: 'stage', day: '', date: '', measure: null, plan: null, stageBefore: null, name: null, tombstone: null,
  statusUpdate: null, decision: null, lineage: null, event: null, article: null, project: null,
}
const inContract = ({ slug, title }: { slug: string, title: Text }) => ({
  slug, title: title.value, locale: title.locale,
})
const [firstMeasure] = MEASURES.map(inContract)
const plan = inContract(WIR)
const council = { slug: 'rat', name: 'Beispielrat', nameLocale: 'de', kind: 'council' as const }
const resolved = {
  documentId: 'd4', outcome: 'agreed' as const, date: '2023', countsFrom: '2023-12-31',
  createdAt: '2024-01-01T00:00:00Z', part: null, reachesMeasures: false, isUnanimous: null, votesFor: null,
  votesAgainst: null, votesAbstained: null, note: null, locale: 'de', event: null, body: council, citations: [],
}
const linkedNode = (slug: string) => ({ slug, title: `Beispielmaßnahme ${slug}`, locale: 'de', plan: null })

/** What the cms answers, at least once for every kind. */
const CHANGE_NODES: ChangeNode[] = [
  {
    ...changed,
    kind: 'gone', day: '2024-06-01', date: '2024-06-01', plan, tombstone: {
      documentId: 'g1', type: 'Measure', slug: 'weg', title: 'Beispielmaßnahme weg', locale: 'de', wasDeleted: true,
    },
  },
  {
    ...changed,
    day: '2024-05-01', date: '2024-05-01', measure: firstMeasure ?? null, stageBefore: 'in_progress',
    statusUpdate: { documentId: 'u1', stage: 'completed', citations: [] },
  },
  {
    ...changed,
    day: '2024-12-31', date: '2024', measure: firstMeasure ?? null, stageBefore: 'unknown',
    statusUpdate: { documentId: 'u2', stage: 'adopted', citations: [] },
  },
  {
    ...changed,
    kind: 'decision', day: '2023-12-31', date: '2023', measure: firstMeasure ?? null, plan, decision: resolved,
  },
  {
    ...changed,
    kind: 'decision', day: '2023-12-31', date: '2023', plan,
    decision: {
      ...resolved,
      documentId: 'd5', body: null, outcome: 'adopted', part: 'Maßnahmenkatalog', votesFor: 40, votesAgainst: 12,
    },
  },
  {
    ...changed,
    kind: 'project', day: '2023-12-31', date: '2023', plan,
    project: {
      documentId: 'p1', title: 'Beispielprojekt', description: null, locale: 'de', date: '2023', amount: 12_345,
      certainty: 'documented', citations: [],
      organisation: { slug: 'netz', name: 'Beispielnetz', nameLocale: 'de', kind: 'network' },
    },
  },
  {
    ...changed,
    kind: 'lineage', day: '2022-12-31', date: '2022', lineage: {
      documentId: 'l1', kind: 'split', date: '2022', certainty: 'documented', reason: null, locale: 'de',
      from: [linkedNode('alt')], to: [linkedNode('neu-1'), linkedNode('neu-2')], toOrganisations: [], goneMeasures: [],
      citations: [],
    },
  },
  {
    ...changed,
    kind: 'event', day: '2022-03-31', date: '2022-03', plan,
    event: { documentId: 'e1', slug: 'alles', title: 'Beispielereignis', locale: 'de', kind: 'report', citations: [] },
  },
  {
    ...changed,
    kind: 'article', day: '2022-03-01', date: '2022-03-01', article: {
      documentId: 'a1', slug: 'beispiel', kind: 'report', title: 'Beispielbeitrag', locale: 'de', date: '2022-03-01',
      isExample: true,
    },
  },
  {
    ...changed,
    kind: 'name', day: '2021-12-31', date: '2021', plan, name: { value: 'WIR (Beispiel)', language: 'de', citations: [] },
  },
  {
    ...changed,
    kind: 'name', day: '2021-12-31', date: '2021', measure: firstMeasure ?? null,
    name: { value: 'Los geht’s', language: 'de', citations: [] },
  },
]

export const CHANGES: Change[] = CHANGE_NODES.flatMap((node, index) => {
  const sentence = toSentence(node)
  const { kind, day, date } = node
  const isSourced = kind !== 'article' && kind !== 'gone'
  return sentence ? [{ id: String(index), kind, day, date, sentence, isSourced, citations: [paper] }] : []
})

export const VERSIONS: PublishedVersion[] = [
  {
    number: 3, publishedOn: '2024-05-03T10:00:00Z', withdrawnFor: null,
    changed: { kind: 'facts_and_text', fields: ['period', 'lead'], words: 12 },
  },
  {
    number: 2, publishedOn: '2024-05-03T09:00:00Z', withdrawnFor: null,
    changed: { kind: 'spelling', fields: [], words: 1 },
  },
  { number: 1, publishedOn: '2023-01-01T09:00:00Z', withdrawnFor: null, changed: null },
]

export const COMPARISON: Comparison = {
  problem: null, before: 1, now: 3,
  differences: [
    {
      key: 'version.field.lead', kind: 'text', gone: [], come: [], locale: 'de',
      paragraphs: [[
        { kind: 'kept', text: 'Ein ' }, { kind: 'gone', text: 'Bus' }, { kind: 'come', text: 'Zug' },
        { kind: 'kept', text: ' in der Nacht.' },
      ]],
    },
    {
      key: 'measure.period', kind: 'fact', gone: [[{ date: '2021/..' }]], come: [[{ date: '2022/..' }]], paragraphs: [],
      locale: 'de',
    },
    {
      key: 'measure.stage', kind: 'fact', gone: [], paragraphs: [], locale: 'de',
      come: [
        [{ key: 'words.stage.adopted', numbers: {} }, { date: '2022-09' }],
        [{ key: 'words.stage.completed', numbers: {} }, { date: '2024' }],
      ],
    },
  ],
}

export const PUBLICATIONS: Publication[] = [
  {
    id: 'v1', type: 'Measure', slug: 'beispiel-kurz', title: inGerman('Los'), number: 2,
    publishedOn: '2024-05-03T10:00:00Z', versions: VERSIONS.slice(1),
  },
  {
    id: 'v2', type: 'TimelineEvent', slug: 'alles', title: inGerman('Beispielereignis'), number: 1,
    publishedOn: '2024-05-03T09:00:00Z', versions: VERSIONS.slice(2),
  },
]

export const CHOSEN_MEASURES: MentionedMeasure[] = [linked('alt', WIR), linked('weg', null)]

export const CHANGE_PAGE: ChangePage = {
  total: CHANGES.length, changes: CHANGES, measure: null, plans: [LIP, WIR], fields: FIELDS,
}

const TASKS: ContributionTo[] = CONTRIBUTIONS.slice(-7)

export const PERSON: PersonDetail = {
  slug: 'beispielperson-zwei', name: { value: 'شخص للمثال', locale: 'ar' }, latinName: 'Beispielperson Zwei',
  id: 'person', about: inGerman('Spricht zum Beispiel für eine Gruppe, die es nicht gibt.'), languages: ['de'],
  translationOrigin: null,
  website: 'https://example.org/person',
  isExample: true, portrait: null, citations: CITATIONS, contributions: TASKS, articles: [], pictures: [],
}
export const BARE_PERSON: PersonDetail = {
  ...PERSON,
  slug: 'leer', name: inGerman('Beispielperson'), latinName: null, about: null, website: null, isExample: false,
  citations: [], contributions: [],
}

export const ORGANISATION: OrganisationDetail = {
  slug: 'beispielgruppe', name: inGerman(`Beispielgruppe der ${LONG}`), kind: 'expert_group', id: 'organisation',
  about: inGerman('Berät zum Beispiel über ein Handlungsfeld.'), composition: inGerman('Elf Beispielmenschen'),
  period: '2020/2021',
  website: 'https://example.org',
  certainty: 'reported', languages: ['de'], translationOrigin: 'machine', logo: null, field: education ?? null,
  parent: { slug: 'rat', name: inGerman('Beispielrat'), kind: 'council' }, parts: [group, network],
  contributions: TASKS, contributors: MEMBERS,
  decisions: [
    {
      id: 'd1', date: '2021-02-25', outcome: 'agreed_with_changes',
      measure: { slug: 'beispiel-kurz', title: inGerman('Los'), isGone: true }, plan: null,
    },
    { id: 'd2', date: '2021', outcome: 'adopted', measure: null, plan: WIR },
  ],
  leads: [{ slug: 'beispiel-kurz', title: inGerman('Los') }],
  partnerIn: [{ slug: 'beispiel-fremd', title: { value: 'إجراء نموذجي', locale: 'ar' } }], proposed: MEASURES,
  fundedProjects: [{ id: 'p1', title: inGerman('Beispielprojekt'), date: '2023' }],
  events: [{ id: 'e1', slug: 'alles', title: inGerman('Beispielereignis'), date: '2021' }], citations: CITATIONS,
  claims: CLAIMS,
}
export const BARE_ORGANISATION: OrganisationDetail = {
  ...ORGANISATION,
  slug: 'leer', name: inGerman('Beispielverein'), kind: 'association', about: null, composition: null, period: null,
  website: null, certainty: 'documented', translationOrigin: null, field: null, parent: null, parts: [],
  contributions: [], contributors: [], decisions: [], leads: [], partnerIn: [], proposed: [], fundedProjects: [],
  events: [], citations: [], claims: [],
}

export const PAGE: PageDetail = {
  slug: 'beispielseite', title: inGerman('Über das Beispiel'), id: 'page',
  lead: inGerman('Worum es hier zum Beispiel geht.'), text: { blocks: RICH_TEXT, locale: 'de' }, date: '2021-09-10',
  languages: ['de'], translationOrigin: 'machine',
  originalUrl: 'https://example.org/original',
  citations: CITATIONS, revisionNumber: 2,
}
export const BARE_PAGE: PageDetail = {
  ...PAGE,
  title: { value: 'A page in English', locale: 'en' }, lead: null, text: { blocks: [], locale: 'en' }, date: null,
  translationOrigin: null, originalUrl: null, citations: [],
}

export const GLOSSARY: GlossaryEntry[] = [
  {
    id: 'g1', slug: 'beispielwort', title: inGerman('Beispielwort'),
    explanation: inGerman('Ein Wort, das zeigt, wie ein Wort erklärt wird.'),
    forms: [inGerman('Beispielwörter'), inGerman('BW')], inflections: [inGerman('Beispielworts')], doNotTranslate: true,
    period: '2008/2020', replacedBy: { slug: 'lang', title: inGerman(LONG) }, languages: ['de'],
    translationOrigin: null, citations: CITATIONS,
  },
  {
    id: 'g2', slug: 'lang', title: inGerman(LONG),
    explanation: { value: 'A word that is explained in English.', locale: 'en' }, forms: [], inflections: [],
    doNotTranslate: false, period: null, replacedBy: null, languages: ['de', 'en'], translationOrigin: 'machine', citations: [],
  },
]

export const SEARCH_HITS: SearchHit[] = [
  {
    type: 'Measure', id: 'treffer-1', slug: 'beispiel', locale: 'de', titleLocale: 'de',
    title: [
      { text: 'Die ', isHit: false }, { text: LONG, isHit: true },
    ],
    excerpt: [
      { text: '… wo die ', isHit: false }, { text: 'Förderung', isHit: true }, { text: ' steht …', isHit: false },
    ],
    articleKind: null,
  },
  {
    type: 'Article', id: 'treffer-2', slug: 'example', locale: 'en', titleLocale: 'en',
    title: [{ text: 'An opinion in English', isHit: false }], excerpt: [], articleKind: 'opinion',
  },
  {
    type: 'GlossaryTerm', id: 'treffer-3', slug: 'begriff', locale: 'ar', titleLocale: 'ar',
    title: [{ text: 'مصطلح (LIP)', isHit: false }], excerpt: [{ text: 'شرح بالعربية', isHit: true }], articleKind: null,
  },
  {
    type: 'Organisation', id: 'treffer-4', slug: 'netz', locale: 'de', titleLocale: 'en',
    title: [{ text: 'Example network', isHit: true }], excerpt: [{ text: 'Ein Netz.', isHit: false }],
    articleKind: null,
  },
]
