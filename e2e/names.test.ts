/** Names, spellings and old addresses lead to the page that they mean, in the language of the reader. */
import { describe, expect, inject, test } from 'vitest'

const web = inject('web')

const LIP = '/plaene/lip-2008'
const WIR = '/plaene/wir-2-0'
const TINY_HOUSES = '/massnahmen/tiny-houses'
const ABOUT = '/seiten/lip-lab'
const INTERVIEW = '/beitraege/integration-als-gleichberechtigte-teilhabe-am-gemeinsamen-leben'
const BACKGROUND = '/beitraege/ausgangspunkt-mehr-integration'

/** The address as it is typed; what no address may hold is encoded as browsers do it. */
async function follow(address: string): Promise<{ status: number, location: string | null }> {
  const response = await fetch(web + encodeURI(address), { redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location') }
}

describe('a name as an address', () => {
  test.each([
    ['/lip', LIP], ['/LIP', LIP], ['/Lip', LIP], ['/lip/', LIP], ['/lip-2008', LIP], ['/LIP 2008', LIP],
    ['/„LIP“', LIP], ['/“LIP”', LIP], ['/«LIP»', LIP], ['/Lokaler Integrationsplan', LIP],
    ['/LOKALER INTEGRATIONSPLAN', LIP], ['/lokaler-integrationsplan', LIP], ['/Lokaler Integrationsplan (LIP)', LIP],
    ['/Lokaler_Integrationsplan', LIP], ['/wir', WIR], ['/WIR', WIR], ['/wir2.0', WIR], ['/WIR2.0', WIR],
    ['/wir-2.0', WIR], ['/WIR 2.0', WIR], ['/wir20', WIR], ['/wir-2-0', WIR], ['/«WIR2.0»', WIR], ['/lip-2.0', WIR],
    ['/LIP 2.0', WIR], ['/lip2.0', WIR], ['/LIP\u00A02.0', WIR], ['/lip-4.0', WIR], ['/„LIP 2.0“', WIR],
    ['/“LIP 2.0”', WIR], ['/«LIP 2.0»', WIR], ['/Wir sind Hannover', WIR],
    ['/Wir sind Hannover – Zusammenleben in der Stadt. Strategien für Migration und Teilhabe', WIR],
    ['/WIR2.0 – Migration und Teilhabe. Strategien, Ziele und Maßnahmen', WIR],
    ['/bildung', '/handlungsfelder/bildung'], ['/BILDUNG', '/handlungsfelder/bildung'],
    ['/bildung-2008', '/handlungsfelder/bildung-2008'],
    ['/Stadtleben und Kultur', '/handlungsfelder/stadtleben-kultur'], ['/tiny-houses', TINY_HOUSES],
    ['/Tiny-Houses – Wohnprojekt für junge Menschen', TINY_HOUSES],
    ['/Ich. Du. WIR. – Städtische Kulturorte der Vielfalt', '/massnahmen/kulturorte-der-vielfalt'],
    ['/en/lip', '/en/plans/lip-2008'], ['/en/WIR 2.0', '/en/plans/wir-2-0'], ['/en/Education', '/en/fields/bildung'],
    ['/en/tiny houses', '/en/measures/tiny-houses'], ['/ar/wir', '/ar/plans/wir-2-0'],
    ['/ar/LIP 2.0', '/ar/plans/wir-2-0'], ['/ar/التعليم', '/ar/fields/bildung'],
  ])('%s leads to %s', async (address, location) => {
    expect(await follow(address)).toEqual({ status: 308, location })
  })
})

describe('an address of the predecessor', () => {
  test.each([
    ['/index.php?article_id=3241&clang=0', ABOUT], ['/index.php?article_id=3241&clang=1', '/en/pages/lip-lab'],
    ['/index.php?article_id=3241&clang=7', '/fa/pages/lip-lab'], ['/index.php?article_id=3241&clang=4', ABOUT],
    ['/index.php?article_id=3241&clang=99', ABOUT], ['/index.php?article_id=3241', ABOUT],
    ['/INDEX.PHP?article_id=3241&clang=1', '/en/pages/lip-lab'],
    ['/wih/index.php?article_id=3241&clang=1', '/en/pages/lip-lab'], ['/WIH/Index.php?article_id=3241', ABOUT],
    ['/wih/index.php?article_id=1455&clang=0', INTERVIEW], ['/index.php?clang=0&article_id=1455', INTERVIEW],
    ['/index.php?article_id=1455&clang=1', INTERVIEW.replace('/beitraege', '/en/articles')],
    ['/index.php?article_id=3939&clang=0', BACKGROUND],
  ])('%s leads to %s', async (address, location) => {
    expect(await follow(address)).toEqual({ status: 308, location })
  })
})

describe('a person or organisation among those who take part', () => {
  test.each([
    ['/mitwirkende/konstanze-beckedorf', '/personen/konstanze-beckedorf'],
    ['/ar/contributors/konstanze-beckedorf', '/ar/people/konstanze-beckedorf'],
    ['/tr/contributors/konstanze-beckedorf', '/tr/people/konstanze-beckedorf'],
    ['/mitwirkende/kargah', '/organisationen/kargah'], ['/en/contributors/kargah', '/en/organisations/kargah'],
    ['/de-simple/mitwirkende/kargah', '/de-simple/organisationen/kargah'],
  ])('%s leads to %s', async (address, location) => {
    expect(await follow(address)).toEqual({ status: 301, location })
  })

  test.each([
    '/mitwirkende/niemand', '/en/contributors/lip-2008', '/mitwirkende/%00', '/en/mitwirkende/kargah',
    '/contributors/kargah',
  ])('%s is not there', async (address) => {
    const response = await fetch(web + address, { redirect: 'manual', headers: { Accept: 'text/html' } })
    expect([response.status, response.headers.get('location')]).toEqual([404, null])
    expect(await response.text()).toContain('<h1')
  })
})

test('where a name leads is a page', async () => {
  for (const address of [
    '/LIP 2.0', '/ar/wir', '/en/Education', '/tiny-houses', '/wih/index.php?article_id=1455&clang=0',
    '/index.php?article_id=3241&clang=1',
  ]) {
    const response = await fetch(web + encodeURI(address))
    expect([response.status, response.redirected], address).toEqual([200, true])
  }
})

describe('what is no name', () => {
  test.each([
    '/wp-login.php', '/.env', '/a', '/li', '/LIP 3.0', '/Lokaler Integrationsplan Berlin', '/„“', '/…',
    '/en/wp-login.php', '/en/a', '/wih', '/wih/lip', '/lip/wir', '/index.php', '/wih/index.php',
    '/index.php?article_id=', '/index.php?article_id=999999', '/index.php?article_id=3241000000',
    '/index.php?article_id=%00', '/index.php?clang=0',
    '//evil',
    '//evil.example/lip',
    '/\\evil.example', '/%2F%2Fevil.example',
    '/https://evil.example',
    '/%00', '/%0d%0aLocation:x',
  ])('%s is not there', async (address) => {
    const response = await fetch(web + address, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([404, null])
  })

  test('is not there either when it is very long', async () => {
    for (const letters of ['x'.repeat(4000), 'ö'.repeat(600), 'lip'.repeat(1000)])
      expect(await follow(`/${letters}`)).toEqual({ status: 404, location: null })
  })

  test.each(['/%E0%A4%A', '/%', '/%ff'])('%s is refused as no address', async (address) => {
    const { status } = await fetch(web + address, { redirect: 'manual' })
    expect([400, 404]).toContain(status)
  })
})
