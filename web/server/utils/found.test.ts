import { describe, expect, it } from 'vitest'
import { findBySlug } from './found'

const find = async (slug: string) => slug === 'neu' ? { title: 'Plan' } : null
const findMoved = async (slug: string) => slug === 'alt' ? 'neu' : null

describe('an address of a document', () => {
  it('leads to the document that has it', async () => {
    expect(await findBySlug('neu', find, findMoved)).toEqual({ document: { title: 'Plan' } })
  })

  it('that it had before leads on to the one it has now', async () => {
    expect(await findBySlug('alt', find, findMoved)).toEqual({ movedTo: 'neu' })
  })

  it('that it never had is not found', async () => {
    await expect(findBySlug('nie', find, findMoved)).rejects.toMatchObject({ statusCode: 404 })
  })

  it('is not "not found" when the cms is out of order', async () => {
    await expect(findBySlug('neu', async () => { throw new Error('sick') }, findMoved)).rejects.toThrow('sick')
  })
})
