import { LOCALES, localeOf } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { i18n, speak } from '~~/test/i18n'
import i18nConfig from './i18n.config'

type Texts = Record<string, string>
interface Tree { [key: string]: string | Tree }

const FOLDER = '../../shared-types/languages'
const files = import.meta.glob<Tree>('../../shared-types/languages/*.json', { eager: true, import: 'default' })
const sources = Object.entries(
  import.meta.glob<string>(
    ['../app/**/*.{vue,ts}', '../server/**/*.ts', '../../shared-types/src/published-changes.ts', '../../cms/src/admin/consent-sheets/*.ts', '!**/*.test.ts', '!../app/pages/stil.vue', '!../app/gallery/**'],
    { eager: true, query: '?raw', import: 'default' },
  ),
)

/** What is put in, and what stands in isolates of its own: nothing beside it changes its direction. */
const ON_ITS_OWN = /[\u2066-\u2068][^\u2069]*\u2069|\{\w+\}/g
/**
 * Latin letters and digits with marks between them, a name beside a name too: in a text from the right they would be
 * read in another order.
 */
const MIXED = /[\p{Script=Latin}\d][^\p{L}\p{N}]*[^\p{L}\p{N}\s][^\p{L}\p{N}]*[\p{Script=Latin}\d]/u

/** Said of the file, not shown. */
const REVIEW = 'review'

/** Alike in German and another language, and meant so. */
const ALIKE = [
  'app.name', 'app.nav.menu', 'plan.figures.exact', 'timeline.filter.option', 'timeline.filter.phase',
  'timeline.filter.plan', 'measure.plan', 'changes.decisionOfNobody', 'changes.event', 'changes.eventAlone',
  'changes.lineageEnd', 'feed.entry', 'share.title.interviews',
  'overview.count', 'plan.part.title', 'version.field.text', 'consentSheet.person',
  'search.type.Plan', 'search.type.Person', 'search.type.Organisation', 'words.kind.pause',
  'words.sourceKind.interview', 'words.articleKind.interview', 'words.articleKind.video',
]

/** Words that no text in another language has. */
const GERMAN
  = /(?<![\p{L}-])(das|und|für|mit|nicht|wird|wurde|über|zum|beim|eine|einer|vom|auf|sich|diese|Maßnahmen?)(?![\p{L}-])/u

/** Names, laws, formats and examples that are written alike in every script. */
const LATIN_NAMES = [
  'Welt-in-Hannover.de', 'LIP-Lab', 'CC BY', 'AGPL-3.0-or-later', 'DDG', 'MStV', 'WCAG', 'AA', 'Atom', 'Website',
  'cookie', 'name{\'@\'}example.org', 'A',
]

/** A name, or nothing but what is put in: the same in every script. */
const WITHOUT_SCRIPT = [
  'app.name', 'overview.count', 'plan.part.title', 'plan.figures.exact', 'timeline.filter.option', 'changes.decisionOfNobody', 'changes.event', 'changes.eventAlone',
  'changes.lineageEnd', 'feed.entry',
]

function flat(tree: Tree, path = ''): Texts {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flat(value, `${path}${key}.`),
    ),
  )
}

function textsOf(code: string): Texts {
  const texts = flat(files[`${FOLDER}/${code}.json`] ?? {})
  return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== REVIEW))
}

const german = textsOf('de')
const placeholders = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort()
const used = (pattern: RegExp) =>
  new Set(sources.flatMap(([, source]) => [...source.matchAll(pattern)].map(([, key = '']) => key)))

