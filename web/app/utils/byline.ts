/** A byline as it was printed, with those in it who have a page of their own. */
import type { Contributor } from '~~/server/cms/contribution'

export type BylinePart = { text: string } | { text: string, contributor: Contributor }

/** The byline in parts, one after the other: words, and names that lead somewhere. */
export function bylineParts(byline: string, contributors: readonly Contributor[]): BylinePart[] {
  const named = new Map(contributors.flatMap(contributor => namesOf(contributor).map(name => [name, contributor])))
  const names = [...named.keys()]
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (names.length === 0) return [{ text: byline }]
  return byline
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'u'))
    .filter(text => text !== '')
    .map((text) => {
      const contributor = named.get(text)
      return contributor ? { text, contributor } : { text }
    })
}

function namesOf(contributor: Contributor): string[] {
  if (contributor.kind === 'organisation') return [contributor.organisation.name.value]
  const { name, latinName } = contributor.person
  return latinName ? [name.value, latinName] : [name.value]
}
