import { mount } from '@vue/test-utils'
import { LOCALES } from 'shared-types'
import type { SourceCitation } from '~~/server/cms/source'
import { describe, expect, it } from 'vitest'
import { i18n, speak } from '~~/test/i18n'
import EventEntry from '~/components/timeline/EventEntry.vue'
import CitationList from '~/components/source/CitationList.vue'
import FigureTable from '~/components/plan/FigureTable.vue'
import { EVENTS } from '~/gallery/examples'

const [event] = EVENTS
if (!event) throw new Error('The gallery has no event.')
const citation: SourceCitation = {
  source: {
    id: 's1', kind: 'unknown', label: 'Ein Blatt', language: 'de', publisher: null, date: null, url: null,
    archiveUrl: null, paperNumber: null,
  },
  page: null, quote: null,
}

describe.each(LOCALES)('what nobody said, in $name', ({ code }) => {
  it('is shown as unknown, never as a key or a guess', () => {
    speak(code)
    const unknown = i18n.global.t('word.unknown')
    const figure = {
      subject: 'unknown' as const, unit: null, stage: null, stageWord: null, count: 12, qualifier: 'unknown' as const, date: null,
      citations: [],
    }
    const texts = [
      mount(EventEntry, { props: { event: { ...event, kind: 'unknown', certainty: 'unknown' } } }).get('.facts').text(),
      mount(CitationList, { props: { citations: [citation] } }).text(),
      mount(FigureTable, { props: { figures: [figure] } }).text(),
    ]
    for (const text of texts) {
      expect(text).toContain(unknown)
      expect(text).not.toMatch(/words\.|word\.|\bunclear\b/)
    }
  })
})
