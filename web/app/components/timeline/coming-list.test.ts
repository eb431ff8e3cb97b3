import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { COMING } from '~/gallery/examples'
import ComingList from './ComingList.vue'

describe('what is still to come', () => {
  it('says of each what it is, and leads to where more stands', () => {
    const lines = mount(ComingList, { props: { coming: COMING } }).findAll('li')
    expect(lines.map(line => line.get('p').text().replace(/Besch\S+stelle/, '…'))).toEqual([
      'Frist: Antragsfrist (Beispiel)', 'Anträge bis dahin: Beispielmaßnahme …', 'An event',
      'Der Plan endet: Zweiter Beispielplan',
    ])
    expect(lines.map(line => line.get('a').attributes('href'))).toEqual([
      '/zeitleiste#frist', '/massnahmen/beispiel-kurz', '/zeitleiste?all=1#foreign', '/plaene/beispiel-wir',
    ])
    expect(lines.map(line => line.find('time').exists())).toEqual([true, true, true, true])
  })
})
