import type { Core } from '@strapi/strapi'

const LETTERS = 'ÄÖÜŠЖ'

/** noteFolding says at the start where PostgreSQL folds the case of ASCII letters alone, which no query can mend. */
export async function noteFolding(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return
  const { rows }: { rows: { folded: string }[] } = await strapi.db.connection.raw('select lower(?) as folded', [LETTERS])
  if (rows[0]?.folded === 'äöüšж') return
  strapi.log.warn(
    'This database takes Ü and ü for two letters: editors who search for „überarbeitung“ do not find „Überarbeitung“. '
    + 'Back up, make the database anew with a locale of ICU, and restore (docs/operations.md).',
  )
}
