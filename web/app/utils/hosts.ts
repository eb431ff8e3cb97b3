/** The host of an address of the web, as people say it. */
export function hostOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '')
}
