/** Stands in for what Nuxt brings into every module of the website: our own functions. */
const ours = await Promise.all(
  Object.values(import.meta.glob(['../app/{utils,composables}/*.ts', '!**/*.test.ts'])).map(load => load()),
)
export const functions: object = Object.assign({}, ...ours)
Object.assign(globalThis, functions)
