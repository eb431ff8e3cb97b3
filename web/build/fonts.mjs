/** Makes the faces of headings small: one script each, one weight. Runs before every build; nothing is committed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

/** A package, its file, and the letters that are kept: those of the languages of this website. */
const FACES = [
  {
    name: 'bricolage-grotesque', script: 'latin',
    ranges: [[0x20, 0x7e], [0xa0, 0x17f], [0x2010, 0x2026], [0x20ac, 0x20ac]],
  },
  {
    name: 'vazirmatn', script: 'arabic',
    ranges: [
      [0x60c, 0x60c], [0x61b, 0x61b], [0x61f, 0x61f], [0x621, 0x63a], [0x640, 0x652], [0x654, 0x654], [0x660, 0x66c],
      [0x670, 0x671], [0x67e, 0x67e], [0x686, 0x686], [0x698, 0x698], [0x6a9, 0x6a9], [0x6af, 0x6af], [0x6cc, 0x6cc],
      [0x6c0, 0x6c0], [0x6f0, 0x6f9], [0xab, 0xab], [0xbb, 0xbb], [0x200c, 0x200d],
    ],
  },
]
const { resolve } = createRequire(import.meta.url)
const folder = new URL('../public/fonts/', import.meta.url)
await mkdir(folder, { recursive: true })

for (const { name, script, ranges } of FACES) {
  const source = resolve(`@fontsource-variable/${name}/files/${name}-${script}-wght-normal.woff2`)
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset)),
  ).join('')
  const small = await subsetFont(await readFile(source), letters, { targetFormat: 'woff2', variationAxes: { wght: 700 } })
  await writeFile(new URL(`${name}.woff2`, folder), small)
}
