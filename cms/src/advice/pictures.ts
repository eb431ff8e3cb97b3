import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'
import { nodesIn, richTextsIn } from './texts'

/** A picture within a text has no rights and no description: the website leaves it out. */
export function pictureInTextProblems(strapi: Core.Strapi, schema: Schema, row: Values): Problem[] {
  return richTextsIn(strapi, schema, row).filter(({ blocks }) => nodesIn(blocks, 'image').length > 0).map(({ path, label }) => ({
    path,
    message: `${label}: Ein Bild mitten im Text zeigt die Website nicht. Bitte legen Sie es unter „Bild“ an, mit Rechten `
      + `und Alternativtext.`,
  }))
}
