/** The last part of an address: small Latin letters, digits, single hyphens. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function isSlug(text: string): boolean {
  return SLUG.test(text)
}
