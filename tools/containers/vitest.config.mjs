import { defineConfig } from 'vitest/config'

/** `npm run test:compose`: minutes long, and not part of `npm test`. One step builds on the other. */
export default defineConfig({
  test: {
    include: ['*.journey.mjs'], pool: 'forks', fileParallelism: false, bail: 1, testTimeout: 900_000, hookTimeout: 120_000,
  },
})
