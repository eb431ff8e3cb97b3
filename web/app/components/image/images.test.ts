import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { PICTURE, PICTURES } from '~/gallery/articles'
import { speak } from '~~/test/i18n'
import ImageCredit from './ImageCredit.vue'
import ImageFigure from './ImageFigure.vue'
import ImagePicture from './ImagePicture.vue'

describe('a picture', () => {
  const show = (given: Partial<typeof PICTURE> = {}, props = {}) =>
    mount(ImagePicture, { props: { picture: { ...PICTURE, ...given }, sizes: '100vw', ...props } })

  it('is offered in every form it has, the smallest files first, with the size it takes', () => {
    expect(
      show()
        .findAll('source')
        .map(source => [source.attributes('type'), source.attributes('srcset'), source.attributes('sizes')]),
    ).toEqual([
      ['image/avif', '/uploads/beispiel_320.avif 320w, /uploads/beispiel_640.avif 640w', '100vw'],
      ['image/webp', '/uploads/beispiel_320.webp 320w, /uploads/beispiel_640.webp 640w', '100vw'],
    ])
    expect(show({ variants: [] }).find('source').exists()).toBe(false)
  })

  it('keeps its place free, and is fetched when it is needed', () => {
    expect(show().get('img').attributes()).toMatchObject({
      src: '/favicon.svg', width: '1600', height: '1000', loading: 'lazy', decoding: 'async',
    })
    expect(show({}, { isFirst: true }).get('img').attributes('loading')).toBeUndefined()
    expect(show({ width: null, height: null }).get('img').attributes()).not.toHaveProperty('width')
  })

  it('is said in words, in their language; one that only decorates is not', () => {
    expect(show().get('img').attributes()).toMatchObject({ alt: 'Sechs Stränge, die sich kreuzen' })
    expect(show().get('img').attributes()).not.toHaveProperty('lang')
    expect(
      show({ alt: { value: 'ضفيرة', locale: 'ar' } })
        .get('img')
        .attributes(),
    ).toMatchObject({ alt: 'ضفيرة', lang: 'ar', dir: 'rtl' })
    expect(show({ alt: null }).get('img').attributes('alt')).toBe('')
  })

  it('without its file shows its words, not a hole', () => {
    expect(show({ url: null }).find('img').exists()).toBe(false)
    expect(show({ url: null }).get('p').text()).toBe('Sechs Stränge, die sich kreuzen')
    expect(show({ url: null, alt: null }).find('*').exists()).toBe(false)
  })

  it.each([
    [{ x: 34, y: 0 }, 'cropped focus-x-30 focus-y-0'], [{ x: 95, y: 104 }, 'cropped focus-x-100 focus-y-100'],
    [{ x: -3, y: 44.9 }, 'cropped focus-x-0 focus-y-40'],
  ])('cut to its place keeps %j in sight', (focus, classes) => {
    expect(show({ focus }, { isCropped: true }).get('img').attributes('class')).toBe(classes)
    expect(show({ focus }).get('img').classes()).toEqual([])
  })
})

describe('the line under a picture', () => {
  it('says who made it and under which licence, with the way to both', () => {
    const credit = mount(ImageCredit, { props: { picture: PICTURE } })
    expect(credit.text()).toBe('Bild: Beispielperson, CC BY 4.0 · Beispielbild, für diese Website gemacht')
    expect(credit.findAll('a').map(link => [link.attributes('rel'), link.attributes('href')])).toEqual([
      [undefined, 'https://example.org/bild'],
      ['license', 'https://creativecommons.org/licenses/by/4.0/deed.de'],
    ])
  })

  it('leads nowhere where there is no way', () => {
    const [, second = PICTURE] = PICTURES
    const credit = mount(ImageCredit, { props: { picture: second } })
    expect(credit.find('a').exists()).toBe(false)
    expect(credit.text()).toBe('Bild: Beispielperson, Alle Rechte vorbehalten')
  })

  it('says names in other letters than those of the page as what they are', () => {
    speak('ar')
    expect(
      mount(ImageCredit, { props: { picture: PICTURE } })
        .findAll('bdi')
        .map(name => [name.text(), name.attributes('lang')]),
    ).toEqual([
      ['Beispielperson', 'de'], ['CC BY 4.0', 'zxx'],
    ])
  })
})

describe('a picture with its line', () => {
  const show = (given: Partial<typeof PICTURE> = {}, props = {}) =>
    mount(ImageFigure, { props: { picture: { ...PICTURE, ...given }, sizes: '100vw', ...props } })

  it('is one thing with its caption', () => {
    expect(show().get('figure figcaption').text()).toMatch(/^Ein Zopf, zum Beispiel\.\s+Bild: Beispielperson/)
    expect(show({ caption: { value: 'A braid.', locale: 'en' } }).get('figcaption > [lang=en]').text()).toBe('A braid.')
  })

  it('leads to the whole of it where that is wanted, and says so', () => {
    const link = show({}, { isLinked: true }).get('figure > a')
    expect([link.attributes('href'), link.text()]).toEqual(['/favicon.svg', 'Bild in voller Größe zeigen'])
    expect(show({ url: null }, { isLinked: true }).find('figure > a').exists()).toBe(false)
  })

  it('of which nothing is left is not there', () => {
    expect(show({ url: null, alt: null, caption: null }).find('figure').exists()).toBe(false)
  })
})
