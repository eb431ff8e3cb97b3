const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/** Stands for the website itself: an address in it that leads to another host leads away. */
const HERE = 'https://website.invalid'

/** Whether a link may be followed: to the web, an e-mail address, a telephone number, or a place in this website. */
export function isSafeLink(url: string): boolean {
  if (url.startsWith('#')) return true
  // Browsers strip tabs and line breaks, so `/\t/evil.example` would lead away: the parser that they use decides.
  if (/^[/\\]/.test(url)) return URL.canParse(url, HERE) && new URL(url, HERE).origin === HERE
  // `https:evil.example` is read as an address here or as one there, as the page has it.
  if (/^https?:(?!\/\/)/i.test(url)) return false
  return URL.canParse(url) && SCHEMES.has(new URL(url).protocol)
}

/** Where films stand to which articles lead. */
export const VIDEO_HOSTS = [
  'youtube.com', 'youtu.be', 'vimeo.com', 'media.ccc.de', 'ardmediathek.de', 'ndr.de', 'zdf.de', 'hannover.de',
] as const

/**
 * Whether an address leads to one of these hosts, as a browser reads it: not by what stands before an `@`, nor by
 * letters that look alike.
 */
export function isVideoAddress(url: string): boolean {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return false
  const { hostname, username, password } = new URL(url)
  return username + password === '' && VIDEO_HOSTS.some(host => hostname === host || hostname.endsWith(`.${host}`))
}
