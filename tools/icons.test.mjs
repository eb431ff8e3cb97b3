import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './environment.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-icons-'))

afterAll(() => rmSync(folder, { recursive: true }))

test('the icons of the website are what the strands and their colours draw', () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/icons.mjs'), folder])
  expect([status, String(stderr)]).toEqual([0, ''])
  const drawn = readdirSync(folder)
  expect(drawn).toHaveLength(6)
  const others = drawn.filter(name =>
    !readFileSync(path.join(folder, name)).equals(readFileSync(path.join(root, 'web/public', name))))
  expect(others).toEqual([])
})
