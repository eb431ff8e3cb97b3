import { LOCALE_CODES, type LocaleCode, STAGES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { i18n, speak } from '../../test/i18n'
import { articleShareWords, fieldShareWords, measureShareWords, planShareWords, shareLine } from './share-words'

const german = (value: string) => ({ value, locale: 'de' })
const plan = { id: 'p', slug: 'wir-2-0', title: german('WIR2.0') }
const field = { id: 'f', slug: 'bildung', title: german('Bildung'), strand: 'one' as const }
const current = (stage: typeof STAGES[number]) => ({ id: 'u', stage, date: '2021-11', citations: [] })

function speech(locale: LocaleCode) {
  speak(locale)
  return { locale, t: i18n.global.t }
}
/** Marks that keep names together are not seen. */
const seen = (text: string) => text.replace(/[\u2066-\u2069\u200E\u200F]/g, '')

describe('the words of a picture of a measure', () => {
  const measure = { plan, field, current: current('adopted'), translationOrigin: null }

  it('say of which plan it is, in the word of that plan, and where it stood when', () => {
    const words = measureShareWords(measure, null, speech('de'))
    expect(seen(shareLine(words))).toBe('Maßnahme im Plan WIR2.0 · beschlossen · Bildung · Stand November 2021')
    const word = { one: german('maßnahme mit Namen'), many: german('Maßnahmen') }
    expect(seen(measureShareWords(measure, word, speech('de')).kicker)).toBe('Maßnahme mit Namen im Plan WIR2.0')
  })

  it('say what is meant where nothing is known, and need neither plan nor field', () => {
    const words = measureShareWords({ plan: null, field: null, current: null, translationOrigin: null }, null, speech('de'))
    expect(words).toEqual({
      kicker: 'Maßnahme', strong: 'unbekannt', notes: ['Wo sie steht, haben wir nicht gefunden.'], field: '',
    })
  })

  it.each(LOCALE_CODES)('say in %s first of the notes that a machine translated it', (locale) => {
    for (const origin of ['machine', 'machine_reviewed'] as const) {
      const { notes } = measureShareWords({ ...measure, translationOrigin: origin }, null, speech(locale))
      expect(notes[0]).toBe(i18n.global.t(`words.origin.${origin}`))
      expect(notes).toHaveLength(2)
    }
    expect(measureShareWords({ ...measure, translationOrigin: 'human' }, null, speech(locale)).notes).toHaveLength(1)
  })

  it.each(LOCALE_CODES)('have words for every stage in %s', (locale) => {
    for (const stage of STAGES) {
      const { kicker, strong, notes } = measureShareWords({ ...measure, current: current(stage) }, null, speech(locale))
      for (const text of [kicker, strong, ...notes]) expect(text).toMatch(/^[^{}]*\p{L}[^{}]*$/u)
      expect([kicker, strong, ...notes].join()).not.toMatch(/words\.|measure\./)
    }
  })
})

describe('the words of a picture of an article', () => {
  const article = { kind: 'report', isExample: false, date: '2025-05', translationOrigin: null } as const

  it('say its kind and when it appeared', () => {
    expect(shareLine(articleShareWords(article, speech('de')))).toBe('Bericht · Mai 2025')
  })

  it('say of an opinion that it is one, of an example that it is made up, and of what has no date nothing', () => {
    const words = articleShareWords({ ...article, kind: 'opinion', isExample: true, date: '' }, speech('de'))
    expect(words.kicker).toBe('Beispiel · Meinung')
    expect(words.strong).toBe('')
    expect(words.notes).toEqual([i18n.global.t('share.line.opinions')])
  })

  it('say of one whose kind nobody said that it is an article', () => {
    expect(articleShareWords({ ...article, kind: 'unknown' }, speech('de')).kicker).toBe('Beitrag')
  })
})

describe('the words of a picture of a plan and of a field', () => {
  it('say whether the plan is over, and when it held', () => {
    const valid = '2008/2020'
    const oldPlan = { plan: { slug: 'lip-2008', title: german('LIP') }, valid, successors: [] }
    const old = planShareWords({ oldPlan, valid, translationOrigin: null }, speech('de'))
    expect(old).toEqual({ kicker: i18n.global.t('plan.old.label'), strong: '2008–2020', notes: [], field: '' })
    const next = planShareWords({ oldPlan: null, valid: '', translationOrigin: 'machine' }, speech('de'))
    expect(next).toEqual({ kicker: 'Plan', strong: '', notes: ['maschinell übersetzt'], field: '' })
  })

  it('say of which plan the field is, and how many measures it has, if any', () => {
    const of = (measureCount: number) => fieldShareWords({ plan, measureCount, translationOrigin: null }, speech('de'))
    expect(seen(shareLine(of(7)))).toBe('Handlungsfeld im Plan WIR2.0 · 7 Maßnahmen')
    expect(of(1).strong).toBe('1 Maßnahme')
    expect(of(0).strong).toBe('')
  })
})
