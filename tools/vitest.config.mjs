import { defineConfig } from 'vitest/config'

/** The commands of the project, run as an operator runs them. */
export default defineConfig({
  test: { include: ['**/*.test.mjs'], pool: 'forks', maxWorkers: 2, testTimeout: 60_000, hookTimeout: 60_000 },
})
