/** Licences by their SPDX identifier: what people call them, and where they are explained. */
const LICENCES: Record<string, { name: string, path: string }> = {
  'CC-BY-4.0': { name: 'CC BY 4.0', path: 'licenses/by/4.0' },
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', path: 'licenses/by-sa/4.0' },
  'CC0-1.0': { name: 'CC0 1.0', path: 'publicdomain/zero/1.0' },
}

/** Of the texts of this website, where nothing else stands. */
export const TEXT_LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

export interface Licence {
  name: string
  /** Where it is explained, in the language asked for; null for one that is not in the table. */
  deed: string | null
}

export function licenceOf(licence: string, language: string): Licence {
  const known = Object.hasOwn(LICENCES, licence) ? LICENCES[licence] : undefined
  return known
    ? { name: known.name, deed: `https://creativecommons.org/${known.path}/deed.${language}` }
    : { name: licence, deed: null }
}