/** Keys stand in calls, in templates, and as the key of a sentence or word that is said elsewhere. */
const usedKeys = new Set([
  ...used(/\bt\(\s*'([^']+)'/g), ...used(/(?<!:)\bkeypath="([^"]+)"/g), ...used(/\bkey: '(\w+\.[\w.]+)'/g),
  ...used(/'(version\.field\.\w+)'/g),
])
/** Of some, what is said is known only when they are said; the sheet of the admin reads its part of each file. */
const usedPrefixes = new Set([...used(/\bt\(`([\w.]+)\.\$\{/g), ...used(/\bimport: '((?!review)\w+)'/g)])

describe('the interface texts', () => {
  it('exist for every language of the table and for no other', () => {
    expect(Object.keys(files).sort()).toEqual(LOCALES.map(({ code }) => `${FOLDER}/${code}.json`).sort())
  })

  it('are all used; the words of the closed lists are those of the lists (`shared-types/src/kinds.test.ts`)', () => {
    expect(
      Object.keys(german).filter(
        key => !key.startsWith('words.') && !usedKeys.has(key) && !usedPrefixes.has(key.slice(0, key.lastIndexOf('.'))),
      ),
    ).toEqual([])
  })

  it('are all there: no key is used that no text has', () => {
    expect([...usedKeys].filter(key => key !== REVIEW && !(key in german))).toEqual([])
    expect([...usedPrefixes].filter(prefix => !Object.keys(german).some(key => key.startsWith(`${prefix}.`)))).toEqual(
      [],
    )
  })

  it('are asked for by keys that can be read in the source', () => {
    const hidden = /(?<![\w.])t\((?!\s*(?:'|`[\w.]+\.\$\{|(?:\w+\.)?key\b))/
    expect(sources.filter(([, source]) => hidden.test(source)).map(([file]) => file)).toEqual([])
  })
})

describe.each(LOCALES)('the interface texts in $name', ({ code, language, script }) => {
  const texts = textsOf(code)

  it('have the keys of the German ones', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(german).sort())
  })

  it('are none of them empty', () => {
    expect(Object.keys(texts).filter(key => texts[key]?.trim() === '')).toEqual([])
  })

  it('say who made them', () => {
    expect(code === 'de' ? ['source'] : ['machine', 'machine_reviewed', 'human']).toContain(
      files[`${FOLDER}/${code}.json`]?.[REVIEW],
    )
  })

  it('put in what the German ones put in', () => {
    expect(
      Object.keys(german).filter(key => placeholders(texts[key]).join() !== placeholders(german[key]).join()),
    ).toEqual([])
  })

  it('are no German in disguise', () => {
    const alike = Object.keys(german).filter(key => texts[key] === german[key])
    const isGerman = code === 'de' || localeOf(code).simpleOf === 'de'
    expect(isGerman ? [] : alike.filter(key => !ALIKE.includes(key))).toEqual([])
    expect(isGerman ? [] : Object.values(texts).filter(text => GERMAN.test(text))).toEqual([])
  })

  it('are written in the script of the language', () => {
    const inScript = new RegExp(`\\p{Script=${script}}`, 'u')
    expect(
      Object.entries(texts)
        .filter(([key, text]) => !WITHOUT_SCRIPT.includes(key) && !inScript.test(text.replace(/\{\w+\}/g, '')))
        .map(([key]) => key),
    ).toEqual([])
  })

  it('have no word in Latin letters but names, where the language has other letters', () => {
    const own = (text: string) =>
      [...LATIN_NAMES, `/${code}/timeline`].reduce(
        (rest, name) => rest.replaceAll(name, ''), text.replace(/\{\w+\}/g, ''),
      )
    expect(script === 'Latin' ? [] : Object.values(texts).filter(text => /\p{Script=Latin}/u.test(own(text)))).toEqual(
      [],
    )
  })

  it('have as many plural forms as the language', () => {
    const plurals = Object.keys(german).filter(key => german[key]?.includes('|'))
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.length
    expect(Object.keys(texts).filter(key => texts[key]?.includes('|')).sort()).toEqual(plurals.sort())
    expect(plurals.filter(key => texts[key]?.split('|').length !== forms)).toEqual([])
  })

  it('can all be shown', () => {
    speak(code)
    const { t } = i18n.global
    for (const [key, text] of Object.entries(texts))
      if (!text.includes('{') && !text.includes('|')) expect(t(key)).toBe(text)
  })
})

