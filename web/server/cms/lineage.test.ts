import type { FieldLinkFragment, LineageEntryFragment, MeasureLinkFragment, PlanLineageQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { toField } from './field'
import { toCrosswalk, toLineage } from './lineage'
import { findAllLinks, findPlanLineage } from './plan-lineage'

const wir = { slug: 'wir', title: 'WIR 2.0', locale: 'de' }
const lip = { slug: 'lip', title: 'Lokaler Integrationsplan', locale: 'de' }
const measure = (slug: string, plan: MeasureLinkFragment['plan']): MeasureLinkFragment => ({
  documentId: slug, slug, title: `Maßnahme ${slug}`, locale: 'de', fieldOfAction: null, plan,
})

function link(documentId: string, given: Partial<LineageEntryFragment> = {}): LineageEntryFragment {
  return {
    documentId, kind: 'split', date: '2021-02', certainty: 'reported', reason: 'Zu groß.', locale: 'de',
    from: [measure('alt', lip)], to: [measure('neu-1', wir), measure('neu-2', wir)], toOrganisations: [],
    goneMeasures: [], citations: [],
    ...given,
  }
}

const linked = (slug: string, plan: typeof wir) => ({
  slug, title: { value: `Maßnahme ${slug}`, locale: 'de' },
  plan: { slug: plan.slug, title: { value: plan.title, locale: 'de' } }, isGone: false,
})

describe('a link from measures to measures', () => {
  it('says what happened, when, why, and to which measures of which plan', () => {
    expect(toLineage(link('l1'))).toEqual({
      id: 'l1', kind: 'split', date: '2021-02', certainty: 'reported', reason: { value: 'Zu groß.', locale: 'de' },
      from: [linked('alt', lip)], to: [linked('neu-1', wir), linked('neu-2', wir)],
      toOrganisations: [], citations: [],
    })
  })

  it('says to which body or programme a measure led', () => {
    const fund = { slug: 'gfz', name: 'Gesellschaftsfonds', nameLocale: 'de', kind: 'fund' as const }
    expect(toLineage(link('l1', { kind: 'fulfilled', to: [], toOrganisations: [fund] })).toOrganisations).toEqual([
      { slug: 'gfz', name: { value: 'Gesellschaftsfonds', locale: 'de' }, kind: 'fund' },
    ])
  })

  it('keeps measures that are gone on their side, without a plan', () => {
    const gone = (slug: string, side: string) => ({ side, tombstone: { slug, title: `Einst ${slug}`, locale: 'en' } })
    const { from, to } = toLineage(
      link('l1', { from: [], goneMeasures: [gone('weg-1', 'from'), gone('weg-2', 'to'), gone('weg-3', 'from')] }),
    )
    expect(from).toEqual(
      ['weg-1', 'weg-3'].map(slug => ({
        slug, title: { value: `Einst ${slug}`, locale: 'en' }, plan: null, isGone: true,
      })),
    )
    expect(to.map(({ slug, isGone }) => [slug, isGone])).toEqual([
      ['neu-1', false], ['neu-2', false], ['weg-2', true],
    ])
  })

  it('of which nothing else is known is of an unknown kind, without date and reason', () => {
    expect(
      toLineage(
        link('l1', { kind: 'unknown', date: null, certainty: 'unknown', reason: null, from: [measure('alt', null)], to: [] }),
      ),
    ).toEqual({
      id: 'l1', kind: 'unknown', date: null, certainty: 'unknown', reason: null,
      from: [{ ...linked('alt', lip), plan: null }], to: [], toOrganisations: [], citations: [],
    })
  })

  it('in the crosswalk has its measures by their slugs, those that are gone too, and an empty date where none is '
    + 'known', () => {
    const goneMeasures = [{ side: 'from', tombstone: { slug: 'weg', title: 'Weg', locale: 'de' } }]
    expect(toCrosswalk(toLineage(link('l1', { date: null, goneMeasures })))).toEqual({
      id: 'l1', kind: 'split', date: '', certainty: 'reported', from: ['alt', 'weg'], to: ['neu-1', 'neu-2'],
    })
  })
})

describe('what became of the measures of a plan', () => {
  const work: FieldLinkFragment = {
    slug: 'arbeit-2008', title: 'Arbeit', locale: 'de', strand: 'two', order: 2, plan: lip,
  }
  const later = {
    ...work,
    slug: 'arbeit-2022', plan: wir, predecessors: [{ slug: 'arbeit-2008' }],
  }
  const LINK_COUNT = 230
  const all = Array.from({ length: LINK_COUNT }, (_, index) => link(`l${index + 1}`))

  function answer(page: number, pageSize: number): PlanLineageQuery {
    return {
      plans: [
        {
          ...lip,
          languages: ['de'], translationOrigin: 'human',
          stageWords: [{ stage: 'completed', language: 'de', word: 'umgesetzt' }], claims: [],
          measureCount: 3, goneMeasureCount: 2,
          fates: [
            { fate: 'continued', count: 2 }, { fate: 'unknown', count: 1 },
          ],
          lineageFlows: [
            { from: { slug: 'arbeit-2008' }, to: { slug: 'arbeit-2022' }, count: 2 },
            { from: null, to: null, count: 1 },
          ],
          successors: [wir],
          lineages: { total: LINK_COUNT, nodes: all.slice((page - 1) * pageSize, page * pageSize) },
        },
      ],
      fieldsOfAction: [work], laterFields: [later],
      reportedFigures: [
        {
          subject: 'unknown', unit: null, stage: 'completed', count: 12, qualifier: 'unknown', date: '2014',
          citations: [],
        },
      ],
    }
  }
  const nothing: PlanLineageQuery = {
    plans: [], fieldsOfAction: [], laterFields: [], reportedFigures: [],
  }
  const unlinked: PlanLineageQuery = {
    ...nothing,
    plans: [
      {
        ...wir,
        languages: ['de'], translationOrigin: null, stageWords: [], claims: [],
        successors: [], measureCount: 0, goneMeasureCount: 0, fates: [],
        lineageFlows: [], lineages: { total: 0, nodes: [] },
      },
    ],
  }

  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => {
    cms = await openCms(
      ({ variables: { slug, page, pageSize } }) =>
        ({ lip: answer(Number(page), Number(pageSize)), wir: unlinked })[String(slug)] ?? nothing,
    )
  })
  afterAll(() => cms.close())

  it('is counted, and drawn from field to field', async () => {
    expect(await findPlanLineage('lip', 'de', 1)).toMatchObject({
      slug: 'lip', title: { value: 'Lokaler Integrationsplan' }, languages: ['de'], translationOrigin: 'human',
      measureCount: 3, goneMeasureCount: 2, fates: { continued: 2, ongoing: 0, completed: 0, dropped: 0, unknown: 1 },
      fields: [toField(work)], laterFields: [{ ...toField(later), predecessors: ['arbeit-2008'] }],
      flows: [
        { from: 'arbeit-2008', to: 'arbeit-2022', count: 2 }, { from: null, to: null, count: 1 },
      ],
      successors: [{ slug: 'wir' }],
      figures: [
        {
          subject: 'unknown', stage: 'completed', stageWord: { value: 'umgesetzt', locale: 'de' }, count: 12,
          qualifier: 'unknown', date: '2014',
        },
      ],
    })
  })

  it('is shown page by page, with the number of links on all pages', async () => {
    const [first, second] = await Promise.all([1, 2].map(page => findPlanLineage('lip', 'de', page)))
    expect(first?.linkCount).toBe(LINK_COUNT)
    expect(second?.links[0]?.id).toBe(`l${(first?.links.length ?? NaN) + 1}`)
  })

  it('has every link of all pages in the file for partners, each once and in order', async () => {
    expect((await findAllLinks('lip', 'de'))?.map(({ id }) => id)).toEqual(all.map(({ documentId }) => documentId))
  })

  it('is nothing yet for a plan without links: that is no missing plan', async () => {
    expect(await findAllLinks('wir', 'de')).toEqual([])
    expect(await findPlanLineage('wir', 'de', 1)).toMatchObject({
      measureCount: 0, fates: { continued: 0, unknown: 0 }, links: [], linkCount: 0,
    })
  })

  it('is null where there is no such plan', async () => {
    expect(await findPlanLineage('gibt-es-nicht', 'de', 1)).toBeNull()
    expect(await findAllLinks('gibt-es-nicht', 'de')).toBeNull()
  })
})
