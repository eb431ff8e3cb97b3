/** The glossary of the seed in the texts of the seed: what is explained in German is explained in every language. */
import type { GlossaryEntry } from '~~/server/cms/glossary'
import { LOCALE_CODES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { startNotes } from './terms'

interface Words {
  title?: string
  explanation?: string
  forms?: string
  inflections?: string
  text?: unknown
}
interface Entry {
  id: string
  values: Words & { slug: string }
  translations?: Record<string, Words>
}

const entries = Object.values(
  import.meta.glob<Entry[]>('../../../cms/seed/{glossary,pages}.json', { eager: true, import: 'default' }),
).flat()
const translations = import.meta.glob<Record<string, Words>>(
  '../../../cms/seed/translations/*.json', { eager: true, import: 'default' },
)

function wordsOf({ id, values, translations: beside }: Entry, language: string): Words {
  if (language === 'de') return values
  return translations[`../../../cms/seed/translations/${language}.json`]?.[id] ?? beside?.[language] ?? {}
}

function toTerm(entry: Entry, language: string): GlossaryEntry {
  const { title = '', explanation = '', forms, inflections } = wordsOf(entry, language)
  const lines = (text = '') => text.split('\n').filter(Boolean).map(value => ({ value, locale: language }))
  return {
    id: entry.id, slug: entry.values.slug, title: { value: title, locale: language },
    explanation: { value: explanation, locale: language }, forms: lines(forms), inflections: lines(inflections),
    doNotTranslate: false, period: null, replacedBy: null, languages: [language], translationOrigin: null,
    citations: [],
  }
}

/** The texts within blocks, in their order. */
function textsIn(block: unknown): string[] {
  if (Array.isArray(block)) return block.flatMap(textsIn)
  if (typeof block !== 'object' || block === null) return []
  return [...'text' in block ? [String(block.text)] : [], ...'children' in block ? textsIn(block.children) : []]
}

const termsIn = (language: string) =>
  entries.filter(({ id }) => id.startsWith('term:')).map(entry => toTerm(entry, language))

function explained(language: string, texts: string[]): string[] {
  const notes = startNotes(termsIn(language))
  for (const value of texts) notes.partsOf({ value, locale: language })
  return notes.occurred().map(({ slug }) => slug)
}

describe.each(LOCALE_CODES)('the glossary in %s', (language) => {
  it('explains the words of the page about the LIP-Lab, however they are bent', () => {
    const page = entries.find(({ id }) => id === 'page:lip-lab')
    expect(page && explained(language, textsIn(wordsOf(page, language).text))).toEqual(
      expect.arrayContaining(['lip', 'lip-2-0', 'wir-2-0', 'handlungsfeld', 'massnahme', 'expertinnengruppe']),
    )
  })

  it('takes a name that was only proposed for what it was', () => {
    expect(explained(language, ['LIP 4.0'])).toEqual(['lip-4-0'])
  })
})
