/** What a reader may send to the editors. The form and the cms judge alike. */
export const MESSAGE_KINDS = ['question', 'correction'] as const

export interface Message {
  kind: (typeof MESSAGE_KINDS)[number]
  /** Path of the page it is about; empty where it is about none. */
  page: string
  text: string
  /** E-mail address for an answer; empty where none is wanted. */
  replyTo: string
  /** Code of the language of the form. */
  language: string
}

/** What may be wrong: the field, and in which way. */
export type MessageProblem = 'textMissing' | 'textTooLong' | 'replyToWrong' | 'pageWrong'

/** The most characters of a message. */
export const MESSAGE_CHARACTERS = 5000
const PAGE_CHARACTERS = 255
const ADDRESS_CHARACTERS = 254

/** Days after which a message is deleted. */
export const MESSAGE_DAYS = 180

export function messageProblems({ text, replyTo, page }: Message): MessageProblem[] {
  return [
    ...text.trim() === '' ? ['textMissing' as const] : [],
    ...text.length > MESSAGE_CHARACTERS ? ['textTooLong' as const] : [],
    ...replyTo === '' || isMailAddress(replyTo) ? [] : ['replyToWrong' as const],
    ...page === '' || isPath(page) ? [] : ['pageWrong' as const],
  ]
}

/** As HTML's own `input type=email` judges it, and with a dot in the domain. */
function isMailAddress(text: string): boolean {
  return (
    text.length <= ADDRESS_CHARACTERS
    && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(text)
  )
}

function isPath(text: string): boolean {
  return text.length <= PAGE_CHARACTERS && /^\/(?![/\\])[^\s\\]*$/.test(text)
}
