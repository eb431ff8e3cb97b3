/** A session in the admin lasts as long as the operator says, and a working day at least where nothing is said. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const require = createRequire(import.meta.url)
const WORKING_DAY_SECONDS = 8 * 60 * 60
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-hours-'))

interface Sessions {
  idleSessionLifespan: number
  maxSessionLifespan: number
}

beforeEach(() => {
  vi.stubEnv('DATA_DIR', dataDirectory)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dataDirectory, { recursive: true })
})

/** The configuration as a process that is started with this value reads it. */
function sessionsWith(hours: string): Sessions {
  vi.stubEnv('SESSION_HOURS', hours)
  for (const file of ['../dist/src/environment', '../dist/config/admin']) Reflect.deleteProperty(require.cache, require.resolve(file))
  const { default: { auth: { sessions } } }: { default: { auth: { sessions: Sessions } } } = require('../dist/config/admin')
  return sessions
}

test.each([['1', 3600], ['24', 86_400], ['168', 604_800]])('%s hours are that many seconds, idle or not', (hours, seconds) => {
  expect(sessionsWith(hours)).toMatchObject({ idleSessionLifespan: seconds, maxSessionLifespan: seconds })
})

test('nothing is a working day at least', () => {
  expect(sessionsWith('').idleSessionLifespan).toBeGreaterThanOrEqual(WORKING_DAY_SECONDS)
})

test.each(['0', '-1', '1.5', '169', 'Infinity', 'NaN', 'zwölf', '12h', ' '])('%j ends the start with a sentence', (hours) => {
  expect(() => sessionsWith(hours)).toThrow(
    `SESSION_HOURS is "${hours}". It must be a number of hours from 1 to 168.`,
  )
})
