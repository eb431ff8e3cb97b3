/**
 * How a word sounds, written in plain Latin letters: by that the name of a person or a body is found in another script
 * (Бекедорф, كارگاه for Beckedorf, kargah), and a Cyrillic word in Latin letters (obrazovanie).
 */

/** The scripts between which words are compared. */
type Script = 'Latin' | 'Cyrillic' | 'Arabic'

const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'o', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', ш: 's', щ: 'st', ъ: 'a',
  ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}
/** Short vowels are not written: ع and the alif say only that there is one. */
const ARABIC: Record<string, string> = {
  ا: 'a', ب: 'b', پ: 'p', ت: 't', ث: 's', ج: 'j', چ: 'c', ح: 'h', خ: 'h', د: 'd', ذ: 'z', ر: 'r', ز: 'z', ژ: 'j',
  س: 's', ش: 's', ص: 's', ض: 'z', ط: 't', ظ: 'z', ع: 'a', غ: 'g', ف: 'f', ق: 'g', ك: 'k', گ: 'g', ل: 'l', م: 'm',
  ن: 'n', ه: 'h', و: 'u', ي: 'i', ء: '', ڤ: 'f',
}
/** Letters that together are one sound, the longer ones first. */
const LATIN: [RegExp, string][] = [
  [/tsch|sch|sh|sz/g, 's'], [/ph/g, 'f'], [/ck|qu|q|x/g, 'k'], [/ts|tz/g, 'c'], [/ch|kh/g, 'h'], [/zh|dj|dsch/g, 'j'],
  [/ei|ai|ay|ey/g, 'ai'], [/eu|oy/g, 'oi'], [/oe/g, 'o'], [/ue/g, 'u'], [/th/g, 't'], [/c(?![eiy])/g, 'k'],
  [/w/g, 'v'], [/y/g, 'i'],
]
/** The same where somebody writes Russian or Bulgarian in Latin letters. */
const LATIN_FOR_CYRILLIC: [RegExp, string][] = [
  [/zh/g, 'ž'], [/sht/g, 'st'], [/sch|sh/g, 's'], [/tch|ch|ts|tz/g, 'c'], [/kh|x/g, 'h'], [/w/g, 'v'], [/[yj]/g, 'i'],
  [/ž/g, 'j'],
]
const FEWEST_LETTERS = 4
const FEWEST_CONSONANTS = 3

/** Words are the same ones again and again. */
const known = new Map<string, string[]>()
const MOST_KNOWN = 20_000

/** The marks of a word of a name, by which it is found in other scripts; none for what is too short. */
export function soundsOf(word: string): string[] {
  const made = known.get(word) ?? marksOf(word)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, made)
  return made
}

function marksOf(word: string): string[] {
  const script = scriptOf(word)
  if (!script || script === 'Arabic') return []
  const sound = soundOf(word, script)
  if (sound.length < FEWEST_LETTERS) return []
  if (script === 'Cyrillic') return [`~c${sound}`]
  // A v within a word is written as a vowel by some.
  return [`~l${sound}`, ...bonesAmong([sound, sound.replace(/(?<=.)v/g, 'u')])]
}

/**
 * What to look for where a word is written in another script: as it sounds, and by its consonants alone. Before st
 * Persian has a vowel more, Arabic writes v as f, and both write w as u.
 */
export function soundsAsked(word: string): { whole: string[], bones: string[] } {
  const script = scriptOf(word)
  if (!script || word.length < FEWEST_LETTERS) return { whole: [], bones: [] }
  if (script === 'Latin') return { whole: [`~c${once(replaced(word, LATIN_FOR_CYRILLIC))}`], bones: [] }
  const sound = soundOf(word, script)
  if (sound.length < FEWEST_LETTERS) return { whole: [], bones: [] }
  const plain = sound.replace(/^[ai](?=st)/, '').replace(/^u(?=[aiu])/, 'v')
  return {
    whole: [...new Set([sound, plain, plain.replace(/f/g, 'v')])].map(one => `~l${one}`),
    bones: bonesAmong([...new Set([sound, plain])]),
  }
}

function scriptOf(word: string): Script | null {
  if (/^\p{Script=Latin}+$/u.test(word)) return 'Latin'
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return 'Cyrillic'
  return /^\p{Script=Arabic}+$/u.test(word) ? 'Arabic' : null
}

function soundOf(word: string, script: Script): string {
  return once(
    script === 'Latin' ? replaced(word, LATIN) : lettersOf(word, script === 'Cyrillic' ? CYRILLIC : ARABIC),
  )
}

function replaced(word: string, letters: [RegExp, string][]): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return letters.reduce((text, [written, sound]) => text.replace(written, sound), plain)
}

/** A doubled letter is one sound. */
function once(sound: string): string {
  return sound.replace(/(.)\1+/g, '$1')
}

function lettersOf(word: string, letters: Record<string, string>): string {
  return [...word].map(letter => letters[letter] ?? '').join('')
}

function bonesAmong(sounds: string[]): string[] {
  const bones = sounds.map(bonesOf).filter(({ length }) => length >= FEWEST_CONSONANTS)
  return [...new Set(bones)].map(one => `~b${one}`)
}

/** Its consonants; voiced and unvoiced lips are one, for Arabic has no p and no v. */
function bonesOf(sound: string): string {
  const first = /^[aeiou]/.test(sound) ? 'a' : sound.slice(0, 1)
  return (first + sound.slice(1).replace(/[aeiouh]/g, '')).replace(/p/g, 'b').replace(/v/g, 'f').replace(/z/g, 's')
}
