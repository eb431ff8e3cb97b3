import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '~/gallery/examples'
import { useDocumentLanguages } from '~/composables/useDocumentLanguages'
import { useDocumentTitle } from '~/composables/useDocumentTitle'

type Route = { name: string, params: Record<string, string> }

const server = vi.fn<(path: string, options: { query: Record<string, string> }) => Promise<unknown>>()
let arrive: (to: Route) => Promise<void>

beforeEach(async () => {
  vi.stubGlobal('defineNuxtRouteMiddleware', (middleware: typeof arrive) => { arrive = middleware })
  vi.stubGlobal('useRequestFetch', () => server)
  vi.stubGlobal('createError', (given: object) => Object.assign(new Error('refused'), given))
  vi.resetModules()
  server.mockReset().mockResolvedValue(LANGUAGES)
  await import('./translation.global')
})

describe('the languages of an address', () => {
  it.each([
    ['measures-slug___en', 'Measure'], ['fields-slug___en', 'FieldOfAction'], ['plans-slug___en', 'Plan'],
    ['plans-slug-lineage___en', 'Plan'], ['articles-slug___en', 'Article'], ['people-slug___en', 'Person'],
    ['organisations-slug___en', 'Organisation'], ['pages-slug___en', 'Page'],
  ])('%s are asked for before anything is drawn', async (name, type) => {
    await arrive({ name, params: { slug: 'x' } })
    expect(server).toHaveBeenCalledExactlyOnceWith('/api/translations', { query: { type, slug: 'x', locale: 'en' } })
    expect(useDocumentLanguages().value).toEqual(LANGUAGES)
  })

  it.each(['index___en', 'measures___en', 'timeline-slug___en', 'name___de'])(
    '%s, which is that of no document, are not',
    async (name) => {
      useDocumentLanguages().value = LANGUAGES
      await arrive({ name, params: { slug: 'x' } })
      expect(server).not.toHaveBeenCalled()
      expect(useDocumentLanguages().value).toBeNull()
    },
  )

  it.each([['measures-slug-v-number___en', 'Measure'], ['timeline-slug-v-number___en', 'TimelineEvent']])(
    '%s are those of its number alone: only the title is asked for',
    async (name, type) => {
      useDocumentLanguages().value = LANGUAGES
      await arrive({ name, params: { slug: 'x', number: '2' } })
      expect(server).toHaveBeenCalledExactlyOnceWith('/api/translations', { query: { type, slug: 'x', locale: 'en' } })
      expect(useDocumentLanguages().value).toBeNull()
      expect(useDocumentTitle().value?.value).toBe('An example in English')
    },
  )

  it('and the title in that of the page are known, else in that of the original', async () => {
    for (const [code, title] of [['ar', 'مثال بالعربية'], ['tr', LANGUAGES.titles[0]?.value]]) {
      await arrive({ name: `plans-slug___${code}`, params: { slug: 'x' } })
      expect(useDocumentTitle().value?.value).toBe(title)
    }
    await arrive({ name: 'index___tr', params: {} })
    expect(useDocumentTitle().value).toBeNull()
  })

  it('are none where there is no document: the page looks whether it moved or is gone', async () => {
    server.mockResolvedValue(undefined)
    await arrive({ name: 'measures-slug___en', params: { slug: 'alt' } })
    expect(useDocumentLanguages().value).toBeNull()
  })

  it('are not "none" where the cms is out of order', async () => {
    server.mockRejectedValue(Object.assign(new Error('sick'), { statusCode: 503 }))
    await expect(arrive({ name: 'measures-slug___en', params: { slug: 'x' } })).rejects.toMatchObject({
      statusCode: 503,
    })
  })
})
