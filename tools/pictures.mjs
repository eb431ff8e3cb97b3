/**
 * Takes the pictures of the website that stand in `docs/look.md` and in the README: `docs/images/<name>.png`.
 * Run it when pages look different: start the website with its facts (`npm start`), then `tools/with-node node
 * tools/pictures.mjs http://127.0.0.1:3000`. The pictures are committed.
 * It needs a Chromium (`CHROME_PATH`, else that of the machine) and the faces of the scripts, such as Noto Sans Arabic.
 */
import path from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { root } from './environment.mjs'

/** Few colours make a light file. */
const COLOURS = 64
const PHONE = { width: 390, height: 844 }
const SCREEN = { width: 1280, height: 900 }

const PICTURES = [
  { name: 'home', address: '/', viewport: { width: 1280, height: 960 } },
  { name: 'measure', address: '/massnahmen/anteil-beschaeftigte', viewport: PHONE },
  { name: 'finder', address: '/massnahmen', viewport: PHONE },
  { name: 'plan-dark', address: '/plaene/wir-2-0', viewport: SCREEN, colorScheme: 'dark' },
  { name: 'timeline-arabic', address: '/ar/timeline', viewport: PHONE },
  { name: 'sheet', address: '/ar/measures/tiny-houses/sheet', viewport: SCREEN },
]

const [website = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, address, viewport, colorScheme = 'light' } of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme })
  await page.goto(website + address)
  await page.evaluate(() => document.fonts.ready)
  const file = path.join(root, 'docs/images', `${name}.png`)
  const { size } = await sharp(await page.screenshot())
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toFile(file)
  console.log(`${name}.png ${size} bytes`)
  await page.close()
}
await browser.close()
