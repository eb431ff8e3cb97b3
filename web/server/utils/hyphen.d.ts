/** The package has no types of its own. */
declare module 'hyphen/hyphen.js' {
  /** What puts soft hyphens where a language divides words. */
  export default function createHyphenator(patterns: object): (text: string) => string
}

declare module 'hyphen/patterns/*' {
  const patterns: object
  export default patterns
}
