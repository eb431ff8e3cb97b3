import { mount } from '@vue/test-utils'
import { ARTICLE_KINDS } from 'shared-types'
import type { ArticleBlock, ArticleDetail, ArticleSummary, OriginalAddress } from '~~/server/cms/article'
import { describe, expect, it } from 'vitest'
import { ARTICLE_FINDING, ARTICLES, BARE_ARTICLE, BLOCKS, INTERVIEW } from '~/gallery/articles'
import { EVENTS } from '~/gallery/examples'
import { readArticleQuery } from '~/utils/article-filter'
import { outlineOf } from '~/utils/outline'
import { speak } from '~~/test/i18n'
import ArticleBody from './ArticleBody.vue'
import ArticleCard from './ArticleCard.vue'
import ArticleFilter from './ArticleFilter.vue'
import ArticleList from './ArticleList.vue'
import ArticlePage from './ArticlePage.vue'
import ArticleTimeBar from './ArticleTimeBar.vue'
import Byline from './Byline.vue'
import KindMark from './KindMark.vue'

const inGerman = (value: string) => ({ value, locale: 'de' })
const page = (given: Partial<ArticleDetail> = {}) =>
  mount(ArticlePage, { props: { article: { ...INTERVIEW, ...given } } })
const body = (...blocks: ArticleBlock[]) => mount(ArticleBody, { props: { blocks, outline: outlineOf(blocks) } })
const blocksOf = (kind: ArticleBlock['kind']) => BLOCKS.filter(block => block.kind === kind)

describe('the kind of an article', () => {
  it.each(ARTICLE_KINDS)('%s is a word, and a shape that says nothing to those who do not see it', (kind) => {
    const mark = mount(KindMark, { props: { kind } })
    expect(mark.text()).not.toBe('')
    expect(mark.get('svg').attributes('aria-hidden')).toBe('true')
  })

  it('stands before everything else, on the page and on the card', () => {
    expect(page().text()).toMatch(/^Interview/)
    expect(mount(ArticleCard, { props: { article: { ...INTERVIEW }, level: 2 } }).text()).toMatch(/^Interview/)
  })

  it('of an opinion looks like no other, and the page says whose it is', () => {
    expect(ARTICLE_KINDS.filter(kind => mount(KindMark, { props: { kind } }).classes('opinion'))).toEqual([
      'opinion', 'commentary',
    ])
    for (const kind of ['opinion', 'commentary'] as const)
      expect(page({ kind }).text()).toContain('Hier sagt jemand seine Meinung.')
    expect(page({ kind: 'status_report' }).text()).not.toContain('Hier sagt jemand seine Meinung.')
  })
})

describe('the head of an article', () => {
  it('has the title as the heading of the page, its line, its lead, who wrote it and when', () => {
    expect(page().get('h1').text()).toBe('„Wer fragt, bekommt ein Beispiel“')
    expect(page().get('header').text()).toMatch(
      /Beispielgespräch.*Worum es hier zum Beispiel geht\.\s*Text: Beispielperson Eins, Fotos: N\. N\.\s*10\. September 2021/,
    )
  })

  it('says that it is made up, and that a machine and a person translated it', () => {
    expect(page().get('header').text()).toContain('Das ist ein Beispiel. Der Beitrag ist ausgedacht')
    expect(page().get('header').text()).toContain('Übersetzung: Beispielperson Drei')
    expect(page().get('small').text()).toBe('maschinell übersetzt')
    expect(
      page({ isExample: false, translationCredit: null, translationOrigin: null }).get('header').text(),
    ).not.toMatch(/Beispiel\.|Übersetzung|maschinell/)
  })

  it('says how long it takes to read, where that is long', () => {
    expect(page().get('header').text()).toContain('Lesezeit etwa 3 Minuten')
    expect(page({ blocks: [] }).get('header').text()).not.toContain('Lesezeit')
  })

  it('says how sure it is, where it is not', () => {
    expect(page().get('header').text()).toContain('Gewissheit: unsicher')
    expect(page({ certainty: 'documented' }).get('header').text()).not.toContain('Gewissheit')
  })
})

