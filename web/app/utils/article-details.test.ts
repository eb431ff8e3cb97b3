import { ARTICLE_KINDS } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { ARTICLE_SHAPES, isOpinionKind } from './article-shapes'
import { timeLine } from './article-times'
import { fileType, formatFileSize } from './files'
import { hostOf } from './hosts'
import { nameOfLanguage } from './languages'
import { licenceOf } from './licences'

describe('the shape of a kind of article', () => {
  it('is that of no other kind', () => {
    const shapes = ARTICLE_KINDS.map(kind => JSON.stringify(ARTICLE_SHAPES[kind]))
    expect(new Set(shapes).size).toBe(ARTICLE_KINDS.length)
  })

  it('marks what somebody thinks', () => {
    expect(ARTICLE_KINDS.filter(isOpinionKind)).toEqual(['opinion', 'commentary'])
  })
})

describe('a licence', () => {
  it.each([
    ['CC-BY-4.0', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/deed.de'],
    ['CC-BY-SA-4.0', 'CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/deed.de'],
    ['CC0-1.0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/deed.de'],
  ])('%s is called %s and explained at %s', (licence, name, deed) => {
    expect(licenceOf(licence, 'de')).toEqual({ name, deed })
  })

  it.each(['Alle Rechte vorbehalten', '', 'constructor'])('"%s" is called what it is called', (licence) => {
    expect(licenceOf(licence, 'de')).toEqual({ name: licence, deed: null })
  })
})

describe('a file', () => {
  const file = (bytes: number, url = '/uploads/blatt_1.pdf') => ({ url, mime: '', bytes })

  it.each([
    [0, '1 kB'], [48_310, '48 kB'], [999_400, '999 kB'], [1_000_000, '1 MB'], [49_960_000, '50 MB'],
    [1_234_567, '1,2 MB'],
  ])('of %i bytes has %s', (bytes, size) => {
    expect(formatFileSize(file(bytes), 'de').replace('\u00a0', ' ')).toBe(size)
  })

  it('is called by its ending, and its size is said in the language of the page', () => {
    expect([fileType(file(1)), fileType(file(1, '/uploads/ton.1.mp3'))]).toEqual(['PDF', 'MP3'])
    expect(formatFileSize(file(48_310), 'ar')).toMatch(/48/)
    expect(formatFileSize(file(48_310), 'ar')).toMatch(/\p{Script=Arabic}/u)
  })
})

describe('the host of an address', () => {
  it.each([
    ['https://www.example.org/a?b', 'example.org'],
    ['http://video.example:8080/', 'video.example:8080'],
  ])('of %s is %s', (address, host) => {
    expect(hostOf(address)).toBe(host)
  })
})

describe('the name of a language', () => {
  it.each([
    ['tr', 'de', 'Türkisch'], ['de', 'en', 'German'], ['en', 'ar', 'الإنجليزية'],
    ['keine Sprache', 'de', 'keine Sprache'],
  ])('%s in words of %s is %s', (code, language, name) => {
    expect(nameOfLanguage(code, language)).toBe(name)
  })
})

describe('articles in time', () => {
  const articles = [
    { id: 'a', date: '2021-01-01' }, { id: 'b', date: '2022' }, { id: 'c', date: '' }, { id: 'd', date: 'gestern' },
  ]
  const events = [{ id: 'e', date: '2012-06-30/2012-07-02' }]
  const line = (isMirrored = false) => timeLine({ articles, events }, { width: 1000, isMirrored })

  it('stand where their dates begin, over whole years; what has no date has no place', () => {
    expect(line().articles.map(({ id, x }) => [id, Math.round(x)])).toEqual([['a', 818], ['b', 909]])
    expect(line().events.map(({ id, x }) => [id, Math.round(x)])).toEqual([['e', 45]])
  })

  it('have a mark for every year, and a name for as many as there is room for', () => {
    expect(line().years.map(({ year }) => year)).toEqual([
      2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022,
    ])
    expect(
      line()
        .years.filter(({ isNamed }) => isNamed)
        .map(({ year }) => year),
    ).toEqual([2012, 2014, 2016, 2018, 2020, 2022])
  })

  it('run from the right where the language does', () => {
    expect(line(true).articles.map(({ x }) => Math.round(x))).toEqual([182, 91])
  })

  it('are an empty line where there are none', () => {
    expect(timeLine({ articles: [], events: [{ id: 'e', date: '' }] }, { width: 1000, isMirrored: false })).toEqual({
      articles: [], events: [], years: [],
    })
  })
})
