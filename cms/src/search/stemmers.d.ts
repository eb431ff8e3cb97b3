/** The package says its types in `exports`, which this compiler does not read. */
declare module '@orama/stemmers/*' {
  export function stemmer(word: string): string
}
