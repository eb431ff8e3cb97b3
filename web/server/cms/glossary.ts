import { GlossaryDocument, type GlossaryQuery, localeOf } from 'shared-types'
import { ask } from './client'
import { toCitations } from './source'
import { textOf, toName, toText, toTitle, toTranslated } from './text'
import { wholeList } from './whole-list'

/** Begriff. */
export type GlossaryEntry = ReturnType<typeof toGlossaryEntry>

/** All terms, in the order in which the language sorts its words. */
export async function findGlossary(locale: string): Promise<GlossaryEntry[]> {
  const terms = await wholeList(async page => (await ask(GlossaryDocument, { locale, page })).glossaryTerms_connection)
  const { compare } = new Intl.Collator(localeOf(locale).language)
  return terms.map(toGlossaryEntry).sort((a, b) => compare(a.title.value, b.title.value))
}

type Term = NonNullable<GlossaryQuery['glossaryTerms_connection']>['nodes'][number]

function toGlossaryEntry(term: Term) {
  const sourceWords = [term.inSourceLanguage.title, ...linesOf(term.inSourceLanguage.forms)]
  /** A word that was taken over as it is remains a word of its source's language. */
  const localeOfWord = (word: string) => sourceWords.includes(word) ? term.inSourceLanguage.locale : term.locale
  return {
    id: term.documentId,
    slug: term.slug,
    title: toTitle({ ...term, locale: localeOfWord(term.title) }),
    explanation: textOf(term, 'explanation'),
    forms: linesOf(term.forms).flatMap(form => toText(form, localeOfWord(form)) ?? []),
    /** How it may stand in texts of its language, to be found there. */
    inflections: linesOf(term.inflections).flatMap(form => toText(form, term.locale) ?? []),
    replacedBy: term.replacedBy && toName(term.replacedBy),
    doNotTranslate: term.doNotTranslate,
    period: term.period,
    languages: term.languages,
    ...toTranslated(term),
    citations: toCitations(term.citations),
  }
}

function linesOf(text: string | null): string[] {
  return (text ?? '').split('\n').map(line => line.trim()).filter(Boolean)
}
