/** Asks the cms over HTTP. What comes back counts as an answer only if it is one: whole, of GraphQL's shape, not too large. */
import { missingIn } from './contract'
import { nameOf, type Question, textOf } from './question'

/** Within this time an answer is there, to its last byte. */
const ANSWER_MILLISECONDS = 5000
/** The largest answer. A hundred measures with all they have come to a tenth of it. */
const MAX_ANSWER_BYTES = 5_000_000

const JSON_TYPES = /^application\/(json|graphql-response\+json)\b/i

/** The cms did not answer, or what it answered is none. */
export class SickCms extends Error {
  override name = 'SickCms'

  /** @param isAway whether nothing came back at all, or not in time: then it is not asked again for each page. */
  constructor(message: string, readonly isAway: boolean, cause?: unknown) {
    super(message, { cause })
  }
}

/** The cms is well, and refuses the question: something in it is wrong, such as a stage that there is not. */
export class RefusedQuestion extends Error {
  override name = 'RefusedQuestion'
}

export interface Answered {
  answer: object
  characters: number
}

/** The answer of the cms to a question. Throws `SickCms` where there is none, `RefusedQuestion` where the question is wrong. */
export async function answerOf({ document, variables }: Question): Promise<Answered> {
  const request = { operationName: nameOf(document), query: textOf(document), variables }
  const { status, type, text } = await send(JSON.stringify(request))
  const { data, errors } = parsed(status, type, text)
  if (isRefusal(errors)) throw new RefusedQuestion(JSON.stringify(errors))
  if (status !== 200) throw new SickCms(`The cms answered with status ${status}.`, false)
  if (errors !== undefined) throw new SickCms('The cms answered with errors.', false, errors)
  const problem = missingIn(document, data)
  if (problem) throw new SickCms(`The cms answered without what was asked: ${problem}.`, false)
  return { answer: Object(data), characters: text.length }
}

interface Received {
  status: number
  type: string
  text: string
}

async function send(body: string): Promise<Received> {
  try {
    const response = await fetch(`${readEnvironment().cmsUrl}/graphql`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    })
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await textWithin(response) }
  } catch (cause) {
    if (cause instanceof SickCms) throw cause
    const isTimeout = cause instanceof Error && cause.name === 'TimeoutError'
    const message = isTimeout ? `The cms did not answer within ${ANSWER_MILLISECONDS / 1000} seconds.` : 'The cms cannot be reached.'
    throw new SickCms(message, true, cause)
  }
}

/** Reads no more than an answer may have. */
async function textWithin(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_ANSWER_BYTES) throw new SickCms(`The cms answered with more than ${MAX_ANSWER_BYTES} bytes.`, false)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parsed(status: number, type: string, text: string): { data?: unknown, errors?: unknown } {
  if (!JSON_TYPES.test(type)) throw new SickCms(`The cms answered with status ${status} and no JSON.`, false)
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? value : {}
  } catch (cause) {
    throw new SickCms(`The cms answered with status ${status} and JSON that is cut off.`, false, cause)
  }
}

/** The cms says so of every error in a question; all else is its own fault. */
function isRefusal(errors: unknown): boolean {
  const codeOf = (error: unknown): unknown => Object(Object(error).extensions).code
  return Array.isArray(errors) && errors.length > 0 && errors.every(error => codeOf(error) === 'BAD_USER_INPUT')
}
