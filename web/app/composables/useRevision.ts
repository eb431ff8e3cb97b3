import { TYPES, type VersionedType } from 'shared-types'
import type { ReadVersion, Revision } from '~~/server/cms/revision'
import type { Comparison } from '~~/server/cms/version-comparison'

/** The parameters of an address of a version, as the router has them. */
interface Params {
  slug?: string | string[]
  number?: string | string[]
}

/** A version, compared with another where the address asks for that. */
type ComparedRevision<Type extends VersionedType> = Revision<ReadVersion<Type>> & { comparison: Comparison | null }

/** A numbered version of a document of this type; one that was withdrawn answers 410 with the reason. */
export async function useRevision<Type extends VersionedType>(
  type: Type, { slug, number }: Params,
): Promise<ComparedRevision<Type>> {
  const mit = textIn(useRoute().query, 'mit')
  const kind = TYPES[type].address.english
  const revision = await useContent(
    `/api/versions/${kind}/${encodeURIComponent(String(slug))}/${encodeURIComponent(String(number))}`,
    filled({ mit }),
  )
  if (revision.withdrawnFor) throw createError({ statusCode: 410, data: { withdrawnFor: revision.withdrawnFor } })
  if (!isOf(type, revision)) throw createError({ statusCode: 404 })
  return revision
}

function isOf<Type extends VersionedType>(
  type: Type, revision: Revision<unknown> & { comparison: Comparison | null },
): revision is ComparedRevision<Type> {
  return revision.type === type
}
