/** A word of a closed list; `unknown` where nobody said which. It is never guessed. */
export type Known<Word extends string> = Word | 'unknown'
