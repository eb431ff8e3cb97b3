/** The words that mean the same, as editors write them down on the website's own entry, in each language. */
import type { Core } from '@strapi/strapi'
import { LOCALES } from 'shared-types'
import { hasDrafts, schemaOf } from '../content-model/schema'
import { SITE } from '../content-model/uids'
import { WordList } from './word-list'

/** By the codes of the languages; a simple form of a language has the words of that language, too. */
export async function readWordLists(strapi: Core.Strapi): Promise<Map<string, WordList>> {
  const schema = schemaOf(strapi, SITE)
  const rows: { locale: string | null, sameWords: string | null }[] = await strapi.db
    .query(SITE)
    .findMany({
      select: ['locale', 'sameWords'], where: hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {},
    })
  const textIn = (code: string) => rows.find(({ locale }) => locale === code)?.sameWords ?? ''
  return new Map(LOCALES.map((locale) => {
    const texts = [textIn(locale.code), 'simpleOf' in locale ? textIn(locale.simpleOf) : '']
    return [locale.code, new WordList(texts.join('\n'), locale.code)]
  }))
}
