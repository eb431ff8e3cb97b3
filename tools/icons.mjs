/**
 * Draws the mark of the website in all forms that browsers and phones ask for: `web/public/favicon.svg`, `favicon.ico`,
 * `apple-touch-icon.png`, `icon-192.png`, `icon-512.png` and `icon-maskable-512.png`.
 * Run it when the strands or their colours change: `tools/with-node node tools/icons.mjs`. The pictures are committed;
 * a test draws them into a folder of its own, which may be named.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { BRAIDED, strandPaths } from '../web/app/utils/braid.ts'
import { root } from './environment.mjs'

/** The strands in a box of 100 by 100, drawn apart so that they fill it, and how thick one is. */
const APART = 1.3
const PATHS = strandPaths('open', 'across').map(line =>
  line.replace(/ ([\d.-]+)/g, (_, side) => ` ${Math.round(500 + (Number(side) - 50) * 10 * APART) / 10}`),
)
const STROKE = 10
/** How much of a picture the mark takes, in hundredths: a phone may cut off a fifth of a maskable one. */
const SHARE = { bare: 90, padded: 72, maskable: 56 }

const folder = path.resolve(process.argv[2] ?? path.join(root, 'web/public'))
const styles = await readFile(path.join(root, 'web/app/assets/css/main.css'), 'utf8')
const [light = '', dark = ''] = styles.split('@media (prefers-color-scheme: dark)')
const here = name => path.join(folder, name)

/** A colour of the style sheet as other programs know it: `--name: oklch(L C H)` as `#rrggbb`. */
function colourIn(css, name) {
  const [, lightness, chroma, hue] = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(css)
  const angle = (Number(hue) * Math.PI) / 180
  const [a, b] = [Number(chroma) * Math.cos(angle), Number(chroma) * Math.sin(angle)]
  const [l, m, s] = [
    [0.3963377774, 0.2158037573], [-0.1055613458, -0.0638541728], [-0.0894841775, -1.291485548],
  ].map(([x, y]) => (Number(lightness) + x * a + y * b) ** 3)
  return `#${[
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(hexOf).join('')}`
}

function hexOf(linear) {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, value)) * 255).toString(16).padStart(2, '0')
}

/** The strands, in the middle of a box of 100 by 100. */
function mark(share, attributes) {
  const margin = (100 - share) / 2
  const lines = BRAIDED.map((name, index) => `<path d="${PATHS[index]}" ${attributes(name)}/>`).join('')
  return `<g transform="translate(${margin} ${margin}) scale(${share / 100})" fill="none" stroke-width="${STROKE}" `
    + `stroke-linecap="round" stroke-linejoin="round">${lines}</g>`
}

const svg = content => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>\n`
const rules = css => BRAIDED.map(name => `.${name}{stroke:${colourIn(css, `strand-${name}`)}}`).join('')
const inLight = name => `stroke="${colourIn(light, `strand-${name}`)}"`
const onPaper = share => svg(`<rect width="100" height="100" fill="${colourIn(light, 'ground')}"/>${mark(share, inLight)}`)

const png = (drawing, size) =>
  sharp(Buffer.from(drawing), { density: (72 * size) / 100 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer()

/** Pictures of several sizes in one file, as browsers ask for it by themselves. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, bytes }] of pictures.entries()) {
    const entry = 6 + 16 * index
    head.writeUInt8(size, entry)
    head.writeUInt8(size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(bytes.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += bytes.length
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)])
}

const bare = svg(mark(SHARE.bare, inLight))
await writeFile(here('favicon.svg'), svg(
  `<style>${rules(light)}@media(prefers-color-scheme:dark){${rules(dark)}}</style>`
  + mark(SHARE.bare, name => `class="${name}"`),
))
await writeFile(here('favicon.ico'), ico(await Promise.all(
  [16, 32, 48].map(async size => ({ size, bytes: await png(bare, size) })),
)))
await writeFile(here('apple-touch-icon.png'), await png(onPaper(SHARE.padded), 180))
await writeFile(here('icon-192.png'), await png(onPaper(SHARE.padded), 192))
await writeFile(here('icon-512.png'), await png(onPaper(SHARE.padded), 512))
await writeFile(here('icon-maskable-512.png'), await png(onPaper(SHARE.maskable), 512))
