import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { CERTAINTIES, type CrosswalkLink, crosswalkLinks, crosswalkRows, LINEAGE_KINDS } from 'shared-types'
import type { LineageEntry, LinkedMeasure } from './lineage'
import { describe, expect, it } from 'vitest'
import { namedCrosswalk, type NamedCrosswalkRow, toCsv } from './named-crosswalk'

const inGerman = (value: string) => ({ value, locale: 'de' })
const measure = (slug: string, given: Partial<LinkedMeasure> = {}): LinkedMeasure => ({
  slug, title: inGerman(`Maßnahme ${slug}`), plan: { slug: 'wir', title: inGerman('WIR 2.0') }, isGone: false,
  ...given,
})
const source = (label: string, url: string | null) => ({
  page: null, quote: null,
  source: {
    id: label, kind: 'report' as const, label, language: 'de', publisher: null, date: null, url, archiveUrl: null,
    paperNumber: null,
  },
})
const link = (given: Partial<LineageEntry> = {}): LineageEntry => ({
  id: 'l1', kind: 'continued', date: '2022-09', certainty: 'documented', reason: null, from: [measure('alt')],
  to: [measure('neu')], toOrganisations: [], citations: [],
  ...given,
})

/** The rows of a CSV file, as any program reads them. */
const read = (csv: string) => parse<NamedCrosswalkRow>(csv, { columns: true })
const written = (links: LineageEntry[]) => read(toCsv(namedCrosswalk(links)))
const titled = (title: string) => written([link({ from: [measure('alt', { title: inGerman(title) })] })])[0]?.from_title

const slug = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,2})?$/)
const anyText = fc.oneof(
  fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', '=', '-', 'ä', ' ', 'ل', '\'') }),
)
const side = fc.uniqueArray(
  fc.record({
    slug, title: anyText.map(inGerman), plan: fc.constantFrom(null, { slug: 'wir', title: inGerman('WIR') }),
    isGone: fc.boolean(),
  }),
  { maxLength: 4, selector: ({ slug: key }) => key },
)
const lineage: fc.Arbitrary<LineageEntry> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,24}$/), kind: fc.constantFrom(...LINEAGE_KINDS),
  date: fc.constantFrom(null, '2022', '2022-09', '2018/2020', '2022-09/..', '2012?'),
  certainty: fc.constantFrom(...CERTAINTIES), reason: fc.option(anyText.map(inGerman)), from: side, to: side,
  toOrganisations: fc.constant([]),
  citations: fc.array(
    anyText.map(label => source(label, null)), { maxLength: 3 },
  ),
})
const lineages = fc.uniqueArray(lineage, { maxLength: 12, selector: ({ id }) => id })
const asLink = ({ id, kind, date, certainty, from, to }: LineageEntry): CrosswalkLink => ({
  id, kind, date: date ?? '', certainty, from: from.map(({ slug: key }) => key), to: to.map(({ slug: key }) => key),
})

