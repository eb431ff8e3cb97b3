import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Hannover's own: nothing that is reckoned in UTC may depend on where the server stands. */
process.env.TZ = 'Europe/Berlin'

const alias = {
  '~~': fileURLToPath(new URL('.', import.meta.url)),
  '~': fileURLToPath(new URL('app', import.meta.url)),
  'shared-types': fileURLToPath(new URL('../shared-types/src/index.ts', import.meta.url)),
}

export default defineConfig({
  test: {
    // A busy machine is slow, and that is no fault.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        plugins: [vue()],
        resolve: { alias },
        test: {
          name: 'app', environment: 'happy-dom', include: ['app/!(utils)/**/*.test.ts'], setupFiles: ['test/nuxt.ts'],
          // Every component is loaded once, not once for each file.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: { name: 'script', environment: 'happy-dom', include: ['enhance/**/*.test.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'functions', environment: 'node', include: ['{app/utils,config,i18n}/**/*.test.ts'],
          setupFiles: ['test/utils.ts'],
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: { name: 'server', environment: 'node', include: ['server/**/*.test.ts'], setupFiles: ['test/nitro.ts'] },
      },
    ],
  },
})
