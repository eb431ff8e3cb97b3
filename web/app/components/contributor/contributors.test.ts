import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { PICTURE } from '~/gallery/articles'
import { BARE_ORGANISATION, BARE_PERSON, CONTRIBUTIONS, ORGANISATION, PERSON, PERSON_NAMES } from '~/gallery/examples'
import { articleMakers } from '~/utils/contributors'
import { speak } from '~~/test/i18n'
import ContributionFacts from './ContributionFacts.vue'
import ContributionList from './ContributionList.vue'
import ContributorList from './ContributorList.vue'
import MakerList from './MakerList.vue'
import OrganisationProfile from './OrganisationProfile.vue'
import PersonLink from './PersonLink.vue'
import PersonProfile from './PersonProfile.vue'
import WebsiteLink from './WebsiteLink.vue'

function contribution(id: string) {
  const found = CONTRIBUTIONS.find(candidate => candidate.id === id)
  if (!found) throw new Error(`The gallery has no contribution "${id}".`)
  return found
}

describe('the name of a person', () => {
  const [latin, arabic] = PERSON_NAMES.map(person => mount(PersonLink, { props: { person } }))

  it('leads to the person', () => {
    expect(latin?.get('a').attributes('href')).toBe('/personen/beispielperson')
    expect(latin?.text()).toBe('Beispielperson Eins')
  })

  it('in another script has the Latin one beside it, each with its language and its own direction', () => {
    expect(arabic?.findAll('bdi').map(name => [name.text(), name.attributes('lang'), name.attributes('dir')])).toEqual([
      ['شخص للمثال', 'ar', 'rtl'], ['Beispielperson Zwei', undefined, undefined],
    ])
  })

  it('in Latin letters says so in an Arabic page', () => {
    speak('ar')
    expect(
      mount(PersonLink, {
        props: { person: { slug: 'eins', name: { value: 'Beispielperson', locale: 'de' }, latinName: null } },
      })
        .get('a > bdi')
        .attributes(),
    ).toMatchObject({ lang: 'de', dir: 'ltr' })
  })
})

describe('as what somebody contributes', () => {
  const facts = (id: string, underRole = false) =>
    mount(ContributionFacts, { props: { contribution: contribution(id), underRole } })

  it('is said in the words of the source, and when', () => {
    expect(
      facts('c1')
        .findAll('p > *')
        .map(part => part.text()),
    ).toEqual(['Sprecherin des Beispiels, danach in anderer Aufgabe', '2020–2021'])
  })

  it('is the role where the source has no words for it, with what is doubtful', () => {
    expect(facts('c2').findAll('p > *').map(part => part.text())).toEqual(['Mitglied', 'seit 2020', 'unsicher'])
  })

  it('is not said twice under the heading of the role', () => {
    expect(facts('w2', true).find('p').exists()).toBe(false)
    expect(facts('w1', true).text()).toContain('Schirmherrin (Beispiel)')
  })
})

describe('the list of those who contribute', () => {
  const list = () => mount(ContributorList, { props: { contributions: CONTRIBUTIONS } })
  const entries = () => list().findAll('.long-list > ul > li')

  it('leads to people and organisations', () => {
    expect(
      entries()
        .slice(0, 3)
        .map(entry => entry.get('a').attributes('href')),
    ).toEqual(['/personen/beispielperson', '/personen/beispielperson-zwei', '/organisationen/netz'])
  })

  it('marks who is made up, and has the sources of each', () => {
    const [first, second] = entries()
    expect(first?.find('.example-mark').exists()).toBe(true)
    expect(second?.find('.example-mark').exists()).toBe(false)
    expect(first?.get('.source-mark').text()).toBe('1 Quelle')
    expect(second?.text()).toContain('Keine Quelle angegeben.')
  })

  it('folds away what is more than ten', () => {
    expect(list().get('.long-list > details > summary').text()).toBe('7 weitere Einträge')
    expect(
      mount(ContributorList, { props: { contributions: CONTRIBUTIONS.slice(0, 10) } })
        .find('.long-list > details')
        .exists(),
    ).toBe(false)
  })
})

describe('the list of what somebody contributes to', () => {
  it('leads to each, and names the website', () => {
    const tasks = CONTRIBUTIONS.slice(-6).map(task => ({ ...task, citations: [] }))
    const entries = mount(ContributionList, { props: { contributions: tasks } }).findAll('li')
    expect(entries.map(entry => (entry.find('a').exists() ? entry.get('a').attributes('href') : null))).toEqual([
      null, null, '/plaene/beispiel-lip', '/massnahmen/beispiel-kurz', '/beitraege/beispielgespraech',
      '/beitraege/beispielmeinung',
    ])
    expect(entries[0]?.text()).toContain('Diese Website')
  })
})

describe('who makes articles', () => {
  it('is named once, with the number of the articles', () => {
    const [authors] = articleMakers(CONTRIBUTIONS)
    const entries = mount(MakerList, { props: { makers: authors?.makers ?? [] } }).findAll('li')
    expect(entries.map(entry => [entry.get('a').attributes('href'), entry.get('p').text()])).toEqual([
      ['/personen/beispielperson', '2 Beiträge'],
    ])
  })
})

