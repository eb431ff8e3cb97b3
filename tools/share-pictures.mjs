/**
 * Draws the pictures that stand beside links to the website elsewhere: `web/public/share/<section>-<language>.png`, one
 * for each section and language.
 * Run it after a new language or other words under `share` in `shared-types/languages`: `tools/with-node node
 * tools/share-pictures.mjs`. The pictures are committed.
 * It needs a Chromium (`CHROME_PATH`, else that of the machine) and the faces of the scripts, such as Noto Sans Arabic.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { LOCALES } from 'shared-types'
import { BRAIDED } from '../web/app/utils/braid.ts'
import { braidIn, braidWith, knot, textLines, tie } from '../web/app/utils/share-drawing.ts'
import { SHARE_PICTURE, SHARE_SECTIONS } from '../web/app/utils/share.ts'
import { STAGE_SHAPES } from '../web/app/utils/stage-shapes.ts'
import { STRAND_TILES } from '../web/app/utils/strand-patterns.ts'
import { withScripts } from '../web/config/scripts.ts'
import { root } from './environment.mjs'

/** Few colours make a light file; these are enough for the edges of letters. */
const COLOURS = 48

const web = path.join(root, 'web')
const { width: WIDTH, height: HEIGHT } = SHARE_PICTURE

const face = await readFile(
  createRequire(path.join(web, 'package.json')).resolve(
    '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  ),
  'base64',
)
const siteStyles = withScripts(await readFile(path.join(web, 'app/assets/css/main.css'), 'utf8')).replace(
  '/fonts/bricolage-grotesque.woff2', `data:font/woff2;base64,${face}`,
)

const STYLES = `
  html, body { inline-size: ${WIDTH}px; block-size: ${HEIGHT}px; overflow: hidden; }
  body { position: relative; padding: 56px 72px; background: var(--ground); color: var(--ink); }
  header { display: flex; align-items: center; gap: 16px; font: 700 36px/1 'Bricolage Grotesque', sans-serif; }
  header svg { inline-size: 84px; block-size: 60px; }
  header span { margin-inline-start: auto; color: var(--ink-soft); font: 400 28px/1 var(--family-ui); }
  h1 { max-inline-size: none; margin: 40px 0 12px; font-size: 116px; line-height: 1.02; letter-spacing: -0.025em; hyphens: none; }
  p { margin: 0; max-inline-size: none; color: var(--ink-soft); font: 400 37px/1.35 var(--family-ui); }
  :lang(ar) h1 { margin-block: 24px 0; line-height: 1.35; letter-spacing: 0; }
  .drawing { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
  :dir(rtl) .drawing { scale: -1 1; }
  .strand { fill: none; stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
  header .strand { stroke-width: 3.5; }
  .speech { fill: var(--ground); stroke-width: 12; }
  ${BRAIDED.map(name => `.strand-${name} { stroke: var(--strand-${name}); } .end-${name} { fill: `
    + `var(--strand-${name}); }`).join('\n')}
  .ink { fill: none; stroke: var(--ink); stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; }
  .ink-area { fill: var(--ink); }
  .ground-area { fill: var(--ground); }
  .words { position: relative; }
  .opinions .words { position: static; }
  .opinions .words > header { position: relative; }
  /* Who speaks for themselves stands on a ground of their own. */
  .opinions body { background: var(--ink); color: var(--ground); }
  .opinions :is(p, header span) { color: var(--line); }
  .opinions .bubble { fill: var(--accent); }
  .opinions :is(h1, .words > p) { position: absolute; inset-inline: 72px; margin: 0; }
  .opinions h1 { display: flex; align-items: center; inset-block-start: 146px; block-size: 252px; padding-inline: 56px; font-size: 150px; }
  .opinions:lang(ar) h1 { padding-block-end: 32px; font-size: 118px; }
  .opinions .words > p { inset-block-start: 506px; padding-inline: 4px; }
`

const range = length => Array.from({ length }, (_, index) => index)

/** Six threads, each with its own shape. */
function threads() {
  return BRAIDED.map((name, row) => {
    const tiles = range(18).map(
      column =>
        `<path class="strand strand-${name}" transform="translate(${column * 72 - 20} ${408 + row * 33}) scale(3 2)" `
        + `d="${STRAND_TILES[name]}" />`,
    )
    return tiles.join('')
  }).join('')
}

/** Two people, each with a strand for a bubble. */
function conversation() {
  const first
    = 'M438 372H872A28 28 0 0 1 900 400V486A28 28 0 0 1 872 514H540L484 566V514H438A28 28 0 0 1 410 486V400A28 28 0 0 '
      + '1 438 372Z'
  const second
    = 'M678 424H1096A28 28 0 0 1 1124 452V530A28 28 0 0 1 1096 558H1056V602L1004 558H678A28 28 0 0 1 650 530V452A28 '
      + '28 0 0 1 678 424Z'
  return [
    ['four', first], ['one', second],
  ]
    .map(([name, d]) => `<path class="strand strand-${name} speech" d="${d}" />`)
    .join('')
}

/** A thread along the shapes of the stages, from what was proposed to what is done. */
function stages() {
  const shapes = ['proposed', 'adopted', 'in_progress', 'completed'].map((stage, index) => {
    const { line, dash, area } = STAGE_SHAPES[stage]
    return `<g transform="translate(${72 + index * 300} 436) scale(9)"><circle class="ground-area" cx="8" cy="8" `
      + `r="8" />${line
        ? `<path class="ink" style="stroke-width: 1.6; stroke-linecap: butt" `
        + `stroke-dasharray="${dash ?? 'none'}" d="${line}" />`
        : ''}${area
        ? `<path class="ink-area" d="${area}" `
        + `/>`
        : ''}</g>`
  })
  return (
    BRAIDED.map((name, row) => `<path class="strand strand-${name}" d="M-20 ${473 + row * 14}H1220" />`).join('')
    + shapes.join('')
  )
}

/** People, each with a strand, tied in the middle. */
function people() {
  return (
    range(6)
      .map((row) => {
        const [near, far] = [
          [130 + (row % 2) * 90, 410 + row * 33], [1070 - (row % 2) * 90, 575 - row * 33],
        ]
        const heads = [near, far].map(
          ([x, y]) => `<circle class="end-${BRAIDED[row]}" cx="${x}" cy="${y}" r="17" />`,
        )
        return `<path class="strand strand-${BRAIDED[row]}" d="M${near}C420 ${near[1]} 420 492 600 492S780 `
          + `${far[1]} ${far}" />${heads.join('')}`
      })
      .join('') + knot(600, 492)
  )
}

const bubble
  = '<path class="bubble" d="M100 146H1100A28 28 0 0 1 1128 174V370A28 28 0 0 1 1100 398H250L160 482V398H100A28 28 0 '
    + '0 1 72 370V174A28 28 0 0 1 100 146Z" />'

/** What each section has of the braid. Opinions have none: they are one person's. */
const DRAWINGS = {
  home: braidWith(3, knot), timeline: braidWith(6, knot), plans: braidWith(2, tie), measures: threads(),
  articles: textLines(), opinions: bubble, interviews: conversation(), status_reports: stages(), contributors: people(),
}

function pictureOf(section, { language, direction }, { share, app }) {
  const mark = `<svg viewBox="0 0 84 60">${braidIn('tied', { x: 2, y: 2, width: 80, height: 56 })}</svg>`
  return `<!doctype html><html lang="${language}" dir="${direction}" class="${section}"><style>${siteStyles}${STYLES}</style>
    <svg class="drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}">${DRAWINGS[section]}</svg>
    <div class="words"><header>${mark}<bdi lang="en">${app.name}</bdi><span><bdi lang="en">Welt-in-Hannover.de</bdi></span></header><h1>${share.title[section]}</h1><p>${share.line[section]}</p></div></html>`
}

/** As large as fits above the drawing. */
function fitTitle() {
  const title = document.querySelector('h1')
  const words = document.createRange()
  words.selectNodeContents(title)
  for (
    let size = parseFloat(getComputedStyle(title).fontSize);
    size > 40 && (words.getBoundingClientRect().width > title.clientWidth || words.getClientRects().length > 1);
    size -= 2
  )
    title.style.fontSize = `${size}px`
}

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || '/usr/bin/chromium', args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, colorScheme: 'light' })
const folder = path.join(web, 'public/share')
await mkdir(folder, { recursive: true })
for (const locale of LOCALES) {
  const texts = JSON.parse(await readFile(path.join(root, `shared-types/languages/${locale.code}.json`), 'utf8'))
  for (const section of SHARE_SECTIONS) {
    await page.setContent(pictureOf(section, locale, texts))
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(fitTitle)
    const picture = await sharp(await page.screenshot())
      .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
      .toBuffer()
    await writeFile(path.join(folder, `${section}-${locale.code}.png`), picture)
    console.log(`${section}-${locale.code}.png ${picture.length} bytes`)
  }
}
await browser.close()
