import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import Gallery from '~/pages/stil.vue'
import { componentName } from '~~/test/component-name'

const components = Object.keys(import.meta.glob(['../components/**/*.{vue,ts}', '!**/*.test.ts']))
const [gallery = ''] = Object.values(
  import.meta.glob<string>('../pages/stil.vue', { eager: true, query: '?raw', import: 'default' }),
)
const around = Object.values(
  import.meta.glob<string>(
    [
      '../error.vue', '../layouts/default.vue', '../components/app/Header.vue',
      '../components/timeline/{PhaseSection,EventEntry}.vue',
      '../components/article/ArticlePage.vue', '../pages/{articles,measures}/[[]slug[]]/{index,sheet}.vue',
      '../pages/{people,organisations}/[[]slug[]].vue', '../pages/pages/[[]slug[]]/index.vue', '../pages/plans/[[]slug[]]/names.vue',
    ],
    { eager: true, query: '?raw', import: 'default' },
  ),
).join()

describe('the gallery', () => {
  it('shows every component', () => {
    expect(components.map(componentName).filter(name => !new RegExp(`<${name}\\b`).test(gallery + around))).toEqual([])
  })

  it('can be drawn without a warning', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.stubGlobal('definePageMeta', () => {})
    vi.stubGlobal('useHead', () => {})
    const page = mount(Gallery)
    expect(warn).not.toHaveBeenCalled()
    expect(page.findAll('h1')).toHaveLength(1)
    expect(page.text()).not.toMatch(/undefined|NaN|\[object|Invalid/)
  })
})
