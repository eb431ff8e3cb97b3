import type { Core } from '@strapi/strapi'
import { hasGermanWords, isLocaleCode, localeOf, SOURCE_LANGUAGE, valueAt } from 'shared-types'
import type { Schema } from '../content-model/schema'
import { readEnvironment } from '../environment'
import { addressesIn } from '../links/addresses'
import { brokenLinks, hasCopy, toldOf } from '../links/link-check'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'
import { nodesIn, richTextsIn, wordsOf } from './texts'

/** What is no page in a language. */
const NO_PAGES = ['uploads', 'data', 'api', 'graphql', 'media']

/** Links to pages of this website in another language than the text. */
export function languageOfLinksProblems(
  strapi: Core.Strapi, schema: Schema, row: Values, locale: string,
): Problem[] {
  return richTextsIn(strapi, schema, row).flatMap(({ path, label, blocks }) =>
    nodesIn(blocks, 'link').flatMap((link) => {
      const language = languageOf(String(valueAt(link, 'url') ?? ''))
      if (language === null || language === locale || (hasGermanWords(language) && hasGermanWords(locale))) return []
      return [
        {
          path,
          message: `${label}: Der Link „${wordsOf(link)}“ führt zu einer Seite in einer anderen Sprache `
            + `(${localeOf(language).name}). Gibt es sie auch auf ${localeOf(locale).name}?`,
        },
      ]
    }),
  )
}

/** Addresses elsewhere at which nothing was found when they were last looked at. */
export async function brokenLinkProblems(strapi: Core.Strapi, schema: Schema, row: Values): Promise<Problem[]> {
  const addresses = addressesIn(strapi, schema, row)
  const broken = await brokenLinks(strapi, [...new Set(addresses.map(({ address }) => address))])
  return addresses.flatMap(({ path, label, address }) => {
    const known = broken.get(address)
    if (!known || hasCopy(row, path.join('.'))) return []
    const copy = known.archive ? ` Eine Kopie liegt im Archiv: ${known.archive}` : ''
    return [{ path, message: `${label}: ${toldOf(known)}.${copy}` }]
  })
}

/** The language of a page of this website; null for everything else. */
function languageOf(url: string): string | null {
  const { siteUrl } = readEnvironment()
  if (!URL.canParse(url, siteUrl)) return null
  const { origin, pathname } = new URL(url, siteUrl)
  const [, first = ''] = pathname.split('/')
  if (origin !== new URL(siteUrl).origin || url.startsWith('#') || NO_PAGES.includes(first)) return null
  return isLocaleCode(first) ? first : SOURCE_LANGUAGE
}
