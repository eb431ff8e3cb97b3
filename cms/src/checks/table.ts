/**
 * Every check of an entry, in the order in which it is told: one list for saving, publishing, publishing many, and for
 * what stands beside the form.
 */
import type { Core } from '@strapi/strapi'
import { formerTitleProblems } from '../advice/address'
import { comingDateProblems } from '../advice/coming-dates'
import { headingProblems } from '../advice/headings'
import { brokenLinkProblems, languageOfLinksProblems } from '../advice/links'
import { opinionProblems } from '../advice/opinion'
import { pictureInTextProblems } from '../advice/pictures'
import { hardTextProblems } from '../advice/reading'
import { missingSourceProblems } from '../advice/sources'
import { unsupportedStageProblems } from '../advice/stages'
import { staleTranslationProblems } from '../advice/translations'
import type { Schema } from '../content-model/schema'
import { ARTICLE, EVENT, UPDATE } from '../content-model/uids'
import { formatProblems } from '../rules/formats'
import { futureProblems } from '../rules/future'
import { lineageProblems, movedMeasureProblems } from '../rules/lineage'
import { paperProblems } from '../rules/papers'
import { peopleProblems } from '../rules/people'
import { pictureProblems } from '../rules/pictures'
import type { Problem } from '../rules/problems'
import { processProblems } from '../rules/process'
import { requiredProblems } from '../rules/required'
import { slugProblems } from '../rules/slug'
import { sourceFirstProblems } from '../rules/source-first'
import { targetProblems } from '../rules/targets'
import { translatedFromProblems } from '../rules/translated-from'
import type { Check, CheckKind, Draft } from './check'

const CHECKS: readonly Check[] = [
  {
    name: 'source-first', kind: 'publish', of: 'translation',
    problems: (_, _schema, { row, hasSource }) => sourceFirstProblems(row, hasSource),
  },
  {
    name: 'format', kind: 'always',
    problems: (strapi, schema, { said, locale }) => formatProblems(strapi, schema, said, locale),
  },
  {
    name: 'translated-from', kind: 'save', of: 'translation',
    problems: (strapi, schema, { documentId = '', locale, before, row }) =>
      translatedFromProblems(strapi, schema, documentId, { locale, before, after: row }),
  },
  {
    name: 'slug', kind: 'save', of: 'source',
    problems: (strapi, schema, { said, documentId }) => slugProblems(strapi, schema, said, documentId),
  },
  {
    name: 'paper', kind: 'save', of: 'source',
    problems: (strapi, schema, { said, documentId }) => paperProblems(strapi, schema, said, documentId),
  },
  {
    name: 'process', kind: 'always', of: 'source',
    problems: (strapi, schema, { row }) => processProblems(strapi, schema, row),
  },
  {
    name: 'lineage', kind: 'always', of: 'source',
    problems: (strapi, schema, { row, documentId }) => lineageProblems(strapi, schema, row, documentId),
  },
  {
    name: 'moved-measure', kind: 'always', of: 'source',
    problems: (strapi, schema, { row, documentId }) => movedMeasureProblems(strapi, schema, row, documentId),
  },
  { name: 'future', kind: 'publish', problems: (_, schema, { row }) => futureProblems(schema, row) },
  {
    name: 'required', kind: 'publish',
    problems: (strapi, schema, { row, isTranslation }) => requiredProblems(strapi, schema, row, isTranslation),
  },
  {
    name: 'targets', kind: 'publish',
    problems: (strapi, schema, { row, appearing }) => targetProblems(strapi, schema, row, appearing),
  },
  {
    name: 'people', kind: 'publish',
    problems: (strapi, schema, { shown, documentId, locale }) =>
      peopleProblems(strapi, schema, shown, { documentId, language: locale }),
  },
  {
    name: 'pictures', kind: 'publish',
    problems: (strapi, schema, { shown, locale }) => pictureProblems(strapi, schema, shown, locale),
  },
  { name: 'opinion', kind: 'advice', of: 'source', types: [ARTICLE], problems: opinionProblems },
  { name: 'former-title', kind: 'advice', of: 'source', problems: formerTitleProblems },
  {
    name: 'coming-date', kind: 'advice', of: 'source', types: [ARTICLE, EVENT],
    problems: (_, schema, { row }) => comingDateProblems(schema, row),
  },
  {
    name: 'stage', kind: 'advice', of: 'source', types: [UPDATE],
    problems: (strapi, schema, { row }) => unsupportedStageProblems(strapi, schema, row),
  },
  {
    name: 'source', kind: 'advice', of: 'source', problems: (_, schema, { row }) => missingSourceProblems(schema, row),
  },
  { name: 'headings', kind: 'advice', problems: (strapi, schema, { row }) => headingProblems(strapi, schema, row) },
  {
    name: 'picture-in-text', kind: 'advice',
    problems: (strapi, schema, { row }) => pictureInTextProblems(strapi, schema, row),
  },
  {
    name: 'language-of-links', kind: 'advice',
    problems: (strapi, schema, { row, locale }) => languageOfLinksProblems(strapi, schema, row, locale),
  },
  { name: 'broken-link', kind: 'advice', problems: (strapi, schema, { row }) => brokenLinkProblems(strapi, schema, row) },
  {
    name: 'hard-text', kind: 'advice',
    problems: (strapi, schema, { row, locale }) => hardTextProblems(strapi, schema, row, locale),
  },
  { name: 'stale-translation', kind: 'advice', of: 'translation', problems: staleTranslationProblems },
]

/** Problem that says which check found it. */
export interface Found extends Problem {
  check: Check
}

/** What the checks of these kinds find in an entry. */
export async function problemsOf(
  strapi: Core.Strapi, schema: Schema, draft: Draft, kinds: readonly CheckKind[],
): Promise<Found[]> {
  const asked = CHECKS.filter(({ kind, types = [schema.uid], of }) =>
    kinds.includes(kind) && types.includes(schema.uid) && (!of || (of === 'translation') === draft.isTranslation),
  )
  const found: Found[] = []
  for (const check of asked)
    for (const problem of await check.problems(strapi, schema, draft)) found.push({ ...problem, check })
  return found
}
