/** What editors meet in the admin: its own HTTP interface, with a real sign-in. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms, type Values } from './strapi'

const EVENTS = '/content-manager/collection-types/api::timeline.timeline-event'
const PLANS = '/content-manager/collection-types/api::plan.plan'

let cms: Cms
let token: string
let plan: Values

beforeAll(async () => {
  cms = await startCms()
  const [email, password] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
  token = await signIn(email ?? '', password ?? '')
  plan = (await send('POST', PLANS, { title: 'Ein Plan', slug: 'ein-plan', valid: '2020/..' })).body.data
  await send('POST', `${PLANS}/${String(plan.documentId)}/actions/publish`, {})
})

afterAll(() => cms?.stop())

async function signIn(email: string, password: string): Promise<string> {
  const response = await fetch(`${cms.address}/admin/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
  })
  expect(response.status).toBe(200)
  return JSON.parse(await response.text()).data.token
}

interface Reply {
  status: number
  body: { data: Values, error?: { message: string, details: { errors: { path: string[], message: string }[] } } }
}

async function send(method: string, address: string, values: Values, as = token): Promise<Reply> {
  const response = await fetch(cms.address + address, {
    method, headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${as}` },
    body: JSON.stringify(values),
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

function anEvent(values: Values = {}): Values {
  return {
    title: 'Ein Ereignis', date: '2020-01', kind: 'other',
    plan: { connect: [{ documentId: plan.documentId }], disconnect: [] },
    ...values,
  }
}

describe('bad input in the form', () => {
  test.each([
    ['2020-13', 'ist kein Datum'], ['gestern', 'ist kein Datum'], ['2021-02-30', 'ist kein Datum'],
    ['2022/2020', 'Richtig wäre „2020/2022“'],
  ])('the date "%s" is refused beside its field, in German', async (date, sentence) => {
    const { status, body } = await send('POST', EVENTS, anEvent({ date }))
    expect(status).toBe(400)
    expect(body.error?.details.errors).toMatchObject([{ path: ['date'] }])
    expect(body.error?.message).toContain(sentence)
  })

  test('a paper number such as 94/08 is refused with one that would be right', async () => {
    const { status, body } = await send('POST', '/content-manager/collection-types/api::source.source', {
      kind: 'council_paper', paperNumber: '94/08',
    })
    expect(status).toBe(400)
    expect(body.error?.message).toContain('0094/2008')
  })

  test('a taken address is refused with a free one', async () => {
    const { status, body } = await send('POST', PLANS, { title: 'Noch einer', slug: 'ein-plan', valid: '2020' })
    expect(status).toBe(400)
    expect(body.error?.message).toContain('„ein-plan-2“')
  })

  test('an event without plan and date is saved as a draft and not published, and the draft keeps its words', async () => {
    const { body: { data } } = await send('POST', EVENTS, { title: 'Noch unvollständig' })
    const { status, body } = await send('POST', `${EVENTS}/${data.documentId}/actions/publish`, {})
    expect(status).toBe(400)
    expect(body.error?.details.errors.map(error => error.path.join('.')).sort()).toEqual(['date', 'kind', 'plan'])
    expect((await send('PUT', `${EVENTS}/${data.documentId}`, { title: 'Noch unvollständig' })).body.data.title).toBe(
      'Noch unvollständig',
    )
  })

  test('a wrong type of value is refused, never a server error', async () => {
    for (const values of [
      anEvent({ title: 42 }), anEvent({ date: {} }), anEvent({ kind: 'nonsense' }), anEvent({ text: 'no blocks' }),
      anEvent({ citations: 'x' }),
    ])
      expect((await send('POST', EVENTS, values)).status, JSON.stringify(values)).toBe(400)
  })
})

test('an event goes from the form to the published page, and its English row shares what is shared', async () => {
  const { body: { data } } = await send('POST', EVENTS, anEvent({ title: 'Aus dem Formular' }))
  expect(data).toMatchObject({ slug: 'aus-dem-formular', startsOn: '2020-01-01', endsOn: '2020-01-31' })
  expect(
    (await send('POST', `${EVENTS}/${data.documentId}/actions/publish`, anEvent({ title: 'Aus dem Formular' }))).status,
  ).toBe(200)
  expect((await send('PUT', `${EVENTS}/${data.documentId}?locale=en`, { title: 'From the form' })).status).toBe(200)
  expect(
    (await send('POST', `${EVENTS}/${data.documentId}/actions/publish?locale=en`, { title: 'From the form' })).status,
  ).toBe(200)
  const rows = await cms
    .documents('api::timeline.timeline-event')
    .findMany({ locale: 'en', status: 'published', filters: { slug: 'aus-dem-formular' } })
  expect(rows).toMatchObject([{ title: 'From the form', date: '2020-01', kind: 'other' }])
  const record = await cms.strapi.db
    .query('api::ledger.translation-record')
    .findOne({ where: { document: data.documentId } })
  expect(record).toMatchObject({ language: 'en', origin: 'human' })
})

test('every type and field of ours has a German label in the admin, and every field around measures says what belongs '
  + 'into it', async () => {
  const english
    = /^(title|date|kind|plan|slug|text|citations|claims|phase|order|summary|names|valid|certainty|url|label)$/
  for (const uid of Object.keys(cms.strapi.contentTypes).filter(
    name => name.startsWith('api::') && !name.startsWith('api::ledger'),
  )) {
    const response = await fetch(`${cms.address}/content-manager/content-types/${uid}/configuration`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    const {
      data,
    }: {
      data: {
        contentType: {
          metadatas: Record<string, { edit: { label?: string, description?: string } }>
          layouts: { edit: { name: string }[][] }
        }
      }
    } = JSON.parse(await response.text())
    for (const { name } of data.contentType.layouts.edit.flat()) {
      const { label = '', description = '' } = data.contentType.metadatas[name]?.edit ?? {}
      expect(label, `${uid}.${name}`).toMatch(/^[A-ZÄÖÜ]/)
      expect(label, `${uid}.${name}`).not.toMatch(english)
      if (uid.startsWith('api::measure.')) expect(description, `${uid}.${name}`).toMatch(/\.$|…$/)
    }
  }
})

test('an author writes drafts and cannot publish; an editor can; whoever translates begins nothing', async () => {
  const roles: { id: number, name: string, code: string }[] = await cms.strapi.db.query('admin::role').findMany()
  expect(roles.map(role => role.name)).toEqual(expect.arrayContaining(['Redaktion', 'Autorin oder Autor']))
  const statuses: Record<string, number[]> = {}
  for (const { id, code } of roles.filter(role => role.code !== 'strapi-super-admin')) {
    await cms.strapi
      .service('admin::user')
      .create({
        email: `${code}@example.org`, firstname: 'A', lastname: 'B', password: 'Passwort-123', isActive: true,
        roles: [id],
      })
    const as = await signIn(`${code}@example.org`, 'Passwort-123')
    const draft = await send('POST', EVENTS, anEvent({ title: `Von ${code}` }), as)
    const published = await send(
      'POST', `${EVENTS}/${draft.body.data?.documentId}/actions/publish`, anEvent({ title: `Von ${code}` }), as,
    )
    const planned = await send('POST', PLANS, { title: `Plan von ${code}`, valid: '2020' }, as)
    statuses[code] = [draft.status, published.status, planned.status]
  }
  const translators = roles.filter(({ code }) => code.startsWith('translator-'))
  expect(translators).toHaveLength(10)
  expect(statuses).toEqual({
    'strapi-editor': [201, 200, 201], 'lead': [201, 200, 201], 'strapi-author': [201, 403, 201],
    ...Object.fromEntries(translators.map(({ code }) => [code, [403, 403, 403]])),
  })
})

describe('uploads', () => {
  async function upload(
    name: string, type: string, content: Uint8Array<ArrayBuffer>,
  ): Promise<{ status: number, text: string }> {
    const form = new FormData()
    form.append('files', new Blob([content], { type }), name)
    const response = await fetch(`${cms.address}/upload`, {
      method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: form,
    })
    return { status: response.status, text: await response.text() }
  }

  async function picture(
    format: 'jpeg' | 'png' | 'webp' | 'avif', width = 40, height = 30,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(
      await sharp({ create: { width, height, channels: 3, background: '#c33' } })
        .toFormat(format)
        .toBuffer(),
    )
  }

  const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'a true %s is accepted, and what it is served with lets nothing run',
    async (format) => {
      const { status, text } = await upload(`bild.${format}`, `image/${format}`, await picture(format))
      expect(status).toBe(201)
      const response = await fetch(cms.address + JSON.parse(text)[0].url)
      expect(response.headers.get('content-security-policy')).toBe('default-src \'none\'; sandbox')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  test.each([
    ['bild.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['seite.html', 'text/html', '<script>alert(1)</script>'],
    ['x.js', 'text/javascript', 'alert(1)'],
    ['x.php', 'application/x-php', '<?php'],
    ['leer.png', 'image/png', ''],
    ['text.jpg', 'image/jpeg', 'kein Bild'],
    ['text.pdf', 'application/pdf', 'kein PDF'],
  ])('%s is refused', async (name, type, content) => {
    expect((await upload(name, type, bytes(content))).status).toBe(400)
  })

  const ogg = (codec: string) =>
    new Uint8Array([
      ...bytes('OggS'),
      0, 2,
      ...Array<number>(20).fill(0),
      1, 19,
      ...bytes(codec),
      ...Array<number>(200).fill(0),
    ])
  const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'

  test.each([
    ['rede.ogg', 'audio/ogg', ogg('OpusHead')], ['rede.oga', 'audio/ogg', ogg('\u0001vorbis')],
    ['rede-flac.ogg', 'audio/ogg', ogg('\u007fFLAC')], ['bericht.pdf', 'application/pdf', bytes(PDF)],
    ['mit-zeile.pdf', 'application/pdf', bytes(`\n${PDF}`)],
    ['mit-marke.pdf', 'application/pdf', bytes(`\uFEFF\r\n${PDF}`)],
    ['mit-vorspann.pdf', 'application/pdf', bytes(`${' '.repeat(1000)}${PDF}`)],
  ])('%s is accepted by its content', async (name, type, content) => {
    expect(await upload(name, type, content)).toMatchObject({ status: 201 })
  })

  test.each([
    ['spaet.pdf', `${' '.repeat(2000)}${PDF}`], ['ohne-ende.pdf', '\n%PDF-1.7\n'],
    ['seite.pdf', '<html>%PDF-1.7 %%EOF</html>'],
  ])('%s is refused', async (name, content) => {
    expect((await upload(name, 'application/pdf', bytes(content))).status).toBe(400)
  })

  test('a picture under a foreign ending is refused with the ending that fits', async () => {
    const { status, text } = await upload('bild.png.php', 'image/png', await picture('png'))
    expect([status, text]).toMatchObject([400, expect.stringMatching(/\.png|not allowed/)])
    const { status: wrong, text: sentence } = await upload('bild.jpg', 'image/jpeg', await picture('png'))
    expect([wrong, sentence]).toMatchObject([400, expect.stringContaining('.png')])
  })

  test('a picture that was cut off is refused', async () => {
    const whole = await picture('jpeg', 800, 600)
    expect((await upload('halb.jpg', 'image/jpeg', whole.slice(0, whole.length / 2))).status).toBe(400)
  })

  test('a picture of 225 megapixels is refused before it is opened', async () => {
    const { status, text } = await upload('riesig.png', 'image/png', await picture('png', 15_000, 15_000))
    expect(status).toBe(400)
    expect(text).toContain('225 Millionen Bildpunkte')
  })

  test('the server fetches no address that someone names', async () => {
    expect((await send('POST', '/upload/actions/upload-from-urls', { urls: ['http://127.0.0.1:1/'] })).status).toBe(404)
  })
})

describe('a revision in the admin', () => {
  const REVISIONS = '/content-manager/collection-types/api::ledger.revision'
  let published: { documentId: string }

  const newestOf = (document: string) =>
    cms.strapi.db.query('api::ledger.revision').findOne({ where: { document }, orderBy: { number: 'desc' } })

  beforeAll(async () => {
    const event = anEvent({ title: 'Ein Ereignis mit Fassung' })
    const { body } = await send('POST', EVENTS, event)
    await send('POST', `${EVENTS}/${String(body.data.documentId)}/actions/publish`, event)
    published = await newestOf(String(body.data.documentId))
  })

  test('is named by its title and number', () => {
    expect(published).toMatchObject({ label: 'Ein Ereignis mit Fassung · Fassung 1', number: 1, language: 'de' })
  })

  test('can be neither made nor changed nor deleted', async () => {
    for (const [method, address, values] of [
      ['POST', REVISIONS, { number: 99 }], ['DELETE', `${REVISIONS}/${published.documentId}`, {}],
    ] as const) {
      const { status, body } = await send(method, address, values)
      expect([status, body.error?.message]).toEqual([
        400, expect.stringContaining('Fassungen entstehen beim Veröffentlichen'),
      ])
    }
    await send('PUT', `${REVISIONS}/${published.documentId}`, { number: 99, slug: 'anders', withdrawnFor: '' })
    expect(
      await cms.strapi.db.query('api::ledger.revision').findOne({ where: { documentId: published.documentId } }),
    ).toEqual(published)
  })

  test('is withdrawn with a reason, and its text is gone for good', async () => {
    const { status } = await send('PUT', `${REVISIONS}/${published.documentId}`, {
      withdrawnFor: ' Zum Schutz einer Person. ', number: 99,
    })
    expect(status).toBe(200)
    expect(
      await cms.strapi.db.query('api::ledger.revision').findOne({ where: { documentId: published.documentId } }),
    ).toMatchObject({
      withdrawnFor: 'Zum Schutz einer Person.', snapshot: null, title: null, label: 'Zurückgezogene Fassung', number: 1,
    })
  })

  test('cannot be withdrawn without a reason', async () => {
    const { status, body } = await send('PUT', `${REVISIONS}/${published.documentId}`, { withdrawnFor: '  ' })
    expect([status, body.error?.details.errors[0]?.path]).toEqual([400, ['withdrawnFor']])
  })
})

/** Asked by web and by health checks, by partners at the website, or by nobody. */
const NOT_FOR_THE_ADMIN = [
  '_health', 'api', 'content-type-builder', 'email', 'graphql', 'healthz', 'ledger', 'messages', 'readyz',
]

test('the proxy lets through every address that the admin asks, and nothing else', () => {
  const proxy = readFileSync('../proxy/Caddyfile', 'utf8')
  const passed = [...proxy.matchAll(/@(?:admin|own) path (.*)/g)].flatMap(([, paths = '']) => paths.split(' '))
  const routes = cms.strapi.server.listRoutes().map(route => String(route.path))
  const asked = wordsOf([...routes, '/favicon.ico']).filter(word => !NOT_FOR_THE_ADMIN.includes(word))
  expect(wordsOf(passed)).toEqual(asked)
})

/** The first word of each address; patterns have none. */
function wordsOf(addresses: string[]): string[] {
  const words = addresses.map(address => address.split('/')[1] ?? '')
  return [...new Set(words.filter(word => /^[\w.-]+$/.test(word)))].sort()
}
