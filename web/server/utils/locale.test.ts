import { createApp, defineEventHandler, type H3Error, type H3Event, send, setResponseStatus, toWebHandler } from 'h3'
import { LOCALE_CODES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import methods from '../middleware/methods'
import { localeOfRequest } from './locale'

/** Says the sentence of an error, as Nitro does. */
function onError({ statusCode, message }: H3Error, event: H3Event): Promise<void> {
  setResponseStatus(event, statusCode)
  return send(event, message)
}

const app = toWebHandler(createApp({ onError }).use(methods).use(defineEventHandler(event => localeOfRequest(event))))
const ask = (address: string, method = 'GET') => app(new Request(`http://localhost${address}`, { method }))

describe('the language of a request', () => {
  it('is German where none is asked for, else the one asked for', async () => {
    expect(await (await ask('/api/home')).text()).toBe('de')
    expect(await (await ask('/api/home?locale=ar')).text()).toBe('ar')
  })

  it.each(['xx', '', 'DE', 'de&locale=en'])('"%s" is refused with the languages there are', async (locale) => {
    const answer = await ask(`/api/home?locale=${locale}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(`The languages are: ${LOCALE_CODES.join(', ')}.`)
  })
})

describe('what may be sent to the pages', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused, with what is allowed', async (method) => {
    const answer = await ask('/api/home', method)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('questions go to the interface for partners', async () => {
    expect((await ask('/graphql', 'POST')).status).toBe(200)
  })
})
