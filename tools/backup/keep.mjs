/** Old sets go. */
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Named by a moment and nothing else: those that a restore has put aside stay. */
const IS_SET = /^\d{4}-\d{2}-\d{2}-\d{6}$/

/** Removes all but the newest sets in a folder; returns the names of what went. */
export function keepNewest(folder, number) {
  const old = readdirSync(folder).filter(name => IS_SET.test(name)).sort().reverse().slice(number)
  for (const name of old) rmSync(path.join(folder, name), { recursive: true })
  return old
}
