/** Which languages a translation service is asked for. */
import { localeOf } from 'shared-types'
import { readEnvironment } from '../environment'

/** What services call a language, where that is not its code here; the first that they know. */
const NAMES: Record<string, string[]> = { kmr: ['kmr', 'ku'] }

/** Whether there is a service, and the languages are two to it: nobody translates into Leichte Sprache by machine. */
export function offersDrafts(from: string, to: string): boolean {
  return readEnvironment().translating !== null && !localeOf(to).simpleOf && spokenIn(from) !== to
}

/** namesOf lists what a service may call a language. */
export function namesOf(code: string): string[] {
  return NAMES[code] ?? [spokenIn(code)]
}

/** Leichte Sprache is German. */
function spokenIn(code: string): string {
  return localeOf(code).simpleOf ?? code
}
