import { probeCms } from '../cms/client'
import { progress } from '../cms/ledger'
import { complaints } from '../cms/well-being'
import { stateOfPages } from '../pages/ahead'

const ANSWER_MILLISECONDS = 3000

/**
 * Fit to serve: the cms is ready, and what it answers is what was asked. Else 503 with the reasons. How far web follows
 * the ledger, and what is kept, stands beside.
 */
export default defineEventHandler(async (event) => {
  const reasons = await reasonsNow()
  const beside = { ledger: progress(), pages: stateOfPages() }
  if (reasons.length === 0) return { status: 'ok', ...beside }
  setResponseStatus(event, 503)
  return { status: 'unavailable', reasons, ...beside }
})

async function reasonsNow(): Promise<string[]> {
  const known = complaints()
  if (known.length > 0) return known
  const [unready] = await Promise.all([reasonOfCms(), probeCms().catch(() => undefined)])
  return [...new Set([...unready, ...complaints()])]
}

async function reasonOfCms(): Promise<string[]> {
  const options = { timeout: ANSWER_MILLISECONDS, ignoreResponseError: true }
  try {
    const { ok, _data } = await $fetch.raw<unknown, string>(`${readEnvironment().cmsUrl}/readyz`, options)
    return ok ? [] : reasonsIn(_data)
  } catch {
    return ['The cms does not answer.']
  }
}

function reasonsIn(answer: unknown): string[] {
  const reasons: unknown = Object(answer).reasons
  const texts = Array.isArray(reasons) ? reasons.filter(reason => typeof reason === 'string') : []
  return texts.length > 0 ? texts : ['The cms is not ready.']
}
