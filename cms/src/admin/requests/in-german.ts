/** Whatever a save, publish or upload is answered, or not: the editor reads in German what happened and what to do. */
import { jsonIn, refusal, type Refusal, refusalIn } from './answers'
import { type Deed, deedOf } from './deeds'
import type { Step } from './door'
import { isTimeout } from './patience'
import { isGerman, sentenceFor, stalePart, unreachable, WRONG_VALUE, wrongValues } from './sentences'

/** Step: failed answers to what changes entries or files become German refusals; after them a form stays as typed. */
export const inGerman: Step = async (request, send) => {
  const deed = deedOf(request)
  if (!deed) return send(request)
  const response = await answerTo(() => send(request), deed)
  if (response.ok) return await isAnswer(response) ? response : refusal(502, without(sentenceFor(502, deed)))
  const refused = translated(await refusalIn(response), response.status, deed)
  // For 401 Strapi would sign out, form and all.
  return refusal(response.status === 401 ? 403 : response.status, refused)
}

async function answerTo(send: () => Promise<Response>, deed: Deed): Promise<Response> {
  try {
    return await send()
  } catch (error) {
    if (isTimeout(error)) return refusal(504, without(sentenceFor(504, deed)))
    if (error instanceof TypeError) return refusal(503, without(unreachable(deed)))
    throw error
  }
}

/** A proxy's page with status 200 is no answer of the cms. */
async function isAnswer(response: Response): Promise<boolean> {
  return response.status === 204 || await jsonIn(response) !== undefined
}

/** Keeps the sentences that the cms says itself; Strapi's own are English. */
function translated(refused: Refusal | null, status: number, deed: Deed): Refusal {
  if (!refused) return without(sentenceFor(status, deed))
  const errors = refused.errors.map(error => isGerman(error.message) ? error : { ...error, message: WRONG_VALUE })
  if (isGerman(refused.message)) return { message: refused.message, errors }
  if (refused.message.includes('not related to the entity')) return without(stalePart(deed))
  return { message: errors.length > 0 ? wrongValues(deed) : sentenceFor(status, deed), errors }
}

function without(message: string): Refusal {
  return { message, errors: [] }
}
