import type { Core } from '@strapi/strapi'

interface Row {
  locale?: unknown
  sourceLanguage?: unknown
}

interface Localizations {
  syncNonLocalizedAttributes: (row: Row, schema: unknown) => Promise<unknown>
}

/**
 * shareFromSourceOnly keeps Strapi from writing what languages share from a translation into the other languages: a
 * translation has it from the source language, and what is written anew gets new ids, so that a form of the source
 * language that was opened before could not be saved any more.
 */
export function shareFromSourceOnly(strapi: Core.Strapi): void {
  const localizations: Localizations = strapi.plugin('i18n').service('localizations')
  const sync = localizations.syncNonLocalizedAttributes.bind(localizations)
  localizations.syncNonLocalizedAttributes = async (row, schema) => isTranslation(row) ? undefined : sync(row, schema)
}

function isTranslation({ locale, sourceLanguage }: Row): boolean {
  return Boolean(sourceLanguage) && locale !== sourceLanguage
}
