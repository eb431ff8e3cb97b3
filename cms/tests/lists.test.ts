/** What anyone may ask of a list is bounded, and whatever is within the bounds is answered at once. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dearList, LISTS } from './asked'
import { addManyMeasures } from './many'
import { ask, type Cms, startCms } from './strapi'

const MOST_MILLISECONDS = 500
const MAX_COST = 60
const RUNS = process.env.TEST_MATRIX === 'full' ? 400 : 25

let cms: Cms
beforeAll(async () => {
  cms = await startCms()
  await addManyMeasures(cms)
})
afterAll(() => cms.stop())

interface Timed {
  took: number
  status: number
  told: string
}

/** PostgreSQL works in processes of its own, so that the clock counts: by what a machine full of tests is slower. */
const SLOWER_BY_TESTS = 5

/**
 * The time that the answer takes. Cms and SQLite are this process: of it counts what the processor did, whatever else
 * the machine does meanwhile.
 */
async function millisecondsOf(query: string, variables = {}): Promise<Timed> {
  const [begin, cpu] = [performance.now(), process.cpuUsage()]
  const { status, errors } = await ask(cms, query, variables)
  const { user, system } = process.cpuUsage(cpu)
  const isSqlite = cms.strapi.db.dialect.client === 'sqlite'
  const took = isSqlite ? (user + system) / 1000 : (performance.now() - begin) / SLOWER_BY_TESTS
  return { took, status, told: JSON.stringify(errors) }
}

/** The best of five times: the first may be the one that collects garbage, or that another program shares. */
async function soonest(query: string, variables = {}): Promise<Timed> {
  let best = await millisecondsOf(query, variables)
  for (let again = 0; again < 4 && best.took >= MOST_MILLISECONDS; again += 1) {
    const next = await millisecondsOf(query, variables)
    if (next.took < best.took) best = next
  }
  return best
}

describe('with 10,000 measures', () => {
  test('every list may be asked for', () => expect(LISTS.length).toBeGreaterThan(30))

  test.each([8, 10, 40])(
    '%s branches over names and sources are refused or answered within half a second',
    async (count) => {
      const branch = '{ names: { citations: { source: { title: { contains: "z" } } } } }'
      const { took, status } = await millisecondsOf(
        `{ plans(filters: { or: [${branch.repeat(count)}] }) { documentId } }`,
      )
      expect([200, 400]).toContain(status)
      expect(took).toBeLessThan(MOST_MILLISECONDS)
    },
  )

  test('whatever costs no more than is allowed is answered within half a second', async () => {
    const slow: { query: string, variables: object }[] = []
    await fc.assert(
      fc.asyncProperty(dearList(MAX_COST), async ({ query, variables }) => {
        const answer = await soonest(query, variables)
        if (process.env.SHOW)
          console.log(
            Math.round(answer.took), answer.status, answer.told, query.slice(80, 200),
            JSON.stringify(variables).slice(0, 1500),
          )
        if (answer.took >= MOST_MILLISECONDS) slow.push({ query, variables })
        expect([answer.status, answer.told]).toEqual([200, '[]'])
      }),
      { numRuns: RUNS },
    )
    // A machine that was busy with something else for a moment has had time since.
    for (const { query, variables } of slow)
      expect((await soonest(query, variables)).took, query).toBeLessThan(MOST_MILLISECONDS)
  })
})