describe('the crosswalk as a table', () => {
  it('has names, plans, reason and sources beside the keys', () => {
    const links = [
      link({
        kind: 'split', reason: inGerman('Zu groß.'), to: [measure('a'), measure('b', { plan: null, isGone: true })],
        citations: [source('Bericht', 'https://example.org/b'), source('0094/2008', null)],
      }),
    ]
    const row = {
      lineage: 'l1', kind: 'split', date: '2022-09', certainty: 'documented', from: 'alt', from_title: 'Maßnahme alt',
      from_plan: 'wir', reason: 'Zu groß.',
      sources: 'https://example.org/b 0094/2008',
      from_title_language: 'de', to_title_language: 'de', reason_language: 'de', to_organisations: '',
      to_organisation_names: '',
    }
    expect(namedCrosswalk(links)).toEqual([
      { ...row, to: 'a', to_title: 'Maßnahme a', to_plan: 'wir' },
      { ...row, to: 'b', to_title: 'Maßnahme b', to_plan: '' },
    ])
  })

  it('leaves empty what is not there: the other side, the date, the reason', () => {
    expect(namedCrosswalk([link({ kind: 'dropped', date: null, to: [] })])).toEqual([
      {
        lineage: 'l1', kind: 'dropped', date: '', certainty: 'documented', from: 'alt', from_title: 'Maßnahme alt',
        from_plan: 'wir', to: '', to_title: '', to_plan: '', reason: '', sources: '', from_title_language: 'de',
        to_title_language: '', reason_language: '', to_organisations: '', to_organisation_names: '',
      },
    ])
  })

  it('names the bodies and programmes that a measure became: it did not end', () => {
    const body = (slug: string, name: string) => ({ slug, name: inGerman(name), kind: 'office' as const })
    const toOrganisations = [body('beiraete', 'Beiräte'), body('fonds', 'Der Fonds')]
    const links = [link({ kind: 'institutionalised', to: [], toOrganisations })]
    expect(written(links)).toMatchObject([
      { to: '', to_organisations: 'beiraete fonds', to_organisation_names: 'Beiräte; Der Fonds' },
    ])
  })

  it('says of each text in which language it is: what is not translated comes as it was written', () => {
    const [row] = namedCrosswalk([
      link({
        reason: { value: 'Çok büyük.', locale: 'tr' }, from: [measure('alt')],
        to: [measure('neu', { title: { value: 'Neu. Einfach.', locale: 'de-simple' } })],
      }),
    ])
    expect(row).toMatchObject({ from_title_language: 'de', to_title_language: 'de-simple', reason_language: 'tr' })
  })

  it('has the same keys as the plain crosswalk, for any links', () => {
    fc.assert(fc.property(lineages, (links) => {
      expect(namedCrosswalk(links)).toMatchObject(crosswalkRows(links.map(asLink)))
    }))
  })
})

describe('the crosswalk as CSV', () => {
  it('gives back the same links, for any links with any titles', () => {
    fc.assert(fc.property(lineages, (links) => {
      expect(crosswalkLinks(written(links))).toEqual(links.map(asLink))
    }))
  })

  it('says the same as JSON, but for the apostrophe before what a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(lineages, (links) => {
        const rows: NamedCrosswalkRow[] = JSON.parse(JSON.stringify(namedCrosswalk(links)))
        const plain = written(links).map(row =>
          Object.fromEntries(
            Object.entries(row).map(([column, text]) => [column, text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')]),
          ),
        )
        expect(plain).toEqual(
          rows.map(row =>
            Object.fromEntries(
              Object.entries(row).map(([column, text]) => [column, text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')]),
            ),
          ),
        )
      }),
    )
  })

  it.each([
    'Mentoring "plus"', 'Sprache, Bildung; Arbeit', 'zwei\nZeilen', 'zwei\r\nZeilen', 'nur\rZurück', ' mit Rand ',
    'تعليم اللغة، للجميع', '"', ',',
  ])('keeps the title %j as it is', (title) => {
    expect(titled(title)).toBe(title)
  })

  it.each(['=1+1', '+49 511', '-5 Grad', '@rat', '=HYPERLINK("https://example.org","klick")'])(
    'puts an apostrophe before "%s", so that it stays text in a spreadsheet',
    (title) => {
      expect(titled(title)).toBe(`'${title}`)
    },
  )

  it('has a heading for every column, also where no link is known', () => {
    expect(toCsv([]).trim()).toBe(
      'lineage,kind,date,certainty,from,from_title,from_plan,to,to_title,to_plan,reason,sources,from_title_language,'
      + 'to_title_language,reason_language,to_organisations,to_organisation_names',
    )
  })

  it('ends every record as RFC 4180 says', () => {
    expect(toCsv(namedCrosswalk([link(), link({ id: 'l2' })])).split('\r\n')).toHaveLength(4)
  })
})
