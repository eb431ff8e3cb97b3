/** Signing in to the admin: who guesses is slowed, whose rights change is out at once, and nobody learns an address. */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Cms, startCms } from './strapi'

const PASSWORD = 'Passwort-123'
const PAGES = '/content-manager/collection-types/api::page.page'

let cms: Cms
let administrator: string

beforeAll(async () => {
  process.env.ADMIN_URL = 'https://redaktion.example.org/'
  cms = await startCms()
  const [email = '', password = ''] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8')
    .trim()
    .split('\n')
  administrator = tokenIn(await signIn(email, password))
})

afterAll(() => cms?.stop())

interface Answer {
  status: number
  text: string
  headers: Record<string, string | string[] | undefined>
  milliseconds: number
}

interface Asked {
  values?: object
  token?: string
  cookie?: string
  /** The address it comes from: this machine has many. */
  from?: string
}

function send(
  method: string, address: string, { values, token, cookie, from = '127.0.0.1' }: Asked = {},
): Promise<Answer> {
  const startedAt = performance.now()
  const headers = {
    'Content-Type': 'application/json', 'Connection': 'close',
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(cookie && { Cookie: cookie }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(cms.address + address, { method, headers, localAddress: from }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0, text, headers: response.headers,
          milliseconds: performance.now() - startedAt,
        }),
      )
    })
    asked.on('error', reject)
    asked.end(values && JSON.stringify(values))
  })
}

const signIn = (email: string, password: string, from?: string) =>
  send('POST', '/admin/login', { values: { email, password }, from })

function tokenIn({ status, text }: Answer): string {
  expect(status, text).toBe(200)
  return JSON.parse(text).data.token
}

interface Account {
  id: number
  email: string
}

let accounts = 0

async function account(code = 'strapi-editor'): Promise<Account> {
  accounts += 1
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
  return cms.strapi
    .service('admin::user')
    .create({
      email: `konto-${accounts}@example.org`, firstname: 'Vor', lastname: `Nachname ${accounts}`, password: PASSWORD,
      isActive: true, registrationToken: null, roles: [role.id],
    })
}

const change = ({ id }: Account, values: object) => send('PUT', `/admin/users/${id}`, { values, token: administrator })

