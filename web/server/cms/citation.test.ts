import { Cite } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import { type Cited, toBibtex, toCslJson } from './citation'

const URL = 'https://portal.example/massnahmen/mentoring-fuer-gefluechtete/v/2'
const cited = (given: Partial<Cited> = {}): Cited => ({
  title: 'Mentoring für Geflüchtete', language: 'de', number: 2, publishedOn: '2024-05-02T22:20:00.000Z', url: URL,
  ...given,
})

const TITLES = [
  'Förderung von Übungsräumen, größer', 'Straße', 'Öffentliche Räume in Ämtern', 'Arbeit & Wirtschaft',
  '100 % für {LIP} und {WIR}', 'Ein Ende mit {', 'A_b #1 $5 ~ ^ \\', '„Wir sprechen“ – WIR 2.0', 'Sagt "ja"',
  'تعزيز اللغة العربية', 'دعم (LIP) 2.0 & أكثر', 'Łódź café',
]

/** What a program that keeps literature finds in the file. */
function read(bibtex: string): {
  'title': string
  'URL': string
  'issued': { 'date-parts': number[][] }
  'citation-key': string
} {
  const [entry, ...more] = JSON.parse(new Cite(bibtex).format('data', { format: 'text' }))
  expect(more).toEqual([])
  return entry
}

describe('a version in BibTeX', () => {
  it.each(TITLES)('has the title "%s" as it is', (title) => {
    expect(read(toBibtex(cited({ title }))).title).toBe(title)
  })

  it('has the very address of the version', () => {
    expect(read(toBibtex(cited())).URL).toBe(URL)
    expect(toBibtex(cited())).toContain(`{${URL}}`)
  })

  it('has the day on which it was published', () => {
    expect(read(toBibtex(cited())).issued).toEqual({ 'date-parts': [[2024, 5, 3]] })
  })

  it('has a key that no other version has, nor another measure', () => {
    const others = [
      cited({ number: 3, url: URL.replace('/v/2', '/v/3') }),
      cited({ title: 'Mentoring für Schulen', url: 'https://portal.example/massnahmen/mentoring-schulen/v/2' }),
      cited({ title: 'توجيه', language: 'ar', url: 'https://portal.example/ar/measures/mentoring/v/2' }),
    ]
    const keys = [cited(), ...others].map(version => read(toBibtex(version))['citation-key'])
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key).toMatch(/^[\w:-]+$/)
  })
})

describe('a version in CSL-JSON', () => {
  it('says what is cited, in which version, where and when', () => {
    expect(JSON.parse(toCslJson(cited()))).toEqual([
      {
        'id': 'portal-example-massnahmen-mentoring-fuer-gefluechtete-v-2', 'type': 'webpage',
        'title': 'Mentoring für Geflüchtete', 'language': 'de', 'version': '2', URL, 'container-title': 'LIP-Lab',
        'publisher': 'Welt-in-Hannover.de', 'issued': { 'date-parts': [[2024, 5, 3]] },
      },
    ])
  })

  it.each(TITLES)('has the title "%s" as it is', (title) => {
    expect(JSON.parse(toCslJson(cited({ title })))).toMatchObject([{ title, URL }])
  })

  it('in Arabic says that it is', () => {
    expect(
      JSON.parse(
        toCslJson(
          cited({ title: 'تعزيز اللغة', language: 'ar', url: 'https://portal.example/ar/measures/mentoring/v/2' }),
        ),
      ),
    ).toMatchObject([{ title: 'تعزيز اللغة', language: 'ar', URL: 'https://portal.example/ar/measures/mentoring/v/2' }])
  })
})
