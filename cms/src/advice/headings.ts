import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import type { Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'
import { nodesIn, richTextsIn, wordsOf } from './texts'

/** Headings that say nothing, or leave out a level: who listens to a page goes by them. */
export function headingProblems(strapi: Core.Strapi, schema: Schema, row: Values): Problem[] {
  return richTextsIn(strapi, schema, row).flatMap(({ path, label, blocks }) => {
    const headings = nodesIn(blocks, 'heading').map(node => ({ level: Number(valueAt(node, 'level')), words: wordsOf(node) }))
    return headings.flatMap(({ level, words }, index) => {
      const before = headings[index - 1]?.level ?? level
      if (words === '') return [{ path, message: `${label}: Eine Überschrift ist leer. Bitte löschen Sie sie.` }]
      return level <= before + 1
        ? []
        : [
            {
              path,
              message: `${label}: Die Überschrift „${words}“ (Stufe ${level}) folgt auf eine der Stufe ${before}. Richtig `
                + `wäre Stufe ${before + 1}, damit keine Ebene fehlt.`,
            },
          ]
    })
  })
}