describe('somebody\'s own website', () => {
  it('is linked by the name of its host', () => {
    const link = mount(WebsiteLink, { props: { address: 'https://example.org/person?id=1' } }).get('a')
    expect([link.text(), link.attributes('href')]).toEqual(['example.org', 'https://example.org/person?id=1'])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'keine Adresse'])(
    'leads nowhere where links may not: %s',
    (address) => {
      expect(mount(WebsiteLink, { props: { address } }).find('a').exists()).toBe(false)
    },
  )
})

describe('the page of a person', () => {
  it('has the name in both scripts, what is said of the person, and everything done', () => {
    const page = mount(PersonProfile, { props: { person: PERSON } })
    expect(page.attributes()).toMatchObject({ itemscope: '', itemtype: 'https://schema.org/Person' })
    expect(page.get('h1[itemprop=name] > bdi').attributes()).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect(page.get('[itemprop=alternateName]').text()).toBe('Beispielperson Zwei')
    expect(page.text()).toContain('Diese Person gibt es nicht.')
    expect(page.findAll('h2').map(heading => heading.text())).toEqual(['Mitwirkung', 'Quellen'])
    expect(page.get('a[itemprop=url]').text()).toBe('example.org')
  })

  it('shows the pictures of the person or by her', () => {
    const page = mount(PersonProfile, { props: { person: { ...PERSON, pictures: [PICTURE] } } })
    expect(page.get('[aria-labelledby=pictures] h2').text()).toBe('Bilder mit oder von dieser Person')
    expect(page.get('[aria-labelledby=pictures] img').attributes('alt')).toBe(PICTURE.alt?.value)
  })

  it('of whom nothing is known has a name, and says that no source is given', () => {
    const page = mount(PersonProfile, { props: { person: BARE_PERSON } })
    expect(page.findAll('h2').map(heading => heading.text())).toEqual(['Quellen'])
    expect(page.text()).toContain('Keine Quelle angegeben.')
    expect(page.text()).not.toContain('Diese Person gibt es nicht.')
  })
})

describe('the page of an organisation', () => {
  const page = () => mount(OrganisationProfile, { props: { organisation: ORGANISATION } })

  it('says once that a machine translated all of it', () => {
    const translated = <Entry extends object>(entry: Entry) =>
      ({ ...entry, translationOrigin: 'machine' as const, function: { value: 'Mitglied', locale: 'de' } })
    const { contributors, contributions } = ORGANISATION
    const organisation = {
      ...ORGANISATION, translationOrigin: 'machine' as const, contributors: contributors.map(translated),
      contributions: contributions.map(translated),
    }
    const marks = mount(OrganisationProfile, { props: { organisation } }).findAll('[data-translation-origin]')
    expect(contributors.length + contributions.length).toBeGreaterThan(1)
    expect(marks).toHaveLength(1)
  })

  it('says what it is, and what it is part of', () => {
    expect(page().attributes()).toMatchObject({ itemscope: '', itemtype: 'https://schema.org/Organization' })
    expect(page().get('.kicker').text()).toBe('Expert*innengruppe')
    expect(
      page()
        .findAll('dt')
        .map(term => term.text()),
    ).toEqual(['Besteht', 'Zusammensetzung', 'Handlungsfeld', 'Teil von', 'Im Internet'])
    expect(page().get('[itemprop=parentOrganization] a').attributes('href')).toBe('/organisationen/rat')
    expect(page().text()).toContain('Gewissheit: berichtet')
  })

  it('has everything it did under headings', () => {
    expect(
      page()
        .findAll('h2')
        .map(heading => heading.text()),
    ).toEqual([
      'Die Quellen sagen Verschiedenes', 'Dazu gehören', 'Wer hier mitwirkt', 'Mitwirkung', 'Entscheidungen',
      'Maßnahmen', 'Geförderte Projekte', 'Ereignisse', 'Quellen',
    ])
    expect(
      page()
        .findAll('h3')
        .map(heading => heading.text()),
    ).toEqual(['Federführend', 'Als Partner', 'Vorgeschlagen'])
  })

  it('leads from its decisions to what was decided on', () => {
    const entries = page().findAll('section[aria-labelledby=decisions] li')
    expect(entries.map(entry => [entry.get('p').text(), entry.get('a').attributes('href')])).toEqual([
      ['25. Februar 2021 · mit Änderung zugestimmt', '/massnahmen/beispiel-kurz'],
      ['2021 · beschlossen', '/plaene/beispiel-wir'],
    ])
  })

  it('of which nothing is known has a name and a kind', () => {
    const bare = mount(OrganisationProfile, { props: { organisation: BARE_ORGANISATION } })
    expect(bare.findAll('h2').map(heading => heading.text())).toEqual(['Quellen'])
    expect(bare.find('dl, .lead').exists()).toBe(false)
  })

  it('is told in the language of the page', () => {
    speak('ar')
    expect(page().get('h1 > span').attributes()).toMatchObject({ lang: 'de', dir: 'ltr' })
  })
})
