import { defineConfig } from 'vitest/config'

/** Journeys through the built product, started as `npm start` starts it, in a real browser. */
export default defineConfig({
  test: {
    include: ['*.test.ts'],
    globalSetup: ['product.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
