/** The stack as it is in the world: with a name for the website, one for the admin, and https. */
import { expect, test } from 'vitest'
import { sendRaw } from './raw.mjs'

const SITE = 'website.localhost'
const ADMIN = 'redaktion.localhost'
/** Of one network, in a quarter of an hour. */
const MOST_WRONG = 5

const JSON_SENT = { 'Content-Type': 'application/json' }
const PASSWORD = 'Ein-neues-Passwort-1'

/** `site` and `secure` are what is published; `start` writes `.env` anew and starts the stack. */
export function testHostNames({ site, secure, start, findAuthority, findAccount }) {
  let ca
  const ask = (name, path, { headers, ...sent } = {}) =>
    sendRaw(secure, path, { ca, servername: name, ...sent, headers: { Host: name, ...headers } })
  const post = (path, values, headers) =>
    ask(ADMIN, path, { method: 'POST', headers: { ...JSON_SENT, ...headers }, body: JSON.stringify(values) })

  test('answers over TLS as soon as it has names', async () => {
    const said = await start({ SITE_URL: `https://${SITE}`, SITE_ADDRESS: SITE, ADMIN_ADDRESS: ADMIN })
    expect(said).toContain(`ready https://${SITE}`)
    expect(said).toContain(`https://${ADMIN}/admin`)
    await expect.poll(() => {
      ca = findAuthority()
      return ask(SITE, '/').then(({ status }) => status)
    }, { timeout: 60_000, interval: 1000 }).toBe(200)
  })

  test('shows the website under its name, and the admin under its own', async () => {
    expect(String((await ask(SITE, '/zeitleiste')).body)).toContain(`href="https://${SITE}/zeitleiste"`)
    expect(await ask(ADMIN, '/')).toMatchObject({ status: 302, headers: { location: '/admin' } })
    expect((await ask(ADMIN, '/admin')).status).toBe(200)
    expect((await ask(SITE, '/admin')).status).toBe(404)
    expect((await ask(ADMIN, '/graphql')).status).toBe(404)
  })

  test('leads from http to https, each to its own name', async () => {
    for (const name of [SITE, ADMIN])
      expect(await sendRaw(site, '/seite?a=b', { headers: { Host: name } }))
        .toMatchObject({ status: 308, headers: { location: `https://${name}/seite?a=b` } })
  })

  test('shows nothing under any other name', async () => {
    expect((await ask('anders.localhost', '/')).status).toBe(0)
    for (const sent of [() => ask(SITE, '/', { headers: { Host: 'anders.example' } }),
      () => sendRaw(site, '/', { headers: { Host: 'anders.example' } })]) {
      const { status, body, headers } = await sent()
      if (status !== 0) expect(body.length).toBe(0)
      expect(headers.location ?? '').not.toContain('anders')
    }
  })

  test('gives an editor an account by a link under the name of the admin, and a secure cookie', async () => {
    const { data: { token } } = read(await post('/admin/login', findAccount()))
    const Authorization = `Bearer ${token}`
    const { data: roles } = read(await ask(ADMIN, '/admin/roles', { headers: { Authorization } }))
    const name = { firstname: 'Eda', lastname: 'Beispiel' }
    const email = 'eda@example.org'
    const invited = { ...name, email, roles: [roles.find(role => role.name === 'Redaktion').id] }
    const { data: { id } } = read(await post('/admin/users', invited, { Authorization }))
    const link = new URL(read(await post(`/sign-in-links/${id}`, {}, { Authorization })).data.link)
    expect(`${link.origin}${link.pathname}`).toBe(`https://${ADMIN}/admin/auth/register`)
    expect((await ask(ADMIN, link.pathname + link.search)).status).toBe(200)
    const registrationToken = link.searchParams.get('registrationToken')
    read(await post('/admin/register', { registrationToken, userInfo: { ...name, password: PASSWORD } }))
    const signedIn = await post('/admin/login', { email, password: PASSWORD })
    expect(signedIn.status).toBe(200)
    for (const cookie of signedIn.headers['set-cookie']) expect(cookie).toMatch(/; secure/i)
  })

  test('slows who guesses, whatever address he claims', async () => {
    const wrong = { email: 'somebody@example.org', password: 'wrong' }
    const guess = number => post('/admin/login', wrong, { 'X-Forwarded-For': `198.51.100.${number}` })
    for (let number = 1; number <= MOST_WRONG; number += 1) expect((await guess(number)).status).toBe(400)
    expect((await guess(MOST_WRONG + 1)).status).toBe(429)
  })
}

function read({ status, body }) {
  expect([200, 201], String(body)).toContain(status)
  return JSON.parse(body)
}
