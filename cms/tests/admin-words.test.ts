/** The admin speaks German: every sentence of Strapi that an editor or administrator can come to has a German one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { FORMAL } from '../src/admin/german/formal'
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

/** „Du“, and what is said to somebody who is called so. */
const INFORMAL = new RegExp(
  '(?<!\\p{L})([Dd](u|ich|ir|eine?[mnrs]?)|Bist|Wollst|Wähle|Ziehe|Gib|Lösche|Füge|Gehe|Stelle? sicher|Nutze|Verwende|Selektiere'
  + '|Versuche|Erstelle|Drücke|Bearbeite|Lade|Suche nach|Prüfe|Schreibe|Öffne|Kopiere|Ändere|Setze|Aktiviere|Speichere'
  + '|Kontaktiere|Lies|Entferne|Logge|Folge|Klicke|versuche|ziehe|gib|kontaktiere|stelle|behebe)(?!\\p{L})', 'u',
)
/** What only whoever installed it reads, or nobody: our own start page stands in the place of Strapi's. */
const OF_OTHERS
  = /^Settings\.(apiTokens|transferTokens|tokens|application|permissions|page|webhooks)|[tT]rial|Nps|^tours|^Usecase|^HomePage|AI|aiL|^email/

test('nobody is called „Du“', async () => {
  const asked = (await askedInGerman()).filter(({ key, german }) => INFORMAL.test(german) && !OF_OTHERS.test(key))
  expect(asked).toEqual([])
  for (const words of [STRAPI_IN_GERMAN, REWORDED, DELETING, FORMAL])
    expect(Object.values(words).filter(german => INFORMAL.test(german))).toEqual([])
})

test('no German of Strapi has gaps that its code does not fill, and so comes in English', async () => {
  const wrong = (await askedInGerman())
    .filter(({ german, english }) => gapsOf(german).some(gap => !gapsOf(english).includes(gap)))
  expect(wrong).toEqual([])
})

/** `{count}` and `{count, plural, one {# Zeile} …}`, and not what stands for one or several. */
function gapsOf(text: string): string[] {
  return [...text.matchAll(/(?<!(?:one|other|=\d) )\{(\w+)(?=\}|, ?(?:plural|select))/g)].map(([, name = '']) => name)
}

interface Said {
  key: string
  german: string
  english: string
}

/** Said by `german/leaving.ts`, which only a browser can read. */
const LEAVING = ['content-manager.components.RelationInputModal.confirmation-message']

/** What the admin's modules ask for by its key, in Strapi's own German: not what has a German here. */
async function askedInGerman(): Promise<Said[]> {
  const ours = new Set([...Object.keys({ ...STRAPI_IN_GERMAN, ...REWORDED, ...DELETING, ...FORMAL }), ...LEAVING])
  const all = await Promise.all(PARTS.map(async ({ prefix, modules, words }) => {
    const [german, english] = [await wordsIn(words, 'de'), await wordsIn(words, 'en')]
    const code = modulesIn(modules).map(file => readFileSync(file, 'utf8')).join('\n')
    const literals = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key))
    return Object.entries(german)
      .filter(([key]) => literals.has(key) || literals.has(prefix + key))
      .filter(([key]) => !ours.has(key) && !ours.has(prefix + key))
      .map(([key, text]) => ({ key: prefix + key, german: text, english: english[key] ?? text }))
  }))
  return all.flat()
}

async function strapisOwn(): Promise<string[]> {
  const keys: string[] = []
  for (const { prefix, words } of PARTS)
    keys.push(...Object.keys(await wordsIn(words, 'de')).map(key => prefix + key))
  return keys
}

async function wordsIn(folder: string, language: string): Promise<Record<string, string>> {
  const file = path.join(strapi, folder, `${language}.json.mjs`)
  expect(existsSync(file), file).toBe(true)
  const { default: words }: { default: Record<string, string> } = await import(pathToFileURL(file).href)
  return words
}

function modulesIn(part: string): string[] {
  const folder = path.join(strapi, part)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => path.join(folder, file))
    .filter(file => file.endsWith('.mjs') && !UNREACHABLE_MODULES.test(file))
}

function sentences({ prefix, modules }: (typeof PARTS)[number]): [string, string][] {
  return modulesIn(modules).flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    const isPrefixedLater = code.includes('getTrad(content.id)')
    return [...code.matchAll(SENTENCE)].map(([, isPrefixed, key = '', , text = '']): [string, string] =>
      [(isPrefixed || isPrefixedLater ? prefix : '') + key, text])
  })
}
