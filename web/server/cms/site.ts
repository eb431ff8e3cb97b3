import {
  CurrentSlugDocument, type NamedType, ResolveNameDocument, SiteDocument, type SiteQuery, TombstoneDocument,
} from 'shared-types'
import { askChosen, askLasting } from './client'

/** Something that was public at an address and is gone. */
export type Gone = NonNullable<Awaited<ReturnType<typeof findGone>>>

export async function findSite(locale: string) {
  const { site } = await askLasting(SiteDocument, locale)
  return site ?? NOTHING_ENTERED
}

const NOTHING_ENTERED: NonNullable<SiteQuery['site']> = {
  title: 'LIP-Lab', licence: 'CC-BY-4.0', operator: null, operatorAddress: null, operatorEmail: null,
  operatorPhone: null, responsible: null, dataProtectionContact: null, enforcementBody: null, sourceCode: null,
}

/** What has an address of its own, by its name in GraphQL. */
type Addressed = 'Plan' | 'FieldOfAction' | 'Measure' | 'Article' | 'Person' | 'Organisation' | 'Page'

/** The slug a document has now which had another one before, or null. */
export async function findCurrentSlug(type: Addressed, formerSlug: string): Promise<string | null> {
  const { currentSlug } = await askChosen(CurrentSlugDocument, { type, formerSlug })
  return currentSlug
}

/** What is known of a document that was public at an address and is gone, or null. */
export async function findGone(type: Addressed, slug: string, locale: string) {
  const { tombstone } = await askChosen(TombstoneDocument, { type, slug, locale })
  return (
    tombstone && {
      title: { value: tombstone.title, locale: tombstone.locale }, goneOn: tombstone.goneOn,
      wasDeleted: tombstone.wasDeleted,
    }
  )
}

/**
 * The document that a name or an old address means, the likeliest one, and the language in which it is shown; or null.
 */
export async function findNamed(
  name: string, locale: string,
): Promise<{ type: NamedType, slug: string, locale: string } | null> {
  const {
    resolveName: [named],
  } = await askChosen(ResolveNameDocument, { name, locale })
  return named ?? null
}
