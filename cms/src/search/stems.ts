/**
 * What is left of a folded word without its endings, so that its forms meet: stemmers where they are good, else a few
 * endings.
 */
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as russian } from '@orama/stemmers/russian'

type Stem = (word: string) => string

/** A language that is not here is searched by its whole words, their beginnings and near misses. */
const STEMS: Record<string, Stem> = {
  de: germanStem,
  en: english,
  tr: word =>
    without(word, /(?<=.{3})(l[ae]r|n?[dt][ae]n?)$|(?<=.{4})([ny]?[iu]n|s[iu]|[yn]?[aeiu]|y?l[ae])$/).replace(
      /[bdg]$/, hardened,
    ),
  ar: word => without(word.replace(/^(و?(ال|بال|كال|فال|لل)|و)(?=.{3})/, ''), /(?<=.{3})(ها|ات|ان|ون|ين|يه|ه|ي)$/),
  fa: word => without(word, /(?<=.{3})(هايي|هاي|ها|ترين|تر|ات|ان|يي|اي|ي)$/),
  kmr: word => without(word, /(?<=.{3})(y?ek[ei]?|y?[ae]n?|i)$/),
  ru: russian,
  es: word => word.replace(/(?<=[^gq])ue|(?<!.)ue/, 'o').replace(/ces$/, 'z').replace(/(?<=.{3})(es|[aeo]s?)$/, ''),
  it: word => word.replace(/tric[ei]$/, 'tore').replace(/(?<=.{4})([au]t[aeio]|it[eio]|[aei]re|[ae]ndo)$/, '').replace(/(?<=.{3})(h[ei]|i?[aeio])$/, ''),
  bg: bulgarianStem,
}

export function stemOf(word: string, language: string): string {
  return /\d/.test(word) ? word : STEMS[language]?.(word) ?? word
}

/** Endings follow endings: all of them go. */
function without(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '')
  return stem === word ? word : without(stem, ending)
}

/** Häuser is of Haus, Bürgerinnen of Bürger. */
function germanStem(word: string): string {
  const stem = german(word)
  const male = stem.replace(/(?<=er|ant|ent|ist|or)inn?$/, '')
  return (male === stem ? stem : german(male)).replace(/([ao])e|(?<![aeoq])ue/g, (_, vowel = 'u') => vowel)
}

/** Turkish kitabı is of kitap, derneği of dernek. */
function hardened(letter: string): string {
  return { b: 'p', d: 't', g: 'k' }[letter] ?? letter
}

/** The article, the plural and the vowels at the end go; those that come, go or change in between are evened out. */
function bulgarianStem(word: string): string {
  return word
    .replace(/(?<=.{3})([ъя]т)$|(?<=.{3}[аеиоюя]|.{2}ст)т[аео]$/, '')
    .replace(/(?<=.{3})[ое]ве$/, '')
    .replace(/(?<=.{3})[аеийоуъюя]+$/, '')
    .replace(/(?<=.{3})(ъ(?=.$)|е(?=[нц]$))/, '')
    .replace(/[гкх]$/, softened)
    .replaceAll('я', 'е')
}

/** Bulgarian езици is of език. */
function softened(letter: string): string {
  return { г: 'з', к: 'ц', х: 'с' }[letter] ?? letter
}
