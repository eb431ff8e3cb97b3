import { mount } from '@vue/test-utils'
import type { TranslationOrigin } from 'shared-types'
import type { DocumentLanguages } from '~~/server/cms/translation'
import { defineComponent, h } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import App from '~/app.vue'
import { LANGUAGES, MEASURE } from '~/gallery/examples'
import { provideCommonOrigin } from '~/composables/useCommonOrigin'
import { useDocumentLanguages } from '~/composables/useDocumentLanguages'
import { speak } from '~~/test/i18n'
import MeasureArticle from '../measure/MeasureArticle.vue'
import RichText from '../ui/RichText'
import LanguageOffer from './LanguageOffer.vue'
import TranslationGap from './TranslationGap.vue'
import TranslationLack from './TranslationLack.vue'
import TranslationHint from './TranslationHint.vue'
import TranslationList from './TranslationList.vue'
import TranslationMark from './TranslationMark.vue'
import TranslationNote from './TranslationNote.vue'
import TranslationOfAll from './TranslationOfAll.vue'

const inEnglish = (value: string) => ({ value, locale: 'en' })
const [changed] = LANGUAGES.changes

/** The page is that of this document. */
function show(given: Partial<DocumentLanguages> = {}): void {
  useDocumentLanguages().value = { ...LANGUAGES, ...given }
}

describe('what a translated page says of itself', () => {
  const note = (origin: TranslationOrigin | null = 'machine') => mount(TranslationNote, { props: { origin } })

  it('is the day of the original that it matches, and who made it', () => {
    show({ state: 'current', changes: [] })
    expect(note().get('[data-translation-state=current]').text()).toBe(
      'maschinell übersetzt Diese Übersetzung entspricht dem Text auf Englisch vom 3. Mai 2026.',
    )
    expect(note('machine_reviewed').get('[data-translation-origin=machine_reviewed]').text()).toBe(
      'maschinell übersetzt, von einem Menschen geprüft',
    )
    expect(note('human').find('[data-translation-origin]').exists()).toBe(false)
  })

  it('is how many paragraphs have changed since, and which', () => {
    show()
    expect(note().get('[data-translation-state=outdated] strong').text()).toBe(
      'Diese Übersetzung entspricht dem Text auf Englisch vom 3. Mai 2026. Seitdem haben sich 3 Absätze geändert.',
    )
    expect(note().get('[data-translation-origin]').text()).toBe('maschinell übersetzt')
    expect(note().findAll('details li').map(change => change.text())).toEqual([
      expect.stringMatching(/^Früher:\s*There are 12 rooms\.\s*Jetzt:\s*There are 13 rooms, and they are not free\.$/),
      expect.stringMatching(/^Neu:\s*This is new\.$/),
      expect.stringMatching(/^Nicht mehr da:\s*This is no longer said\.$/),
    ])
    for (const text of note().findAll('dd')) expect(text.attributes()).toMatchObject({ lang: 'en', dir: 'ltr' })
  })

  it('is that a part of it is not translated, also where something has changed', () => {
    show({ state: 'incomplete', changes: [], untranslated: ['text'] })
    expect(note().get('[data-translation-state=incomplete] strong').text()).toBe(
      'Ein Teil ist noch nicht übersetzt und steht hier in der Sprache des Originals.',
    )
    show({ untranslated: ['text'] })
    expect(note().get('[data-translation-state=outdated]').text()).toContain('Ein Teil ist noch nicht übersetzt')
    show({ state: 'current', changes: [] })
    expect(note().text()).not.toContain('Ein Teil')
  })

  it('has a name, and opens without script', () => {
    show()
    expect(note().get('aside').attributes('aria-label')).toBe('Stand der Übersetzung')
    expect(note().get('details > summary').text()).toBe('Was sich im Original geändert hat')
  })

  it.each([
    ['de', 'Seitdem hat sich ein Absatz geändert.'], ['ar', 'تغيّرت فقرة واحدة'],
  ] as const)('counts as the language does: %s', (language, words) => {
    speak(language)
    show({ changes: LANGUAGES.changes.slice(0, 1) })
    expect(note().get('strong').text()).toContain(words)
  })

  it('is that nobody knows, where nobody has noted it', () => {
    show({ changes: [], translatedFrom: null, confirmedOn: null })
    expect(note(null).get('[data-translation-state=outdated]').text()).toBe(
      'Niemand hat festgehalten, welchem Stand des Originals diese Übersetzung entspricht. Sie kann veraltet sein.',
    )
  })

  it('is nothing on the original itself', () => {
    show({ state: 'source', changes: [], translatedFrom: null, confirmedOn: null })
    expect(note(null).text()).toBe('')
  })

  it('is only who made it in a numbered version', () => {
    expect(note().find('[data-translation-state]').exists()).toBe(false)
    expect(note().get('[data-translation-origin=machine]').text()).toBe('maschinell übersetzt')
  })
})

