import { createApp, createRouter, defineEventHandler, toWebHandler, type H3Event } from 'h3'
import { describe, expect, it } from 'vitest'
import { dayOfQuery, numberOfPath, pageOfQuery, slugOfPath, textOfQuery, wordOfQuery, yearOfQuery } from './asked'

/** What is read from the query of an address. */
async function read(query: string, from: (event: H3Event) => unknown): Promise<unknown> {
  const app = toWebHandler(createApp().use(defineEventHandler(event => ({ read: from(event) ?? null }))))
  const answer: { read: unknown } = await (await app(new Request(`http://localhost/?${query}`))).json()
  return answer.read
}

const words = (query: string) => read(query, event => textOfQuery(event, 'q'))
const page = (query: string) => read(query, pageOfQuery)
const day = (query: string) => read(query, event => dayOfQuery(event, 'asof'))

const routes = createRouter()
  .get('/v/:number', defineEventHandler(event => ({ read: numberOfPath(event, 'number') })))
  .get('/of/:slug', defineEventHandler(event => ({ read: slugOfPath(event) })))
const open = toWebHandler(createApp().use(routes))
const visit = (address: string) => open(new Request(`http://localhost${address}`))

describe('a text of the query', () => {
  it('is the first of its name', async () => {
    expect([await words('q=Sprache'), await words('q=%D9%84%D8%BA%D8%A9'), await words('q=eins&q=zwei')]).toEqual([
      'Sprache', 'لغة', 'eins',
    ])
  })

  it.each(['', 'q=', 'q', 'p=x'])('is nothing where the query is "%s"', async (query) => {
    expect(await words(query)).toBeNull()
  })

  it('is passed on no longer than anybody writes', async () => {
    expect(await words(`q=${'a'.repeat(5000)}`)).toBe('a'.repeat(200))
    expect(await words(`q=${encodeURIComponent(`${'a'.repeat(199)}🙂🙂`)}`)).toBe(`${'a'.repeat(199)}🙂`)
  })

  it('loses the sign that no database takes', async () => {
    expect(await words('q=Spra%00che')).toBe('Sprache')
  })

  it('is nothing where that sign is all there is', async () => {
    expect(await words('q=%00')).toBeNull()
  })
})

describe('a day of the query', () => {
  it('is a whole day of the calendar', async () => {
    expect([await day('asof=2021-02-25'), await day('asof=2020-02-29')]).toEqual(['2021-02-25', '2020-02-29'])
  })

  it.each([
    '', 'asof=2021', 'asof=2021-02', 'asof=2021-02-30', 'asof=gestern', 'asof=2021-02-25?',
    'asof=2020-01-17/2020-01-18', 'asof=%00',
  ])('is nothing where the query is "%s"', async (query) => {
    expect(await day(query)).toBeNull()
  })
})

describe('a word of the query', () => {
  it('is one of its list, else nothing', async () => {
    const word = (query: string) => read(query, event => wordOfQuery(event, 'stage', ['adopted', 'struck']))
    expect([await word('stage=struck'), await word('stage=nope'), await word('stage='), await word('')]).toEqual([
      'struck', null, null, null,
    ])
  })
})

describe('a year of the query', () => {
  it('has four digits, else it is nothing', async () => {
    const year = (query: string) => read(query, event => yearOfQuery(event, 'year'))
    expect([
      await year('year=2021'), await year('year=21'), await year('year=20211'), await year('year=gestern'),
    ]).toEqual(['2021', null, null, null])
  })
})

describe('a page of the query', () => {
  it.each([
    ['page=1', 1], ['page=24', 24], ['page=100000', 100_000], ['', 1], ['page=0', 1], ['page=-1', 1], ['page=1.5', 1],
    ['page=zwei', 1], ['page=100001', 1], ['page=9e99', 1], ['page=3&page=4', 3],
  ])('"%s" is page %i', async (query, number) => {
    expect(await page(query)).toBe(number)
  })
})

describe('the number of a version in an address', () => {
  it('is written as one writes numbers', async () => {
    expect(await (await visit('/v/12')).json()).toEqual({ read: 12 })
  })

  it.each(['0', '01', '-1', '1.0', '1e1', 'zwei', '1234567', '%D9%A1', '1%0A'])('"%s" is not found', async (number) => {
    expect((await visit(`/v/${number}`)).status).toBe(404)
  })
})

describe('a slug in an address', () => {
  it('is read as it was meant', async () => {
    expect(await (await visit('/of/sprach%2Dmittlung')).json()).toEqual({ read: 'sprach-mittlung' })
    expect(await (await visit('/of/%C3%BCben')).json()).toEqual({ read: 'üben' })
  })
})
