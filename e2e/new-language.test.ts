/**
 * A language that is added as CONTRIBUTING.md says, by one row and one file: a copy of the project with it is
 * built and run on the data of the product.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { htmlProblems } from './html'
import { freePort, root } from './product'

interface Tree { [key: string]: string | Tree }

const ROW = '  { code: \'uk\', language: \'uk\', name: \'Українська\', direction: \'ltr\', script: \'Cyrillic\' },\n'
/** Enough to see that it is Ukrainian; everything else is English in Cyrillic letters. */
const WORDS: Record<string, string> = {
  'app.skip': 'Перейти до змісту', 'app.language.label': 'Мова', 'app.nav.timeline': 'Хронологія',
  'home.title': 'План інтеграції Ганновера і що з ним відбувається', 'feed.articles': 'LIP-Lab: Статті',
}
const CYRILLIC = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...'абцдефгхіжклмнопкрстуввхиз'][index] ?? 'а']),
)

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-language-'))
const at = (...parts: string[]) => path.join(folder, ...parts)
const running: ChildProcess[] = []
let web = ''

beforeAll(async () => {
  copyProject()
  addLanguage()
  await run('shared-types', 'typescript/bin/tsc', '-p', '.')
  await run('web', 'nuxt/bin/nuxt.mjs', 'build')
  const [port, cmsPort] = [String(await freePort()), String(await freePort())]
  web = `http://127.0.0.1:${port}`
  const env = {
    PORT: port, CMS_PORT: cmsPort,
    CMS_URL: `http://127.0.0.1:${cmsPort}`,
    HOST: '127.0.0.1', DATA_DIR: at('data'), SEED: 'none',
  }
  start('cms', env, at('node_modules/@strapi/strapi/bin/strapi.js'), 'start')
  start('web', env, '.output/server/index.mjs')
  await vi.waitFor(async () => expect((await fetch(`${web}/readyz`)).status).toBe(200), {
    timeout: 90_000, interval: 500,
  })
}, 240_000)

afterAll(async () => {
  await Promise.all(running.map(child => new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })))
  rmSync(folder, { recursive: true, force: true })
})

/** The sources, what is built of the cms, and the data; packages are those of the project. */
function copyProject(): void {
  for (const part of ['package.json', 'tsconfig.base.json', 'shared-types', 'web', 'cms'])
    cpSync(path.join(root, part), at(part), {
      recursive: true, filter: file => !/[\\/](node_modules|\.nuxt|\.output|cms[\\/](src|seed|tests))$/.test(file),
    })
  // It says texts of the interface, too.
  const sheets = 'cms/src/admin/consent-sheets'
  cpSync(path.join(root, sheets), at(sheets), { recursive: true })
  mkdirSync(at('node_modules'))
  for (const name of readdirSync(path.join(root, 'node_modules')))
    symlinkSync(name === 'shared-types' ? at(name) : path.join(root, 'node_modules', name), at('node_modules', name))
  for (const part of ['web', 'cms']) symlinkSync(path.join(root, part, 'node_modules'), at(part, 'node_modules'))
  cpSync(inject('dataDirectory'), at('data'), {
    recursive: true, filter: file => !path.basename(file).startsWith('lip-lab.db'),
  })
  const database = new DatabaseSync(path.join(inject('dataDirectory'), 'lip-lab.db'))
  database.prepare('VACUUM INTO ?').run(at('data/lip-lab.db'))
  database.close()
}

function addLanguage(): void {
  const table = at('shared-types/src/locales.ts')
  writeFileSync(table, readFileSync(table, 'utf8').replace('] as const satisfies', `${ROW}] as const satisfies`))
  const english: Tree = JSON.parse(readFileSync(at('shared-types/languages/en.json'), 'utf8'))
  writeFileSync(at('shared-types/languages/uk.json'), JSON.stringify({ ...toUkrainian(english), review: 'machine' }))
}