describe('a paragraph of a translation', () => {
  const marked = (place: string, locale = 'de') =>
    mount(TranslationMark, { props: { place, locale }, slots: { default: '<p>Es sind 12.</p>' } })

  it('whose original has changed is marked, with what that says today', () => {
    show()
    expect(marked('text/0').get('.translation-mark > p').text()).toBe('Es sind 12.')
    expect(marked('text/0').get('.translation-mark > p + details > summary').text()).toBe(
      'Dieser Absatz hat sich im Original geändert.',
    )
    expect(marked('text/0').get('details').text()).toMatch(/Jetzt:\s*There are 13 rooms, and they are not free\.$/)
    expect(marked('text/0').get('dd').attributes()).toMatchObject({ lang: 'en', dir: 'ltr' })
  })

  it('that is gone from the original is marked, with what it said', () => {
    show()
    expect(marked('text/2').get('details').text()).toMatch(/Nicht mehr da:\s*This is no longer said\.$/)
  })

  it('is not marked for a new one that stands there now', () => {
    show()
    expect(marked('text/1').find('details').exists()).toBe(false)
    show({ changes: [{ place: 'lead', before: null, now: inEnglish('New.') }] })
    expect(marked('lead').find('details').exists()).toBe(true)
  })

  it('stays as it is where nothing has changed, in a numbered version, and where it stands in its own language', () => {
    show()
    for (const place of ['title', 'text/3', 'text/0/1']) expect(marked(place).html()).toBe('<p>Es sind 12.</p>')
    expect(marked('text/0', 'en').html()).toBe('<p>Es sind 12.</p>')
    useDocumentLanguages().value = null
    expect(marked('text/0').html()).toBe('<p>Es sind 12.</p>')
  })
})

describe('a translated text with structure', () => {
  const words = (text: string) => ({ type: 'text', text })
  const heading = { type: 'heading', level: 1, children: [words(' ')] }
  const list = {
    type: 'list', format: 'unordered',
    children: [
      { type: 'list-item', children: [words('eins')] },
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [words('zwei')] }] },
    ],
  }
  const blocks = [
    heading, { type: 'paragraph', children: [words('Absatz')] }, { type: 'quote', children: [words('Zitat')] }, list,
  ]
  const marks = (place: string, locale = 'de') => {
    show({ changes: [{ place, before: changed?.before ?? null, now: changed?.now ?? null }] })
    return mount(RichText, { props: { text: { blocks, locale }, place: 'body/2/text' } }).findAll('.translation-mark')
  }

  it.each([
    ['body/2/text/1', 'p', 'Absatz'], ['body/2/text/2', 'blockquote', 'Zitat'],
  ])('is marked at %s, whatever is left out before it', (place, element, text) => {
    expect(marks(place).map(mark => mark.get(`:scope > ${element}`).text())).toEqual([text])
  })

  it.each([
    ['body/2/text/3/0', 'eins'], ['body/2/text/3/1/0', 'zwei'],
  ])('is marked at %s, a point of a list', (place, text) => {
    const [mark] = marks(place)
    expect(mark?.text()).toContain(text)
    expect(mark?.element.parentElement?.localName).toBe('li')
  })

  it('is not marked where it belongs to another part, or stands in its own language', () => {
    expect(marks('text/1')).toEqual([])
    expect(marks('body/2/text/1', 'en')).toEqual([])
  })
})

