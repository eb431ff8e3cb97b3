import { isSafeLink, valueAt } from 'shared-types'
import type { Problem } from './problems'

/** Links in rich text lead to the web, to an e-mail address, to a telephone number, or into this website. */
export function linkProblems(blocks: unknown, label: string, path: Problem['path']): Problem[] {
  return linksIn(blocks)
    // Strapi keeps no link to a place in the same text.
    .filter(url => url.startsWith('#') || !isSafeLink(url))
    .map(url => ({
      path,
      message: `${label}: Der Link „${url.slice(0, 80)}“ ist nicht erlaubt. Links beginnen mit https://, http://, `
        + `mailto:, tel: oder mit / für Seiten dieser Website.`,
    }))
}

function linksIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(linksIn)
  if (typeof node !== 'object' || node === null) return []
  const url: unknown = valueAt(node, 'url')
  const own = valueAt(node, 'type') === 'link' ? [typeof url === 'string' ? url : ''] : []
  return [...own, ...linksIn(valueAt(node, 'children'))]
}
