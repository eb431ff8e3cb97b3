import type { GlossaryQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findGlossary } from './glossary'

type Node = NonNullable<GlossaryQuery['glossaryTerms_connection']>['nodes'][number]
const term = (title: string, given: Partial<Node> = {}): Node => ({
  documentId: title, slug: title, title, explanation: 'Ein Wort.', forms: null, inflections: null, replacedBy: null,
  doNotTranslate: false, period: null,
  locale: 'de', languages: ['de'], translationOrigin: null, translationState: 'source',
  inSourceLanguage: { title, explanation: 'Ein Wort.', forms: null, locale: 'de' }, citations: [],
  ...given,
})

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ variables }): GlossaryQuery => {
    if (variables.locale === 'ar')
      return {
        glossaryTerms_connection: {
          nodes: [
            term('LIP', { locale: 'ar' }),
            term('خطة', {
              locale: 'ar', explanation: '', forms: 'خطط\nPläne',
              inSourceLanguage: { title: 'Plan', explanation: 'Ein Vorhaben.', forms: 'Pläne', locale: 'de' },
            }),
          ],
          pageInfo: { pageCount: 1 },
        },
      }
    if (variables.locale === 'en') return { glossaryTerms_connection: null }
    const nodes
      = variables.page === 1
        ? [term('Zuwanderung'), term('Ämter')]
        : [
            term('Integration', {
              slug: 'integration', explanation: 'Ein Wort.', forms: ' Integrationen\n\nintegriert ', period: '2008/..',
              inflections: 'Integrationsplänen\n', replacedBy: { slug: 'teilhabe', title: 'Teilhabe', locale: 'de' },
            }),
          ]
    return { glossaryTerms_connection: { nodes, pageInfo: { pageCount: 2 } } }
  })
})
afterAll(() => cms.close())

describe('the glossary', () => {
  it('has the terms of all pages in the order of the language, not of the bytes', async () => {
    expect((await findGlossary('de')).map(({ title }) => title.value)).toEqual(['Ämter', 'Integration', 'Zuwanderung'])
  })

  it('says what a term means, its other forms, and since when it is used', async () => {
    expect((await findGlossary('de'))[1]).toEqual({
      id: 'Integration', slug: 'integration', title: { value: 'Integration', locale: 'de' },
      explanation: { value: 'Ein Wort.', locale: 'de' },
      forms: [
        { value: 'Integrationen', locale: 'de' }, { value: 'integriert', locale: 'de' },
      ],
      inflections: [{ value: 'Integrationsplänen', locale: 'de' }],
      replacedBy: { slug: 'teilhabe', title: { value: 'Teilhabe', locale: 'de' } },
      doNotTranslate: false, period: '2008/..', languages: ['de'], translationOrigin: null, citations: [],
    })
  })

  it('says of a word that was taken over as it is that it is in the language of its source', async () => {
    const terms = await findGlossary('ar')
    expect(terms.map(({ title }) => title)).toEqual([{ value: 'خطة', locale: 'ar' }, { value: 'LIP', locale: 'de' }])
    expect(terms[0]?.forms).toEqual([{ value: 'خطط', locale: 'ar' }, { value: 'Pläne', locale: 'de' }])
  })

  it('is empty where the cms has no terms', async () => {
    expect(await findGlossary('en')).toEqual([])
  })
})
