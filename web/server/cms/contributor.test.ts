import type { ContributorsQuery, OrganisationBySlugQuery, OrganisationsQuery, PersonBySlugQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findContributors, findOrganisation, findPerson } from './contributor'

const entry = {
  documentId: 'c1', role: 'editor' as const, function: null, locale: 'de', translationOrigin: null,
  translationState: 'source' as const, period: null, certainty: 'unknown' as const, citations: [],
}
const forWebsite = { ...entry, plan: null, body: null, measure: null, article: null, isForWebsite: true }
const council = { slug: 'rat', name: 'Rat', nameLocale: 'de', kind: 'council' as const }
const named = { slug: 'eins', title: 'Eins', locale: 'de' }
const name = { slug: 'eins', title: { value: 'Eins', locale: 'de' } }

const contributions = (page: number): ContributorsQuery => ({
  contributions_connection: {
    nodes: [{ ...forWebsite, documentId: `c${page}`, person: null, organisation: council }], pageInfo: { pageCount: 2 },
  },
})
const organisations: OrganisationsQuery = {
  organisations_connection: { nodes: [{ ...council, period: '1946/..' }], pageInfo: { pageCount: 1 } },
}

const portrait = {
  documentId: 'i1', author: 'Beispielfotograf', licence: 'CC0-1.0', sourceUrl: null, decorative: false, focusX: 50,
  focusY: 50, isExample: false, texts: [{ language: 'de', alt: 'Ein Porträt', caption: null }], file: null,
}
const pictureOf = (documentId: string, texts: typeof portrait.texts) => ({
  ...portrait,
  documentId, texts, file: { url: `/uploads/${documentId}.png`, width: 20, height: 10, variants: [] },
})
const garden = pictureOf('i2', [{ language: 'de', alt: 'Im Garten', caption: null }])
const article = {
  documentId: 'a1', slug: 'gespraech', kind: 'interview' as const, schemaType: 'Conversation', kicker: null,
  title: 'Gespräch', lead: null, date: '2021', byline: null, locale: 'de', languages: ['de'], translationOrigin: null,
  inSourceLanguage: { locale: 'de', kicker: null, lead: null, byline: null },
  translationState: 'source' as const, isExample: false, fieldsOfAction: [],
}
const person: PersonBySlugQuery = {
  people: [
    {
      slug: 'beispielperson', name: 'Beispielperson', nameInScript: null, locale: 'de', documentId: 'p1',
      about: 'Spricht.', inSourceLanguage: { locale: 'de', about: null }, languages: ['de'], translationOrigin: null,
      website: 'https://example.org',
      isExample: true, portrait, citations: [], contributions: [forWebsite], articles: [article],
      picturesOf: [portrait, garden],
      picturesMade: [
        garden, pictureOf('i3', [{ language: 'de', alt: 'Ein Fest', caption: null }]), pictureOf('i4', []),
      ],
    },
  ],
}
const organisation: OrganisationBySlugQuery = {
  organisations: [
    {
      ...council,
      documentId: 'o1', locale: 'de', about: 'Entscheidet.', composition: null,
      inSourceLanguage: { locale: 'de', about: null, composition: 'Alle zusammen.' }, period: '1946/..', website: null,
      certainty: 'unknown', languages: ['de', 'en'], translationOrigin: 'human', logo: null, fieldOfAction: null,
      parent: null, parts: [council], contributions: [],
      contributors: [
        {
          ...entry,
          person: { slug: 'beispielperson', name: 'Beispielperson', nameInScript: null, locale: 'de' },
          organisation: null,
        },
        { ...entry, person: null, organisation: null },
      ],
      decisions: [
        { documentId: 'd1', date: '2021', outcome: 'adopted', measure: named, goneMeasures: [], plan: null },
        { documentId: 'd2', date: '', outcome: 'unknown', measure: null, goneMeasures: [], plan: named },
        {
          documentId: 'd3', date: '2022', outcome: 'struck', measure: null,
          goneMeasures: [{ slug: 'weg', title: 'Weg', locale: 'de' }], plan: null,
        },
      ],
      leads: [named], partnerIn: [], proposed: [named],
      fundedProjects: [{ documentId: 'f1', title: 'Projekt', locale: 'de', date: null }],
      timelineEvents: [{ documentId: 'e1', slug: 'sitzung', title: 'Sitzung', locale: 'de', date: '' }], citations: [],
      claims: [],
    },
  ],
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) => {
    if (operationName === 'Contributors')
      return variables.locale === 'de' ? contributions(Number(variables.page)) : { contributions_connection: null }
    if (operationName === 'Organisations')
      return variables.locale === 'de' ? organisations : { organisations_connection: null }
    if (operationName === 'PersonBySlug') return variables.slug === 'beispielperson' ? person : { people: [] }
    return variables.slug === 'rat' ? organisation : { organisations: [] }
  })
})
afterAll(() => cms.close())

