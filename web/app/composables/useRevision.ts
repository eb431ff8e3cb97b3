/** A numbered version; one that was withdrawn answers 410 with the reason. */
export async function useRevision<Version extends { withdrawnFor: string | null }>(path: string): Promise<Version> {
  const revision = await useContent<Version>(path)
  if (revision.withdrawnFor) throw createError({ statusCode: 410, data: { withdrawnFor: revision.withdrawnFor } })
  return revision
}
