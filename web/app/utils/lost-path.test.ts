import { describe, expect, it } from 'vitest'
import { lostPath, lostWords } from './lost-path'

describe('a path that leads nowhere', () => {
  it('is read as somebody wrote it', () => {
    expect([lostPath('/%C3%BCber-uns'), lostPath('/%E0%A4%A'), lostPath(`/${'x'.repeat(200)}/end`).slice(-4)]).toEqual([
      '/über-uns', '', '/end',
    ])
    expect(lostPath(`/${'x'.repeat(200)}`)).toHaveLength(100)
  })

  it.each([
    ['/massnahmen/Kulturorte_der-Vielfalt.html', 'Kulturorte der Vielfalt'], ['/%C3%BCber+uns/', 'über uns'],
    ['/WIR2.0', 'WIR2.0'], ['/', ''],
  ])('%s looks for %s', (path, words) => {
    expect(lostWords(path)).toBe(words)
  })
})
