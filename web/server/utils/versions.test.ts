import { createApp, createRouter, toWebHandler } from 'h3'
import type { RevisionQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'

const REVISION: RevisionQuery['revision'] = {
  number: 2, newest: 2, publishedOn: '2024-05-03T10:00:00.000Z', locale: 'de', slug: 'lip-lab', isPublic: true,
  snapshot: { page: { documentId: 'p1', slug: 'lip-lab', title: 'Das LIP-Lab', locale: 'de' } }, withdrawnFor: null, versions: [],
}
const REVISIONS: Record<string, RevisionQuery['revision']> = {
  'Page lip-lab 2': REVISION, 'Page lip-lab 3': { ...REVISION, number: 3, withdrawnFor: 'Nannte jemanden.' },
}
const asked: string[] = []
let cms: Awaited<ReturnType<typeof openCms>>
let visit: (address: string) => Promise<Response>
beforeAll(async () => {
  cms = await openCms(({ variables: { type, slug, number } }) => {
    asked.push(`${type} ${slug} ${number}`)
    return { revision: REVISIONS[`${type} ${slug} ${number}`] ?? null }
  })
  const { default: version } = await import('../api/versions/[kind]/[slug]/[number].get')
  const { default: file } = await import('../routes/data/[locale]/[...file].get')
  const routes = createRouter().get('/api/versions/:kind/:slug/:number', version).get('/data/:locale/**:file', file)
  const open = toWebHandler(createApp().use(routes))
  visit = address => open(new Request(`http://localhost${address}`))
})
afterAll(() => cms.close())

describe('a numbered version', () => {
  it('is there by the first word of its addresses', async () => {
    const version = await (await visit('/api/versions/pages/lip-lab/2')).json()
    expect(version).toMatchObject({ number: 2, document: { title: { value: 'Das LIP-Lab' } } })
  })

  it.each([
    ['measures', 'Measure'], ['timeline', 'TimelineEvent'], ['articles', 'Article'], ['pages', 'Page'],
  ])('among the %s is one of the type %s', async (kind, type) => {
    expect((await visit(`/api/versions/${kind}/nichts/1`)).status).toBe(404)
    expect((await visit(`/data/de/${kind}/nichts/v/2/cite.bib`)).status).toBe(404)
    expect(asked.slice(-2)).toEqual([`${type} nichts 1`, `${type} nichts 2`])
  })

  it.each([
    '/api/versions/plans/lip-lab/2', '/api/versions/Page/lip-lab/2', '/api/versions/toString/lip-lab/2',
    '/api/versions/pages/lip-lab/02', '/data/de/plans/lip-lab/v/2/cite.bib', '/data/de/pages/lip-lab/v/2/cite.ris',
    '/data/de/pages/lip-lab/v/2/cite.', '/data/de/pages/lip-lab/v/2/cite.bib/x', '/data/de/pages/lip-lab/v/0/cite.bib',
    '/data/xx/pages/lip-lab/v/2/cite.bib', '/data/de/pages/lip-lab/2/cite.bib', '/data/de/x', '/data/de/%/v/2/cite.bib',
  ])('is not found at %s, and the cms is not asked', async (address) => {
    const before = asked.length
    expect((await visit(address)).status).toBe(404)
    expect(asked.length).toBe(before)
  })

  it('is cited as BibTeX and CSL-JSON, also where its slug is written with signs of addresses', async () => {
    const bibtex = await visit('/data/de/pages/lip%2Dlab/v/2/cite.bib')
    expect(bibtex.headers.get('Content-Type')).toBe('application/x-bibtex; charset=utf-8')
    expect(await bibtex.text()).toContain('title = {Das {LIP}-{Lab}}')
    const json = await visit('/data/de/pages/lip-lab/v/2/cite.json')
    expect(json.headers.get('Content-Type')).toBe('application/vnd.citationstyles.csl+json; charset=utf-8')
    expect(await json.text()).toContain('/seiten/lip-lab/v/2')
  })

  it('that was withdrawn is gone', async () => {
    expect((await visit('/data/de/pages/lip-lab/v/3/cite.json')).status).toBe(410)
  })
})
