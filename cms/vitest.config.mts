import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * Every test runs a real Strapi on SQLite; build first (`npm run build`). On PostgreSQL `npm test` runs what writes
 * statements of its own, `npm run test:full` everything.
 */
const ON_POSTGRES_TOO = [
  'at-once',
  'creations',
  'deleting',
  'entries',
  'ledger',
  'lists',
  'slow',
  'stored',
  'together',
  'wrong-values',
]

const isFull = process.env.TEST_MATRIX === 'full'

/** For `npm run test:full` alone: minutes of restarts. */
const ONLY_IN_FULL = isFull ? [] : ['tests/withdrawn-restart.test.ts']

const PROJECTS = [
  { name: 'sqlite', include: ['tests/**/*.test.ts'], exclude: ONLY_IN_FULL, globalSetup: ['tests/templates.ts'] },
  {
    name: 'postgres',
    include: isFull ? ['tests/**/*.test.ts'] : ON_POSTGRES_TOO.map(name => `tests/${name}.test.ts`),
    globalSetup: ['tests/postgres.ts', 'tests/templates.ts'],
  },
]

export default defineConfig({
  test: {
    projects: PROJECTS.map(project => ({
      test: { ...project, pool: 'forks' as const, testTimeout: 180_000, hookTimeout: 900_000, retry: 1 },
    })),
    // A fifth of the time a file waits: for a start, for what comes at its time.
    maxWorkers: availableParallelism() + 1,
  },
})
