import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { speak } from '~~/test/i18n'
import { useDocumentPath } from './useDocumentPath'
import { useEventPath } from './useEventPath'

/** What a composable gives to a component. */
function within<Given>(use: () => Given): Given {
  const given: Given[] = []
  mount(defineComponent({ setup: () => { given.push(use()); return () => h('p') } }))
  const [first] = given
  if (!first) throw new Error('The component was not set up.')
  return first
}

describe('the address of a document', () => {
  it.each([
    ['Plan', '/plaene/x'], ['FieldOfAction', '/handlungsfelder/x'], ['Measure', '/massnahmen/x'],
    ['Article', '/beitraege/x'], ['Person', '/personen/x'], ['Organisation', '/organisationen/x'],
    ['Page', '/seiten/x'], ['TimelineEvent', '/zeitleiste#x'], ['GlossaryTerm', '/glossar#x'],
  ] as const)('of the type %s is %s', (type, path) => {
    expect(within(useDocumentPath)(type, 'x')).toBe(path)
  })

  it('is in the language that is asked for, in that of the page where there is none such', () => {
    speak('en')
    expect([
      within(useDocumentPath)('Measure', 'x', 'ar'), within(useDocumentPath)('Measure', 'x'),
      within(useDocumentPath)('Measure', 'x', 'xx'),
    ]).toEqual(['/ar/measures/x', '/en/measures/x', '/en/measures/x'])
  })

  it('on the timeline and in the glossary is there only where all is shown, when the text is in another language', () => {
    expect(within(useDocumentPath)('GlossaryTerm', 'x', 'ar', 'de')).toBe('/ar/glossary?all=1#x')
    expect(within(useDocumentPath)('GlossaryTerm', 'x', 'ar', 'ar')).toBe('/ar/glossary#x')
    expect(within(useDocumentPath)('Measure', 'x', 'ar', 'de')).toBe('/ar/measures/x')
  })
})

describe('the address of an event', () => {
  const event = { slug: 'auftakt', title: { value: 'Auftakt', locale: 'de' } }

  it('is its place on the timeline, which is asked for all where its text is in another language', () => {
    expect(within(useEventPath)(event)).toBe('/zeitleiste#auftakt')
    speak('en')
    expect(within(useEventPath)(event)).toBe('/en/timeline?all=1#auftakt')
  })
})
