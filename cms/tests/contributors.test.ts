/** People and what they do: who may be named, on what ground, and that whoever withdraws is named nowhere any more. */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { getIntrospectionQuery, print } from 'graphql'
import * as contract from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONSENT, CONTRIBUTION, EVENT, only, ORGANISATION, paragraph, PERSON, read,
} from './cast'
import { EVERY_OPERATION, ownVariables } from './every-operation'
import { picture, type StoredFile, upload } from './files'
import { ask, type Cms, type Documents, refusalOf, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const {
  readWithdrawnNames,
}: { readWithdrawnNames: (strapi: unknown) => Promise<void> } = require('../dist/src/person/withdrawn-names')

const REVISION = 'api::ledger.revision'

let cms: Cms
let cast: Cast
let people: Documents
let plan: Row
let body: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  people = cms.documents(PERSON)
  plan = await cast.plan({ slug: 'ein-plan' })
  body = await cms
    .documents(ORGANISATION)
    .create({
      data: { name: 'Lenkungsgruppe', slug: 'lenkungsgruppe', kind: 'steering_group', citations: cast.citations },
    })
})

afterAll(() => cms?.stop())

async function isPublic({ documentId }: Row): Promise<boolean> {
  const { person } = await read<{ person: Values | null }>(cms, `{ person(documentId: "${documentId}") { slug } }`)
  return person !== null
}

describe('a person', () => {
  test.each([
    ['no source', []], ['a citation that names no source', [{ page: '3' }]],
  ])('in a public role with %s is not published', async (_name, citations) => {
    const sentence
      = '„Belege“: Wer ein öffentliches Amt oder eine öffentliche Funktion hat, wird mit einer Quelle genannt, in der '
        + 'das steht.'
    expect(await refusalOf(cast.person({ citations }))).toContain(sentence)
    const draft = await cast.person({ citations }, 'draft')
    expect(await refusalOf(people.publish({ documentId: draft.documentId }))).toContain(sentence)
    await people.update({ documentId: draft.documentId, data: { citations: cast.citations }, status: 'published' })
    expect(await isPublic(draft)).toBe(true)
  })

  test('without name or ground is not published', async () => {
    expect(await refusalOf(cast.person({ name: null, slug: 'ohne-namen' }))).toContain('„Name“ fehlt noch')
    expect(await refusalOf(cast.person({ publicGround: null }))).toContain('„Warum öffentlich“ fehlt noch')
  })

  const MISSING
    = 'Für Beispielperson fehlt eine Einwilligung, die die Nennung mit Namen auf dieser Website erlaubt. Bitte tragen '
      + 'Sie sie unter „Einwilligung“ ein, sobald sie vorliegt.'

  test.each([
    ['no consent', null], ['a consent for a picture alone', { coversName: false, coversPicture: true }],
    ['a consent for print alone', { medium: 'print' }], ['a consent that was withdrawn', { withdrawnOn: '2021-06-01' }],
  ])('with %s is not published', async (_name, consent) => {
    expect(await refusalOf(cast.person({ publicGround: 'consent' }))).toBe(MISSING)
    const draft = await cast.person({ publicGround: 'consent' }, 'draft')
    if (consent) await cast.consent(draft, consent)
    await cast.consent(await cast.person({}, 'draft'))
    expect(await refusalOf(people.publish({ documentId: draft.documentId }))).toBe(MISSING)
    await cast.consent(draft)
    await people.publish({ documentId: draft.documentId })
    expect(await isPublic(draft)).toBe(true)
  })

  test('has a portrait only where that was agreed to, and where it is described', async () => {
    const portrait = await cast.image({ title: 'Porträt' })
    const agreed = await cast.agreed()
    const shown = { documentId: agreed.documentId, data: { portrait: portrait.documentId }, status: 'published' }
    expect(await refusalOf(people.update(shown))).toContain(
      'fehlt eine Einwilligung, die Bilder auf dieser Website erlaubt',
    )
    await cast.consent(agreed, { coversName: false, coversPicture: true })
    await people.update(shown)
    await cast.person({ portrait: portrait.documentId })
    expect(await refusalOf(cast.person({ portrait: (await cast.image({ texts: [] })).documentId }))).toContain(
      '„Porträt“: Das Bild „Ein Bild“ hat noch keinen Alternativtext (Deutsch).',
    )
  })

  test('and an organisation show no picture that is not described', async () => {
    const logo = (await cast.image({ title: 'Zeichen', texts: [] })).documentId
    expect(
      await refusalOf(cms.documents(ORGANISATION).update({ documentId: body.documentId, data: { logo } })),
    ).toContain('Das Bild „Zeichen“ hat noch keinen Alternativtext (Deutsch).')
  })

  test('is in a picture only where that was agreed to, and while she is public', async () => {
    const [official, agreed, draft] = [
      await cast.person(), await cast.agreed({ name: 'Einverstanden' }), await cast.person({}, 'draft'),
    ]
    await cast.image({ people: [official.documentId] })
    expect(await refusalOf(cast.image({ people: [official.documentId, agreed.documentId] }))).toContain(
      'Für Einverstanden fehlt eine Einwilligung, die Bilder auf dieser Website erlaubt.',
    )
    expect(await refusalOf(cast.image({ people: [draft.documentId] }))).toContain(
      '„Wer zu sehen ist“: Eine der Personen ist noch nicht veröffentlicht.',
    )
    await cast.consent(agreed, { coversPicture: true })
    await cast.image({ people: [official.documentId, agreed.documentId] })
  })

  test('is shown with the pictures of her and by her, while they are public', async () => {
    const [person, other] = [
      await cast.person({ name: 'Fotografin', slug: 'fotografin' }),
      await cast.person({ name: 'Nebenan', slug: 'nebenan' }),
    ]
    const [shown, made, both] = [
      await cast.image({ people: [person.documentId] }), await cast.image({ maker: person.documentId }),
      await cast.image({ people: [person.documentId, other.documentId], maker: person.documentId }),
    ]
    const question
      = '{ people(filters: { slug: { eq: "fotografin" } }) { picturesOf { documentId } picturesMade { documentId '
        + 'maker { slug } } } }'
    const of = ({ documentId }: Row) => ({ documentId })
    const by = ({ documentId }: Row) => ({ documentId, maker: { slug: 'fotografin' } })
    expect(await read(cms, question)).toEqual({
      people: [{ picturesOf: [of(shown), of(both)], picturesMade: [by(made), by(both)] }],
    })
    await people.unpublish({ documentId: other.documentId })
    expect(await read(cms, question)).toEqual({ people: [{ picturesOf: [of(shown)], picturesMade: [by(made)] }] })
    await people.publish({ documentId: other.documentId })
    await people.unpublish({ documentId: person.documentId })
    await people.publish({ documentId: person.documentId })
    expect(await read(cms, question)).toEqual({
      people: [{ picturesOf: [of(shown), of(both)], picturesMade: [by(made), by(both)] }],
    })
  })

  test('is shown with everything she did, in the order of time', async () => {
    const person = await cast.person({ name: 'Vielseitig', slug: 'vielseitig' })
    await cast.contribution({ person: person.documentId, isForWebsite: true, role: 'patron', period: '2022/..' })
    await cast.contribution({ person: person.documentId, plan: plan.documentId, role: 'adviser', period: '2019' })
    const { documentId } = await cast.contribution({
      person: person.documentId, body: body.documentId, role: 'chair', function: 'Vorsitzende', period: '2020-03/2021',
    })
    await cms.documents(CONTRIBUTION).update({ documentId, locale: 'en', data: { function: 'Chairwoman' } })
    const { data } = await ask<{ people: Values[] }>(cms, print(contract.PersonBySlugDocument), {
      slug: 'vielseitig', locale: 'en',
    })
    expect(data?.people).toMatchObject([
      {
        name: 'Vielseitig',
        contributions: [
          { role: 'adviser', plan: { slug: 'ein-plan' }, body: null },
          { role: 'chair', function: 'Chairwoman', locale: 'en', body: { slug: 'lenkungsgruppe' } },
          { role: 'patron', isForWebsite: true, plan: null, article: null },
        ],
      },
    ])
    const there = await read(
      cms,
      '{ organisations(filters: { slug: { eq: "lenkungsgruppe" } }) { contributors { person { slug } } } '
      + 'plans(filters: { slug: { eq: "ein-plan" } }) { contributions { person { slug } } } }',
    )
    expect(there).toEqual({
      organisations: [{ contributors: [{ person: { slug: 'vielseitig' } }] }],
      plans: [{ contributions: [{ person: { slug: 'vielseitig' } }] }],
    })
  })
})