describe('what is asked for', () => {
  const found = async (list: string) => {
    const { status, data, errors } = await ask<{ found: { pageInfo: { total: number } } }>(
      cms, `{ found: ${list.replace('(', '_connection(')} { nodes { documentId } pageInfo { total } } }`,
    )
    return errors.length > 0 ? [status, errors[0]?.message] : data?.found.pageInfo.total
  }

  test.each([
    ['nothing of a list', 'documentId: { in: [] }', 0], ['all but nothing', 'documentId: { notIn: [] }', 2],
    ['nothing of a list of words', 'slug: { in: [] }', 0], ['nothing of a list of days', 'startsOn: { in: [] }', 0],
    ['one of no conditions', 'or: []', 0], ['all of no conditions', 'and: []', 2],
    ['not one of no conditions', 'not: { or: [] }', 2], ['not all of no conditions', 'not: { and: [] }', 0],
    ['one of no conditions within another', 'and: [{ or: [] }]', 0],
    ['one of none, or something', 'or: [{ or: [] }, { slug: { eq: "beispielplan-alt" } }]', 1],
    ['one value of none', 'title: { or: [] }', 0], ['all values of none', 'title: { and: [] }', 2],
    ['not nothing of a list', 'title: { not: { in: [] } }', 2],
    ['nothing of a list of what is related', 'predecessor: { documentId: { in: [] } }', 0],
    ['what is related but nothing', 'predecessor: { documentId: { notIn: [] } }', 2],
    ['a predecessor with a name', 'predecessor: { slug: { eq: "beispielplan-alt" } }', 1],
    ['no predecessor with a name', 'not: { predecessor: { slug: { eq: "beispielplan-alt" } } }', 1],
    ['no predecessor', 'predecessor: { documentId: { null: true } }', 1],
    ['a predecessor of whatever kind', 'predecessor: { documentId: { notNull: true } }', 1],
    ['what is not filtered', 'predecessor: {}', 2], ['what is null', 'endsOn: { eq: null }', 1],
    ['what is not null', 'endsOn: { ne: null }', 1],
    ['a title in any case', 'title: { eqi: "BEISPIELPLAN, DER ALTE" }', 1],
    ['a title in its own case', 'title: { contains: "BEISPIEL" }', 0],
    ['the end of a title', 'title: { endsWith: "alte" }', 1],
    ['what stands for anything', 'title: { contains: "%" }', 0],
    ['a time', 'startsOn: { between: ["2009-01-01", "2011-01-01"] }', 1],
    ['either of two titles', 'slug: { or: ["beispielplan-alt", "beispielplan-neu"] }', 2],
    ['something of the row itself', 'localizations: { slug: { eq: "beispielplan-alt" } }', 1],
    [
      'two conditions of one source',
      'citations: { and: [{ source: { title: { eq: "Bericht" } } }, { page: { notNull: true } }] }', 2,
    ],
  ])('as %s is decided by logic', async (_name, filters, total) => {
    expect(await found(`plans(filters: { ${filters} })`)).toEqual(total)
  })

  test.each([
    ['sort: "."', 'sort is'], ['sort: ".."', 'sort is'], ['sort: "title."', 'sort is'], ['sort: ""', 'sort is'],
    ['sort: "title:down"', 'sort is'], ['sort: "nope"', 'Possible are: documentId'],
    [`sort: "${'x'.repeat(5000)}"`, 'sort is'], ['sort: "names.value"', 'not related to one'],
    ['sort: "predecessor"', 'Possible are'], ['sort: "predecessor.nope"', 'Possible are'],
    ['sort: "createdBy.email"', 'not related'], ['sort: [null]', 'sort is'],
    ['sort: ["title", "slug", "valid", "startsOn", "endsOn"]', '4 attributes'],
    ['sort: "predecessor.predecessor.title"', 'what it relates to'],
    ['filters: { title: { between: ["x"] } }', 'two values'],
    ['filters: { startsOn: { between: ["2020-01-01", "2021-01-01", "2022-01-01"] } }', 'two values'],
    ['filters: { title: { between: [null, "x"] } }', 'must not be null'],
    ['filters: { title: { in: [null] } }', 'must not be null'],
    ['filters: { title: { contains: null } }', 'must not be null'],
    ['filters: { title: { null: null } }', 'true or false'],
    [`filters: { title: { contains: "${'x'.repeat(300)}" } }`, '300 characters'],
    ['filters: { startsOn: { contains: "2020-01-01" } }', 'no text'], ['filters: { or: [null] }', 'must be an object'],
    [`filters: { slug: { in: [${'"x",'.repeat(101)}] } }`, 'At most 100'],
    ['filters: { createdAt: { gt: "0000-01-01T00:00:00Z" } }', 'of a year'],
    ['pagination: { limit: -1 }', '0 or more'], ['pagination: { page: 0 }', '1 or more'],
    ['pagination: { start: -3 }', '0 or more'], ['pagination: { pageSize: 0 }', '1 or more'],
    ['pagination: { page: 1, start: 0 }', 'by one of both'],
    [`filters: { or: [${'{ citations: { source: { title: { contains: "z" } } } }'.repeat(8)}] }`, 'may cost'],
  ])('%s is refused with a sentence', async (args, sentence) => {
    expect(await found(`plans(${args})`)).toEqual([400, expect.stringContaining(sentence)])
  })

  const PAGED = {
    articleFinder: '', changes: 'since: "2020-01-01", ', measureFinder: '', publications: 'since: "2020-01-01", ',
    search: 'q: "x", ',
  }
  test.each(Object.entries(PAGED).flatMap(([name, args]) =>
    ['page: 0', 'page: -3', 'pageSize: 0', 'pageSize: -1'].map(paging => [`${name}(${args}${paging})`, paging] as const),
  ))('%s is refused with a sentence', async (question, paging) => {
    const { status, errors } = await ask(cms, `{ ${question} { total } }`)
    expect([status, errors[0]?.message]).toEqual([400, `${paging.replace(':', ' is')}. It must be 1 or more.`])
  })

  test('and so is a page of the links of a plan', async () => {
    const { errors } = await ask(cms, '{ plans { lineages(page: 0) { total } } }')
    expect(errors[0]?.message).toBe('page is 0. It must be 1 or more.')
  })

  test('an unknown word of a closed list is refused with those that are known', async () => {
    expect(await found('measures(filters: { kind: { eq: "nope" } })')).toEqual([
      400, expect.stringContaining('The words are: '),
    ])
  })

  test('words of a rich text are looked for with search', async () => {
    expect(await found('measures(filters: { text: { contains: "x" } })')).toEqual([
      400, expect.stringContaining('search(q:)'),
    ])
  })

  test('several lists share what they may cost', async () => {
    const list = (name: string) =>
      `${name}: measures(filters: { title: { containsi: "z" } }, sort: "title", pagination: { limit: 1 }) { `
      + `documentId }`
    expect((await ask(cms, `{ ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(list).join(' ')} }`)).status).toBe(200)
    expect((await ask(cms, `{ ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(list).join(' ')} }`)).status).toBe(
      400,
    )
  })

  test('no rows are a list of no rows', async () => {
    const { data } = await ask(
      cms,
      '{ plans(pagination: { limit: 0 }) { slug } plans_connection(pagination: { limit: 0 }) { nodes { slug } '
      + 'pageInfo { total pageCount } } }',
    )
    expect(data).toEqual({ plans: [], plans_connection: { nodes: [], pageInfo: { total: 2, pageCount: 0 } } })
  })

  test('pages neither repeat nor leave out, and what is sorted by something related is in order', async () => {
    const all: string[] = []
    for (const page of [1, 2, 3]) {
      const { data } = await ask<{ measures: { documentId: string }[] }>(
        cms,
        `{ measures(sort: ["kind", "fieldOfAction.title:desc"], pagination: { page: ${page}, pageSize: 100 }) { `
        + `documentId } }`,
      )
      all.push(...(data?.measures.map(({ documentId }) => documentId) ?? []))
    }
    expect(new Set(all).size).toBe(300)
    const { data } = await ask<{ fieldsOfAction: { plan: { slug: string } }[] }>(
      cms, '{ fieldsOfAction(sort: "plan.slug:desc") { plan { slug } } }',
    )
    const slugs = data?.fieldsOfAction.map(({ plan }) => plan.slug) ?? []
    expect(slugs).toEqual(slugs.toSorted().reverse())
    expect(slugs).toHaveLength(12)
  })

  test('a list is in the order that was asked for', async () => {
    for (const [sort, backwards] of [
      ['title', 'title:desc'], ['startsOn', 'startsOn:DESC'],
    ]) {
      const { data } = await ask<Record<'up' | 'down', { slug: string }[]>>(
        cms, `{ up: plans(sort: "${sort}") { slug } down: plans(sort: "${backwards}") { slug } }`,
      )
      expect(data).toEqual({
        up: [{ slug: 'beispielplan-alt' }, { slug: 'beispielplan-neu' }],
        down: [{ slug: 'beispielplan-neu' }, { slug: 'beispielplan-alt' }],
      })
    }
  })

  test('letters of every script are found in any case', async () => {
    await cms
      .documents('api::source.source')
      .create({ data: { kind: 'report', title: 'Überarbeitung des Планa – Ölçüm' } })
    for (const asked of ['überarbeitung', 'ÜBERARBEITUNG', 'план', 'öLÇÜM'])
      expect(await found(`sources(filters: { title: { containsi: "${asked}" } })`), asked).toBe(1)
    expect(await found('sources(filters: { title: { contains: "überarbeitung" } })')).toBe(0)
  })
})

