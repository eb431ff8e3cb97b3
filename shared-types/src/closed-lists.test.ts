import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARTICLE_KINDS } from './article-kinds.js'
import * as kinds from './closed-lists.js'
import { FATES } from './fates.js'
import { LOCALE_CODES, LOCALES } from './locales.js'

const MODEL = join(import.meta.dirname, '../../cms/src')
const WORDS = join(import.meta.dirname, '../languages')

/**
 * The closed lists of the content model: where they stand, the constant with their values, the group of their words;
 * null for what is said otherwise.
 */
const LISTS = {
  'api/timeline/content-types/timeline-event/schema.json kind': [kinds.EVENT_KINDS, 'kind'],
  'api/timeline/content-types/timeline-event/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'api/contributor/content-types/organisation/schema.json kind': [kinds.ORGANISATION_KINDS, 'organisationKind'],
  'api/contributor/content-types/organisation/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'api/source/content-types/source/schema.json kind': [kinds.SOURCE_KINDS, 'sourceKind'],
  'api/plan/content-types/reported-figure/schema.json subject': [kinds.FIGURE_SUBJECTS, 'subject'],
  'api/plan/content-types/reported-figure/schema.json stage': [kinds.STAGES, 'stage'],
  'api/plan/content-types/reported-figure/schema.json qualifier': [kinds.QUALIFIERS, null], // said around the number: `plan.figures`
  'api/plan/content-types/field-of-action/schema.json strand': [kinds.STRANDS, null], // seen, never said
  'api/measure/content-types/measure/schema.json kind': [kinds.MEASURE_KINDS, 'measureKind'],
  'api/measure/content-types/measure/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'api/measure/content-types/status-update/schema.json stage': [kinds.STAGES, 'stage'],
  'api/measure/content-types/decision/schema.json outcome': [kinds.OUTCOMES, 'outcome'],
  'api/measure/content-types/lineage/schema.json kind': [kinds.LINEAGE_KINDS, 'lineageKind'],
  'api/measure/content-types/lineage/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'api/measure/content-types/funded-project/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'api/article/content-types/article/schema.json kind': [ARTICLE_KINDS, 'articleKind'],
  'api/article/content-types/article/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'api/contributor/content-types/contribution/schema.json role': [kinds.CONTRIBUTION_ROLES, 'role'],
  'api/contributor/content-types/contribution/schema.json certainty': [kinds.CERTAINTIES, 'certainty'],
  'components/plan/stage-word.json stage': [kinds.STAGES, 'stage'],
  'components/plan/name.json kind': [kinds.NAME_KINDS, 'nameKind'],
  'api/ledger/content-types/translation-record/schema.json origin': [kinds.TRANSLATION_ORIGINS, 'origin'],
  // Only editors see these: no program asks for their values.
  'api/contributor/content-types/person/schema.json publicGround': [['public_role', 'consent'], 'publicGround'],
  'api/image/content-types/image/schema.json rightsGround': [
    ['own_work', 'licence', 'permission', 'public_domain'], 'rightsGround',
  ],
  'api/ledger/content-types/consent-record/schema.json medium': [['online', 'print'], 'consentMedium'],
  'api/ledger/content-types/message/schema.json kind': [['question', 'correction'], 'messageKind'],
  // Told in the admin's own sentences.
  'api/ledger/content-types/appointment/schema.json step': [['publish', 'unpublish'], null],
  'api/ledger/content-types/former-state/schema.json deed': [
    ['create', 'save', 'publish', 'unpublish', 'discard', 'delete', 'restore', 'name'], null,
  ],
  'api/ledger/content-types/handover/schema.json step': [['given', 'returned'], null],
} as const

/** Lists that nobody types in: they are derived. */
const DERIVED = { fate: FATES }

interface Schema { attributes: Record<string, { type: string, enum?: string[] }> }

const inModel = new Map<string, string[]>(
  readdirSync(MODEL, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('schema.json') || /^components\/.*\.json$/.test(file))
    .flatMap((file) => {
      const { attributes }: Schema = JSON.parse(readFileSync(join(MODEL, file), 'utf8'))
      return Object.entries(attributes).flatMap(([name, { enum: values }]) =>
        values ? [[`${file} ${name}`, values] as const] : [],
      )
    }),
)

const words = (code: string): Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(join(WORDS, `${code}.json`), 'utf8')).words
const german = words('de')

describe('the closed lists', () => {
  it('are the ones of the content model', () => {
    expect([...inModel.keys()].sort()).toEqual(Object.keys(LISTS).sort())
  })

  it.each(Object.entries(LISTS))('%s has the values of its constant', (place, [values]) => {
    expect([...inModel.get(place) ?? []].sort()).toEqual([...values].sort())
  })
})

describe('the words of the closed lists', () => {
  it('exist for every language of the table and for no other', () => {
    expect(readdirSync(WORDS).sort()).toEqual(LOCALE_CODES.map(code => `${code}.json`).sort())
  })

  it.each(LOCALES)('in $code: one for every value, none without a value', ({ code }) => {
    const expected: Record<string, string[]> = {}
    for (const [values, group] of [
      ...Object.values(LISTS),
      ...Object.entries(DERIVED).map(([name, values]) => [values, name] as const),
    ])
      if (group !== null) expected[group] = [...values].sort()
    expect(
      Object.fromEntries(Object.entries(words(code)).map(([group, ofGroup]) => [group, Object.keys(ofGroup).sort()])),
    ).toEqual(expected)
  })

  it.each(LOCALES)('in $code: written in its script, none empty, none twice in a list', ({ code, script }) => {
    for (const ofGroup of Object.values(words(code))) {
      for (const word of Object.values(ofGroup)) expect(word).toMatch(new RegExp(`^[^\\s].*\\p{Script=${script}}`, 'u'))
      expect(new Set(Object.values(ofGroup)).size).toBe(Object.keys(ofGroup).length)
    }
  })

  it('are the same in German for a value of several lists: the admin knows only the value', () => {
    const byValue = Map.groupBy(
      Object.values(LISTS).flatMap(([, group]) => Object.entries(german[group ?? ''] ?? {})),
      ([value]) => value,
    )
    const several = [...byValue].filter(
      ([value, found]) => value !== 'other' && new Set(found.map(([, word]) => word)).size > 1,
    )
    expect(several.map(([value]) => value)).toEqual([])
  })

  it('in English are no German in disguise', () => {
    const english = words('en')
    const alike = Object.entries(german).flatMap(([group, ofGroup]) =>
      Object.keys(ofGroup)
        .filter(key => ofGroup[key] === english[group]?.[key])
        .map(key => `${group}.${key}`),
    )
    expect(alike).toEqual(['kind.pause', 'sourceKind.interview', 'articleKind.interview', 'articleKind.video'])
  })
})