describe('everyone who contributes', () => {
  it('is all pages of the cms, with every organisation', async () => {
    const overview = await findContributors('de')
    expect(overview.contributions.map(({ id, object }) => [id, object.kind])).toEqual([
      ['c1', 'website'], ['c2', 'website'],
    ])
    expect(overview.organisations).toEqual([
      { slug: 'rat', name: { value: 'Rat', locale: 'de' }, kind: 'council', period: '1946/..' },
    ])
  })

  it('is nobody where the cms has nobody', async () => {
    expect(await findContributors('en')).toEqual({ contributions: [], organisations: [] })
  })
})

describe('a person', () => {
  it('has everything she did, the articles about her, and each described picture once', async () => {
    expect(await findPerson('beispielperson', 'en')).toMatchObject({
      slug: 'beispielperson', name: { value: 'Beispielperson' }, latinName: null, id: 'p1',
      about: { value: 'Spricht.', locale: 'de' },
      website: 'https://example.org',
      isExample: true, citations: [], portrait: { alt: { value: 'Ein Porträt', locale: 'de' } },
      contributions: [{ role: 'editor', object: { kind: 'website' } }],
      articles: [{ slug: 'gespraech', kind: 'interview' }],
      pictures: [
        { id: 'i2', alt: { value: 'Im Garten' } }, { id: 'i3', alt: { value: 'Ein Fest' } },
      ],
    })
  })

  it('is none for a slug that nobody has', async () => {
    expect(await findPerson('gibt-es-nicht', 'de')).toBeNull()
  })
})

describe('an organisation', () => {
  it('has those who take part in it and are public, what it decided and its measures', async () => {
    expect(await findOrganisation('rat', 'de')).toMatchObject({
      slug: 'rat', kind: 'council', id: 'o1', about: { value: 'Entscheidet.', locale: 'de' },
      composition: { value: 'Alle zusammen.', locale: 'de' }, period: '1946/..',
      certainty: 'unknown', languages: ['de', 'en'], logo: null, field: null, parent: null, parts: [{ slug: 'rat' }],
      contributors: [{ contributor: { kind: 'person', person: { slug: 'beispielperson' } } }],
      decisions: [
        { id: 'd1', date: '2021', outcome: 'adopted', measure: { ...name, isGone: false }, plan: null },
        { id: 'd2', date: '', outcome: 'unknown', measure: null, plan: name },
        {
          id: 'd3', date: '2022', outcome: 'struck',
          measure: { slug: 'weg', title: { value: 'Weg', locale: 'de' }, isGone: true }, plan: null,
        },
      ],
      leads: [name], partnerIn: [], proposed: [name],
      fundedProjects: [{ id: 'f1', title: { value: 'Projekt' }, date: null }],
      events: [{ id: 'e1', slug: 'sitzung', date: '' }], citations: [], claims: [],
    })
  })

  it('is none for a slug that no organisation has', async () => {
    expect(await findOrganisation('gibt-es-nicht', 'de')).toBeNull()
  })
})
