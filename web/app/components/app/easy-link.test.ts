import { mount } from '@vue/test-utils'
import { type LocaleCode, localeOf } from 'shared-types'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import PictureSlot from '../ui/PictureSlot.vue'
import EasyLink from './EasyLink.vue'

/** English stands in for a simple form of Arabic, whether or not the table has a real one. */
const setSimple = (simpleOf: string | undefined) => Reflect.set(localeOf('en'), 'simpleOf', simpleOf)
beforeEach(() => { setSimple('ar') })
afterEach(() => { setSimple(undefined) })

function links(language: LocaleCode, params: Record<string, string> = {}): (string | undefined)[][] {
  speak(language)
  vi.stubGlobal('useRoute', () => ({ params, path: '/', fullPath: '/' }))
  return mount(EasyLink).findAll('a').map(link => [link.text(), link.attributes('hreflang'), link.attributes('href')])
}

describe('the way to simple language', () => {
  it('leads there and back', () => {
    expect(links('ar')).toEqual([['هذه الصفحة بالألمانية السهلة', 'en', '/en']])
    expect(links('en')).toEqual([['This page in everyday German', 'ar', '/ar']])
  })

  it('is not there in a language that has no simple form', () => {
    setSimple(undefined)
    expect([links('en'), links('ar')]).toEqual([[], []])
  })

  it('leads from a document only to one that exists', () => {
    const languages = useDocumentLanguages()
    languages.value = LANGUAGES
    expect(links('ar', { slug: 'beispiel' })).toHaveLength(1)
    languages.value = {
      ...LANGUAGES,
      titles: [{ value: 'مثال', locale: 'ar', publishedAt: '2026-05-03T10:00:00.000Z' }],
    }
    expect(links('ar', { slug: 'beispiel' })).toEqual([])
  })

  it('does not lead from one numbered version to another', () => {
    expect(links('ar', { slug: 'beispiel', number: '3' })).toEqual([])
  })
})

describe('the place of a picture', () => {
  it('is there in simple language only', () => {
    speak('ar')
    expect(mount(PictureSlot).find('svg').exists()).toBe(false)
    speak('en')
    expect(mount(PictureSlot).get('svg').attributes('aria-hidden')).toBe('true')
  })

  it('shows the strand of the field, else the braid', () => {
    speak('en')
    expect(mount(PictureSlot, { props: { strand: 'two' } }).findAll('path.in-strand-two')).toHaveLength(4)
    expect(mount(PictureSlot).get('use').attributes('href')).toBe('#braid-across')
  })
})
