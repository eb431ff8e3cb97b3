/** What the proxy lets through to the cms is what the admin asks, and nothing else. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../environment.mjs'

/** Asked by web and by health checks, never from outside. */
const INSIDE = ['/healthz', '/readyz', '/messages']

const [, paths] = /@own path (.*)/.exec(readFileSync(path.join(root, 'proxy/Caddyfile'), 'utf8'))
const passed = paths.split(' ').map(name => name.replace('/*', ''))

const sources = globSync('cms/src/**/*.ts', { cwd: root }).map(file => readFileSync(path.join(root, file), 'utf8'))
const ROUTE = /\bmethod: '[A-Z]+', path: '(\/[a-z-]+)/g
const routes = sources.flatMap(text => [...text.matchAll(ROUTE)].map(([, route]) => route))

test('every address that the cms adds for its admin passes the proxy', () => {
  expect(routes).toContain('/translation-states')
  expect(routes.filter(route => !INSIDE.includes(route) && !passed.includes(route))).toEqual([])
})

test('what is asked inside only does not pass', () => {
  for (const route of INSIDE) expect(passed).not.toContain(route)
})