describe('a session', () => {
  test.each<[string, (who: Account) => Promise<unknown>]>([
    ['gets a new password from the administrator', who => change(who, { password: 'Neues-Passwort-1' })],
    [
      'gets another role',
      async who =>
        change(who, {
          roles: [(await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-author' } })).id],
        }),
    ],
    ['is deactivated', who => change(who, { isActive: false })],
    [
      'changes the own password',
      async ({ email }) => {
        const token = tokenIn(await signIn(email, PASSWORD))
        const values = { currentPassword: PASSWORD, password: 'Neues-Passwort-3' }
        expect((await send('PUT', '/admin/users/me', { token, values })).status).toBe(200)
      },
    ],
    ['is deleted', ({ id }) => send('DELETE', `/admin/users/${id}`, { token: administrator })],
    [
      'sets a new password with a link',
      async ({ id }) => {
        const { text } = await send('POST', `/sign-in-links/${id}`, { token: administrator })
        const code = new URL(JSON.parse(text).data.link).searchParams.get('code')
        expect(
          (
            await send('POST', '/admin/reset-password', {
              values: { resetPasswordToken: code, password: 'Neues-Passwort-2' },
            })
          ).status,
        ).toBe(200)
      },
    ],
  ])('of somebody who %s ends at once, and so does what would renew it', async (_what, happens) => {
    const who = await account()
    const entered = await signIn(who.email, PASSWORD)
    const token = tokenIn(entered)
    const cookie = String(entered.headers['set-cookie']).split(';')[0]
    expect((await send('GET', '/admin/users/me', { token })).status).toBe(200)
    await happens(who)
    expect((await send('GET', '/admin/users/me', { token })).status).toBe(401)
    expect((await send('POST', '/admin/access-token', { cookie })).status).toBe(401)
  })

  test('goes on where only a name changes', async () => {
    const who = await account()
    const token = tokenIn(await signIn(who.email, PASSWORD))
    const roles = (await cms.strapi.db.query('admin::user').findOne({ where: { id: who.id }, populate: ['roles'] }))
      .roles
    expect((await change(who, { firstname: 'Anders', roles: roles.map(({ id }: { id: number }) => id) })).status).toBe(
      200,
    )
    expect((await send('GET', '/admin/users/me', { token })).status).toBe(200)
  })

  test('outlives two hours in which nobody asks the cms for anything', async () => {
    const who = await account()
    const cookie = String((await signIn(who.email, PASSWORD)).headers['set-cookie']).split(';')[0]
    vi.useFakeTimers({ now: Date.now() + 3 * 60 * 60 * 1000, toFake: ['Date'] })
    try {
      expect((await send('POST', '/admin/access-token', { cookie })).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('wrong attempts', () => {
  test('at one account close the address they come from, and its owner gets in from elsewhere', async () => {
    const { email } = await account()
    const attempts: number[] = []
    for (let count = 0; count < 7; count += 1) attempts.push((await signIn(email, 'falsch', '127.0.0.2')).status)
    expect(attempts).toEqual([400, 400, 400, 400, 400, 429, 429])
    const refused = await signIn(email, PASSWORD, '127.0.0.2')
    expect([refused.status, refused.text]).toEqual([
      429, expect.stringContaining('Zu viele Versuche. Bitte versuchen Sie es in 15 Minuten'),
    ])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    expect((await signIn(email, PASSWORD, '127.0.0.3')).status).toBe(200)
  })

  test('at many accounts close the address too, those at once as well, whether there are such accounts or not', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => signIn(`niemand-${index}@example.org`, 'Sommer2026', '127.0.0.4')),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
    expect((await signIn('niemand@example.org', 'x', '127.0.0.5')).status).toBe(400)
  })

  test('at one account from many addresses make each slower and never lock it', async () => {
    const { email } = await account()
    await Promise.all(Array.from({ length: 20 }, (_, index) => signIn(email, 'falsch', `127.0.1.${index + 1}`)))
    const { status, milliseconds } = await signIn(email, PASSWORD, '127.0.2.1')
    expect(status).toBe(200)
    expect(milliseconds).toBeGreaterThan(1990)
  })

  test('do not count where they were right', async () => {
    const { email } = await account()
    for (let count = 0; count < 12; count += 1) expect((await signIn(email, PASSWORD, '127.0.0.6')).status).toBe(200)
  })

  test('of a blocked account say so in German, to whoever has its password and to nobody else', async () => {
    const who = await account()
    await change(who, { isActive: false })
    expect((await signIn(who.email, PASSWORD, '127.0.0.21')).text).toContain('Dieses Konto ist gesperrt.')
    expect((await signIn(who.email, 'falsch', '127.0.0.22')).text).toContain('E-Mail-Adresse oder Passwort stimmen nicht.')
  })

  test('are answered in the same German words and cost the same work, whether there is such an account or not', async () => {
    const { email } = await account()
    const known = await signIn(email, 'falsch', '127.0.0.7')
    const unknown = await signIn('gibt-es-nicht@example.org', 'falsch', '127.0.0.7')
    expect(unknown.text).toBe(known.text)
    expect(known.text).toContain('E-Mail-Adresse oder Passwort stimmen nicht.')
    let [slow, fast] = [Infinity, Infinity]
    // By turns: what else the machine does meanwhile falls on both.
    for (let count = 0; count < 4; count += 1) {
      slow = Math.min(slow, (await signIn(email, 'falsch', '127.0.0.8')).milliseconds)
      fast = Math.min(fast, (await signIn('auch-nicht@example.org', 'falsch', '127.0.0.9')).milliseconds)
    }
    expect(fast / slow).toBeGreaterThan(0.5)
    expect(fast / slow).toBeLessThan(2)
  })
})

describe('without a mail server', () => {
  test('nothing is sent: who has forgotten the password is told what to do, known or not', async () => {
    const { email } = await account()
    for (const address of [email, 'gibt-es-nicht@example.org']) {
      const { status, text } = await send('POST', '/admin/forgot-password', { values: { email: address } })
      expect([status, text]).toEqual([400, expect.stringContaining('von der Administration einen neuen Link')])
    }
    await expect(
      cms.strapi.plugin('email').service('email').send({ to: email, subject: 'x', text: 'x' }),
    ).rejects.toThrow('SMTP_URL')
  })

  test('the administrator makes a new link, again and again, and with it a password is set', async () => {
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-author' } })
    const { text } = await send('POST', '/admin/users', {
      values: { email: 'neu@example.org', firstname: 'Neu', lastname: 'Hier', roles: [role.id] }, token: administrator,
    })
    const { id } = JSON.parse(text).data
    const links = [
      await send('POST', `/sign-in-links/${id}`, { token: administrator }),
      await send('POST', `/sign-in-links/${id}`, { token: administrator }),
    ].map(answer => new URL(JSON.parse(answer.text).data.link))
    expect(links.map(link => link.pathname)).toEqual(['/admin/auth/register', '/admin/auth/register'])
    expect(links[0]?.origin).toBe('https://redaktion.example.org')
    const register = (link: URL | undefined) =>
      send('POST', '/admin/register', {
        values: {
          registrationToken: link?.searchParams.get('registrationToken'),
          userInfo: { firstname: 'Neu', lastname: 'Hier', password: PASSWORD },
        },
      })
    expect((await register(links[0])).status).toBe(400)
    expect((await register(links[1])).status).toBe(200)
    const { data } = JSON.parse((await send('GET', '/sign-in-links', { token: administrator })).text)
    expect(data).toContainEqual({
      id, name: 'Neu Hier', email: 'neu@example.org', roles: ['Autorin oder Autor'], state: 'active',
    })
  })

  test('links are for administrators alone, and none is made for a blocked account', async () => {
    const who = await account()
    const token = tokenIn(await signIn(who.email, PASSWORD))
    expect([
      (await send('GET', '/sign-in-links', { token })).status,
      (await send('POST', `/sign-in-links/${who.id}`, { token })).status, (await send('GET', '/sign-in-links')).status,
    ]).toEqual([403, 403, 401])
    await change(who, { isActive: false })
    expect((await send('POST', `/sign-in-links/${who.id}`, { token: administrator })).status).toBe(400)
    for (const id of ['0', 'x', '1e99', '-1'])
      expect((await send('POST', `/sign-in-links/${id}`, { token: administrator })).status).toBe(404)
  })
})

describe('e-mail addresses of colleagues', () => {
  test.each(['strapi-author', 'strapi-editor'])('are in no answer for the role %s', async (code) => {
    const colleague = await account()
    const theirs = tokenIn(await signIn(colleague.email, PASSWORD))
    const { text } = await send('POST', PAGES, { values: { title: `Seite einer Kollegin ${code}` }, token: theirs })
    const { data: { documentId } } = JSON.parse(text)
    const token = tokenIn(await signIn((await account(code)).email, PASSWORD))
    const addresses = [
      PAGES, `${PAGES}?populate=*`, `${PAGES}/${documentId}`, `${PAGES}/${documentId}?locale=en`, '/upload/files',
      '/content-manager/init', '/admin/users/me', '/admin/users/me/permissions',
      `${PAGES}/${documentId}/actions/countDraftRelations`,
    ]
    for (const address of addresses) {
      const answer = await send('GET', address, { token })
      expect(answer.text, address).not.toContain(colleague.email)
      expect(answer.status, address).toBeLessThan(500)
    }
    expect((await send('GET', `${PAGES}/${documentId}`, { token })).text).toContain('Nachname')
  })

  test('cannot be guessed letter by letter with a filter or an order', async () => {
    const token = tokenIn(await signIn((await account('strapi-author')).email, PASSWORD))
    const all = await send('GET', PAGES, { token })
    for (const guess of ['konto', 'zzz']) {
      const { status, text } = await send('GET', `${PAGES}?filters[createdBy][email][$startsWith]=${guess}`, { token })
      expect(status === 400 || text === all.text, text).toBe(true)
    }
  })

  test('are not for who is not signed in', async () => {
    expect((await send('GET', '/admin/users')).status).toBe(401)
  })
})

test('the policy that is sent is the whole one of the configuration', async () => {
  const expected
    = 'default-src \'none\'; base-uri \'self\'; connect-src \'self\'; font-src \'self\' data:; form-action \'self\'; '
      + 'frame-ancestors \'none\'; frame-src \'self\' http://127.0.0.1:3000; img-src \'self\' data: blob:; '
      + 'manifest-src \'self\'; media-src \'self\' data: blob:; script-src \'self\'; style-src \'self\' '
      + '\'unsafe-inline\''
  for (const address of ['/admin/init', '/admin', '/readyz', '/unknown', '/graphql', '/api/x'])
    expect((await send('GET', address)).headers['content-security-policy'], address).toBe(expected)
})
