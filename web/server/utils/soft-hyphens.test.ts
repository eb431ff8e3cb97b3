import { describe, expect, it, test } from 'vitest'
import { withSoftHyphens } from './soft-hyphens'

/** Where words may be divided, to be seen. */
const seen = (html: string, language = 'de') => withSoftHyphens(html, language).replaceAll('\u00AD', '|')

describe('a long word', () => {
  it.each([
    ['de', 'Antidiskriminierungsstelle', 'Anti|dis|kri|mi|nie|rungs|stelle'],
    ['de', 'MigrantInnenSelbstOrganisationen', 'Migran|tIn|nen|Selbst|Or|ga|ni|sa|tio|nen'],
    ['ru', 'Противодействие', 'Про|ти|во|дей|ствие'], ['tr', 'gerçekleştirilmesi', 'ger|çek|leş|ti|ril|mesi'],
    ['es', 'antidiscriminación', 'anti|dis|cri|mi|na|ción'], ['it', 'antidiscriminazione', 'anti|di|scri|mi|na|zione'],
    ['en', 'responsibilities', 'respon|si|bil|i|ties'], ['kmr', 'berpirsiyariyê', 'ber|pir|si|ya|riyê'],
    ['bg', 'образованието', 'обра|зо|ва|ни|ето'],
  ])('in %s, %s, is divided as its language divides it', (language, word, expected) => {
    expect(seen(`<h1>${word}</h1>`, language)).toBe(`<h1>${expected}</h1>`)
  })

  it('is divided by the language in which it stands, not by that of the page', () => {
    expect(seen('<h2>الخطة <bdi lang="de">Antidiskriminierungsstelle</bdi></h2>', 'ar')).toContain('dis|kri|mi')
    expect(seen('<h2>Antidiskriminierungsstelle</h2>', 'ar')).not.toContain('|')
    expect(seen('<h2>Antidiskriminierungsstelle</h2>', 'de-simple')).not.toContain('|')
  })

  it('is divided in headings and labels only', () => {
    expect(seen('<p>Antidiskriminierungsstelle</p>')).not.toContain('|')
    expect(seen('<p><a class="x divided" href="/a">Antidiskriminierungsstelle</a></p>')).toContain('|')
    expect(seen('<p><br><img alt="x"></p><th><!--[--><a>Handlungsfelder</a><!--]--></th><p>Handlungsfelder</p>')).toBe(
      '<p><br><img alt="x"></p><th><!--[--><a>Hand|lungs|fel|der</a><!--]--></th><p>Handlungsfelder</p>',
    )
  })

  it('stays as it is in addresses, attributes, drawings, and what is typed', () => {
    const html = '<h2 id="antidiskriminierung"><a href="/organisationen/antidiskriminierungsstelle" '
      + 'title="Antidiskriminierungsstelle">Kurz</a><svg><text>Antidiskriminierungsstelle</text></svg></h2>'
    expect(seen(html)).toBe(html)
  })
})

test('what is remembered of words is bounded, and stays right', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const words = Array.from({ length: 45_000 }, (_, index) =>
    `Wort${[...String(index)].map(digit => letters[Number(digit)]).join('')}verarbeitung`)
  withSoftHyphens(`<h1>${words.join(' ')}</h1>`, 'de')
  expect(seen('<h1>Antidiskriminierungsstelle</h1>')).toBe('<h1>Anti|dis|kri|mi|nie|rungs|stelle</h1>')
})

describe('a short word', () => {
  it('stays whole', () => {
    expect(seen('<h1>Maßnahmen &amp; Sachstand</h1>')).toBe('<h1>Maßnahmen &amp; Sachstand</h1>')
  })
})
