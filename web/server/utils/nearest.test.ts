import { describe, expect, it } from 'vitest'
import { nearestTo } from './nearest'

const WORDS = [
  'lip-lab', 'lip-2008', 'wir-2-0', 'kulturorte-der-vielfalt', 'tiny-houses', 'buero-gegen-diskriminierung',
  'stadtleben-kultur', 'massnahmen', 'measures',
]
const nearest = (path: string) => nearestTo(path, WORDS.map(word => ({ word }))).map(({ word }) => word)

describe('an address that is not there', () => {
  it.each([
    ['/lip-lab', 'lip-lab'], ['/massnahmen/lip-lab', 'lip-lab'], ['/plaene/WIR-2-0', 'wir-2-0'],
    ['/plaene/wir2.0', 'wir-2-0'], ['/massnahmen/Kulturorte…', 'kulturorte-der-vielfalt'],
    ['/massnahmen/kulturorte-der-vielfallt', 'kulturorte-der-vielfalt'], ['/Tiny_Houses.html', 'tiny-houses'],
    ['/massnahmen/Büro-gegen-Diskriminierung', 'buero-gegen-diskriminierung'],
    ['/massnahmen/buro-gegen-diskriminierung/', 'buero-gegen-diskriminierung'],
    ['/massnahmen/tiny-houses-2', 'tiny-houses'], ['/plaene/diskriminierung', 'buero-gegen-diskriminierung'],
    ['/measures', 'measures'], ['/massnahmen/gibt-es-nicht', 'massnahmen'],
  ])('%s means %s first', (path, word) => {
    expect(nearest(path)[0]).toBe(word)
  })

  it.each(['/', '/x', '/zz', '/qwertz', `/${'y'.repeat(5000)}`])('%s is like none', (path) => {
    expect(nearest(path)).toEqual([])
  })

  it('has few answers, the likeliest first', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ word: `lip-${'x'.repeat(20 - index)}` }))
    expect(nearestTo('/lip', many)).toHaveLength(5)
    expect(nearestTo('/lip', many)[0]?.word).toBe('lip-x')
  })
})
