/** What an editor reads when a save, publish or upload is not answered as it should be. */
import { describe, expect, test } from 'vitest'
import type { Send, Step } from '../src/admin/requests/door'
import { inGerman } from '../src/admin/requests/in-german'
import { once } from '../src/admin/requests/once'
import { headersOf, noteRead } from '../src/admin/together/built-on'
import { LOCALES } from 'shared-types'
import { withPatience } from '../src/admin/requests/patience'

const ARTICLES = 'http://cms.example/content-manager/collection-types/api::article.article'
const CHANGES = [
  ['POST', ARTICLES, 'gespeichert'], ['PUT', `${ARTICLES}/abc?locale=en`, 'gespeichert'],
  ['POST', `${ARTICLES}/actions/publish`, 'veröffentlicht'],
  ['POST', `${ARTICLES}/abc/actions/publish`, 'veröffentlicht'],
  ['POST', `${ARTICLES}/actions/bulkPublish`, 'veröffentlicht'],
  ['POST', `${ARTICLES}/abc/actions/unpublish`, 'von der Website genommen'],
  ['POST', `${ARTICLES}/abc/actions/discard`, 'verworfen'], ['POST', `${ARTICLES}/clone/abc`, 'kopiert'],
  ['DELETE', `${ARTICLES}/abc`, 'gelöscht'], ['POST', `${ARTICLES}/actions/bulkDelete`, 'gelöscht'],
  ['PUT', 'http://cms.example/content-manager/single-types/api::page.site', 'gespeichert'],
  ['POST', 'http://cms.example/upload', 'hochgeladen'], ['POST', 'http://cms.example/upload?id=1', 'gespeichert'],
  ['POST', 'http://cms.example/upload/actions/bulk-move', 'verschoben'],
] as const

const english
  = (status: number, message: string, errors: object[] = []) =>
    () =>
      Promise.resolve(
        Response.json(
          { data: null, error: { status, name: 'ApplicationError', message, details: { errors } } }, { status },
        ),
      )
const html = (status: number) => () =>
  Promise.resolve(new Response('<html>Bad gateway</html>', { status, headers: { 'Content-Type': 'text/html' } }))

const ANSWERS: [string, Send, RegExp][] = [
  ['no network', () => Promise.reject(new TypeError('Failed to fetch')), /nicht zu erreichen/],
  ['no answer in time', () => Promise.reject(new DOMException('signal timed out', 'TimeoutError')), /Vielleicht nicht/],
  ['400 without fields', english(400, 'Invalid data'), /ohne einen Grund/],
  [
    '400 of a part that is gone', english(400, 'Some of the provided components in body are not related to the entity'),
    /Teil dieses Eintrags entfernt/,
  ],
  [
    '400 of an English field',
    english(400, '2 errors occurred', [{ path: ['title'], message: 'title must be a `string` type' }]),
    /markierten Feldern/,
  ],
  ['401', english(401, 'Missing or invalid credentials'), /Anmeldung nicht anerkannt/],
  ['403', english(403, 'Forbidden'), /darf das nicht/],
  ['404', english(404, 'Not Found'), /gibt es nicht mehr/],
  ['413', english(413, 'Payload Too Large'), /mehr, als der Server/],
  ['413 of a proxy', html(413), /mehr, als der Server/],
  ['429', english(429, 'Too many requests, please try again later.'), /zu viele Anfragen/],
  ['500', english(500, 'Internal Server Error'), /Fehler aufgetreten/],
  ['502 of a proxy', html(502), /nicht bereit/],
  ['a page of a proxy with 200', html(200), /nicht bereit/],
  ['507', english(507, 'Insufficient Storage'), /kein Platz/],
]

describe('whatever is answered', () => {
  test.each(ANSWERS)('%s: the editor reads what happened and what to do', async (_, send, sentence) => {
    for (const [method, address, deed] of CHANGES) {
      const response = await inGerman(new Request(address, { method }), send)
      const { error } = JSON.parse(await response.text())
      expect(error.message).toMatch(new RegExp(`^(Nicht|Vielleicht nicht) ${deed}: `))
      expect(error.message).toMatch(sentence)
      // Anything else lets Strapi's form take what is typed for saved, or sign the editor out.
      expect([error.name, error.status === 401, response.status === error.status]).toEqual([
        'ValidationError', false, true,
      ])
      expect(/Was Sie geschrieben haben, steht weiter im Formular/.test(error.message)).toBe(
        deed === 'gespeichert' || deed === 'veröffentlicht',
      )
    }
  })

  test('a sentence of the cms stays as it is, with its field', async () => {
    const errors = [{ path: ['date'], message: '„gestern“ ist kein Datum.' }]
    const response = await inGerman(
      new Request(ARTICLES, { method: 'POST' }), english(400, '„gestern“ ist kein Datum.', errors),
    )
    expect(JSON.parse(await response.text()).error).toMatchObject({
      message: '„gestern“ ist kein Datum.', details: { errors },
    })
  })

  test('what only reads is answered as before', async () => {
    const answer = html(502)
    for (const [method, address] of [
      ['GET', `${ARTICLES}/abc`], ['POST', `${ARTICLES}/actions/bulkFindForValidation`],
      ['POST', 'http://cms.example/admin/login'],
    ])
      expect(await (await inGerman(new Request(address ?? '', { method }), answer)).text()).toContain('Bad gateway')
  })
})

describe('a double click', () => {
  const save = (title: string) =>
    new Request(ARTICLES, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ title }),
    })

  test('sends one request, and both clicks have its answer', async () => {
    const sent: string[] = []
    const send: Send = async (request) => {
      sent.push(await request.text())
      return Response.json({ data: { documentId: 'abc' } })
    }
    const twice = async (step: Step) =>
      Promise.all([save('A'), save('A'), save('B')].map(async request => (await step(request, send)).json()))
    expect(await twice(once)).toHaveLength(3)
    expect(sent.sort()).toEqual(['{"title":"A"}', '{"title":"B"}'])
    await once(save('A'), send)
    expect(sent).toHaveLength(3)
  })
})

test('a request that its page gives up is given up', async () => {
  const page = new AbortController()
  const answer = withPatience(
    new Request(ARTICLES, { method: 'POST', signal: page.signal }),
    request =>
      new Promise((_, refuse) => {
        request.signal.addEventListener('abort', () => refuse(request.signal.reason))
      }),
  )
  page.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})

describe('what a request about many entries says it is built on', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `entry${String(index).padStart(19, '0')}`)
  const about = (step: string, locale?: string | string[]) =>
    new Request(`${ARTICLES}/actions/${step}`, { method: 'POST', body: JSON.stringify({ documentIds: ids, locale }) })
  const builtOn = async (request: Request) => (await headersOf(request))['X-Built-On'] ?? ''

  test.each<[string, Request, number]>([
    ['published', about('bulkPublish', 'de'), 100], ['deleted', about('bulkDelete?locale=de'), 100],
    ['published in two languages', about('bulkPublish', ['de', 'fa']), 200],
  ])('fits into a header when they are %s: the languages it is about', async (_, request, versions) => {
    const named = ids.map(id => [id, LOCALES.map(({ code }) => `${id}/${code}=123456`).join(', ')])
    noteRead(new Request(`${ARTICLES}?locale=de`), { meta: { builtOn: Object.fromEntries(named) } })
    const header = await builtOn(request)
    expect(header.split(',')).toHaveLength(versions)
    expect(header.length).toBeLessThan(8000)
  })
})
