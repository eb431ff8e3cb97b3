/**
 * Makes the faces ready; runs before every build, nothing is committed. Those of headings on pages are made small: one
 * script each, one weight. Those of pictures beside links (`server/share`) are whole and of every weight: no reader
 * waits for them.
 */
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

const PICTURED = [
  ['bricolage-grotesque', ['latin', 'latin-ext']], ['noto-sans', ['latin', 'latin-ext', 'cyrillic', 'greek']],
  ['vazirmatn', ['arabic']],
]
/** All letters of these scripts, and the marks between them. */
const WHOLE = [[0x20, 0x52f], [0x600, 0x77f], [0x1e00, 0x1fff], [0x2000, 0x22ff], [0xfb50, 0xfdff], [0xfe70, 0xfeff]]

const { resolve } = createRequire(import.meta.url)
const folderOf = async (place) => {
  const folder = new URL(place, import.meta.url)
  await mkdir(folder, { recursive: true })
  return folder
}
const ofPages = await folderOf('../public/fonts/')
const ofPictures = await folderOf('../server/share/fonts/')

for (const { name, script, ranges } of FACES) {
  const small = await subsetFont(await sourceOf(name, script), lettersOf(ranges), {
    targetFormat: 'woff2', variationAxes: { wght: 700 },
  })
  await writeFile(new URL(`${name}.woff2`, ofPages), small)
}

for (const [name, scripts] of PICTURED)
  for (const script of scripts) {
    const whole = await subsetFont(await sourceOf(name, script), lettersOf(WHOLE), { targetFormat: 'sfnt' })
    await writeFile(new URL(`${name}-${script}.ttf`, ofPictures), whole)
  }

function sourceOf(name, script) {
  return readFile(resolve(`@fontsource-variable/${name}/files/${name}-${script}-wght-normal.woff2`))
}

function lettersOf(ranges) {
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset)),
  ).join('')
}