describe('a translated measure', () => {
  const measure = (locale: string) =>
    mount(MeasureArticle, {
      props: {
        measure: {
          ...MEASURE,
          text: { blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }], locale },
        },
      },
    })

  it('says of a text that is not translated that it is not', () => {
    expect(measure('en').get('.untranslated + [lang=en]').text()).toBe('Text')
    expect(measure('de').find('.untranslated').exists()).toBe(false)
  })
})

describe('a text in its own language', () => {
  const lack = (text: string, title?: string) =>
    mount(TranslationLack, { props: { text: { locale: text }, title: title ? { locale: title } : undefined } })

  it('says that it is not translated, unless nothing of it is', () => {
    expect(lack('en').text()).toBe('Noch nicht übersetzt.')
    expect(lack('de').text()).toBe('')
    expect(lack('en', 'de').text()).toBe('Noch nicht übersetzt.')
    expect(lack('en', 'en').text()).toBe('')
  })
})

describe('a document at whose address', () => {
  const page = () => {
    const robots: unknown[] = []
    vi.stubGlobal('useHead', ({ meta }: { meta: { name?: string, content: string }[] }) =>
      robots.push(...meta.filter(({ name }) => name === 'robots').map(({ content }) => content)),
    )
    const shown = mount(App, {
      global: {
        stubs: {
          NuxtLayout: {
            setup:
              (_, { slots }) =>
                () =>
                  slots.default?.(),
          },
          NuxtPage: { setup: () => () => 'der Text' },
        },
      },
    })
    return { shown, robots }
  }

  it('it is missing in this language is not shown in another: its page says so, names the languages that it has, and '
    + 'asks not to be listed', () => {
    show({ state: 'missing', titles: LANGUAGES.titles.filter(({ locale }) => locale !== 'de') })
    const { shown, robots } = page()
    expect(shown.get('h1').text()).toBe('Diese Seite gibt es noch nicht in dieser Sprache')
    expect(shown.findAll('.translation-list a').map(link => link.attributes('hreflang'))).toEqual(['en', 'ar'])
    expect(shown.text()).not.toContain('der Text')
    expect(robots).toEqual(['noindex'])
  })

  it('it exists in this language is shown, whether it is up to date or not', () => {
    for (const state of ['source', 'current', 'incomplete', 'outdated'] as const) {
      show({ state })
      expect(page().shown.text()).toBe('der Text')
    }
  })
})

describe('the languages of a page that is not there in this one', () => {
  const links = () => mount(TranslationList, { props: { titles: LANGUAGES.titles } }).findAll('a')

  it('stand under their own names with the title there, in their direction, and lead there', () => {
    speak('ar')
    expect(links().map(link => ['lang', 'dir', 'hreflang', 'href'].map(name => link.attributes(name)))).toEqual([
      ['en', 'ltr', 'en', '/en'], ['de', 'ltr', 'de', '/'], ['ar', 'rtl', 'ar', '/ar'],
    ])
    expect(links()[0]?.text()).toBe('English An example in English')
  })

  it('come with the day since which each stands so, in the language of the page', () => {
    speak('en')
    expect(
      mount(TranslationList, { props: { titles: LANGUAGES.titles } })
        .findAll('time')
        .map(time => [time.attributes('datetime'), time.text()]),
    ).toEqual(LANGUAGES.titles.map(({ publishedAt }) => [publishedAt, '3 May 2026']))
  })
})

describe('what a list does not show', () => {
  const gap = (props: { count: number, isAll: boolean, anchor?: string }) =>
    mount(TranslationGap, { props: { ...props, path: '/massnahmen', query: { stage: 'adopted' } } })

  it('is counted, and shown where somebody wants it, with everything else that is chosen', () => {
    expect(gap({ count: 12, isAll: false }).get('[role=status]').text()).toBe(
      '12 Einträge sind noch nicht in dieser Sprache da. Alle zeigen',
    )
    expect(gap({ count: 12, isAll: false }).get('a').attributes('href')).toBe('/massnahmen?stage=adopted&all=1')
  })

  it('can be left out again', () => {
    expect(gap({ count: 1, isAll: true }).text()).toBe(
      'Ein Eintrag ist noch nicht in dieser Sprache da. Nur Einträge in dieser Sprache zeigen',
    )
    expect(gap({ count: 1, isAll: true }).get('a').attributes('href')).toBe('/massnahmen?stage=adopted')
  })

  it('is shown at the list that it is missing in, where that is not the first of its page', () => {
    expect(gap({ count: 12, isAll: false, anchor: 'events' }).get('a').attributes('href')).toBe(
      '/massnahmen?stage=adopted&all=1#events',
    )
    expect(gap({ count: 12, isAll: true, anchor: 'events' }).get('a').attributes('href')).toBe(
      '/massnahmen?stage=adopted#events',
    )
  })

  it('is not spoken of where there is nothing', () => {
    expect(gap({ count: 0, isAll: false }).text()).toBe('')
  })
})

