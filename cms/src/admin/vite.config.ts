/** How the admin is built: with German where Strapi's modules hold English that no translation reaches. */
import { BUILT_IN } from './german/built-in'

/** What is used here of Vite's configuration. */
interface Configuration {
  plugins?: unknown[]
}

export default function configure(configuration: Configuration): Configuration {
  return { ...configuration, plugins: [...configuration.plugins ?? [], germanModules()] }
}

function germanModules() {
  const left = new Set(Object.keys(BUILT_IN))
  return {
    name: 'german-modules',
    transform(code: string, id: string) {
      const module = Object.keys(BUILT_IN).find(name => id.split('?')[0]?.endsWith(`/node_modules/${name}`))
      if (!module) return null
      left.delete(module)
      return { code: inGerman(code, module), map: null }
    },
    buildEnd(error?: Error) {
      if (!error && left.size > 0) throw new Error(`Strapi has no module ${[...left].join(', ')} any more.`)
    },
  }
}

function inGerman(code: string, module: string): string {
  return (BUILT_IN[module] ?? []).reduce((changed, [english, german]) => {
    if (!changed.includes(english)) throw new Error(`${module} does not say ${english} any more.`)
    return changed.replaceAll(english, german)
  }, code)
}
