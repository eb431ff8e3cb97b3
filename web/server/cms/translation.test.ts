import { createApp, toWebHandler } from 'h3'
import type { DocumentLanguagesQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import handler from '../api/translations/index.get'
import { findDocumentLanguages } from './translation'

const paragraph = (place: string, text: string) => ({ place, text })
const recorded: DocumentLanguagesQuery = {
  documentLanguages: {
    titles: [
      { locale: 'de', title: 'Lotsen', publishedAt: '2026-05-03T10:00:00.000Z' },
      { locale: 'en', title: 'Guides', publishedAt: '2026-05-03T10:00:00.000Z' },
    ],
    translation: {
      untranslated: ['text'], state: 'outdated', origin: 'machine', translatedFrom: 'de', confirmedOn: '2026-05-03T10:00:00.000Z',
      changes: [
        { locale: 'de', before: paragraph('text/3', 'Es sind 12.'), now: paragraph('text/4', 'Es sind 13.') },
        { locale: 'de', before: null, now: paragraph('text/1', 'Neu.') },
        { locale: 'de', before: paragraph('text/7', 'Weg.'), now: null },
        { locale: 'de', before: null, now: null },
      ],
    },
  },
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ variables }) => variables.slug === 'lotsen' ? recorded : { documentLanguages: null })
})
afterAll(() => cms.close())

describe('the languages of a document', () => {
  it('have its title in each, and say how the asked one stands', async () => {
    expect(await findDocumentLanguages({ type: 'Measure', slug: 'lotsen', locale: 'en' })).toMatchObject({
      titles: [
        { value: 'Lotsen', locale: 'de', publishedAt: '2026-05-03T10:00:00.000Z' },
        { value: 'Guides', locale: 'en', publishedAt: '2026-05-03T10:00:00.000Z' },
      ],
      state: 'outdated', origin: 'machine', translatedFrom: 'de', confirmedOn: '2026-05-03T10:00:00.000Z',
    })
    expect(cms.asked.at(-1)?.variables).toEqual({ type: 'Measure', slug: 'lotsen', locale: 'en' })
  })

  it('say of what has changed where it stands in the translation, in the language of the original', async () => {
    const found = await findDocumentLanguages({ type: 'Measure', slug: 'lotsen', locale: 'en' })
    expect(found?.changes).toEqual([
      { place: 'text/3', before: { value: 'Es sind 12.', locale: 'de' }, now: { value: 'Es sind 13.', locale: 'de' } },
      { place: 'text/1', before: null, now: { value: 'Neu.', locale: 'de' } },
      { place: 'text/7', before: { value: 'Weg.', locale: 'de' }, now: null },
    ])
  })

  it('are none of what is not there', async () => {
    expect(await findDocumentLanguages({ type: 'Measure', slug: 'nie', locale: 'en' })).toBeNull()
  })
})

describe('the address of the languages', () => {
  const app = toWebHandler(createApp().use(handler))
  const ask = (query: string) => app(new Request(`http://localhost/?${query}`))

  it('answers for a type and a slug in a language', async () => {
    expect(await (await ask('type=Measure&slug=lotsen&locale=en')).json()).toMatchObject({ state: 'outdated' })
  })

  it.each([
    'type=Measure&slug=nie&locale=en', 'type=Measure&slug=%00%3Cb%3E&locale=en', 'slug=lotsen', 'type=Measure', '',
  ])('has nothing to say to "%s"', async (query) => {
    expect((await ask(query)).status).toBe(204)
  })

  it('refuses a language that there is not', async () => {
    expect((await ask('type=Measure&slug=lotsen&locale=xx')).status).toBe(400)
  })
})
