import { mount } from '@vue/test-utils'
import type { LocaleCode } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { BARE_ARTICLE, INTERVIEW } from '~/gallery/articles'
import { CITATIONS, LANGUAGES, MEASURE } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import QrCode from './QrCode.vue'
import SheetFacts from './SheetFacts.vue'
import SheetLink from './SheetLink.vue'
import SheetOffer from './SheetOffer.vue'
import SheetPage from './SheetPage.vue'

const arabic = (value: string) => ({ value, locale: 'ar' })
const blocks = (...texts: string[]) => texts.map(text => ({ type: 'paragraph', children: [{ type: 'text', text }] }))
const german = {
  ...MEASURE,
  title: { value: 'Mentoring', locale: 'de' }, summary: { value: 'Kurz', locale: 'de' },
  text: { blocks: blocks('Eins', 'Zwei'), locale: 'de' },
}
const translated = {
  ...german,
  title: arabic('توجيه'), summary: arabic('باختصار'), text: { blocks: blocks('واحد'), locale: 'ar' },
}

function sheet({ number = 4 }: { number?: number | null } = {}) {
  speak('ar')
  const sideOf = (measure: typeof MEASURE) => ({ title: measure.title, facts: [], parts: partsOfMeasure(measure) })
  return mount(SheetPage, {
    props: {
      kind: 'measures', slug: 'mentoring', number, origin: 'machine', german: sideOf(german), other: sideOf(translated),
      citations: CITATIONS,
    },
  })
}

describe('a sheet in two languages', () => {
  it('has one main heading with both titles, each in its language and direction', () => {
    const titles = sheet().get('h1').findAll(':scope > span')
    expect(titles.map(title => [title.text(), title.attributes('lang'), title.attributes('dir')])).toEqual([
      ['توجيه', 'ar', 'rtl'], ['Mentoring', 'de', 'ltr'],
    ])
  })

  it('has what belongs together in one row, German on the left, and says what is not translated', () => {
    const rows = sheet()
      .findAll('.row')
      .map(row =>
        row
          .findAll('.cell')
          .map(cell => (cell.find('.rich-text').exists() ? cell.get('.rich-text').text() : cell.text())),
      )
    expect(rows).toEqual([
      ['باختصار', 'Kurz'], ['واحد', 'Eins'], ['لم يُترجم بعد.', 'Zwei'],
    ])
  })

  it('says the language of every text, for eyes and for programs', () => {
    const [arabicCell, germanCell] = sheet().findAll('.row .cell')
    expect([
      germanCell?.get('.name').text(), germanCell?.get('.rich-text').attributes('lang'),
      germanCell?.get('.rich-text').attributes('dir'),
    ]).toEqual(['Deutsch', 'de', 'ltr'])
    expect([arabicCell?.get('.name').text(), arabicCell?.find('.rich-text[lang]').exists()]).toEqual(['العربية', false])
  })

  it('says which version it is, in letters and for cameras, and where it may go', () => {
    const cited = sheet().get('.cited')
    expect(cited.get('a').attributes('href')).toBe('https://portal.example/ar/measures/mentoring/v/4')
    expect(cited.get('bdi').text()).toBe('https://portal.example/ar/measures/mentoring/v/4')
    expect(cited.get('svg').attributes('aria-hidden')).toBe('true')
    expect(cited.text()).toContain('CC BY 4.0')
  })

  it('without a version leads nowhere', () => {
    expect(sheet({ number: null }).find('.cited :is(a, svg)').exists()).toBe(false)
  })

  it('has its sources once, and says that a machine translated it', () => {
    const page = sheet()
    expect(page.findAll('.citation-list')).toHaveLength(1)
    expect(page.find('[data-translation-origin=machine]').exists()).toBe(true)
  })

  it('marks a paragraph whose original has changed', () => {
    const now = { value: 'Null', locale: 'de' }
    useDocumentLanguages().value = {
      ...LANGUAGES,
      changes: [
        { place: 'text/0', now, before: { value: 'Eins', locale: 'de' } }, { place: 'text/1', now, before: null },
      ],
    }
    expect(
      sheet()
        .findAll('.row')
        .map(row => row.text().includes('تغيّرت هذه الفقرة')),
    ).toEqual([false, true, false])
  })
})

