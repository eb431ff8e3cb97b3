import slugify from '@sindresorhus/slugify'
import type { Core } from '@strapi/strapi'
import { labelOf, type Schema } from '../content-model/schema'
import { waitForTurn } from '../lifecycle/in-turn'
import type { Problem } from './problems'
import type { Values } from '../rows/rows'

const SLUG_CHARACTERS = 80

/**
 * Makes the address of a title that has none yet: Latin, short, and not taken by another document; of the word for its
 * kind where nothing of the title is Latin. Null for a note.
 */
export async function makeSlug(
  strapi: Core.Strapi, schema: Schema, title: string, documentId: string | undefined,
): Promise<string | null> {
  if (isNote(title)) return null
  return freeSlug(strapi, schema, slugFrom(title) || slugify(schema.info.displayName), documentId)
}

/** The address that a title makes, whether it is free or not; empty for a note and where nothing is left. */
export function slugFrom(title: string): string {
  return isNote(title) ? '' : shorten(slugify(title, { customReplacements: [['&', ' und ']] }))
}

function isNote(title: string): boolean {
  return /^\(.*\)$/.test(title.trim())
}

/** The slug itself, or with the first number behind it that makes it free. */
export async function freeSlug(
  strapi: Core.Strapi, schema: Schema, base: string, documentId: string | undefined,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!await findOwner(strapi, schema, slug, documentId)) return slug
  }
}

/** An address belongs to one document of its kind, drafts included. */
export async function slugProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, documentId: string | undefined,
): Promise<Problem[]> {
  const { slug } = values
  if (typeof slug !== 'string' || slug === '') return []
  const owner = await findOwner(strapi, schema, slug, documentId)
  if (!owner) return []
  const free = await freeSlug(strapi, schema, slug, documentId)
  const title = owner[schema.pluginOptions?.lip?.titleOf ?? 'title']
  return [
    {
      path: ['slug'],
      message: `${labelOf(schema, 'slug')}: „${slug}“ hat schon ein anderer Eintrag („${String(title)}“). Frei ist `
        + `zum Beispiel „${free}“.`,
    },
  ]
}

/** Whoever asks about an address at the same moment waits until it is known who has it. */
async function findOwner(
  strapi: Core.Strapi, schema: Schema, slug: string, documentId: string | undefined,
): Promise<Values | null> {
  await waitForTurn(strapi, `${schema.uid} ${slug}`)
  return strapi.db
    .query(schema.uid)
    .findOne({ where: { slug, ...(documentId && { documentId: { $ne: documentId } }) } })
}

function shorten(slug: string): string {
  if (slug.length <= SLUG_CHARACTERS) return slug
  const cut = slug.slice(0, SLUG_CHARACTERS + 1)
  return cut.slice(0, cut.lastIndexOf('-')) || slug.slice(0, SLUG_CHARACTERS)
}

/** Keeps an address that readers may have, so that it can lead to the new one. */
export async function rememberFormerSlug(
  strapi: Core.Strapi, schema: Schema, before: Values | null, after: Values | null,
): Promise<void> {
  const slug = before?.slug
  if (!slug || !after?.slug || slug === after.slug) return
  const formerSlugs = strapi.db.query('api::ledger.former-slug')
  await formerSlugs.deleteMany({ where: { type: schema.uid, slug: { $in: [slug, after.slug] } } })
  await formerSlugs.create({ data: { type: schema.uid, document: after.documentId, slug } })
}
