import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ARTICLE_NAMES } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import ArticleLinks from './ArticleLinks.vue'

describe('articles in short', () => {
  const entries = mount(ArticleLinks, { props: { articles: ARTICLE_NAMES } }).findAll('li')

  it('say what each is before its title, which leads to it', () => {
    expect(
      entries.map(entry => [entry.get('.kind-mark').text(), entry.get('a').text(), entry.get('a').attributes('href')]),
    ).toEqual([
      ['Interview', 'Ein Beispielgespräch', '/beitraege/beispielgespraech'],
      ['Meinung', 'An opinion in English', '/beitraege/beispielmeinung'],
    ])
  })

  it('say when each appeared, where that is known', () => {
    expect(entries.map(entry => entry.find('time').exists())).toEqual([true, false])
  })

  it('say in which language each is, in its own words, where that is not the one of the page', () => {
    const languages = () => mount(ArticleLinks, { props: { articles: ARTICLE_NAMES } }).findAll('li').map((entry) => {
      const name = entry.find('.language-mark bdi')
      return name.exists() ? [name.text(), name.attributes('lang')] : null
    })
    expect(languages()).toEqual([null, ['English', 'en']])
    speak('tr')
    expect(languages()).toEqual([['Deutsch', 'de'], ['English', 'en']])
  })

  it('mark what is made up', () => {
    expect(entries.map(entry => entry.find('.example-mark').exists())).toEqual([true, false])
  })
})