describe('a byline', () => {
  const contributors = INTERVIEW.contributions.map(({ contributor }) => contributor)

  it('is as it was printed, and leads to who has a page', () => {
    const byline = mount(Byline, {
      props: { byline: inGerman('Text: Beispielperson Eins, Fotos: N. N.'), contributors },
    })
    expect(byline.text()).toBe('Text: Beispielperson Eins, Fotos: N. N.')
    expect(byline.findAll('a').map(link => [link.text(), link.attributes('href')])).toEqual([
      ['Beispielperson Eins', '/personen/beispielperson'],
    ])
  })

  it('in another language says which', () => {
    speak('ar')
    expect(
      mount(Byline, { props: { byline: inGerman('Von N. N.'), contributors: [] } })
        .get('span')
        .attributes(),
    ).toMatchObject({ lang: 'de', dir: 'ltr' })
  })
})

describe('what an article is to machines', () => {
  const properties = (given?: Partial<ArticleDetail>) =>
    page(given)
      .findAll('[itemprop]')
      .map(element => [
        element.attributes('itemprop'),
        element.attributes('content') ?? element.attributes('href') ?? element.attributes('datetime') ?? element.text(),
      ])

  it('is its kind in the words of schema.org', () => {
    expect(page().get('article').attributes()).toMatchObject({
      itemscope: '',
      itemtype: 'https://schema.org/Conversation',
    })
    expect(
      mount(ArticlePage, { props: { article: BARE_ARTICLE } })
        .get('article')
        .attributes('itemtype'),
    ).toBe('https://schema.org/OpinionNewsArticle')
  })

  it('has language, licence, title, date, who made it, and what it goes back to', () => {
    expect(properties()).toEqual(
      expect.arrayContaining([
        ['inLanguage', 'de'],
        ['license', 'https://creativecommons.org/licenses/by/4.0/'],
        ['headline', '„Wer fragt, bekommt ein Beispiel“'], ['datePublished', '2021-09-10'],
        ['creditText', 'Text: Beispielperson Eins, Fotos: N. N.'], ['author', 'Beispielperson Eins'],
        ['funder', expect.stringMatching(/^Beispielgruppe/)],
        ['isBasedOn', 'https://www.example.org/original'],
      ]),
    )
  })

  it('has no licence of ours where its text is elsewhere', () => {
    expect(properties({ blocks: [] }).map(([name]) => name)).not.toContain('license')
  })
})

