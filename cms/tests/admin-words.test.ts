/** The admin speaks German: every sentence of Strapi that an editor or administrator can come to has a German one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { DELETING } from '../src/admin/german/reworded'
import { REWORDED, STRAPI_IN_GERMAN } from '../src/admin/german/words'

const strapi = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@strapi/admin/package.json')), '..')

/** The parts of the admin: where their keys begin, and where their modules and words lie. */
const PARTS = [
  { prefix: '', modules: 'admin/dist/admin/admin/src', words: 'admin/dist/admin/admin/src/translations' },
  ...['content-manager', 'upload', 'i18n', 'email'].map(name => ({
    prefix: `${name}.`, modules: `${name}/dist/admin`, words: `${name}/dist/admin/translations`,
  })),
]

/** Nobody comes there: other languages, what needs a licence, the new media library, what is switched off. */
const UNREACHABLE_MODULES = /translations|\/future\/|\/ee\/|history\/|GuidedTour|UpsellBanner|MediaLibraryBanner|\/tests\//
const UNREACHABLE = /aiMetadata|^content-releases|^widget\.deploy|^components\.premiumFeature|^app\.components\.Status\.beta/

/** A key and what Strapi says where nobody translated it. */
const SENTENCE
  = /\bid: (getTrad|getTranslation)?\(?\s*['"]([\w.-]+)['"]\)?,\s*defaultMessage: (['"`])((?:\\.|(?!\3).)*)\3/gs

test('every sentence that Strapi has no German for has one here', async () => {
  const ours = [STRAPI_IN_GERMAN, REWORDED, DELETING].flatMap(words => Object.keys(words))
  const german = new Set([...ours, ...await strapisOwn()])
  const missing = PARTS.flatMap(sentences).filter(([key]) => !german.has(key) && !UNREACHABLE.test(key))
  expect(Object.fromEntries(missing)).toEqual({})
})

test('every key here is one that Strapi asks for', async () => {
  const asked = new Set(PARTS.flatMap(sentences).map(([key]) => key))
  expect(Object.keys(STRAPI_IN_GERMAN).filter(key => !asked.has(key))).toEqual([])
})

async function strapisOwn(): Promise<string[]> {
  const keys: string[] = []
  for (const { prefix, words } of PARTS) {
    const file = path.join(strapi, words, 'de.json.mjs')
    expect(existsSync(file), file).toBe(true)
    const { default: german }: { default: object } = await import(pathToFileURL(file).href)
    keys.push(...Object.keys(german).map(key => prefix + key))
  }
  return keys
}

function sentences({ prefix, modules }: (typeof PARTS)[number]): [string, string][] {
  const folder = path.join(strapi, modules)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => path.join(folder, file))
    .filter(file => file.endsWith('.mjs') && !UNREACHABLE_MODULES.test(file))
  return files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(SENTENCE)]
    .map(([, isPrefixed, key = '', , text = '']): [string, string] => [(isPrefixed ? prefix : '') + key, text]))
}
