import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { EVENTS } from '~/gallery/examples'
import RichText from './RichText'

const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const show = (blocks: unknown, { locale = 'de', under = 1 } = {}) =>
  mount(RichText, { props: { text: { blocks, locale }, under } })
const link = (url: unknown) => show([paragraph(text('Siehe '), { type: 'link', url, children: [text('hier')] })])

describe('a text with structure', () => {
  it('has paragraphs, lists, quotes and code', () => {
    const shown = show([
      paragraph(text('Absatz')),
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('eins')] }] },
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('Punkt')] }] },
      { type: 'quote', children: [text('Zitat')] },
      { type: 'code', children: [text('Code')] },
    ])
    expect(['p', 'ol > li', 'ul > li', 'blockquote', 'pre > code'].map(element => shown.get(element).text())).toEqual([
      'Absatz', 'eins', 'Punkt', 'Zitat', 'Code',
    ])
  })

  it('has marks, one in the other', () => {
    expect(
      show([
        paragraph(
          text('a', { bold: true, italic: true }), text('b', { underline: true }), text('c', { strikethrough: true }),
          text('d', { code: true }),
        ),
      ]).get('p').element.innerHTML,
    ).toBe('<strong><em>a</em></strong><u>b</u><s>c</s><code>d</code>')
  })

  it('stays text: what looks like markup is shown letter by letter', () => {
    const shown = show([paragraph(text('<img src=x onerror=alert(1)> & <script>'))])
    expect(shown.text()).toBe('<img src=x onerror=alert(1)> & <script>')
    expect(shown.find('img, script').exists()).toBe(false)
  })

  it.each([
    [1, 1, 'h2'], [2, 3, 'h3'], [4, 1, 'h5'], [5, 2, 'h6'], [6, 6, 'h6'], [2, undefined, 'h3'],
  ])('under a heading of level %i has a heading of its level %s as %s', (under, level, element) => {
    expect(
      show([{ type: 'heading', level, children: [text('Titel')] }], { under }).get(':is(h1, h2, h3, h4, h5, h6)')
        .element.localName,
    ).toBe(element)
  })

  it('leaves out no level, whatever an editor chose', () => {
    const heading = (level: number) => ({ type: 'heading', level, children: [text('Titel')] })
    expect(
      show([heading(3), heading(6), heading(1), heading(2)], { under: 2 })
        .findAll(':is(h1, h2, h3, h4, h5, h6)')
        .map(({ element }) => element.localName),
    ).toEqual(['h3', 'h4', 'h3', 'h4'])
  })

  it('has the levels and addresses for its headings that the page counts, and leaves out one without words', () => {
    const heading = (value: string) => ({ type: 'heading', level: 5, children: [text(value)] })
    const shown = mount(RichText, {
      props: {
        text: { blocks: [heading(' '), heading('a'), paragraph(text('x')), heading('b')], locale: 'de' },
        headings: [
          { id: 's-a', level: 2, words: 'a' }, { id: 's-b', level: 3, words: 'b' },
        ],
      },
    })
    expect(shown.findAll(':is(h1, h2, h3, h4, h5, h6)').map(({ element }) => [element.localName, element.id])).toEqual([
      ['h2', 's-a'], ['h3', 's-b'],
    ])
  })

  it('has lists in lists', () => {
    const entry = (value: string) => ({ type: 'list-item', children: [text(value)] })
    expect(
      show([
        {
          type: 'list', format: 'unordered',
          children: [entry('a'), { type: 'list', format: 'ordered', children: [entry('b')] }],
        },
      ]).get('.rich-text').element.innerHTML,
    ).toBe('<ul><li>a</li><li><ol><li>b</li></ol></li></ul>')
  })

  it('says its language and direction only where they are not the page\'s', () => {
    expect(
      show([paragraph(text('نص'))], { locale: 'ar' })
        .get('.rich-text')
        .attributes(),
    ).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect(
      show([paragraph(text('Text'))])
        .get('.rich-text')
        .attributes(),
    ).not.toHaveProperty('lang')
  })

  it.each([null, undefined, [], '', '<p>HTML</p>', { type: 'paragraph' }, 7])(
    'is nothing where the cms gives %j',
    (blocks) => {
      expect(show(blocks).find('*').exists()).toBe(false)
    },
  )

  it('shows the words of a kind of block it does not know', () => {
    expect(show([{ type: 'callout', children: [text('Achtung')] }]).get('p').text()).toBe('Achtung')
    expect(show([{ type: 'paragraph' }]).get('p').text()).toBe('')
  })

  it('of the gallery can be shown', () => {
    for (const event of EVENTS) expect(() => mount(RichText, { props: { text: event.text } })).not.toThrow()
  })
})

describe('a link in a text', () => {
  it.each([
    'https://example.org/a?b#c',
    'http://example.org',
    'mailto:info@example.org', 'tel:+495110', '/zeitleiste', '/zeitleiste#kurz', '#kurz', '/',
  ])('leads to %s', (url) => {
    expect(link(url).get('a').attributes('href')).toBe(url)
  })

  it.each([
    'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//evil.example',
    '/\\evil.example', '/\t/evil.example', '/\n/evil.example', '/\t\\evil.example', '\\\\evil.example', 'example.org',
    '', undefined,
  ])('%j leads nowhere, and its words stay', (url) => {
    const shown = link(url)
    expect(shown.find('a').exists()).toBe(false)
    expect(shown.text()).toBe('Siehe hier')
  })
})
