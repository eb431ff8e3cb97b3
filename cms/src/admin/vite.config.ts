/**
 * How the admin is built: with German where Strapi's modules hold English that no translation reaches, and where they
 * must do something in another way.
 */
import { BUILT_IN } from './german/built-in'
import { OTHERWISE } from './otherwise'

/** What is changed in Strapi's modules: module, and pairs of what is replaced by what. */
const CHANGES: Record<string, [string, string][]> = { ...BUILT_IN, ...OTHERWISE }
for (const [module, pairs] of Object.entries(BUILT_IN)) CHANGES[module] = [...pairs, ...OTHERWISE[module] ?? []]

/** What is used here of Vite's configuration. */
interface Configuration {
  plugins?: unknown[]
}

export default function configure(configuration: Configuration): Configuration {
  return { ...configuration, plugins: [...configuration.plugins ?? [], changedModules()] }
}

function changedModules() {
  const left = new Set(Object.keys(CHANGES))
  return {
    name: 'changed-modules',
    transform(code: string, id: string) {
      const module = Object.keys(CHANGES).find(name => id.split('?')[0]?.endsWith(`/node_modules/${name}`))
      if (!module) return null
      left.delete(module)
      return { code: changed(code, module), map: null }
    },
    buildEnd(error?: Error) {
      if (!error && left.size > 0) throw new Error(`Strapi has no module ${[...left].join(', ')} any more.`)
    },
  }
}

function changed(code: string, module: string): string {
  return (CHANGES[module] ?? []).reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`${module} does not say ${before} any more.`)
    return text.replaceAll(before, after)
  }, code)
}
