import { mount } from '@vue/test-utils'
import { LOCALES, type LocaleCode } from 'shared-types'
import { describe, expect, it, vi } from 'vitest'
import { speak } from '~~/test/i18n'
import PreviewBanner from './PreviewBanner.vue'

function banner(language: LocaleCode) {
  speak(language)
  vi.stubGlobal('useRoute', () => ({ params: {}, path: '/suche', fullPath: '/suche?q=eins' }))
  return mount(PreviewBanner, { props: { until: '2026-12-02T23:05:00.000Z' } })
}

describe('the banner of a preview', () => {
  it('says that it shows a draft, and until when in Hannover', () => {
    expect(banner('de').text()).toContain('Vorschau eines Entwurfs.')
    expect(banner('de').text()).toContain('Dieser Link gilt bis 3. Dezember 2026, 00:05 Uhr.')
    expect(banner('ar').text()).toContain('معاينة مسودة.')
  })

  it.each(LOCALES.map(({ code }) => code))('says the time in %s, and leaves nothing open', (code) => {
    expect(banner(code).text()).toMatch(/00:05/)
    expect(banner(code).text()).not.toMatch(/[{}]|preview\./)
  })

  it('leads to the same page in public', () => {
    expect(banner('de').get('a').attributes()).toMatchObject({ rel: 'external', href: '/suche?q=eins' })
  })
})
