/** Makes the display face small: Latin only, one weight. Runs before every build; the result is not committed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const RANGES = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x2010, 0x2026], [0x20ac, 0x20ac],
]
const source = createRequire(import.meta.url).resolve(
  '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
)
const folder = new URL('../public/fonts/', import.meta.url)

const letters = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset)),
).join('')
const small = await subsetFont(await readFile(source), letters, { targetFormat: 'woff2', variationAxes: { wght: 700 } })
await mkdir(folder, { recursive: true })
await writeFile(new URL('bricolage-grotesque.woff2', folder), small)