describe.each(LOCALES)('the words of the closed lists in $name', ({ code, language }) => {
  const { words } = files[`${FOLDER}/${code}.json`] ?? {}
  const lists = Object.entries(typeof words === 'object' ? words : {})
  /** Marks of vowels, capital letters and invisible signs make no other word. */
  const plain = (word: unknown) =>
    String(word)
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .toLocaleLowerCase(language)
      .trim()

  it.each(lists)('tell one from the other: %s', (_list, ofList) => {
    const said = Object.values(ofList).map(plain)
    expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([])
  })
})

describe.each(LOCALES.filter(({ direction }) => direction === 'rtl'))(
  'the interface texts from the right, in $name',
  ({ code }) => {
    const texts = Object.entries(textsOf(code)).filter(([key]) => key !== 'app.name')

    it('isolate names, dates and addresses in Latin letters or digits', () => {
      expect(
        texts.filter(([, text]) => text.split('|').some(form => MIXED.test(form.replace(ON_ITS_OWN, 'ا')))),
      ).toEqual([])
    })

    it('isolate what a reader has typed', () => {
      expect(texts.filter(([, text]) => /(?<![\u2066-\u2068])\{(given|q)\}/.test(text))).toEqual([])
    })

    it('end every isolate that they begin', () => {
      expect(
        texts.filter(([, text]) => text.match(/[\u2066-\u2068]/g)?.length !== text.match(/\u2069/g)?.length),
      ).toEqual([])
    })
  },
)

describe('what must be isolated in a text from the right', () => {
  it.each([
    'مثلًا 2021-12-31.', 'مع ذكر LIP-Lab، Welt-in-Hannover.de', 'ذكر LIP، WIR', 'الصفحة /ar/timeline',
    'name@example.org',
  ])('is told: %s', (text) => {
    expect(MIXED.test(text)).toBe(true)
  })

  it.each([
    'المادة 5 من DDG والمادة 18', 'موجز (Atom)', 'المستويان A وAA', 'ذكر \u2068LIP\u2069، \u2068WIR\u2069',
    'عدد {n}، {day}',
  ])('is not told where nothing is mixed: %s', (text) => {
    expect(MIXED.test(text.replace(ON_ITS_OWN, 'ا'))).toBe(false)
  })
})

describe('the interface texts in Leichte Sprache', () => {
  it('have one sentence in a line', () => {
    const texts = textsOf('de-simple')
    expect(Object.keys(texts).filter(key => /(?<=[\p{L})“}])[.!?] +(?=[\p{Lu}„{])/u.test(texts[key] ?? ''))).toEqual([])
  })
})

describe('a number of things', () => {
  it.each([
    ['ru', 1, '1 источник'], ['ru', 2, '2 источника'], ['ru', 5, '5 источников'], ['ru', 21, '21 источник'],
    ['ru', 22, '22 источника'], ['bg', 1, '1 източник'], ['bg', 2, '2 източника'], ['de', 0, '0 Quellen'],
    ['de', 1, '1 Quelle'], ['de', 2, '2 Quellen'], ['en', 1, '1 source'], ['en', 21, '21 sources'],
    ['ar', 0, 'لا مصادر'], ['ar', 1, 'مصدر واحد'], ['ar', 2, 'مصدران'], ['ar', 3, '3 مصادر'], ['ar', 11, '11 مصدرًا'],
    ['ar', 100, '100 مصدر'],
  ] as const)('in %s, %i: %s', (code, count, words) => {
    speak(code)
    expect(i18n.global.t('source.count', { n: count }, count)).toBe(words)
  })

  it('has a rule for every language of the table', () => {
    expect(Object.keys(i18nConfig.pluralRules)).toEqual(LOCALES.map(({ code }) => code))
  })
})
