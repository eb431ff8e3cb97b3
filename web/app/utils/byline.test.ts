import type { Contributor } from '~~/server/cms/contribution'
import { describe, expect, it } from 'vitest'
import { bylineParts } from './byline'

const person = (name: string, latinName: string | null = null): Contributor => ({
  kind: 'person', person: { slug: name, name: { value: name, locale: 'de' }, latinName },
})
const network: Contributor = {
  kind: 'organisation',
  organisation: { slug: 'netz', name: { value: 'Beispielnetz e. V.', locale: 'de' }, kind: 'network' },
}
const parts = (byline: string, ...contributors: Contributor[]) =>
  bylineParts(byline, contributors).map(part => ('contributor' in part ? [part.text] : part.text))

describe('a byline', () => {
  it('stays as it was printed where nobody in it has a page', () => {
    expect(parts('Von Anna Beispiel')).toEqual(['Von Anna Beispiel'])
    expect(parts('Von Anna Beispiel', person('Ben Beispiel'))).toEqual(['Von Anna Beispiel'])
  })

  it('leads to everyone in it who has one', () => {
    expect(
      parts(
        'Von Anna Beispiel und Ben Beispiel (Beispielnetz e. V.)', person('Ben Beispiel'), person('Anna Beispiel'),
        network,
      ),
    ).toEqual(['Von ', ['Anna Beispiel'], ' und ', ['Ben Beispiel'], ' (', ['Beispielnetz e. V.'], ')'])
  })

  it('knows names in both scripts', () => {
    expect(parts('Anna Beispiel', person('آنا', 'Anna Beispiel'))).toEqual([['Anna Beispiel']])
    expect(parts('بقلم آنا', person('آنا', 'Anna Beispiel'))).toEqual(['بقلم ', ['آنا']])
  })

  it('takes the longer of two names, and no part of a word', () => {
    expect(
      parts('Anna Beispiel-Muster, Annamaria', person('Anna Beispiel'), person('Anna Beispiel-Muster'), person('Anna')),
    ).toEqual([['Anna Beispiel-Muster'], ', Annamaria'])
  })

  it('reads names letter by letter', () => {
    expect(parts('Von A.B (C)', person('A.B (C)'))).toEqual(['Von ', ['A.B (C)']])
    expect(parts('Von AXB', person('A.B'))).toEqual(['Von AXB'])
  })
})
