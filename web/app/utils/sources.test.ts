import type { SourceCitation } from '~~/server/cms/source'
import { describe, expect, it } from 'vitest'
import { CITATIONS } from '~/gallery/examples'
import { numbersOf, sourcesOf } from './sources'

const [paper, talk] = CITATIONS
if (!paper || !talk) throw new Error('The gallery has no two sources.')
const at = (page: string | null): SourceCitation => ({ ...paper, page })

describe('the sources of a page', () => {
  it('stand once each, in the order in which they are first named', () => {
    expect(sourcesOf([talk, at('S. 1'), talk, at('S. 2')]).map(({ source }) => source.id)).toEqual(['talk', 'paper'])
  })

  it('name every place that was named, each once', () => {
    expect(sourcesOf([at('S. 1'), at('S. 2'), at('S. 1'), at(null)])[0]?.page).toBe('S. 1; S. 2')
    expect(sourcesOf([talk])[0]?.page).toBeNull()
  })

  it('are quoted with all that is quoted of them, each once', () => {
    expect(sourcesOf([paper])[0]?.quote).toBe(paper.quote)
    expect(sourcesOf([paper, at('S. 9'), { ...paper, quote: 'Noch etwas.' }])[0]?.quote).toBe(`${paper.quote}\nNoch etwas.`)
  })

  it('are numbered from one, without those that are not there', () => {
    expect(numbersOf([talk, paper, talk], [paper, talk])).toEqual([1, 2])
    expect(numbersOf([talk], [paper])).toEqual([])
  })
})
