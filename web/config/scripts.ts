import { LOCALES } from 'shared-types'

/**
 * Styles say `:script(Arabic)` where they mean the languages that are written so. Throws for a script that no language
 * has.
 */
export function withScripts(css: string): string {
  return css.replace(/:script\((\w+)\)/g, (_, script: string) => {
    const written = LOCALES.filter(locale => locale.script === script).map(({ language }) => `:lang(${language})`)
    if (written.length === 0)
      throw new Error(
        `No language is written in "${script}". The scripts are: `
        + `${[...new Set(LOCALES.map(locale => locale.script))].join(', ')}.`,
      )
    return `:is(${written.join(', ')})`
  })
}

/** For Vite: before styles are read by anything else. */
export const scripts = {
  name: 'scripts',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => /\.css(\?|$)/.test(id) ? withScripts(code) : undefined,
}
