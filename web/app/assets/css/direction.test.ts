import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Properties and values that mean a side of the screen, where a page from the right means the other one; space and
 * lines above and below are said in the same words.
 */
const PHYSICAL
  = /(?<![\w-])(?:(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-(?:color|style|width))?|(?:margin|padding|border)-(?:top|bottom)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g

const app = path.resolve(import.meta.dirname, '../..')
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(file => /\.(vue|css)$/.test(file))

/** The styles of a file, without what is only said about them. */
function stylesOf(file: string): string {
  const text = readFileSync(path.join(app, file), 'utf8')
  const styles = file.endsWith('.css')
    ? text
    : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css).join('\n')
  return styles.replace(/\/\*[\s\S]*?\*\//g, '')
}

describe('the styles', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThan(60)
  })

  it.each(files)('of %s name no side of the screen', (file) => {
    expect(stylesOf(file).match(PHYSICAL) ?? []).toEqual([])
  })

  it.each(files)('of %s name a script, not the languages that are written so', (file) => {
    expect(stylesOf(file)).not.toMatch(/:lang\((?!de|en)/)
  })

  it.each([
    'a { margin-left: 1px }', 'a { margin-top: 1px }', 'a { left: 0 }', 'a { border-top-right-radius: 2px }',
    'a { text-align: right }', 'a { float:left }',
  ])('would be found out by %s', (css) => {
    expect(css.match(PHYSICAL)).toHaveLength(1)
  })

  it.each(['a { margin-inline-start: 1px }', 'a { inset-inline: 0 }', 'a { text-align: start }', 'a { --left: 1px }'])(
    'may say %s',
    (css) => {
      expect(css.match(PHYSICAL)).toBeNull()
    },
  )
})
