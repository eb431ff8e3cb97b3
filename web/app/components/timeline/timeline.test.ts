import { mount, renderToString } from '@vue/test-utils'
import type { TimelineEventDetail } from '~~/server/cms/timeline'
import { describe, expect, it } from 'vitest'
import { EVENTS, milestones } from '~/gallery/examples'
import { groupByPhase } from '~/utils/timeline-filter'
import { speak } from '~~/test/i18n'
import BraidPath from './BraidPath.vue'
import EventEntry from './EventEntry.vue'
import EventList from './EventList.vue'
import PhaseSection from './PhaseSection.vue'
import TimelineFilter from './TimelineFilter.vue'
import YearLinks from './YearLinks.vue'

function example(slug: string): TimelineEventDetail {
  const event = EVENTS.find(candidate => candidate.slug === slug)
  if (!event) throw new Error(`The gallery has no event "${slug}".`)
  return event
}

describe('the filter of the timeline', () => {
  const ANY = { phase: '', kind: '', plan: '' }
  const shown = (choice = ANY) => mount(TimelineFilter, { props: { events: EVENTS, choice } })
  const select = (filter: ReturnType<typeof shown>, name: string) => filter.get(`select[name=${name}]`)

  it('is a form that any browser sends to the timeline', () => {
    expect(shown().get('form').attributes()).toMatchObject({
      'method': 'get', 'action': '/zeitleiste', 'aria-label': 'Ereignisse filtern',
    })
    expect(shown().get('button[type=submit]').text()).toBe('Anzeigen')
  })

  it('keeps whether events in other languages are shown', () => {
    expect(
      mount(TimelineFilter, { props: { events: EVENTS, choice: ANY, isAll: true } })
        .get('input[type=hidden][name=all]')
        .attributes('value'),
    ).toBe('1')
    expect(shown().find('[name=all]').exists()).toBe(false)
  })

  it('has three lists, each with a label', () => {
    const filter = shown()
    expect(
      filter
        .findAll('label')
        .map(label => [label.text(), filter.find(`select#${label.attributes('for')}`).attributes('name')]),
    ).toEqual([
      ['Phase', 'phase'], ['Art', 'kind'], ['Plan', 'plan'],
    ])
  })

  it('offers everything with the number of events behind it, after the offer to choose nothing', () => {
    const options = select(shown(), 'plan').findAll('option')
    expect(options.map(option => [option.attributes('value'), option.text()])).toEqual([
      ['', 'alle'], ['beispiel-lip', 'Beispielplan von 2008 (5)'], ['beispiel-wir', 'Zweiter Beispielplan (3)'],
    ])
    expect(
      select(shown(), 'kind')
        .findAll('option')
        .map(option => option.text()),
    ).toContain('Pause (1)')
  })

  it('stands where it was left, in what the server sends', async () => {
    const page = document.createElement('main')
    page.innerHTML = await renderToString(TimelineFilter, {
      props: { events: EVENTS, choice: { ...ANY, plan: 'beispiel-wir', kind: 'pause' } },
    })
    expect([...page.querySelectorAll('option[selected]')].map(option => option.getAttribute('value'))).toEqual([
      'pause', 'beispiel-wir',
    ])
  })

  it('is folded, and the fold says what is chosen', () => {
    const fold = (choice = ANY) => shown(choice).get('details > summary').text().replace(/\s+/g, ' ')
    expect(shown().get('details').attributes()).not.toHaveProperty('open')
    expect(fold()).toBe('Auswahl einschränken')
    expect(fold({ ...ANY, kind: 'pause', plan: 'beispiel-wir' })).toBe('Ausgewählt: Pause und Zweiter Beispielplan')
  })

  it('offers a way back only where something is chosen', () => {
    expect(shown().find('a').exists()).toBe(false)
    expect(shown({ ...ANY, kind: 'pause' }).get('a').attributes('href')).toBe('/zeitleiste')
  })

  it('says in which language a name is that is not translated', () => {
    speak('en')
    expect(
      select(shown(), 'plan')
        .findAll('option')
        .map(option => option.attributes('lang')),
    ).toEqual([undefined, 'de', 'de'])
    expect(shown().get('form').attributes('action')).toBe('/en/timeline')
  })
})

