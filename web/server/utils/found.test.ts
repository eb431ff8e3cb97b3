import { describe, expect, it } from 'vitest'
import { findBySlug } from './found'

const gone = { title: { value: 'Weg', locale: 'de' }, goneOn: '2026-01-01T00:00:00Z', wasDeleted: true }
const find = async (slug: string) => slug === 'neu' ? { title: 'Plan' } : null
const findMoved = async (slug: string) => slug === 'alt' ? 'neu' : null
const findGone = async (slug: string) => slug === 'weg' ? gone : null

describe('an address of a document', () => {
  it('leads to the document that has it', async () => {
    expect(await findBySlug('neu', { find, findMoved })).toEqual({ document: { title: 'Plan' } })
  })

  it('that it had before leads on to the one it has now', async () => {
    expect(await findBySlug('alt', { find, findMoved })).toEqual({ movedTo: 'neu' })
  })

  it('of what is gone says so', async () => {
    expect(await findBySlug('weg', { find, findMoved, findGone })).toEqual({ gone })
  })

  it('that it never had is not found', async () => {
    await expect(findBySlug('nie', { find, findMoved })).rejects.toMatchObject({ statusCode: 404 })
  })

  it.each(['', 'Mit-Großbuchstaben', 'a b', '../etc', 'a--b', '<x>', '%00'])(
    'that can be none is not asked for: "%.20s"', async (slug) => {
      const asked = async () => {
        throw new Error('asked')
      }
      await expect(findBySlug(slug, { find: asked, findMoved: asked })).rejects.toMatchObject({ statusCode: 404 })
    },
  )

  it('is not "not found" when the cms is out of order', async () => {
    await expect(
      findBySlug('neu', {
        find: async () => {
          throw new Error('sick')
        },
        findMoved,
      }),
    ).rejects.toThrow('sick')
  })
})