describe('the parts of an article', () => {
  it('have headings with addresses, to which the table of contents leads', () => {
    const shown = page()
    expect(
      shown
        .findAll('.article-body .rich-text :is(h2, h3, h4)')
        .map(heading => [heading.element.localName, heading.attributes('id')]),
    ).toEqual([
      ['h2', 's-wie-es-anfing'], ['h2', 's-wie-es-weiterging'], ['h3', 's-wie-es-anfing-2'],
    ])
    expect(shown.get('nav').attributes('aria-label')).toBe('In diesem Beitrag')
    expect(shown.findAll('nav a').map(link => link.attributes('href'))).toEqual([
      '#s-wie-es-anfing', '#s-wie-es-weiterging', '#s-wie-es-anfing-2',
    ])
    expect(
      page({ blocks: blocksOf('quote') })
        .find('nav')
        .exists(),
    ).toBe(false)
  })

  it('are questions and answers, each with who answers', () => {
    const [first, second] = body(...blocksOf('question')).findAll('.article-question')
    expect(first?.text()).toMatch(/^Warum steht hier ein Beispiel\?\s*Beispielperson Eins\s*Damit man es sieht\./)
    expect(first?.find('h2, h3').exists()).toBe(false)
    expect(second?.text()).toBe('Und sonst?')
  })

  it('are quotes in the marks of their language, in none where they have their own', () => {
    const [first, second] = body(...blocksOf('quote')).findAll('figure')
    expect(first?.get('blockquote p').classes()).toContain('marked')
    expect(first?.get('figcaption').text()).toMatch(/^Beispielperson Eins\s*2 Quellen/)
    expect(second?.get('blockquote p').classes()).not.toContain('marked')
    expect(second?.find('figcaption').exists()).toBe(false)
  })

  it('are pictures, alone or side by side, those leading to the whole of it', () => {
    const shown = body(...blocksOf('image'), ...blocksOf('gallery'))
    expect(shown.findAll('.article-body > figure')).toHaveLength(1)
    expect(shown.findAll('ul > li > figure')).toHaveLength(6)
    expect(shown.findAll('li > figure > a').length).toBe(5)
  })

  it('are ways to films, which fetch nothing and say where they lead', () => {
    const [film] = body(...blocksOf('video')).findAll('.article-video')
    expect(film?.get('a').text()).toBe('Video ansehen: youtube.com')
    expect(film?.text()).toContain(
      'Erst wenn Sie dem Link folgen, verbindet sich Ihr Browser mit ihr. Sprache: Türkisch.',
    )
    expect(film?.find('iframe, video, img').exists()).toBe(false)
  })

  it('are recordings that nobody fetches unasked, with every word of them, also where the file is missing', () => {
    const [sound, missing] = body(...blocksOf('audio')).findAll('.article-audio')
    expect(sound?.get('audio').attributes()).toMatchObject({
      'preload': 'none', 'controls': '', 'src': '/uploads/beispiel_ton.mp3', 'aria-label': 'Etwas zu hören',
    })
    expect(sound?.get('a[download]').text()).toMatch(/^Herunterladen \(MP3, 1,2\sMB\)$/)
    expect(sound?.get('details').text()).toMatch(/was zu hören ist\s*Guten Tag\.$/)
    expect(missing?.text()).toMatch(/Die Datei fehlt zurzeit\..*Stille\.$/)
    expect(missing?.find('audio').exists()).toBe(false)
  })

  it('are files to keep, of which type and size are said', () => {
    const [sheet, missing] = body(...blocksOf('download')).findAll('.article-download')
    expect(sheet?.get('a').attributes()).toMatchObject({ href: '/uploads/beispiel_blatt.pdf', download: '' })
    expect(sheet?.get('a').text()).toMatch(/^Herunterladen \(PDF, 48\skB\)$/)
    expect(missing?.text()).toContain('Die Datei fehlt zurzeit.')
  })

  it('are remarks beside the text', () => {
    expect(
      body(...blocksOf('callout'))
        .findAll('[role=note]')
        .map(remark => remark.text()),
    ).toEqual([expect.stringMatching(/^Ein Hinweis\s*Am Rand gesagt\.$/), 'Ohne Titel.'])
  })

  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', '{{ 7 * 7 }}'])(
    'show %s letter by letter, wherever it stands',
    (words) => {
      const text = { blocks: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }], locale: 'de' }
      const shown = page({
        title: inGerman(words), kicker: inGerman(words), lead: inGerman(words), byline: inGerman(words),
        translationCredit: inGerman(words),
        blocks: [
          { kind: 'text', text }, { kind: 'question', question: inGerman(words), speaker: words, answer: text },
          { kind: 'quote', quote: inGerman(words), attribution: words, citations: [] },
          { kind: 'callout', title: inGerman(words), text },
          { kind: 'audio', title: inGerman(words), file: null, language: null, transcript: text },
          { kind: 'download', title: inGerman(words), file: null, language: null, description: inGerman(words) },
        ],
      })
      expect(shown.find('script, [onerror], [onload]').exists()).toBe(false)
      expect(shown.text().split(words)).toHaveLength(18)
    },
  )
})