describe('a contribution', () => {
  let person: Row
  let other: Row
  const who = '„Person“ oder „Organisation“'
  const what = '„Plan“ oder „Gremium“ oder „Maßnahme“ oder „Beitrag“ oder „Für die Website“'

  beforeAll(async () => {
    [person, other] = [await cast.person({ name: 'Wer' }), await cast.person({ name: 'Noch wer' })]
  })

  const ids: Record<string, () => string> = {
    person: () => person.documentId, organisation: () => body.documentId, plan: () => plan.documentId,
    body: () => body.documentId,
  }
  const given = (names: string[]) => Object.fromEntries(names.map(name => [name, ids[name]?.() ?? true]))

  test.each([
    ['a person and an organisation', ['person', 'organisation', 'plan'], who], ['neither', ['plan'], who],
    ['nothing it is for', ['person'], what], ['a plan and a body', ['person', 'plan', 'body'], what],
    ['a plan and the website', ['person', 'plan', 'isForWebsite'], what],
  ])('with %s is refused', async (_name, names, choices) => {
    expect(await refusalOf(cast.contribution(given(names)))).toBe(`Bitte geben Sie genau eines an: ${choices}.`)
  })

  test.each([
    [['person', 'plan']], [['organisation', 'plan']], [['person', 'body']], [['organisation', 'isForWebsite']],
  ])('with %j is whole', async (names) => {
    const { documentId } = await cast.contribution(given(names))
    const { contribution } = await read<{ contribution: Values }>(
      cms,
      `{ contribution(documentId: "${documentId}") { person { slug } organisation { slug } plan { slug } body { slug `
      + `} isForWebsite } }`,
    )
    expect(Object.keys(contribution).filter(name => contribution[name] && contribution[name] !== null)).toEqual(
      expect.arrayContaining(names),
    )
    expect(Object.values(contribution).filter(Boolean)).toHaveLength(2)
  })

  test('of two people at once is refused', async () => {
    const both = [person.documentId, other.documentId]
    await refusalOf(cast.contribution({ person: both, plan: plan.documentId }))
    await refusalOf(
      cast.contribution({ person: { connect: both.map(documentId => ({ documentId })) }, plan: plan.documentId }),
    )
  })

  test('stays whole when it is changed', async () => {
    const { documentId } = await cast.contribution(given(['person', 'plan']))
    const change = (data: Values) => cms.documents(CONTRIBUTION).update({ documentId, data })
    expect(await refusalOf(change({ person: { disconnect: [{ documentId: person.documentId }] } }))).toContain(who)
    expect(await refusalOf(change({ organisation: { connect: [{ documentId: body.documentId }] } }))).toContain(who)
    expect(await refusalOf(change({ isForWebsite: true }))).toContain(what)
    await change({ isForWebsite: true, plan: null })
    await change({
      person: { disconnect: [{ documentId: person.documentId }], connect: [{ documentId: other.documentId }] },
    })
    expect(await read(cms, `{ contribution(documentId: "${documentId}") { label person { name } } }`)).toEqual({
      contribution: { label: 'Noch wer · Autorin oder Autor', person: { name: 'Noch wer' } },
    })
  })

  test('of or for what is not public yet is refused with its name', async () => {
    const [draft, article] = [
      await cast.person({ name: 'Im Entwurf' }, 'draft'), await cast.article({ title: 'Noch nicht da' }, 'draft'),
    ]
    expect(await refusalOf(cast.contribution({ person: draft.documentId, plan: plan.documentId }))).toContain(
      '„Person“: „Im Entwurf“ ist noch nicht veröffentlicht.',
    )
    expect(await refusalOf(cast.contribution({ person: person.documentId, article: article.documentId }))).toContain(
      '„Beitrag“: „Noch nicht da“ ist noch nicht veröffentlicht.',
    )
  })

  test('has a role, a period that can be read, and a label of what it says', async () => {
    expect(await refusalOf(cast.contribution({ ...given(['person', 'plan']), role: null }))).toContain(
      '„Rolle“ fehlt noch',
    )
    expect(await refusalOf(cast.contribution({ ...given(['person', 'plan']), period: 'damals' }))).toContain(
      '„Zeitraum“: „damals“ ist kein Datum',
    )
    const { documentId } = await cast.contribution({
      ...given(['person', 'plan']),
      role: 'volunteer', period: '2020-05/..',
    })
    expect(await read(cms, `{ contribution(documentId: "${documentId}") { label startsOn endsOn } }`)).toEqual({
      contribution: { label: 'Wer · Ehrenamt · Ein Plan', startsOn: '2020-05-01', endsOn: null },
    })
  })
})