describe('the offer of another language', () => {
  it('is made in that language, and leads to the home page in it', () => {
    const offer = mount(LanguageOffer, { props: { code: 'ar' } })
    expect(offer.get('p').attributes()).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect(offer.text()).toBe('هذا الموقع متوفر أيضًا بلغتكم: العربية')
    expect([offer.get('a').attributes('href'), offer.get('a').attributes('hreflang')]).toEqual(['/ar', 'ar'])
  })
})

describe('the note about a machine', () => {
  it.each([
    ['machine', 'maschinell übersetzt'], ['machine_reviewed', 'maschinell übersetzt, von einem Menschen geprüft'],
  ] as const)('says of "%s": %s', (origin, words) => {
    const note = mount(TranslationHint, { props: { of: { translationOrigin: origin } } }).get('small')
    expect(note.text()).toBe(words)
    expect(note.attributes('data-translation-origin')).toBe(origin)
  })

  it('says that the original has changed since, whoever made the translation', () => {
    const notes = mount(TranslationHint, { props: { of: { translationOrigin: 'human', isOutdated: true } } }).findAll(
      'small',
    )
    expect(notes.map(note => [note.text(), note.attributes('data-translation-state')])).toEqual([
      ['Das Original hat sich seitdem geändert.', 'outdated'],
    ])
    expect(
      mount(TranslationHint, { props: { of: { translationOrigin: 'machine', isOutdated: true } } }).findAll('small'),
    ).toHaveLength(2)
  })

  it('says that only a part is translated', () => {
    const hint = mount(TranslationHint, { props: { of: { translationOrigin: 'human', isIncomplete: true } } })
    expect(hint.get('[data-translation-state=incomplete]').text()).toBe('Nur zum Teil übersetzt.')
  })

  describe('at the top of a list', () => {
    type Origins = (TranslationOrigin | null)[]
    /** A list with a note above it and a mark at each of its pieces. */
    const list = (origins: Origins) => mount(defineComponent({
      setup() {
        const pieces = origins.map(translationOrigin => ({ translationOrigin }))
        const origin = provideCommonOrigin(pieces)
        return () => h('div', [
          h(TranslationOfAll, { origin }), ...pieces.map(of => h('p', { class: 'piece' }, [h(TranslationHint, { of })])),
        ])
      },
    }))
    const said = (origins: Origins) => {
      const shown = list(origins)
      return [shown.findAll('.translation-of-all').length, shown.findAll('.piece small').length]
    }

    it('is said once where a machine translated all of it', () => {
      expect(said(['machine', 'machine', 'machine'])).toEqual([1, 0])
      expect(list(['machine_reviewed']).get('.translation-of-all').text()).toBe(
        'Alles hier ist maschinell übersetzt und von einem Menschen geprüft.',
      )
    })

    it('is said at the piece where it is mixed', () => {
      expect(said(['machine', 'human', 'machine'])).toEqual([0, 2])
      expect(said(['machine', null])).toEqual([0, 1])
      expect(said(['machine', 'machine_reviewed'])).toEqual([0, 2])
    })

    it('is not said where no machine was', () => {
      expect([said(['human']), said([null, null]), said([])]).toEqual([[0, 0], [0, 0], [0, 0]])
    })
  })

  it.each(['human', null] as const)('says nothing of %s', (origin) => {
    expect(mount(TranslationHint, { props: { of: { translationOrigin: origin } } }).text()).toBe('')
  })
})
