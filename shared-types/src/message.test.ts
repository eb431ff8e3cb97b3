import { describe, expect, it } from 'vitest'
import { type Message, MESSAGE_CHARACTERS, messageProblems } from './message.js'

const message: Message = {
  kind: 'correction', page: '/massnahmen/dritte-orte', text: 'Das Datum stimmt nicht.', replyTo: 'leserin@example.org',
  language: 'de',
}

describe('a message', () => {
  it('is taken as it should be, with and without page and address', () => {
    expect(messageProblems(message)).toEqual([])
    expect(messageProblems({ ...message, page: '', replyTo: '' })).toEqual([])
  })

  it.each([
    ['textMissing', { text: ' \n ' }],
    ['textTooLong', { text: 'a'.repeat(MESSAGE_CHARACTERS + 1) }],
    ['replyToWrong', { replyTo: 'leserin' }],
    ['replyToWrong', { replyTo: 'leserin@example' }],
    ['replyToWrong', { replyTo: 'leserin@example.org\r\nBcc: alle@example.org' }],
    ['replyToWrong', { replyTo: `${'a'.repeat(250)}@example.org` }],
    ['pageWrong', { page: 'https://evil.example/' }],
    ['pageWrong', { page: '//evil.example/' }],
    ['pageWrong', { page: '/a b' }],
    ['pageWrong', { page: `/${'a'.repeat(255)}` }],
  ] as const)('is refused for %s: %o', (problem, change) => {
    expect(messageProblems({ ...message, ...change })).toEqual([problem])
  })

  it('names everything that is wrong at once', () => {
    expect(messageProblems({ ...message, text: '', replyTo: '@', page: 'x' })).toEqual([
      'textMissing', 'replyToWrong', 'pageWrong',
    ])
  })
})