describe('what else anyone may ask for', () => {
  const FIELDS = {
    measureFinder: 'total nodes { title } facets { name choices { value count title } }', articleFinder: 'total',
    changes: 'total nodes { day measure { title } }', search: 'total hits { slug }', publications: 'total',
    resolveName: 'slug',
  }

  test.each([
    ['measureFinder', 'q: "e e e e in und"'], ['measureFinder', 'sort: changed, page: 400'],
    ['measureFinder', 'stage: "adopted", pageSize: 100'], ['changes', 'since: "0001-01-01", page: 90000'],
    ['search', `q: "${'beispiel patenschaften '.repeat(9)}"`], ['search', `q: "${'a '.repeat(100)}"`],
    ['articleFinder', 'year: "2020"'], ['publications', 'since: "0001-01-01"'], ['resolveName', 'name: "Beispiel"'],
  ] as const)(
    '%s(%s) is answered within half a second, and as often as one may ask for it at once soon',
    async (name, args) => {
      const once = `${name}(${args}) { ${FIELDS[name]} }`
      await ask(cms, `{ ${once} }`)
      const { took, status } = await soonest(`{ ${once} }`)
      expect(status).toBe(200)
      expect(took).toBeLessThan(MOST_MILLISECONDS)
      expect(
        (await ask(cms, `{ ${Array.from({ length: 12 }, (_, index) => `a${index}: ${once}`).join(' ')} }`)).status,
      ).toBe(400)
      const many = await soonest(`{ ${Array.from({ length: 4 }, (_, index) => `a${index}: ${once}`).join(' ')} }`)
      if (process.env.SHOW)
        console.log('FOUR', name, args.slice(0, 40), Math.round(took), Math.round(many.took), many.status)
      expect(many.took).toBeLessThan(2 * MOST_MILLISECONDS)
    },
  )

  test.each([
    ['measureFinder(stage: "nope") { total }', 'in_progress'], ['measureFinder(kind: "nope") { total }', 'fundable'],
    ['measureFinder(year: "20x1") { total }', 'a year such as'],
    ['measureFinder(asOf: "gestern") { total }', 'a day such as'],
    ['articleFinder(kind: "nope") { total }', 'interview'], ['articleFinder(language: "xx") { total }', 'de-simple'],
    ['articleFinder(from: "x") { total }', 'a year such as'],
    ['articleFinder(until: "99") { total }', 'a year such as'],
    ['currentSlug(type: "Nope", formerSlug: "x")', 'FieldOfAction'],
    ['tombstone(type: "Nope", slug: "x") { slug }', 'FieldOfAction'],
    ['revision(type: "Nope", slug: "x") { number }', 'FieldOfAction'],
    ['documentLanguages(type: "Nope", slug: "x") { documentId }', 'FieldOfAction'],
    ['changes(since: "2020") { total }', 'a day such as'], ['publications(since: "x") { total }', 'a day such as'],
    ['resolveName(name: "x", on: "x") { slug }', 'a day such as'],
    ['changes(since: "2020-01-01", kind: nope) { total }', 'does not exist in "ChangeKind"'],
    ['search(q: "x", type: Nope) { total }', 'does not exist in "SearchedType"'],
  ])('%s is refused, and what is known is named', async (field, sentence) => {
    const { status, errors } = await ask(cms, `{ ${field} }`)
    expect([status, errors[0]?.message]).toEqual([400, expect.stringContaining(sentence)])
  })

  test('an answer of more than ten thousand documents and parts is refused', async () => {
    const { status, errors } = await ask(
      cms,
      `{ ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map(name => `${name}: measures(pagination: { `
        + `limit: 100 }) { statusUpdates { citations { page } measure { statusUpdates { citations { page } } } } }`).join(' ')} }`,
    )
    expect([status, errors[0]?.message]).toEqual([400, expect.stringContaining('10000 documents')])
  })
})

describe('a list that PostgreSQL cannot answer in time', () => {
  test('is given up and said to be no fault of the question, and answered when it can be', async (context) => {
    if (cms.strapi.db.dialect.client === 'sqlite') return context.skip()
    const lock = await cms.strapi.db.connection.transaction()
    await lock.raw('lock table plans in access exclusive mode')
    const started = performance.now()
    const { status, errors } = await ask(cms, '{ plans { slug } }').finally(() => lock.rollback())
    expect([status, errors.map(({ message }) => message)]).toEqual([
      503, ['The database took too long. Please try again in a minute.'],
    ])
    expect(performance.now() - started).toBeLessThan(10_000)
    expect((await ask(cms, '{ plans { slug } }')).status).toBe(200)
  })
})
