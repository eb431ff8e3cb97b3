import type { Core } from '@strapi/strapi'
import { forgetInBin } from '../bin/entry'
import { labelOf, type Schema, schemaOf } from '../content-model/schema'
import { noteEntry } from '../ledger/turn'
import type { Action, Next, Result } from '../lifecycle/index'
import { dataOf, documentIdOf, setParam } from '../rows/params'
import { refuse } from '../rules/problems'
import { forgetComments } from '../comments/comment'
import { forgetStates } from '../together/former-states'
import { withdrawTexts } from '../translation/told-texts'

/** A revision is what the public was told: nobody makes one, changes it or takes it away. */
export async function refuseChange(
  _strapi: Core.Strapi, _schema: Schema, _action: Action, next: Next,
): Promise<Result> {
  refuse([
    {
      path: [],
      message:
        'Fassungen entstehen beim Veröffentlichen und bleiben, wie sie sind. Soll eine nicht mehr zu lesen sein, '
        + 'öffnen Sie sie und nennen Sie unter „Zurückgezogen, weil“ den Grund.',
    },
  ])
  return next()
}

/** What is in the bin stays as it was deleted: it is brought back, or deleted for good. */
export async function refuseBinChange(
  _strapi: Core.Strapi, _schema: Schema, _action: Action, next: Next,
): Promise<Result> {
  refuse([
    {
      path: [],
      message:
        'Was im Papierkorb liegt, lässt sich nicht ändern. Holen Sie den Eintrag zurück, dann können Sie ihn '
        + 'bearbeiten.',
    },
  ])
  return next()
}

interface StoredRevision {
  type: string
  document: string
  slug: string | null
  language: string
  number: number
}

/** It can only be withdrawn, with a reason: then its title and text are gone for good. */
export async function withdrawRevision(
  strapi: Core.Strapi, schema: Schema, action: Action, next: Next,
): Promise<Result> {
  const { withdrawnFor } = dataOf(action)
  const reason = typeof withdrawnFor === 'string' ? withdrawnFor.trim() : ''
  refuse(
    reason
      ? []
      : [
          {
            path: ['withdrawnFor'],
            message: `${labelOf(schema, 'withdrawnFor')}: Bitte nennen Sie den Grund. Er steht danach für alle lesbar `
              + `an der Adresse der Fassung.`,
          },
        ],
  )
  setParam(action, 'data', { withdrawnFor: reason, snapshot: null, title: null, label: 'Zurückgezogene Fassung' })
  const withdrawn = await next()
  const revision: StoredRevision | null = await strapi.db
    .query(schema.uid)
    .findOne({ where: { documentId: documentIdOf(action) } })
  if (revision) {
    const { type, document, language, number } = revision
    await noteEntry(strapi, {
      kind: 'withdrawn', type, document, slug: revision.slug, languages: [language], revisions: { [language]: number }, reason,
    })
    await withdrawTexts(strapi, schemaOf(strapi, revision.type), revision.document, {
      language: revision.language, reason,
    })
    await forgetInBin(strapi, revision)
    await forgetStates(strapi, { type, document, language })
    await forgetComments(strapi, { type, document, language })
  }
  return withdrawn
}
