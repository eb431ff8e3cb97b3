import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDocumentTitle } from '~/composables/useDocumentTitle'
import { speak } from '~~/test/i18n'
import Trail from './Trail.vue'

afterEach(() => vi.unstubAllGlobals())

function trail(name: string, params: Record<string, string> = {}) {
  vi.stubGlobal('useRoute', () => ({ name, params }))
  return mount(Trail)
}

const links = (name: string, params: Record<string, string> = {}) =>
  trail(name, params).findAll('li').map(step => [step.text(), step.findAll('a')[0]?.attributes('href')])

describe('the trail', () => {
  it('leads from the home page by the list and the document to what is shown of it', () => {
    useDocumentTitle().value = { value: 'LIP 2.0', locale: 'de' }
    expect(links('plans-slug-report___de', { slug: 'lip' })).toEqual([
      ['Startseite', '/'], ['Pläne', '/plaene'], ['LIP 2.0', '/plaene/lip'], ['Bericht', undefined],
    ])
  })

  it('has a name, and says which step is the page', () => {
    useDocumentTitle().value = { value: 'Tiny Houses', locale: 'de' }
    speak('en')
    const nav = trail('measures-slug___en', { slug: 'tiny-houses' })
    expect(nav.get('nav').attributes('aria-label')).toBe('You are here')
    expect(nav.findAll('[aria-current=page]').map(step => step.text())).toEqual(['Tiny Houses'])
    expect(nav.get('[aria-current] [lang]').attributes('lang')).toBe('de')
  })

  it('of a version says its number, and leads to the document of today where there is one', () => {
    useDocumentTitle().value = { value: 'Der Rat beschließt', locale: 'de' }
    const version = { slug: 'beschluss', number: '2' }
    expect(links('timeline-slug-v-number___de', version).slice(2)).toEqual([
      ['Der Rat beschließt', '/zeitleiste#beschluss'], ['Fassung 2', undefined],
    ])
    useDocumentTitle().value = null
    expect(links('timeline-slug-v-number___de', version)).toEqual([
      ['Startseite', '/'], ['Zeitleiste', '/zeitleiste'], ['Fassung 2', undefined],
    ])
  })

  it('is not there on a page of its own', () => {
    expect(trail('imprint___de').find('nav').exists()).toBe(false)
  })
})
