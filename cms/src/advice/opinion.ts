import type { Core } from '@strapi/strapi'
import { ARTICLE_KIND, ARTICLE_KINDS, isArticleKind } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import { CONTRIBUTION } from '../content-model/uids'
import type { Draft } from '../checks/check'
import { textsIn } from '../graphql/texts'
import { documentIdsOf } from '../rows/relations'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'

/** An opinion is told from a report by its kind, and is somebody's. */
export async function opinionProblems(
  strapi: Core.Strapi, schema: Schema, { row, locale, documentId }: Draft,
): Promise<Problem[]> {
  const { kind } = row
  if (!isArticleKind(kind)) return []
  if (!ARTICLE_KIND[kind].isOpinion) return labelProblems(schema, row, locale)
  if (row.byline || documentIdsOf(row.people).length > 0 || await hasContributors(strapi, documentId)) return []
  return [
    {
      path: ['people'],
      message: `${labelOf(schema, 'people')}: Wessen Meinung ist das? Bitte wählen Sie, wer spricht, oder nennen Sie es `
        + `bei ${labelOf(schema, 'byline')}.`,
    },
  ]
}

/** What calls itself an opinion is one. */
function labelProblems(schema: Schema, { title, kicker, kind }: Values, locale: string): Problem[] {
  const said = `${String(kicker ?? '')} ${String(title ?? '')}`
  const opinions = ARTICLE_KINDS.filter(other => ARTICLE_KIND[other].isOpinion)
  const word = opinions.map(wordIn(locale)).find(candidate => hasWord(said, candidate))
  if (!word) return []
  const names = opinions.map(wordIn('de')).map(name => `„${name}“`).join(' oder ')
  return [
    {
      path: ['kind'],
      message: `${labelOf(schema, 'kind')}: Oben steht „${word}“, die Art ist aber „${wordIn('de')(String(kind))}“. Ist `
        + `das eine Meinung, wählen Sie bitte ${names}: Dann wird sie als solche gekennzeichnet.`,
    },
  ]
}

function wordIn(locale: string): (kind: string) => string {
  const find = textsIn(locale)
  return kind => find(`words.articleKind.${kind}`)
}

function hasWord(text: string, word: string): boolean {
  return text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).includes(word.toLowerCase())
}

async function hasContributors(strapi: Core.Strapi, documentId: string | undefined): Promise<boolean> {
  return (await strapi.db.query(CONTRIBUTION).count({ where: { article: { documentId } } })) > 0
}