type Facts = ReturnType<ReturnType<typeof useSheetFacts>['ofMeasure']>

/** What is known of a measure or an article, in the words of a language. */
function factsIn(code: LocaleCode, tell: (facts: ReturnType<typeof useSheetFacts>) => Facts): Facts {
  const told: Facts = []
  mount(defineComponent({ setup: () => { told.push(...tell(useSheetFacts(code))); return () => h('p') } }))
  return told
}

describe('the facts of a sheet', () => {
  it('are said in the words of the column, not of the page', () => {
    speak('en')
    const facts = mount(SheetFacts, {
      props: { facts: factsIn('de', ({ ofMeasure }) => ofMeasure(MEASURE)), language: 'de' },
    })
    expect(facts.get('dl').attributes()).toMatchObject({ lang: 'de', dir: 'ltr' })
    expect(facts.findAll('dl > div').map(fact => `${fact.get('dt').text()}: ${fact.get('dd').text()}`)).toEqual(
      expect.arrayContaining(['Nummer im Plan: 4.2', 'Zeitraum: seit 2023', 'Kosten: rund 1.000 Beispieleuro']),
    )
  })

  it('keep a name in its language, and say of a text that it is not translated', () => {
    const facts = mount(SheetFacts, {
      props: { facts: factsIn('ar', ({ ofMeasure }) => ofMeasure(MEASURE)), language: 'ar' },
    })
    expect(facts.get('dd [lang=de]').attributes('dir')).toBe('ltr')
    expect(facts.text()).toContain('لم يُترجم بعد.')
    expect(facts.text()).not.toContain('Beispieleuro')
  })

  it('of an article are what it is, when it appeared and what it is about', () => {
    expect(
      factsIn('en', ({ ofArticle }) => ofArticle(INTERVIEW)).map(({ label, value }) => `${label}: ${value.value}`),
    ).toEqual(['Kind: Interview', 'First published: 10 September 2021', 'Field of action: Bildung'])
    expect(factsIn('de', ({ ofArticle }) => ofArticle({ ...BARE_ARTICLE, date: '', fields: [] }))).toHaveLength(1)
  })
})

describe('the way to a sheet', () => {
  const link = (languages: string[]) => mount(SheetLink, { props: { kind: 'measures', slug: 'mentoring', languages } })

  it('is there where there is German and a translation', () => {
    expect(link(['de', 'en']).get('a').attributes('href')).toBe('/massnahmen/mentoring/blatt')
    speak('en')
    expect(link(['de', 'en']).get('a').attributes()).toMatchObject({
      href: '/en/measures/mentoring/sheet', rel: 'nofollow',
    })
    expect([link(['de']), link(['en', 'ar'])].map(way => way.find('a').exists())).toEqual([false, false])
  })

  it('in German offers each language that stands beside it', () => {
    const offer = (languages: string[]) =>
      mount(SheetOffer, {
        props: { kind: 'articles', slug: 'gespraech', title: { value: 'Ein Gespräch', locale: 'de' }, languages },
      })
    expect(
      offer(['de', 'ar', 'en'])
        .findAll('a')
        .map(way => [way.text(), way.attributes('href'), way.attributes('hreflang')]),
    ).toEqual([
      ['Deutsch und Arabisch', '/ar/articles/gespraech/sheet', 'ar'],
      ['Deutsch und Englisch', '/en/articles/gespraech/sheet', 'en'],
    ])
    expect(offer(['de']).text()).toContain('Noch nicht übersetzt.')
  })
})

describe('a code for cameras', () => {
  it('is one path, unseen by those who hear the page', () => {
    const code = mount(QrCode, { props: { address: 'https://portal.example/ar/measures/mentoring/v/4' } })
    expect(code.get('svg').attributes('aria-hidden')).toBe('true')
    expect(code.findAll('path')).toHaveLength(1)
  })
})
