import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeMenusWhenLeft } from './menus'

beforeAll(closeMenusWhenLeft)
beforeEach(() => {
  document.body.innerHTML = `
    <details data-menu open><summary tabindex="0">Menü</summary><a href="/massnahmen">Maßnahmen</a></details>
    <details open><summary>Quellen</summary></details>
    <p><a href="/anderswo">Anderswo</a></p>`
})

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no "${selector}".`)
  return found
}

const isOpen = () => find('[data-menu]').hasAttribute('open')
const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key }))

describe('a menu that is open', () => {
  it('closes with Escape, and gives back the focus', () => {
    find('[data-menu] a').focus()
    press('Escape')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(find('[data-menu] summary'))
  })

  it('leaves the focus where it is when that is elsewhere', () => {
    find('p a').focus()
    find('[data-menu]').setAttribute('open', '')
    press('Escape')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(find('p a'))
  })

  it('closes with a tap outside of it, not within', () => {
    find('[data-menu] a').addEventListener('click', event => event.preventDefault())
    find('[data-menu] a').click()
    expect(isOpen()).toBe(true)
    find('p').click()
    expect(isOpen()).toBe(false)
  })

  it('closes when the focus goes on', () => {
    find('p a').focus()
    expect(isOpen()).toBe(false)
  })

  it('stays with every other key, and what is no menu stays open', () => {
    press('a')
    expect(isOpen()).toBe(true)
    press('Escape')
    expect(find('details:not([data-menu])').hasAttribute('open')).toBe(true)
  })
})
