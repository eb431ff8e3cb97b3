import { createApp, createRouter, defineEventHandler, toWebHandler } from 'h3'
import { LOCALE_CODES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { localeOfPath, orNotFound, sendFile } from './data-files'

const routes = createRouter()
  .get(
    '/data/:locale',
    defineEventHandler(event => sendFile(event, 'text/csv', `Sprache: ${localeOfPath(event)}, Maßnahme`)),
  )
  .get('/feed', defineEventHandler(event => sendFile(event, 'application/feed+json', '{"a":1}')))
  .get(
    '/found/:what',
    defineEventHandler(event => ({ found: orNotFound(event.path === '/found/nothing' ? null : '') })),
  )
const open = toWebHandler(createApp().use(routes))
const visit = (address: string) => open(new Request(`http://localhost${address}`))

describe('the language in the path of a file', () => {
  it.each(LOCALE_CODES)('%s is one of the table', async (code) => {
    expect(await (await visit(`/data/${code}`)).text()).toBe(`Sprache: ${code}, Maßnahme`)
  })

  it.each(['fr', 'DE', 'de-DE', 'de '])('"%s" is not found', async (code) => {
    expect((await visit(`/data/${encodeURIComponent(code)}`)).status).toBe(404)
  })
})

describe('a file for partners', () => {
  it('says what it is, and that any website may read it', async () => {
    const { headers } = await visit('/data/de')
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  })
})

describe('a table', () => {
  it('begins with the mark by which spreadsheets know its letters, any other file without', async () => {
    const bytes = async (address: string) => [...new Uint8Array(await (await visit(address)).arrayBuffer())].slice(0, 4)
    expect(await bytes('/data/de')).toEqual([0xEF, 0xBB, 0xBF, 'S'.charCodeAt(0)])
    expect(await bytes('/feed')).toEqual([...Buffer.from('{"a"')])
  })
})

describe('what must be there', () => {
  it('is not found where it is not', async () => {
    expect((await visit('/found/nothing')).status).toBe(404)
  })

  it('is there though it be empty', async () => {
    expect(await (await visit('/found/empty')).json()).toEqual({ found: '' })
  })
})