describe('an event on the timeline', () => {
  const shown = (slug: string) => mount(EventEntry, { props: { event: example(slug) } })

  it('has an address of its own, and a link to it that says whose it is', () => {
    expect(shown('kurz').get('article').attributes('id')).toBe('kurz')
    expect(shown('kurz').get('.ways a').attributes()).toMatchObject({
      'href': '#kurz', 'aria-label': 'Adresse dieses Ereignisses: Los',
    })
  })

  it.each([
    ['berichtet', 'berichtet'], ['unsicher', 'unsicher'], ['umstritten', 'umstritten'],
  ])('that is "%s" says so in words', (slug, words) => {
    expect(shown(slug).get('.certainty').text()).toBe(words)
  })

  it('that is documented needs no word for it', () => {
    expect(shown('kurz').find('.certainty').exists()).toBe(false)
  })

  it('is a line that opens: its date, its title, how many sources it has, the rest on demand', () => {
    const line = shown('alles').get('details > summary')
    expect(line.text().replace(/\s+/g, ' ')).toMatch(/^12\. Juni 2008 Der Beispielrat gründet die \S+ 2 Quellen$/)
    expect(shown('alles').get('details').attributes()).not.toHaveProperty('open')
    expect(shown('alles').findAll('.event-details .citation-list li').length).toBeGreaterThan(1)
    expect(mount(EventEntry, { props: { event: example('alles'), level: 2, isOpen: true } }).get('details').attributes())
      .toHaveProperty('open')
  })

  it('says what the plan was called then', () => {
    expect(shown('kurz').text()).toContain('damals: LIP')
  })

  it('says it in the language of the name', () => {
    const event = { ...example('kurz'), planNameThen: { value: 'Wir sind Hannover', locale: 'de' as const } }
    expect(mount(EventEntry, { props: { event } }).get('.facts [lang]').attributes('lang')).toBe('de')
    const named = { ...event, planNameThen: { value: 'We are Hannover', locale: 'en' as const } }
    expect(mount(EventEntry, { props: { event: named } }).get('.facts [lang=en]').text()).toBe('We are Hannover')
  })

  it('does not say it where the plan is still called so, or no name is known', () => {
    const event = { ...example('kurz'), planNameThen: { value: 'Beispielplan', locale: 'de' } }
    expect(mount(EventEntry, { props: { event } }).text()).not.toContain('damals')
    expect(shown('arabisch').text()).not.toContain('damals')
  })

  it('names who took part, each in the language of the name, and leads there', () => {
    expect(shown('alles').text()).toContain('Beteiligt: Beispielrat und Example network')
    expect(shown('alles').get('.note [lang=en]').text()).toBe('Example network')
    expect(
      shown('alles')
        .findAll('.note a[href^="/organisationen/"]')
        .map(link => link.attributes('href')),
    ).toEqual(['/organisationen/rat', '/organisationen/netz'])
  })

  it('leads to the articles about it, each with its kind', () => {
    expect(
      shown('kurz')
        .findAll('.article-links li')
        .map(entry => [entry.get('.kind-mark').text(), entry.get('a').attributes('href')]),
    ).toEqual([
      ['Interview', '/beitraege/beispielgespraech'], ['Meinung', '/beitraege/beispielmeinung'],
    ])
    expect(shown('alles').find('.article-links').exists()).toBe(false)
  })

  it('keeps the headings of its text and of disagreeing sources below its own', () => {
    expect(shown('alles').findAll('h1, h2, h3')).toHaveLength(0)
    expect(
      shown('alles')
        .findAll('h5')
        .map(heading => heading.text()),
    ).toEqual(['Zwischenüberschrift', 'Die Quellen sagen Verschiedenes', 'Quellen'])
  })

  it('says that a machine translated it', () => {
    expect(shown('foreign').get('small').text()).toBe('maschinell übersetzt')
  })
})

