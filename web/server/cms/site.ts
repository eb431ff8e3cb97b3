import { CurrentSlugDocument, SiteDocument, type SiteDetail } from 'shared-types'
import { ask } from './client'

export async function findSite(locale: string): Promise<SiteDetail> {
  const { site } = await ask(SiteDocument, { locale })
  return {
    title: site?.title ?? 'LIP-Lab',
    licence: site?.licence ?? 'CC-BY-4.0',
    operator: site?.operator ?? null,
    operatorAddress: site?.operatorAddress ?? null,
    operatorEmail: site?.operatorEmail ?? null,
    operatorPhone: site?.operatorPhone ?? null,
    responsible: site?.responsible ?? null,
    dataProtectionContact: site?.dataProtectionContact ?? null,
    enforcementBody: site?.enforcementBody ?? null,
    sourceCode: site?.sourceCode ?? null,
  }
}

/** The slug a document has now which had another one before, or null. The type is its name in GraphQL. */
export async function findCurrentSlug(type: 'Plan' | 'FieldOfAction', formerSlug: string): Promise<string | null> {
  const { currentSlug } = await ask(CurrentSlugDocument, { type, formerSlug })
  return currentSlug
}
