import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { CONTRIBUTIONS } from '~/gallery/examples'
import MakerRoles from './MakerRoles.vue'

describe('who makes the website', () => {
  it('is named role by role, nobody who does something else', () => {
    const roles = mount(MakerRoles, { props: { contributions: CONTRIBUTIONS } })
    expect(roles.findAll('dt').map(role => role.text()).toSorted()).toEqual(['Redaktion', 'Schirmherrschaft'])
    expect(roles.text()).toContain('Schirmherrin (Beispiel)')
  })
})