describe('what is never public', () => {
  test('consents and messages are in no type, field, filter or argument of the contract', async () => {
    const { data } = await ask(cms, getIntrospectionQuery())
    const said = JSON.stringify(data)
    expect(said).toContain('ContributionRole')
    const names = [...said.matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name)
    expect(
      names.filter(name => /consent|message|covers|withdrawnOn|replyTo|isDone/i.test(name) && name !== 'message'),
    ).toEqual(['consent'])
    const types: { name: string, fields: { name: string }[] | null }[] = JSON.parse(said).__schema.types
    expect(
      types.filter(({ fields }) => fields?.some(({ name }) => name === 'message')).map(({ name }) => name),
    ).toEqual(['Error'])
  })

  test.each([
    '{ consentRecords { documentId } }', '{ consentRecord(documentId: "x") { note } }', '{ messages { text } }',
    '{ messages_connection { pageInfo { total } } }', '{ people { consentRecords { note } } }',
    '{ people { consents { note } } }', '{ people(filters: { consents: { note: { contains: "a" } } }) { name } }',
    '{ people(filters: { consentRecords: { note: { contains: "a" } } }) { name } }',
    '{ people(filters: { consent_records: { note: { contains: "a" } } }) { name } }',
    '{ people(sort: "consentRecords.note") { name } }',
    '{ contributions(filters: { person: { consents: { givenOn: { notNull: true } } } }) { label } }',
  ])('%s is refused', async (query) => {
    const { status, data, errors } = await ask(cms, query)
    expect([status, data]).toEqual([400, null])
    expect(errors.length).toBeGreaterThan(0)
  })

  describe('in the admin', () => {
    const tokens: Record<string, string> = {}
    let record: Row
    let message: Row

    beforeAll(async () => {
      const roles: { id: number, code: string }[] = await cms.strapi.db.query('admin::role').findMany()
      for (const { id, code } of roles.filter(role => role.code !== 'strapi-super-admin')) {
        await cms.strapi
          .service('admin::user')
          .create({
            email: `${code}@example.org`, firstname: 'A', lastname: 'B', password: 'Passwort-123', isActive: true,
            roles: [id],
          })
        tokens[code] = await signIn(`${code}@example.org`, 'Passwort-123')
      }
      const [email = '', password = ''] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8')
        .trim()
        .split('\n')
      tokens['strapi-super-admin'] = await signIn(email, password)
      record = await cast.consent(await cast.person({ name: 'Vertraulich' }), { note: 'Liegt im Ordner.' })
      message = await cms.strapi.db
        .query('api::ledger.message')
        .create({ data: { label: 'Frage', kind: 'question', text: 'Ganz vertraulich' } })
    })

    async function signIn(email: string, password: string): Promise<string> {
      const response = await fetch(`${cms.address}/admin/login`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
      })
      return JSON.parse(await response.text()).data.token
    }

    async function send(
      role: string, method: string, address: string, values?: Values,
    ): Promise<{ status: number, text: string }> {
      const response = await fetch(`${cms.address}/content-manager/${address}`, {
        method, headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${tokens[role]}` },
        ...(values && { body: JSON.stringify(values) }),
      })
      return { status: response.status, text: await response.text() }
    }

    const aConsent = (person: Row) => ({
      person: { connect: [{ documentId: person.documentId }], disconnect: [] }, coversName: true, medium: 'online',
      givenOn: '2021-01-01',
    })

    test('an author can neither read nor write consents and messages', async () => {
      for (const [uid, { documentId }] of [[CONSENT, record], ['api::ledger.message', message]] as const) {
        const type = `collection-types/${uid}`
        const attempts = [
          ['GET', type], ['GET', `${type}?_q=vertraulich`], ['GET', `${type}/${documentId}`],
          ['GET', `relations/${uid}/person`], ['GET', `relations/${uid}/${documentId}/person`],
        ] as const
        for (const [method, address] of attempts) {
          const { status, text } = await send('strapi-author', method, address)
          expect(status, address).toBeGreaterThanOrEqual(400)
          expect(text).not.toMatch(/Ordner|vertraulich|Vertraulich/)
        }
        for (const [method, address] of [
          ['POST', type], ['PUT', `${type}/${documentId}`], ['DELETE', `${type}/${documentId}`],
          ['POST', `${type}/actions/bulkDelete`],
        ] as const)
          expect(
            (
              await send(
                'strapi-author', method, address,
                method === 'DELETE' ? undefined : { note: 'Anders', documentIds: [documentId] },
              )
            ).status,
            `${method} ${address}`,
          ).toBe(403)
      }
      expect(await cms.documents(CONSENT).findOne({ documentId: record.documentId })).toMatchObject({
        note: 'Liegt im Ordner.',
      })
    })

    test('an editor keeps consents, and reads messages', async () => {
      expect((await send('strapi-editor', 'GET', `collection-types/${CONSENT}/${record.documentId}`)).text).toContain(
        'Liegt im Ordner.',
      )
      expect(
        (await send('strapi-editor', 'GET', `collection-types/api::ledger.message/${message.documentId}`)).text,
      ).toContain('Ganz vertraulich')
      const { status, text } = await send(
        'strapi-editor', 'POST', `collection-types/${CONSENT}`, aConsent(await cast.person({ name: 'Neu Dabei' })),
      )
      expect([status, JSON.parse(text).data.label]).toEqual([201, 'Neu Dabei · 1. Januar 2021'])
    })

    test('a consent without person or day is refused', async () => {
      const { status, text } = await send('strapi-editor', 'POST', `collection-types/${CONSENT}`, { coversName: true })
      expect(status).toBe(400)
      expect(
        JSON.parse(text)
          .error.details.errors.map((error: { path: string[] }) => error.path[0])
          .sort(),
      ).toEqual(['givenOn', 'person'])
    })

    test('an editor who enters the day of a withdrawal takes the person off the website', async () => {
      const person = await cast.person({ publicGround: 'consent', name: 'Widerruft' }, 'draft')
      const { text } = await send('strapi-editor', 'POST', `collection-types/${CONSENT}`, aConsent(person))
      expect(
        (await send('strapi-editor', 'POST', `collection-types/${PERSON}/${person.documentId}/actions/publish`, {}))
          .status,
      ).toBe(200)
      expect(await isPublic(person)).toBe(true)
      expect(
        (
          await send('strapi-editor', 'PUT', `collection-types/${CONSENT}/${JSON.parse(text).data.documentId}`, {
            withdrawnOn: '2021-06-01',
          })
        ).status,
      ).toBe(200)
      expect(await isPublic(person)).toBe(false)
    })

    test('taking off several at once is taking off each', async () => {
      const [one, two] = [
        await cast.person({ name: 'Sammelperson Eins' }), await cast.person({ name: 'Sammelperson Zwei' }),
      ]
      await cast.article({ slug: 'gesammelt', byline: 'Sammelperson Eins und Sammelperson Zwei' })
      const byline = async () =>
        (await read<{ articles: Values[] }>(cms, '{ articles(filters: { slug: { eq: "gesammelt" } }) { byline } }'))
          .articles[0]?.byline
      for (const [action, documentIds, expected] of [
        ['bulkUnpublish', [one.documentId], 'N. N. und Sammelperson Zwei'],
        ['bulkDelete', [two.documentId], 'N. N. und N. N.'],
      ] as const) {
        expect(
          (await send('strapi-super-admin', 'POST', `collection-types/${PERSON}/actions/${action}`, { documentIds }))
            .status,
        ).toBe(200)
        expect(await byline()).toBe(expected)
      }
    })
  })
})

/** Every text in a value, as somebody would look for a name in it: in one case, whatever blanks part the words. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.normalize('NFC').toLowerCase().replace(/[\s\p{Cf}]+/gu, ' ')]
  if (typeof value !== 'object' || value === null) return []
  // The search marks what was hit: its pieces are one text.
  if (Array.isArray(value) && value.some(piece => typeof piece === 'object' && piece !== null && 'isHit' in piece))
    return textsIn(value.map(({ text }) => text).join(''))
  return Object.entries(value).flatMap(([key, entry]) => [...textsIn(key), ...textsIn(entry)])
}

describe('whoever withdraws', () => {
  const NAME = 'Beispielperson Jörg'
  const IN_SCRIPT = 'شخصية يورغ'
  /** The same name, as it may be written. */
  const WRITTEN = [
    NAME, 'BEISPIELPERSON JÖRG', 'beispielperson jörg', 'Beispielperson  Jörg', 'Beispielperson\u00A0Jörg',
    'Beispielperson\n\tJörg', 'Beispielperson \u200FJörg', NAME.normalize('NFD'), IN_SCRIPT, 'شخصية \u00A0يورغ',
  ]
  const SAID = `Es sprachen: ${WRITTEN.join(', ')}.`
  const blocks = [
    { __component: 'article.text', text: [paragraph(SAID)] },
    {
      __component: 'article.question-and-answer', question: `Wer ist ${NAME}?`, speaker: NAME,
      answer: [paragraph(SAID)],
    },
    { __component: 'article.quote', quote: SAID, attribution: NAME },
    { __component: 'article.callout', title: NAME, text: [paragraph(SAID)] },
  ]

  let person: Row
  let article: Row
  let pictures: { image: Row, file: StoredFile }[]
  let others: { image: Row, file: StoredFile }

  beforeAll(async () => {
    person = await cast.agreed(
      { name: NAME, slug: 'joerg', about: `${NAME} erzählt.` }, { coversPicture: true, coversOpinion: true },
    )
    await people.update({
      documentId: person.documentId, locale: 'ar', data: { nameInScript: IN_SCRIPT, about: 'شخصية' },
      status: 'published',
    })
    article = await cast.article({
      slug: 'gespraech', title: `Gespräch mit ${NAME}`, kicker: NAME, lead: SAID, byline: `Von ${NAME}`,
      people: [person.documentId], body: blocks,
    })
    await cms
      .documents(ARTICLE)
      .update({
        documentId: article.documentId, locale: 'ar',
        data: { title: `حديث مع ${IN_SCRIPT}`, byline: IN_SCRIPT, translationCredit: IN_SCRIPT, body: blocks },
        status: 'published',
      })
    for (const forWhat of [{ article: article.documentId }, { plan: plan.documentId }, { body: body.documentId }])
      await cast.contribution({ person: person.documentId, function: `Funktion von ${NAME}`, ...forWhat })
    await cast.page({ title: `Dank an ${NAME}`, slug: 'dank', text: [paragraph(SAID)] })
    await cms
      .documents(EVENT)
      .create({
        data: {
          title: `${NAME} spricht`, slug: 'spricht', date: '2021', kind: 'meeting', plan: plan.documentId,
          citations: cast.citations.map(citation => ({ ...citation, quote: SAID })),
        },
        status: 'published',
      })
    await cast.measure(plan, { title: `Idee von ${NAME}`, slug: 'idee' })
    const gone = await cast.article({ title: `Vergangenes von ${NAME}`, slug: 'vergangen' })
    await cms.documents(ARTICLE).unpublish({ documentId: gone.documentId })
    pictures = [
      await pictureOf('gruppe.png', { people: [person.documentId] }),
      await pictureOf('thumbnail_joerg.png', { people: [person.documentId] }), await pictureOf('portraet.png', {}),
    ]
    others = await pictureOf('landschaft.png', {})
    await people.update({
      documentId: person.documentId, data: { portrait: pictures[2]?.image.documentId }, status: 'published',
    })
    await cms
      .documents(ARTICLE)
      .update({ documentId: article.documentId, data: { cover: pictures[0]?.image.documentId }, status: 'published' })
  })

  async function pictureOf(name: string, values: Values): Promise<{ image: Row, file: StoredFile }> {
    const file = await upload(cms, name, await picture('png', 400, 300))
    return {
      file,
      image: await cast.image({
        file: file.id,
        texts: [
          { language: 'de', alt: `Zu sehen ist ${NAME}`, caption: SAID }, { language: 'ar', alt: IN_SCRIPT },
        ],
        ...values,
      }),
    }
  }

  const bySlug = {
    ArticleBySlugDocument: 'gespraech', PageBySlugDocument: 'dank', PersonBySlugDocument: 'joerg',
    OrganisationBySlugDocument: 'lenkungsgruppe', TimelineEventBySlugDocument: 'spricht', MeasureBySlugDocument: 'idee',
    PlanBySlugDocument: 'ein-plan',
  }
  const LOCALES = ['de', 'ar']

  /** Everything the contract has to say, as texts, by what was asked. */
  async function everyAnswer(locales: string[]): Promise<Map<string, string[]>> {
    const answers = new Map<string, string[]>()
    for (const locale of locales) {
      const variables = {
        locale, page: 1, pageSize: 100, since: '2000-01-01', asOf: '2021-12-31', name: NAME, q: NAME, formerSlug: 'x',
      }
      const slugs: Record<string, string> = bySlug
      for (const [name, document] of EVERY_OPERATION)
        answers.set(
          `${name} ${locale}`,
          await textsOf(print(document), {
            ...variables,
            slug: slugs[name] ?? 'gespraech', documentId: article.documentId, number: 1,
            ...(name !== 'SearchDocument' && { type: 'Article' }),
            ...ownVariables(name, 'ein-plan'),
          }),
        )
      for (const number of [1, 2, 3])
        answers.set(
          `revision ${number} ${locale}`,
          await textsOf(
            'query ($number: Int, $locale: I18NLocaleCode) { a: revision(type: "Article", slug: "gespraech", number: '
            + '$number, locale: $locale) { snapshot } b: revision(type: "Page", slug: "dank", number: $number, '
            + 'locale: $locale) { snapshot } c: revision(type: "TimelineEvent", slug: "spricht", number: $number, '
            + 'locale: $locale) { snapshot } }',
            { number, locale },
          ),
        )
      for (const [asked, query] of Object.entries(QUESTIONS))
        answers.set(`${asked} ${locale}`, await textsOf(`{ ${query.replaceAll('$locale', `"${locale}"`)} }`, {}))
    }
    return answers
  }

  const QUESTIONS = {
    'people':
      'people(locale: $locale, pagination: { limit: 100 }) { slug name nameInScript about portrait { documentId } '
      + 'articles { title } }',
    'contributions':
      'contributions(locale: $locale, pagination: { limit: 100 }) { label function person { slug name } article { '
      + 'title } }',
    'pictures':
      'images(pagination: { limit: 100 }) { documentId texts { alt caption } people { name } file { url name } }',
    'tombstone of the person': 'tombstone(type: "Person", slug: "joerg", locale: $locale) { title slug }',
    'tombstone of an article': 'tombstone(type: "Article", slug: "vergangen", locale: $locale) { title }',
    'the finder': 'articleFinder(locale: $locale) { nodes { title byline } facets { choices { value title } } }',
    'publications': 'publications(since: "2000-01-01", locale: $locale) { nodes { title } }',
    'articles by her name': `articles(locale: $locale, filters: { people: { name: { eq: "${NAME}" } } }) { title `
      + `kicker }`,
    'events': 'timelineEvents(locale: $locale) { title citations { quote } }',
    'the name itself': `resolveName(name: "${NAME}", locale: $locale) { title slug }`,
  }

  async function textsOf(query: string, variables: Values): Promise<string[]> {
    const { data, errors } = await ask(cms, query, variables)
    expect(errors, query).toEqual([])
    return textsIn(data)
  }

  const naming = (answers: Map<string, string[]>) =>
    [...answers]
      .filter(([, texts]) => texts.some(text => [NAME, IN_SCRIPT].some(name => text.includes(name.toLowerCase()))))
      .map(([asked]) => asked)
  const filesOf = ({ file }: { file: StoredFile }) => [
    file.url,
    ...Object.values(file.formats ?? {}).map(({ url }) => url),
  ]

  async function bylineNow(): Promise<unknown> {
    const { articles } = await read<{ articles: Values[] }>(
      cms, '{ articles(filters: { slug: { eq: "gespraech" } }) { byline } }',
    )
    return only(articles).byline
  }

  async function statusesOf(urls: string[]): Promise<number[]> {
    return Promise.all(urls.map(async url => (await fetch(cms.address + url)).status))
  }

  async function expectGone(locales = LOCALES): Promise<void> {
    const answers = await everyAnswer(locales)
    expect(naming(answers)).toEqual([])
    expect([...answers].filter(([, texts]) => texts.includes('joerg')).map(([asked]) => asked)).toEqual([])
    expect(
      (
        await read<{ articles: { byline: string, cover: unknown, people: unknown[], contributions: unknown[] }[] }>(
          cms,
          '{ articles(filters: { slug: { eq: "gespraech" } }) { byline cover { documentId } people { slug } '
          + 'contributions { label } } }',
        )
      ).articles,
    ).toEqual([{ byline: 'Von N. N.', cover: null, people: [], contributions: [] }])
    expect(answers.get('revision 1 de')?.some(text => text.includes('gespräch mit n. n.'))).toBe(true)
    for (const { image, file } of pictures) {
      expect(await read(cms, `{ image(documentId: "${image.documentId}") { file { url } } }`), file.url).toEqual({
        image: null,
      })
      expect(new Set(await statusesOf(filesOf({ file }))), file.url).toEqual(new Set([404]))
    }
    expect(new Set(await statusesOf(filesOf(others)))).toEqual(new Set([200]))
  }

  /** What was asked where she is named. */
  async function expectShown(): Promise<string[]> {
    const asked = naming(await everyAnswer(LOCALES))
    expect(asked.length).toBeGreaterThan(30)
    expect(await isPublic(person)).toBe(true)
    for (const shown of [...pictures, others]) {
      expect(await read(cms, `{ image(documentId: "${shown.image.documentId}") { documentId } }`)).toEqual({
        image: { documentId: shown.image.documentId },
      })
      expect(new Set(await statusesOf(filesOf(shown)))).toEqual(new Set([200]))
    }
    return asked
  }

  let named: string[]

  test('was named before in every place that is looked at', async () => {
    named = await expectShown()
    expect(named.map(name => name.replace(/ (de|ar)$/, ''))).toEqual(
      expect.arrayContaining([
        'ArticleBySlugDocument', 'ArticleFinderDocument', 'ContributorsDocument', 'OrganisationBySlugDocument',
        'PageBySlugDocument', 'PersonBySlugDocument', 'revision 1', 'revision 2',
        ...Object.keys(QUESTIONS).filter(name => !['tombstone of the person', 'the name itself'].includes(name)),
      ]),
    )
    expect(filesOf(others).length).toBeGreaterThan(5)
  })

  test('by unpublishing is named nowhere, and everywhere again once she is published', async () => {
    // The Arabic entry stays published: without the one in the source language nobody is public.
    await people.unpublish({ documentId: person.documentId })
    await expectGone()
    await people.publish({ documentId: person.documentId, locale: '*' })
    expect(await expectShown()).toEqual(named)
  })

  test.each([
    ['articles', `{ people: { name: { eq: "${NAME}" } } }`],
    ['articles', '{ people: { name: { startsWith: "Beispielperson J" } } }'],
    ['articles', '{ or: [{ people: { slug: { eq: "joerg" } } }] }'],
    ['articles', '{ cover: { people: { about: { contains: "erz" } } } }'],
    ['contributions', `{ person: { name: { eq: "${NAME}" } } }`],
    [
      'contributions',
      '{ and: [{ person: { name: { startsWith: "Beispielperson J" } } }, { person: { slug: { startsWith: "jo" } } }] }',
    ],
    ['images', '{ people: { name: { startsWith: "Beispielperson J" } } }'],
  ])('cannot be asked for among %s by %s while she is not public', async (type, filter) => {
    const found = async () => {
      const {
        found: { nodes, pageInfo },
      } = await read<{ found: { nodes: unknown[], pageInfo: { total: number } } }>(
        cms, `{ found: ${type}_connection(filters: ${filter}) { nodes { documentId } pageInfo { total } } }`,
      )
      return [nodes.length, pageInfo.total]
    }
    const before = await found()
    expect(Math.min(...before)).toBeGreaterThan(0)
    await people.unpublish({ documentId: person.documentId, locale: '*' })
    expect(await found()).toEqual([0, 0])
    await people.publish({ documentId: person.documentId, locale: '*' })
    expect(await found()).toEqual(before)
  })

  test('by the day of a withdrawal in her consent is named nowhere', async () => {
    const consent = await cms.strapi.db.query(CONSENT).findOne({ where: { person: { documentId: person.documentId } } })
    await cms.documents(CONSENT).update({ documentId: consent.documentId, data: { withdrawnOn: '2022-01-01' } })
    await expectGone(['de'])
    expect(await refusalOf(people.publish({ documentId: person.documentId, locale: '*' }))).toContain(
      'fehlt eine Einwilligung',
    )
    await cast.consent(person, { coversPicture: true, coversOpinion: true })
    await people.publish({ documentId: person.documentId, locale: '*' })
    expect(await isPublic(person)).toBe(true)
  })

  test('by a consent that is deleted is named nowhere', async () => {
    const consent = await cms.strapi.db
      .query(CONSENT)
      .findOne({ where: { person: { documentId: person.documentId }, withdrawnOn: { $null: true } } })
    await cms.documents(CONSENT).delete({ documentId: consent.documentId })
    expect(await bylineNow()).toBe('Von N. N.')
    expect(await isPublic(person)).toBe(false)
    await cast.consent(person, { coversPicture: true, coversOpinion: true })
    await people.publish({ documentId: person.documentId, locale: '*' })
  })

  test('is found by no other spelling of the address of her pictures', async () => {
    const [hidden = ''] = pictures.map(({ file }) => file.url)
    const [shown] = filesOf(others)
    const spellings = (url: string) => [
      `/${url}`,
      url.replace('/uploads/', '/uploads//'),
      url.replace('/uploads/', '/uploads/./'), url.replace('/uploads/', '/%75ploads/'),
      url.replace('/uploads/', '/uploads/%2e/'), url.replace('/uploads/', '/./uploads/'),
      url.replace('/uploads/', '/x/../uploads/'), url.replace('/uploads/', '/uploads%2f'), url.replace('_', '%5f'),
      url.replace('.', '%2e'), `${url}?x=1`, `${url}/`, url.toUpperCase(),
    ]
    await people.unpublish({ documentId: person.documentId, locale: '*' })
    for (const spelling of spellings(hidden))
      expect((await rawly(spelling)).status, spelling).toBeGreaterThanOrEqual(400)
    for (const spelling of spellings(shown ?? '')) {
      const { status, headers } = await rawly(spelling)
      if (status === 200) expect(headers['content-security-policy'], spelling).toBe('default-src \'none\'; sandbox')
    }
    await people.publish({ documentId: person.documentId, locale: '*' })
  })

  /** As it is written: `fetch` would tidy the address first. */
  function rawly(address: string): Promise<{ status: number, headers: Record<string, unknown> }> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(cms.address)
      request({ hostname, port, path: address, agent: false }, (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
      }).on('error', reject).end()
    })
  }

  test('stays named where somebody else of that name is public', async () => {
    const namesake = await cast.person({ name: NAME, slug: 'joerg-der-andere' })
    await people.unpublish({ documentId: person.documentId, locale: '*' })
    const { articles, people: shown } = await read<{ articles: Values[], people: Values[] }>(
      cms,
      `{ articles(filters: { slug: { eq: "gespraech" } }) { byline people { slug } } people(filters: { name: { eq: `
      + `"${NAME}" } }) { slug } }`,
    )
    expect(articles).toEqual([{ byline: `Von ${NAME}`, people: [] }])
    expect(shown).toEqual([{ slug: 'joerg-der-andere' }])
    expect(await statusesOf(pictures.flatMap(filesOf))).not.toContain(200)
    await people.delete({ documentId: namesake.documentId, locale: '*' })
    expect(await bylineNow()).toBe('Von N. N.')
    await people.publish({ documentId: person.documentId, locale: '*' })
  })

  const BESIDE_DRAFTS = {
    'api::ledger.comment': ['quote', 'text'], 'api::ledger.handover': ['note'], 'api::ledger.appointment': ['problem'],
    'api::ledger.machine-draft': ['texts'],
  }

  /** As colleagues ask and answer, and what a machine made. */
  async function sayBesideDrafts(text: string): Promise<void> {
    for (const [uid, attributes] of Object.entries(BESIDE_DRAFTS))
      await cms.strapi.db.query(uid).create({ data: Object.fromEntries(attributes.map(name => [name, text])) })
  }

  async function saidBesideDrafts(): Promise<string> {
    return JSON.stringify(await Promise.all(Object.keys(BESIDE_DRAFTS).map(uid => cms.strapi.db.query(uid).findMany())))
  }

  test('by being deleted is named nowhere, and not even kept in old versions', async () => {
    const stored = async () =>
      textsIn(
        (await cms.strapi.db.query(REVISION).findMany()).map(({ label, title, snapshot }) => ({
          label, title, snapshot,
        })),
      ).filter(text => [NAME, IN_SCRIPT].some(name => text.includes(name.toLowerCase())))
    expect((await stored()).length).toBeGreaterThan(50)
    await sayBesideDrafts(`Stimmt das, was ${NAME} sagt?`)
    expect(await saidBesideDrafts()).toMatch(NAME)
    await people.delete({ documentId: person.documentId, locale: '*' })
    await expectGone()
    expect(await stored()).toEqual([])
    expect(await saidBesideDrafts()).not.toMatch(NAME)
  })

  test('stays deleted when the cms starts again', async () => {
    await readWithdrawnNames(cms.strapi)
    expect(await bylineNow()).toBe('Von N. N.')
    expect(await statusesOf(pictures.flatMap(filesOf))).not.toContain(200)
  })
})

describe('the name of somebody who withdrew', () => {
  const leadOf = async (lead: string) => {
    const { documentId } = await cast.article({ lead })
    return (await read<{ article: Values }>(cms, `{ article(documentId: "${documentId}") { lead } }`)).article.lead
  }

  test('is left alone as a part of longer words', async () => {
    const { documentId } = await cast.person({ name: 'Wanda' })
    await people.unpublish({ documentId })
    expect(await leadOf('Wandalen, Swanda, Wandas, Wanda2, 2Wanda, Wandaß, Wandaن')).toBe(
      'Wandalen, Swanda, Wandas, Wanda2, 2Wanda, Wandaß, Wandaن',
    )
    expect(await leadOf('Wanda, (wanda) „WANDA“ Wanda.')).toBe('N. N., (N. N.) „N. N.“ N. N..')
  })

  test('is taken out where language joins something to it', async () => {
    const { documentId } = await cast.person({ name: 'Genia Tiv' })
    await people.update({ documentId, locale: 'ar', data: { nameInScript: 'جينيا تيف' }, status: 'published' })
    await people.unpublish({ documentId, locale: '*' })
    expect(await leadOf('Genia Tivs Rede, Genia Tiv’s speech, Genia Tivsen')).toBe(
      'N. N.s Rede, N. N.’s speech, Genia Tivsen',
    )
    expect(await leadOf('Auf Arabisch: قالت جينيا تيف وجينيا تيف لجينيا تيف')).not.toMatch(/جينيا|تيف/)
  })

  test('may look like a part of a search pattern', async () => {
    for (const name of ['Bei.spiel (Dr.) [x]+', '$& \\d *', 'A|B']) {
      const { documentId } = await cast.person({ name, slug: null })
      await people.delete({ documentId, locale: '*' })
      expect(await leadOf(`Von ${name}, BeiXspiel und A oder B und 7.`)).toBe(
        'Von N. N., BeiXspiel und A oder B und 7.',
      )
    }
  })

  test('is the longer one where one name is the beginning of another', async () => {
    for (const name of ['Kurz Weg', 'Kurz Weg Länger'])
      await people.unpublish({ documentId: (await cast.person({ name })).documentId })
    expect(await leadOf('Kurz Weg Länger und Kurz Weg')).toBe('N. N. und N. N.')
  })

  test('is taken out in Latin letters too where every entry of hers has a name in its own script', async () => {
    const { documentId } = await cms
      .documents(PERSON)
      .create({
        locale: 'ar',
        data: {
          name: 'Schamsi Beispiel', nameInScript: 'شمسي مثال', publicGround: 'public_role', citations: cast.citations,
        },
        status: 'published',
      })
    await people.unpublish({ documentId, locale: '*' })
    expect(await leadOf('Schamsi Beispiel und شمسي مثال')).toBe('N. N. und N. N.')
  })

  test('comes back in old versions as well, also when somebody else was deleted meanwhile', async () => {
    const [resting, leaving] = [
      await cast.person({ name: 'Ruhend Pausiert' }), await cast.person({ name: 'Für Immer Fort' }),
    ]
    const { documentId } = await cast.article({ slug: 'ruhend', lead: 'Ruhend Pausiert und Für Immer Fort' })
    await people.unpublish({ documentId: resting.documentId })
    await people.delete({ documentId: leaving.documentId, locale: '*' })
    const lead = async () =>
      (
        await read<{ revision: { snapshot: { article: Values } } }>(
          cms, '{ revision(type: "Article", slug: "ruhend", number: 1) { snapshot } }',
        )
      ).revision.snapshot.article.lead
    expect(await lead()).toBe('N. N. und N. N.')
    await people.publish({ documentId: resting.documentId })
    expect(await lead()).toBe('Ruhend Pausiert und N. N.')
    await cms.documents(ARTICLE).delete({ documentId, locale: '*' })
  })

  test('does not touch what is no text of ours', async () => {
    const { documentId } = await cast.person({ name: 'Report' })
    await people.unpublish({ documentId })
    await cast.article({ slug: 'report', kind: 'report' })
    expect(
      await read(cms, '{ articles(filters: { slug: { eq: "report" } }) { __typename kind slug schemaType } }'),
    ).toEqual({ articles: [{ __typename: 'Article', kind: 'report', slug: 'report', schemaType: 'NewsArticle' }] })
  })
})

describe('a consent', () => {
  test.each([
    ['for print alone', { medium: 'print' }], ['for a picture alone', { coversName: false, coversPicture: true }],
  ])('that was withdrawn is not replaced by one %s', async (_name, consent) => {
    const person = await cast.agreed()
    await cast.consent(person, consent)
    const first = await cms.strapi.db
      .query(CONSENT)
      .findOne({ where: { person: { documentId: person.documentId } }, orderBy: 'id' })
    await cms.documents(CONSENT).update({ documentId: first.documentId, data: { withdrawnOn: '2022-01-01' } })
    expect(await isPublic(person)).toBe(false)
  })

  test('that was renewed before leaves the person where she is', async () => {
    const person = await cast.agreed()
    const renewed = await cast.consent(person)
    const first = await cms.strapi.db
      .query(CONSENT)
      .findOne({ where: { person: { documentId: person.documentId } }, orderBy: 'id' })
    await cms.documents(CONSENT).delete({ documentId: first.documentId })
    expect(await isPublic(person)).toBe(true)
    await cms.documents(CONSENT).update({ documentId: renewed.documentId, data: { note: 'Nur eine Notiz' } })
    expect(await isPublic(person)).toBe(true)
  })

  test.each([
    ['no longer covers the name', { coversName: false }], ['is for print alone from now on', { medium: 'print' }],
  ])('that %s takes the person off the website', async (_name, change) => {
    const person = await cast.agreed()
    const consent = await cms.strapi.db.query(CONSENT).findOne({ where: { person: { documentId: person.documentId } } })
    await cms.documents(CONSENT).update({ documentId: consent.documentId, data: change })
    expect(await isPublic(person)).toBe(false)
  })

  test.each([
    [
      'a portrait', { coversPicture: true },
      async (person: Row) =>
        people.update({
          documentId: person.documentId, data: { portrait: (await cast.image()).documentId }, status: 'published',
        }),
    ],
    ['a picture', { coversPicture: true }, (person: Row) => cast.image({ people: [person.documentId] })],
  ])('to %s that is withdrawn takes the person off the website while it is shown', async (_name, covers, show) => {
    const person = await cast.agreed()
    const more = await cast.consent(person, { coversName: false, ...covers })
    await show(person)
    expect(await isPublic(person)).toBe(true)
    await cms.documents(CONSENT).update({ documentId: more.documentId, data: { withdrawnOn: '2022-01-01' } })
    expect(await isPublic(person)).toBe(false)
  })

  test('that is withdrawn takes nobody off the website who is there for a public role', async () => {
    const person = await cast.person()
    const { documentId } = await cast.consent(person, { coversPicture: true })
    await cms.documents(CONSENT).update({ documentId, data: { withdrawnOn: '2022-01-01' } })
    expect(await isPublic(person)).toBe(true)
  })
})