describe('an article that is elsewhere', () => {
  it('says so, and leads there', () => {
    const shown = mount(ArticlePage, { props: { article: BARE_ARTICLE } }).get('.elsewhere')
    expect(shown.text()).toContain('Der ganze Text steht dort, wo er zuerst erschien')
    expect(shown.get('a').attributes('href')).toBe('https://www.example.org/original')
    expect(shown.get('a').text()).toBe('Original lesen: example.org')
  })

  it('and of which nobody knows where, says that', () => {
    expect(page({ blocks: [], originals: [] }).get('.elsewhere').text()).toContain(
      'Der Text dieses Beitrags liegt uns nicht vor.',
    )
  })
})

describe('what stands around an article', () => {
  const facts = (wanted: string, given?: Partial<ArticleDetail>) =>
    page(given)
      .findAll('dl > div')
      .find(fact => fact.get('dt').text() === wanted)

  it('are its languages under their own names, and the original and its translations with theirs', () => {
    expect(
      facts('Diesen Beitrag gibt es auf')
        ?.findAll('a')
        .map(link => [link.text(), link.attributes('href'), link.attributes('lang')]),
    ).toEqual([
      ['Deutsch', '/beitraege/gespraech', 'de'], ['English', '/en/articles/gespraech', 'en'],
      ['العربية', '/ar/articles/gespraech', 'ar'],
    ])
    expect(
      facts('Zuerst erschienen')
        ?.findAll('li')
        .map(original => [original.text(), original.get('a').attributes('hreflang')]),
    ).toEqual([
      ['Original lesen: example.org Sprache: Persisch.', 'fa'], ['Übersetzung lesen: example.org', undefined],
    ])
    expect(facts('Zuerst erschienen', { originals: [] })).toBeUndefined()
  })

  it('are those who made it, role by role', () => {
    expect(facts('Autorin oder Autor')?.findAll('dd').map(one => one.text())).toEqual(['Beispielperson Eins'])
    expect(facts('Fotografie')?.get('dd').text()).toBe('شخص للمثال (Beispielperson Zwei) Bilder im Text')
    expect(page({ contributions: [] }).text()).not.toContain('Wer daran mitgewirkt hat')
  })

  it('are people, fields, measures and events it is about', () => {
    expect(
      ['Personen', 'Handlungsfelder', 'Maßnahmen', 'Ereignisse'].map(name => facts(name)?.get('a').attributes('href')),
    ).toEqual([
      '/personen/beispielperson', '/handlungsfelder/beispiel-one', '/massnahmen/beispiel-kurz', '/zeitleiste#alles',
    ])
    expect(page({ people: [], fields: [], measures: [], events: [] }).text()).not.toContain('Worum es geht\n')
  })

  it('are its sources, and ways to pass it on that nobody else sees, with its kind', () => {
    expect(page().get('#sources').text()).toBe('Quellen')
    expect(decodeURIComponent(page().get('a[href^="mailto:"]').attributes('href') ?? '')).toBe(
      'mailto:?subject=Interview: „Wer fragt, bekommt ein Beispiel“&body=Interview: „Wer fragt, bekommt ein '
      + 'Beispiel“\nhttps://portal.example/beitraege/gespraech',
    )
    expect(page().get('.article-share').text()).toContain('https://portal.example/beitraege/gespraech')
    expect(page().findAll('.article-share a').map(link => link.attributes('href')?.split('?')[0])).toEqual(['mailto:'])
  })
})