function toUkrainian(tree: Tree, place = ''): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, text]) => [
      key,
      typeof text === 'string'
        ? (WORDS[place + key] ?? inForms(inCyrillic(text)))
        : toUkrainian(text, `${place}${key}.`),
    ]),
  )
}

function inCyrillic(text: string): string {
  return text.replace(/\{.*?\}|[a-z]/gi, part => CYRILLIC[part] ?? CYRILLIC[part.toLowerCase()]?.toUpperCase() ?? part)
}

/** Ukrainian has two plural forms more than English. */
function inForms(text: string): string {
  const [one, other] = text.split(' | ')
  return other === undefined ? text : [one, other, other, other].join(' | ')
}

function run(workspace: string, program: string, ...args: string[]) {
  return promisify(execFile)(process.execPath, [at('node_modules', program), ...args], {
    cwd: at(workspace), env: { ...process.env, NODE_ENV: 'production' },
  })
}

function start(workspace: string, env: Record<string, string>, ...command: string[]): void {
  running.push(
    spawn(process.execPath, command, {
      cwd: at(workspace), env: { ...process.env, NODE_ENV: 'production', ...env }, stdio: 'ignore',
    }),
  )
}

async function read(address: string) {
  const response = await fetch(web + address, { headers: { Accept: 'text/html' } })
  const html = await response.text()
  return {
    status: response.status, html, root: /<html[^>]*>/.exec(html)?.[0] ?? '',
    title: /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '',
  }
}

describe('Ukrainian, added by one row and one file', () => {
  test('is asked for nothing more by the checks of languages', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath, [at('node_modules/vitest/vitest.mjs'), 'run', 'i18n', 'app/utils/share'],
      { cwd: at('web'), env: { ...process.env, NO_COLOR: '1' } },
    )
    expect(stdout).toMatch(/Tests +\d+ passed \(\d+\)/)
  })

  test('has a home page at its address, in its language and direction', async () => {
    const { status, html, root: element, title } = await read('/uk')
    expect([status, title]).toEqual([200, WORDS['home.title']])
    expect(element).toMatch(/lang="uk"/)
    expect(element).toMatch(/dir="ltr"/)
    expect(html).toContain(WORDS['app.skip'])
    expect(await htmlProblems(html)).toEqual([])
  })

  test('stands in the menu and the alternates of other languages, under its own name', async () => {
    const { html } = await read('/ar/measures')
    expect(html).toMatch(/<a href="\/uk\/measures" hreflang="uk" lang="uk" dir="ltr"[^>]*>Українська<\/a>/)
    expect(html).toContain(`hreflang="uk" href="http://127.0.0.1`)
    expect((await read('/sitemap.xml')).html).toContain('/uk/measures')
  })

  test('says of a text that it has not been translated yet, and in which languages it is there', async () => {
    const { status, html, root: element } = await read('/uk/measures/tiny-houses')
    expect([status, element]).toEqual([200, expect.stringContaining('lang="uk"')])
    expect(html).toContain('content="noindex"')
    expect(html).toMatch(/class="[^"]*translation-list[\s\S]*href="\/massnahmen\/tiny-houses"/)
  })

  test('has feeds, an answer from GraphQL, and a picture beside links', async () => {
    expect((await read('/data/uk/articles/feed.atom')).html).toContain(WORDS['feed.articles'])
    const answer = await fetch(`${web}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ measures(locale: "uk", pagination: { limit: 1 }) { locale } }' }),
    })
    expect(await answer.json()).toEqual({ data: { measures: [{ locale: 'de' }] } })
    const [, picture = '']
      = /property="og:image" content="https?:\/\/[^/]+([^"]+)"/.exec((await read('/uk')).html) ?? []
    expect((await fetch(web + picture)).headers.get('content-type')).toBe('image/png')
  })

  test('is told to a browser that asks for it', async () => {
    expect(await (await fetch(web, { headers: { 'Accept-Language': 'uk' } })).text()).toMatch(
      /class="language-offer"[^>]*lang="uk"/,
    )
  })
})
