/**
 * Asks the cms over HTTP. What comes back counts as an answer only if it is one: whole, of GraphQL's shape, not too
 * large.
 */
import { ClientError, GraphQLClient } from 'graphql-request'
import { currentPreview } from '../preview/current'
import { missingIn } from './contract'
import { nameOf, type Question, printed } from './question'

/** Within this time an answer is there, to its last byte. */
const ANSWER_MILLISECONDS = 5000
/** The largest answer. A hundred measures with all they have come to a tenth of it. */
const MAX_ANSWER_BYTES = 5_000_000

/** What a proxy says whose cms has died in the middle: no cms says so itself. */
const BAD_GATEWAY = 502

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
  /** The number of the last entry of the ledger that the cms knew; -1 where it does not say. */
  position: number
  /** What the answer was made of, as the cms names it; null for everything. */
  dependsOn: ReadonlySet<string> | null
}

/**
 * The answer of the cms to a question. Throws `SickCms` where there is none, `RefusedQuestion` where the question is
 * wrong.
 */
export async function answerOf(question: Question): Promise<Answered> {
  const { status, data, errors, extensions, characters, position } = await received(question)
  if (isRefusal(errors)) throw new RefusedQuestion(JSON.stringify(errors))
  if (status !== 200) throw new SickCms(`The cms answered with status ${status}.`, false)
  if (errors !== undefined) throw new SickCms('The cms answered with errors.', false, errors)
  const problem = missingIn(question.document, data)
  if (problem) throw new SickCms(`The cms answered without what was asked: ${problem}.`, false)
  return { answer: Object(data), characters, position, dependsOn: dependenciesIn(extensions) }
}

interface Received {
  status: number
  data?: unknown
  errors?: unknown
  extensions?: unknown
  characters: number
  position: number
}

function dependenciesIn(extensions: unknown): ReadonlySet<string> | null {
  const { dependsOn } = Object(extensions)
  return Array.isArray(dependsOn) && !dependsOn.includes('*') ? new Set(dependsOn.map(String)) : null
}

async function received({ document, variables }: Question): Promise<Received> {
  let [characters, position] = [0, -1]
  const preview = currentPreview()
  const client = new GraphQLClient(`${readEnvironment().cmsUrl}/graphql`, {
    errorPolicy: 'all',
    // To find the name by itself it would parse each question anew.
    excludeOperationName: true,
    jsonSerializer: {
      parse: JSON.parse,
      stringify: body => JSON.stringify({ ...body, operationName: nameOf(document) }),
    },
    // Web keeps answers by itself, and sees by new ones whether the cms is well.
    headers: {
      'Accept': 'application/json', 'Cache-Control': 'no-store', 'X-Depends-On': '1',
      ...preview && { 'X-Preview': preview.token },
    },
    fetch: async (address, request) => {
      const { response, text } = await fetchWhole(address, request)
      characters = text.length
      position = Number(response.headers.get('ledger-position') ?? -1)
      return new Response(text, { status: response.status, headers: response.headers })
    },
  })
  try {
    const { status, data, errors, extensions } = await client.rawRequest({ query: printed(document), variables })
    return { status, data, errors, extensions, characters, position }
  } catch (cause) {
    if (cause instanceof SickCms) throw cause
    if (cause instanceof ClientError) return { ...cause.response, characters, position }
    throw new SickCms('The cms answered with JSON that is cut off, or no answer of GraphQL.', false, cause)
  }
}

/** The library reads an answer however large it is and whatever it is: that is looked at before. */
async function fetchWhole(
  address: RequestInfo | URL, request?: RequestInit,
): Promise<{ response: Response, text: string }> {
  try {
    const response = await fetchAgain(address, { ...request, signal: AbortSignal.timeout(ANSWER_MILLISECONDS) })
    const isJson = JSON_TYPES.test(response.headers.get('content-type') ?? '')
    if (!isJson) throw new SickCms(`The cms answered with status ${response.status} and no JSON.`, false)
    return { response, text: await textWithin(response) }
  } catch (cause) {
    if (cause instanceof SickCms) throw cause
    const isTimeout = cause instanceof Error && cause.name === 'TimeoutError'
    const message = isTimeout
      ? `The cms did not answer within ${ANSWER_MILLISECONDS / 1000} seconds.`
      : 'The cms cannot be reached.'
    throw new SickCms(message, true, cause)
  }
}

/** Once more where a proxy has no answer: by then another cms has one. A question writes nothing. */
async function fetchAgain(address: RequestInfo | URL, request: RequestInit): Promise<Response> {
  const response = await fetch(address, request)
  if (response.status !== BAD_GATEWAY) return response
  await response.body?.cancel()
  return fetch(address, request)
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

/** The cms says so of every error in a question; all else is its own fault. */
function isRefusal(errors: unknown): boolean {
  const codeOf = (error: unknown): unknown => Object(Object(error).extensions).code
  return Array.isArray(errors) && errors.length > 0 && errors.every(error => codeOf(error) === 'BAD_USER_INPUT')
}
