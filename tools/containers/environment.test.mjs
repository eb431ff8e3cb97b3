/** What can be set for the programs reaches them in containers too. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../environment.mjs'

/** The stack has its own, or needs none. */
const HERE_ONLY = ['CMS_URL', 'DATA_DIR', 'DATABASE_URL']

test('docker-compose.yml hands on every variable of .env.example', () => {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8')
  const names = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name)
  const stack = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8')
  const isHandedOn = name => stack.includes(`\${${name}`) || new RegExp(`^ +${name}:$`, 'm').test(stack)
  expect(names).toContain('SITE_URL')
  expect(names.filter(name => !HERE_ONLY.includes(name) && !isHandedOn(name))).toEqual([])
})
