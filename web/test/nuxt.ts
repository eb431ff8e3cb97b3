/** Stands in for what Nuxt brings into every component: its auto-imports and ours, components, links and addresses. */
import { config, disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { LOCALES, type LocaleCode } from 'shared-types'
import { type Component, computed, defineComponent, h, type Ref, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { afterEach, beforeEach } from 'vitest'
import { pages } from '../config/addresses'
import { componentName } from './component-name'
import { i18n, speak } from './i18n'
import { functions } from './utils'

type Address = string | { name: string, params: Record<string, string> }

const useLocalePath = () => (address: Address, code: LocaleCode = i18n.global.locale.value) => pathIn(code, address)

function pathIn(code: LocaleCode, address: Address): string {
  const { name, params } = typeof address === 'string' ? { name: address, params: {} } : address
  const path = Object.entries(params).reduce(
    (pattern, [param, value]) => pattern.replace(`[${param}]`, value),
    pages[name]?.[code] ?? '/',
  )
  return code === 'de' ? path : `/${code}${path}`.replace(/\/$/, '')
}

const states = new Map<string, Ref<unknown>>()
function useState(key: string, begin: () => unknown): Ref<unknown> {
  const state = states.get(key) ?? ref(begin())
  states.set(key, state)
  return state
}

const useRoute = () => ({ name: 'index___de', params: {}, path: '/', fullPath: '/' })
const useRequestEvent = () => ({ context: { siteUrl: 'https://portal.example' } })

const NuxtLink = defineComponent({
  props: { to: { type: [String, Object], required: true } },
  setup:
    ({ to }, { slots }) =>
      () =>
        h('a', { href: typeof to === 'string' ? to : `${to.path}?${new URLSearchParams(to.query)}` }, slots.default?.()),
})

const autoImports = {
  computed, defineComponent, useI18n, useLocalePath, useRequestEvent, useRoute, useState, ...functions,
}
Object.assign(globalThis, autoImports)

const components = Object.entries(
  import.meta.glob<{ default: Component }>(['../app/components/**/*.{vue,ts}', '!**/*.test.ts']),
)
for (const [path, load] of components) config.global.components[componentName(path)] = (await load()).default
config.global.components.NuxtLink = NuxtLink
config.global.plugins = [i18n]
config.global.mocks = autoImports

// What is still there would be drawn anew with each change of the language.
disableAutoUnmount()
enableAutoUnmount(afterEach)

// What is drawn before the first test of a file, too.
speak(LOCALES[0].code)
beforeEach(() => {
  speak(LOCALES[0].code)
  states.clear()
})
