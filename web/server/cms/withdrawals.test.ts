import { createServer, type Server, type ServerResponse } from 'node:http'
import { CurrentSlugDocument } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ask, forgetKeptAnswers } from './client'
import { hear } from './withdrawals'

const askFor = () => ask(CurrentSlugDocument, { type: 'Plan', formerSlug: 'a' })

let server: Server
let newest = 7
let says = 'before'
let held: ServerResponse | undefined

/** Holds a request that knows the newest number, as the cms does. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cms')
    if (pathname !== '/withdrawals')
      return request
        .resume()
        .on('end', () =>
          response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ data: { currentSlug: says } })),
        )
    if (newest < 0) response.writeHead(503).end('{}')
    else if (searchParams.get('after') === String(newest)) held = response
    else response.end(JSON.stringify({ newest }))
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  process.env.CMS_URL = `http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}`
})
afterAll(() => { server.closeAllConnections(); server.close() })

describe('a withdrawal', () => {
  it('reaches at once what is kept', async () => {
    expect(await hear()).toBe(true)
    expect(await askFor()).toEqual({ currentSlug: 'before' })
    says = 'after'
    expect(await askFor()).toEqual({ currentSlug: 'before' })
    const hearing = hear()
    await vi.waitFor(() => expect(held).toBeDefined())
    newest = 8
    held?.end(JSON.stringify({ newest }))
    await hearing
    expect(await askFor()).toEqual({ currentSlug: 'after' })
  })

  it('that was made while nobody could hear of it reaches what is kept with the first word', async () => {
    await askFor()
    says = 'much later'
    newest = 20
    await hear()
    expect(await askFor()).toEqual({ currentSlug: 'much later' })
  })

  it('is also another number of a database that was restored', async () => {
    says = 'restored'
    newest = 3
    await hear()
    expect(await askFor()).toEqual({ currentSlug: 'restored' })
  })

  it('that nothing says leaves what is kept, and a cms that is away is none', async () => {
    forgetKeptAnswers()
    await askFor()
    says = 'new'
    newest = -1
    expect(await hear()).toBe(false)
    expect(await askFor()).toEqual({ currentSlug: 'restored' })
  })
})