describe('the years of the timeline', () => {
  it('lead each to where it comes for the first time, in the order of time', () => {
    const [first] = EVENTS
    if (!first) throw new Error('The gallery has no event.')
    const earlier = { ...first, id: 'x', slug: 'x', date: '2008', phase: null }
    const links = mount(YearLinks, { props: { phases: groupByPhase([...EVENTS, earlier]) } }).findAll('nav a')
    expect(links.map(link => [link.text(), link.attributes('href')])).toEqual(
      ['2008', '2012', '2013', '2020', '2021', '2022', '2023'].map(year => [year, `#year-${year}`]),
    )
  })

  it('are no list where there is only one', () => {
    expect(mount(YearLinks, { props: { phases: groupByPhase(EVENTS.slice(0, 2)) } }).find('nav').exists()).toBe(false)
  })
})

describe('a phase on the timeline', () => {
  const [first] = groupByPhase(EVENTS)

  it('has its title, its years and their events', () => {
    if (!first) throw new Error('The gallery has no phase.')
    const section = mount(PhaseSection, { props: { phase: first } })
    expect(section.get('h2').text()).toBe('Vorgeschichte (Beispiel)')
    expect(section.findAll('h3').map(year => year.text())).toEqual(['2008', '2012', '2013'])
    expect(section.findAll('article').map(event => event.attributes('id'))).toEqual([
      'alles', 'kurz', 'berichtet', 'unsicher', 'umstritten',
    ])
  })
})

describe('the path of milestones', () => {
  it.each([1, 9, 20])('with %i is an ordered list, its last piece open', (count) => {
    const stops = mount(BraidPath, { props: { events: milestones(count) } }).findAll('ol > li')
    expect(stops).toHaveLength(count)
    expect(stops.map(stop => stop.get('use').attributes('href'))).toEqual([
      ...Array(count - 1).fill('#braid-across'),
      '#braid-open-across',
    ])
  })

  it('leads from each knot to its event', () => {
    speak('en')
    expect(
      mount(BraidPath, { props: { events: milestones(1) } })
        .get('a')
        .attributes('href'),
    ).toBe('/en/timeline?all=1#meilenstein-1-1')
  })

  it('says a name of the plan where it begins, and not again', () => {
    const names = mount(BraidPath, { props: { events: milestones(9) } }).findAll('.name bdi')
    expect(names.map(name => name.text())).toEqual(['LIP', 'WIR (Beispiel)'])
    expect(names.map(name => name.attributes('lang'))).toEqual(['de', 'de'])
  })

  // The compiler takes away the space at the end of the hidden words: remove `fails` with the bug.
  it('says a name of the plan apart from the words before it', () => {
    expect(mount(BraidPath, { props: { events: milestones(1) } }).get('.name').text()).toBe('Ab dann heißt der Plan LIP')
  })

  it('draws a knot that is in doubt as one', () => {
    const events = milestones(4).map((event, index) =>
      ({ ...event, certainty: index === 2 ? 'uncertain' as const : 'documented' as const }))
    expect(mount(BraidPath, { props: { events } }).findAll('.knot').map(knot => knot.classes('doubtful')))
      .toEqual([false, false, true, false])
  })

  it('draws nothing for those who do not see it', () => {
    expect(mount(BraidPath, { props: { events: milestones(9) } }).findAll('svg:not([aria-hidden=true])')).toHaveLength(
      0,
    )
  })
})

describe('a short list of events', () => {
  it('leads to each event on the timeline', () => {
    const entries = mount(EventList, { props: { events: EVENTS } }).findAll('ol > li')
    expect(entries).toHaveLength(EVENTS.length)
    expect(entries[1]?.get('a').attributes('href')).toBe('/zeitleiste#kurz')
    expect(entries[1]?.get('time').text()).toBe('2008')
  })
})
