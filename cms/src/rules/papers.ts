import type { Core } from '@strapi/strapi'
import { councilPaperAddress, isPaperNumber } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import { waitForTurn } from '../lifecycle/in-turn'
import type { Problem } from './problems'
import type { Row, Values } from '../rows/rows'

/** The address of a council paper follows from its number, where nobody has entered another one. */
export function paperAddress(source: Row | null, values: Values): Values {
  const { paperNumber, url } = { ...source, ...values }
  return !url && typeof paperNumber === 'string' && isPaperNumber(paperNumber)
    ? { url: councilPaperAddress(paperNumber) }
    : {}
}

/** A council paper is one source, also where two enter it at the same moment. */
export async function paperProblems(
  strapi: Core.Strapi, schema: Schema, { paperNumber }: Values, documentId: string | undefined,
): Promise<Problem[]> {
  if (!schema.attributes.paperNumber || typeof paperNumber !== 'string' || paperNumber === '') return []
  await waitForTurn(strapi, `paper ${paperNumber}`)
  const other = await strapi.db
    .query(schema.uid)
    .findOne({ where: { paperNumber, ...(documentId && { documentId: { $ne: documentId } }) } })
  return other
    ? [
        {
          path: ['paperNumber'],
          message: `${labelOf(schema, 'paperNumber')}: „${paperNumber}“ ist schon eingetragen `
            + `(„${String(other.label)}“). Bitte verwenden Sie die vorhandene Quelle.`,
        },
      ]
    : []
}
