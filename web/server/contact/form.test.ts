import { describe, expect, it } from 'vitest'
import { readForm, ticketOf, ticketProblem } from './form'

const NOW = Date.UTC(2026, 0, 1)
const sent = (fields: Record<string, string>, after = 10_000) =>
  readForm(
    new URLSearchParams({
      kind: 'correction', text: 'Das Datum stimmt nicht.', page: '', replyTo: '', website: '', ticket: ticketOf(NOW),
      ...fields,
    }),
    NOW + after,
  )

describe('the contact form', () => {
  it('is taken when a person has filled it in', () => {
    expect(sent({ page: ' /zeitleiste ', replyTo: ' leserin@example.org ' })).toEqual({
      values: {
        kind: 'correction', text: 'Das Datum stimmt nicht.', page: '/zeitleiste', replyTo: 'leserin@example.org',
      },
      problems: [],
    })
  })

  it.each([
    ['a field that people do not see is filled in', { website: 'https://example.org' }, 10_000, 'bait'],
    ['it comes back faster than anyone types', {}, 500, 'tooFast'],
    ['it is older than a day', {}, 25 * 60 * 60 * 1000, 'expired'],
    ['it says another time than it was written', { ticket: ticketOf(NOW).replace(/^\d/, '2') }, 10_000, 'expired'],
    ['it was never written by us', { ticket: `${NOW}.abc` }, 10_000, 'expired'],
    ['it has no ticket at all', { ticket: '' }, 10_000, 'expired'],
    ['nothing is written', { text: '' }, 10_000, 'textMissing'],
  ])('is not taken when %s', (_reason, fields, after, problem) => {
    expect(sent(fields, after).problems).toEqual([problem])
  })

  it('loses nothing that was typed, whatever is wrong', () => {
    const text = '<b>„Zeile eins“</b>\nZeile zwei ​ مرحبا 🎉'
    expect(sent({ text, page: 'x', replyTo: '@', website: 'y' }, 0)).toEqual({
      values: { kind: 'correction', text, page: 'x', replyTo: '@' },
      problems: ['replyToWrong', 'pageWrong', 'bait', 'tooFast'],
    })
  })

  it('reads lines as browsers send them, and any kind that there is not as a question', () => {
    expect(sent({ text: 'a\r\nb\0', kind: 'spam' }).values).toMatchObject({ kind: 'question', text: 'a\nb' })
  })

  it('knows its own time', () => {
    expect(ticketProblem(ticketOf(NOW), NOW + 3000)).toBeNull()
    expect(ticketProblem(ticketOf(NOW), NOW + 2999)).toBe('tooFast')
  })
})
