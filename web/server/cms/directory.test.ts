import type {
  FieldDirectoryQuery, OrganisationDirectoryQuery, PersonDirectoryQuery, PlanDirectoryQuery,
} from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findOrganisationLines, findPersonLines, findPlanLines } from './directory'

const translation = { translationOrigin: null, translationState: 'source' as const }
const lip = { slug: 'lip', title: 'LIP', locale: 'de' }
const wir = { slug: 'wir', title: 'WIR 2.0', locale: 'de' }
const plans: PlanDirectoryQuery = {
  plans_connection: {
    nodes: [
      { ...lip, ...translation, valid: '2008/2021', summary: null, measureCount: 0, stageCounts: [] },
      {
        ...wir, ...translation, valid: '2022/..', summary: 'Der heutige Plan.', measureCount: 4,
        stageCounts: [
          { field: { slug: 'bildung' }, count: 2 }, { field: { slug: 'bildung' }, count: 1 }, { field: null, count: 1 },
        ],
      },
    ],
    pageInfo: { pageCount: 1 },
  },
}
const fields: FieldDirectoryQuery = {
  fieldsOfAction_connection: {
    nodes: [
      { slug: 'bildung', title: 'Bildung', locale: 'de', strand: 'two', order: 1, plan: wir },
      { slug: 'soziales', title: 'Soziales', locale: 'de', strand: null, order: 2, plan: lip },
    ],
    pageInfo: { pageCount: 1 },
  },
}
const people = (page: unknown): PersonDirectoryQuery => ({
  people_connection: {
    nodes: [{
      slug: `person-${page}`, name: 'Eins', nameInScript: null, locale: 'de', about: page === 1 ? 'Spricht.' : null,
      isExample: page === 2, ...translation,
    }],
    pageInfo: { pageCount: 2 },
  },
})
const organisations: OrganisationDirectoryQuery = {
  organisations_connection: {
    nodes: [{
      slug: 'rat', name: 'Rat', nameLocale: 'de', kind: 'council', about: 'Decides.', locale: 'en', period: '1946/..',
      translationOrigin: 'machine', translationState: 'outdated',
    }],
    pageInfo: { pageCount: 1 },
  },
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) => {
    if (operationName === 'PlanDirectory') return plans
    if (operationName === 'FieldDirectory') return fields
    return operationName === 'PersonDirectory' ? people(variables.page) : organisations
  })
})
afterAll(() => cms.close())

describe('what there is', () => {
  it('are plans, the newest first, with their fields and how many measures each has', async () => {
    const found = await findPlanLines('de')
    expect(found.map(({ slug, measureCount, fields }) => [
      slug, measureCount, fields.map(field => [field.slug, field.strand, field.measureCount]),
    ])).toEqual([['wir', 4, [['bildung', 'two', 3]]], ['lip', 0, [['soziales', null, 0]]]])
    expect(found[0]?.summary).toEqual({ value: 'Der heutige Plan.', locale: 'de' })
  })

  it('are people, from all pages of the cms, and who is made up', async () => {
    expect(await findPersonLines('de')).toMatchObject([
      { slug: 'person-1', about: { value: 'Spricht.', locale: 'de' }, isExample: false },
      { slug: 'person-2', about: null, isExample: true },
    ])
  })

  it('are organisations, each with a line in the language in which there is one', async () => {
    expect(await findOrganisationLines('en')).toEqual([{
      slug: 'rat', name: { value: 'Rat', locale: 'de' }, kind: 'council', period: '1946/..',
      about: { value: 'Decides.', locale: 'en' }, translationOrigin: 'machine', isOutdated: true,
      isIncomplete: undefined,
    }])
  })
})
