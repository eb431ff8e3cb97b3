/** What the tests know of the seed without reading it as the cms does. */
import { existsSync } from 'node:fs'
import { LOCALE_CODES, SOURCE_LANGUAGE } from 'shared-types'

/** The languages in which the seed is told: German, and those with a file of translations. A language needs none. */
export const SEEDED_LANGUAGES = LOCALE_CODES.filter(
  code => code === SOURCE_LANGUAGE || existsSync(`seed/translations/${code}.json`),
)
