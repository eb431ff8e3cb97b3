import { TYPES, type VersionedType } from 'shared-types'
import type { ReadVersion, Revision } from '~~/server/cms/revision'

/** The parameters of an address of a version, as the router has them. */
interface Params {
  slug?: string | string[]
  number?: string | string[]
}

/** A numbered version of a document of this type; one that was withdrawn answers 410 with the reason. */
export async function useRevision<Type extends VersionedType>(
  type: Type, { slug, number }: Params,
): Promise<Revision<ReadVersion<Type>>> {
  const kind = TYPES[type].address.english
  const revision = await useContent(
    `/api/versions/${kind}/${encodeURIComponent(String(slug))}/${encodeURIComponent(String(number))}`,
  )
  if (revision.withdrawnFor) throw createError({ statusCode: 410, data: { withdrawnFor: revision.withdrawnFor } })
  if (!isOf(type, revision)) throw createError({ statusCode: 404 })
  return revision
}

function isOf<Type extends VersionedType>(
  type: Type, revision: Revision<unknown>,
): revision is Revision<ReadVersion<Type>> {
  return revision.type === type
}
