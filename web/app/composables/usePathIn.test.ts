import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { usePathIn } from './usePathIn'

afterEach(() => vi.unstubAllGlobals())

function pathsFrom(route: { name: string, params: Record<string, string>, path: string, query?: string }): string[] {
  vi.stubGlobal('useRoute', () => ({ ...route, fullPath: route.path + (route.query ?? '') }))
  const given: string[] = []
  const setup = () => {
    given.push(...(['de', 'de-simple', 'ar'] as const).map(usePathIn()))
    return () => h('p')
  }
  mount(defineComponent({ setup }))
  return given
}

describe('a page in another language', () => {
  it.each([
    ['index___tr', {}, '/tr', '', ['/', '/de-simple', '/ar']],
    ['measures___de', {}, '/massnahmen', '?stage=adopted&q=a%20b',
      ['/massnahmen?stage=adopted&q=a%20b', '/de-simple/massnahmen?stage=adopted&q=a%20b',
        '/ar/measures?stage=adopted&q=a%20b']],
    ['measures-slug-sheet___en', { slug: 'x' }, '/en/measures/x/sheet', '',
      ['/massnahmen/x/blatt', '/de-simple/massnahmen/x/blatt', '/ar/measures/x/sheet']],
    ['articles-slug-v-number___en', { slug: 'x', number: '3' }, '/en/articles/x/v/3', '',
      ['/beitraege/x/v/3', '/de-simple/beitraege/x/v/3', '/ar/articles/x/v/3']],
    ['name___en', { name: 'nothing' }, '/en/nothing', '', ['/', '/de-simple', '/ar']],
  ])('of %s has its address, with its filters', (name, params, path, query, paths) => {
    expect(pathsFrom({ name, params, path, query })).toEqual(paths)
  })
})