describe('the card of an article', () => {
  const card = (given: Partial<ArticleSummary> & { original?: OriginalAddress }) =>
    mount(ArticleCard, { props: { article: { ...INTERVIEW, ...given }, level: 3 } })

  it('leads to it by its title, and says when, by whom and in which languages', () => {
    expect(card({}).get('h3 a').attributes('href')).toBe('/beitraege/gespraech')
    expect(card({}).get('.facts').text()).toMatch(
      /^10\. September 2021\s*Text: Beispielperson Eins, Fotos: N\. N\.\s*Deutsch\s*English\s*العربية$/,
    )
    expect(
      card({})
        .findAll('.languages > *')
        .map(name => name.attributes('lang')),
    ).toEqual(['de', 'en', 'ar'])
  })

  it('leads out where it can be read in the language only there, and says so', () => {
    speak('fa')
    const original: OriginalAddress = { url: 'https://www.example.org/fa', language: 'fa', isTranslation: true }
    const title = card({ original }).get('h3 a')
    expect([title.attributes('href'), title.attributes('hreflang')]).toEqual(['https://www.example.org/fa', 'fa'])
    expect(card({ original }).get('.note bdi').text()).toBe('example.org')
    expect(card({ original }).get('.note').text())
      .not.toBe(card({ original: { ...original, isTranslation: false } }).get('.note').text())
  })

  it('says that it is made up', () => {
    expect(card({}).text()).toMatch(/^Interview\s*Beispiel/)
    expect(card({ isExample: false }).text()).toMatch(/^Interview\s*Beispielgespräch/)
  })

  it('stands in a list, one after the other', () => {
    expect(
      mount(ArticleList, { props: { articles: ARTICLES, level: 2 } })
        .findAll('ul > li h2')
        .map(title => title.text()),
    ).toEqual(ARTICLES.map(({ title }) => title.value))
  })
})

describe('the filter of articles', () => {
  const filter = (query: Record<string, string> = {}) =>
    mount(ArticleFilter, { props: { finding: ARTICLE_FINDING, choice: readArticleQuery(query) } })
  const options = (name: string, query?: Record<string, string>) =>
    filter(query)
      .findAll(`select[name=${name}] option`)
      .map(option => option.text())

  it('is a form that any browser sends to the articles', () => {
    expect(filter().get('form').attributes()).toMatchObject({
      'method': 'get', 'action': '/beitraege', 'aria-label': 'Beiträge filtern', 'data-instant': '#found',
    })
    for (const select of filter().findAll('select'))
      expect(
        filter()
          .get(`label[for=${select.attributes('id')}]`)
          .text(),
      ).not.toBe('')
  })

  it('says every choice in words, with its number where it is no year', () => {
    expect(options('kind')).toEqual(['alle', 'Interview (1)', 'Meinung (1)'])
    for (const name of ['from', 'until']) expect(options(name)).toEqual(['alle', '2021'])
    expect(options('language')).toEqual(['alle', 'Deutsch (2)', 'العربية (1)'])
    expect(filter().get('select[name=language] option[lang=ar]').text()).toBe('العربية (1)')
  })

  it('keeps whether articles in other languages are shown', () => {
    expect(filter({ all: '1' }).get('input[type=hidden][name=all]').attributes('value')).toBe('1')
    expect(filter().find('[name=all]').exists()).toBe(false)
  })

  it('keeps what is chosen, and leads back to all', () => {
    expect(filter({ kind: 'opinion' }).get('select[name=kind] option[selected]').text()).toBe('Meinung (1)')
    expect(filter({ kind: 'opinion' }).get('a').attributes('href')).toBe('/beitraege')
    expect(filter().find('a').exists()).toBe(false)
  })
})

describe('the articles in time', () => {
  it('are drawn beside the events, for those who see it, and said in words', () => {
    const bar = mount(ArticleTimeBar, { props: { articles: ARTICLES, events: EVENTS } })
    expect(bar.get('svg').attributes('aria-hidden')).toBe('true')
    expect([bar.findAll('.article').length, bar.findAll('circle').length]).toEqual([3, EVENTS.length])
    expect(bar.text()).toContain('Striche: wann die Beiträge erschienen sind.')
  })

  it('are not drawn where there are none', () => {
    expect(mount(ArticleTimeBar, { props: { articles: [], events: EVENTS } }).find('svg').exists()).toBe(false)
  })
})
