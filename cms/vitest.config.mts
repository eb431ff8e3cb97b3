import { defineConfig } from 'vitest/config'

/** Every test runs a real Strapi, once on SQLite and once on PostgreSQL: build first (`npm run build`). */
const databases = ['sqlite', 'postgres'] as const

export default defineConfig({
  test: {
    projects: databases.map(database => ({
      test: {
        name: database,
        include: ['tests/**/*.test.ts'],
        globalSetup: database === 'postgres' ? ['tests/postgres.ts'] : [],
        pool: 'forks' as const,
        testTimeout: 60_000,
        hookTimeout: 400_000,
      },
    })),
    maxWorkers: 2,
  },
})
