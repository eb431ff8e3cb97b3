import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { speak } from '~~/test/i18n'
import SearchBox from './SearchBox.vue'

describe('the box to search in', () => {
  it('is sent by any browser to the search, and has a label', () => {
    const box = mount(SearchBox)
    expect(box.get('form').attributes()).toMatchObject({ method: 'get', action: '/suche', role: 'search' })
    expect(box.get('label').attributes('for')).toBe(box.get('input').attributes('id'))
    expect(box.get('input').attributes('name')).toBe('q')
  })

  it('offers three questions in the language of the page', () => {
    speak('tr')
    const examples = mount(SearchBox).findAll('.examples a')
    expect(examples.map(link => link.attributes('href')?.startsWith('/tr/search?q='))).toEqual([true, true, true])
  })
})
