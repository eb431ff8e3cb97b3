// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { LOCALE_CODES, SOURCE_LANGUAGE } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { sectionOf, SHARE_PICTURE, SHARE_SECTIONS } from './share'
import { sharePicture } from './share-picture'

const folder = path.join(import.meta.dirname, '../../public/share')
const MAX_BYTES = 30_000
const PICTURES = readdirSync(folder)

describe('the pictures beside links', () => {
  it('are there for every section of each language that has any, the source language among them, and no other', () => {
    const pictured = LOCALE_CODES.filter(code => PICTURES.includes(`home-${code}.png`))
    expect(PICTURES.sort()).toEqual(
      SHARE_SECTIONS.flatMap(section => pictured.map(code => `${section}-${code}.png`)).sort(),
    )
    expect(pictured).toContain(SOURCE_LANGUAGE)
  })

  it('are those of the source language where a language has none', () => {
    expect([sharePicture('plans', 'ar'), sharePicture('plans', 'uk')]).toEqual([
      '/share/plans-ar.png', '/share/plans-de.png',
    ])
  })

  it.each(PICTURES)('%s is a light PNG of the size that is said', (name) => {
    const picture = readFileSync(path.join(folder, name))
    expect(picture.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect({ width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) }).toEqual(SHARE_PICTURE)
    expect(picture.length).toBeLessThanOrEqual(MAX_BYTES)
  })
})

describe('an article beside links', () => {
  it.each([
    ['opinion', 'opinions'], ['commentary', 'opinions'], ['interview', 'interviews'],
    ['status_report', 'status_reports'], ['report', 'articles'], ['video', 'articles'],
  ] as const)('of the kind %s has the picture of %s', (kind, section) => {
    expect(sectionOf(kind)).toBe(section)
  })
})
