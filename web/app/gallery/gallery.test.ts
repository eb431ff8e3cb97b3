import { describe, expect, it } from 'vitest'
import { componentName } from '~~/test/component-name'

const components = Object.keys(import.meta.glob(['../components/**/*.{vue,ts}', '!**/*.test.ts']))
const [gallery = ''] = Object.values(import.meta.glob<string>('../pages/stil.vue', { eager: true, query: '?raw', import: 'default' }))
const around = Object.values(import.meta.glob<string>(['../layouts/default.vue', '../components/app/Header.vue', '../components/timeline/PhaseSection.vue'], { eager: true, query: '?raw', import: 'default' })).join()

describe('the gallery', () => {
  it('shows every component', () => {
    expect(components.map(componentName).filter(name => !new RegExp(`<${name}\\b`).test(gallery + around))).toEqual([])
  })
})
