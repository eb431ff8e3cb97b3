import { mount } from '@vue/test-utils'
import type { GlossaryEntry } from '~~/server/cms/glossary'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { speak } from '~~/test/i18n'
import ExplainedText from '../ui/ExplainedText'
import RichText from '../ui/RichText'
import TermNotes from './TermNotes.vue'

const LIP: GlossaryEntry = {
  id: 'lip', slug: 'lip', title: { value: 'LIP', locale: 'de' },
  explanation: { value: 'Der Lokale Integrationsplan.', locale: 'de' }, forms: [], inflections: [],
  doNotTranslate: true, period: '2008/2021', replacedBy: null, languages: ['de'], translationOrigin: 'machine', citations: [],
}
const RAT: GlossaryEntry = {
  ...LIP,
  id: 'rat', slug: 'rat', title: { value: 'Rat', locale: 'de' }, explanation: { value: 'Er beschließt.', locale: 'de' },
  doNotTranslate: false, period: null, translationOrigin: null,
}

const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })

/** A page with a lead and a text, and with what its terms mean below. */
function page(lead: string, blocks: unknown, terms: GlossaryEntry[] | null = [LIP, RAT]) {
  return mount(
    defineComponent({
      setup() {
        if (terms) provideNotes()(startNotes(terms))
        return () =>
          h('article', [
            h('p', { class: 'lead' }, [h(ExplainedText, { text: { value: lead, locale: 'de' } })]),
            h(RichText, { text: { blocks, locale: 'de' } }), h(TermNotes),
          ])
      },
    }),
  )
}
const links = (shown: ReturnType<typeof page>) =>
  shown.findAll('a.term').map(link => [link.text(), link.attributes('href'), link.attributes('id')])

describe('terms on a page', () => {
  it('lead from where they first occur to their notes, and back', () => {
    const shown = page('Der LIP und der LIP.', [
      paragraph(text('Der LIP kam vom '), text('Rat', { bold: true }), text('. Der Rat sagt ja.')),
    ])
    expect(links(shown)).toEqual([
      ['LIP', '#term-lip', 'ref-lip'], ['Rat', '#term-rat', 'ref-rat'],
    ])
    expect(shown.get('strong').find('a.term').exists()).toBe(true)
    expect(
      shown
        .findAll('.term-notes dl > div')
        .map(note => [
          note.attributes('id'), note.get('dt').text(), note.get('.term-back').attributes('href'), note.get('.term-back').text(),
        ]),
    ).toEqual([
      ['term-lip', 'LIP', '#ref-lip', 'Zurück zu LIP im Text'],
      ['term-rat', 'Rat', '#ref-rat', 'Zurück zu Rat im Text'],
    ])
  })

  it('lose no word of the text', () => {
    const shown = page('Der LIP und der Rat.', [
      paragraph(text('Nach dem Rat der '), { type: 'link', url: '/', children: [text('Rat')] }),
    ])
    expect([shown.get('.lead').text(), shown.get('.rich-text').text()]).toEqual([
      'Der LIP und der Rat.', 'Nach dem Rat der Rat',
    ])
  })

  it('are not explained in headings, links and code', () => {
    const shown = page('', [
      { type: 'heading', level: 2, children: [text('Der LIP')] },
      paragraph({ type: 'link', url: '/', children: [text('Der LIP')] }, text('LIP', { code: true })),
      { type: 'code', children: [text('LIP')] },
    ])
    expect(links(shown)).toEqual([])
    expect(shown.find('.term-notes').exists()).toBe(false)
  })

  it('are explained in lists and quotes', () => {
    const list = { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('Der LIP')] }] }
    expect(links(page('', [list, { type: 'quote', children: [text('Der Rat')] }])).map(([words]) => words)).toEqual([
      'LIP', 'Rat',
    ])
  })

  it('say that they stay untranslated, when they are used, and that a machine explained them', () => {
    const [lip, rat] = page('LIP und Rat', []).findAll('.term-notes dl > div')
    expect(lip?.findAll('.facts > *').map(fact => fact.text())).toEqual([
      'In Gebrauch: 2008–2021', 'wird nicht übersetzt',
    ])
    expect([lip?.get('dfn').attributes('translate'), lip?.find('[data-translation-origin=machine]').exists()]).toEqual([
      'no', true,
    ])
    expect([rat?.find('.facts').exists(), rat?.get('dfn').attributes('translate')]).toEqual([false, undefined])
  })

  it('of another language keep it, on a page in any other', () => {
    speak('ar')
    const shown = page('Der LIP', [])
    expect(shown.get('.lead > span').attributes()).toMatchObject({ lang: 'de', dir: 'ltr' })
    expect(shown.get('.term-notes dd p').attributes('lang')).toBe('de')
    expect(shown.get('h2').text()).toBe('مصطلحات في هذه الصفحة')
  })

  it('are none on a page that explains none, such as a numbered version', () => {
    const shown = page('Der LIP', [paragraph(text('Rat'))], null)
    expect([links(shown), shown.find('.term-notes').exists(), shown.get('.lead').text()]).toEqual([
      [], false, 'Der LIP',
    ])
  })
})
