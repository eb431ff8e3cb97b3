import { CurrentSlugDocument } from 'shared-types'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openCms } from '~~/test/cms'
import { ask } from './client'

const says = (currentSlug: string) => () => ({ currentSlug })
const isSick = () => { throw new Error('The database is gone.') }
const timesAsked = (slug: string) => cms.asked.filter(({ variables }) => variables.formerSlug === slug).length
const askFor = (formerSlug: string) => ask(CurrentSlugDocument, { type: 'Plan', formerSlug })

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => { cms = await openCms(says('neu')) })
afterAll(() => cms.close())
afterEach(() => vi.restoreAllMocks())

/** Sets the clock on. The cache looks at it once in a millisecond. */
async function later(seconds: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 10))
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + seconds * 1000)
}

describe('asking the cms', () => {
  it('asks once for what was asked a moment ago', async () => {
    cms.answer(says('eins'))
    expect(await Promise.all([askFor('a'), askFor('a')])).toEqual([{ currentSlug: 'eins' }, { currentSlug: 'eins' }])
    await askFor('a')
    expect(timesAsked('a')).toBe(1)
  })

  it('does not take the answer of one question for another', async () => {
    cms.answer(({ variables }) => ({ currentSlug: `${variables.formerSlug}-neu` }))
    expect([await askFor('x'), await askFor('y')]).toEqual([{ currentSlug: 'x-neu' }, { currentSlug: 'y-neu' }])
  })

  it('asks again after a second while nobody would tell what changes', async () => {
    cms.answer(says('alt'))
    await askFor('b')
    cms.answer(says('neu'))
    expect(await askFor('b')).toEqual({ currentSlug: 'alt' })
    await later(0.9)
    expect(await askFor('b')).toEqual({ currentSlug: 'alt' })
    vi.restoreAllMocks()
    await later(1.1)
    expect(await askFor('b')).toEqual({ currentSlug: 'neu' })
  })

  it('goes on showing the last good answer while the cms is sick', async () => {
    cms.answer(says('gut'))
    await askFor('c')
    cms.answer(isSick)
    await later(3600)
    expect(await askFor('c')).toEqual({ currentSlug: 'gut' })
    expect(timesAsked('c')).toBe(2)
  })

  it('says 503 where there never was an answer, and is well again with the cms', async () => {
    cms.answer(isSick)
    await expect(askFor('d')).rejects.toMatchObject({ statusCode: 503 })
    cms.answer(says('wieder da'))
    expect(await askFor('d')).toEqual({ currentSlug: 'wieder da' })
  })
})
