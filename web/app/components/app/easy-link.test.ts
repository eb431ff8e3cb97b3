import { mount } from '@vue/test-utils'
import type { LocaleCode } from 'shared-types'
import { describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import PictureSlot from '../ui/PictureSlot.vue'
import EasyLink from './EasyLink.vue'

function links(language: LocaleCode, params: Record<string, string> = {}): (string | undefined)[][] {
  speak(language)
  vi.stubGlobal('useRoute', () => ({ params }))
  return mount(EasyLink).findAll('a').map(link => [link.text(), link.attributes('hreflang'), link.attributes('href')])
}

describe('the way to simple language', () => {
  it('leads there and back', () => {
    expect(links('de')).toEqual([['Diese Seite in Leichter Sprache', 'de-simple', '/de-simple']])
    expect(links('de-simple').map(link => link.slice(1))).toEqual([['de', '/']])
  })

  it('is not there in a language that has no simple form', () => {
    expect([links('en'), links('ar')]).toEqual([[], []])
  })

  it('leads from a document only to one that exists', () => {
    const languages = useDocumentLanguages()
    const german = { value: 'Beispiel', locale: 'de' }
    languages.value = { ...LANGUAGES, titles: [german, { value: 'Bei-Spiel', locale: 'de-simple' }] }
    expect(links('de', { slug: 'beispiel' })).toHaveLength(1)
    languages.value = { ...LANGUAGES, titles: [german] }
    expect(links('de', { slug: 'beispiel' })).toEqual([])
  })

  it('does not lead from one numbered version to another', () => {
    expect(links('de', { slug: 'beispiel', number: '3' })).toEqual([])
  })
})

describe('the place of a picture', () => {
  it('is there in simple language only', () => {
    expect(mount(PictureSlot).find('svg').exists()).toBe(false)
    speak('de-simple')
    expect(mount(PictureSlot).get('svg').attributes('aria-hidden')).toBe('true')
  })

  it('shows the strand of the field, else the braid', () => {
    speak('de-simple')
    expect(mount(PictureSlot, { props: { strand: 'two' } }).findAll('path.strand-two')).toHaveLength(4)
    expect(mount(PictureSlot).get('use').attributes('href')).toBe('#braid-across')
  })
})
