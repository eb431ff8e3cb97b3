import type { H3Event } from 'h3'
import { LOCALES, type LocaleCode } from 'shared-types'
import { type ContactForm, readForm } from '../contact/form'
import { maySend, takeBack } from '../contact/senders'
import { contactPath } from '../utils/paths'

const FORM_BYTES = 40_000
const ANSWER_MILLISECONDS = 5000

declare module 'h3' {
  interface H3EventContext {
    /** The form of the contact page as it came back, where it could not be sent. */
    contact?: ContactForm
  }
}

/** Takes what the contact form sends: hands it to the cms and leads on, or shows the form again with what is wrong. */
export default defineEventHandler(async (event) => {
  const language = event.method === 'POST' ? languageOfForm(event.path) : undefined
  if (!language) return
  const form = await formIn(event)
  const sender = getRequestIP(event, { xForwardedFor: readEnvironment().isBehindProxy }) ?? ''
  if (form.problems.length === 0 && !(await maySend(sender))) form.problems = ['tooMany']
  if (form.problems.length === 0 && !(await hasSent({ ...form.values, language }))) {
    form.problems = ['unavailable']
    await takeBack(sender)
  }
  if (form.problems.length === 0) return sendRedirect(event, `${contactPath(language)}?sent=1`, 303)
  setResponseStatus(event, statusOf(form))
  event.context.contact = form
})

function languageOfForm(path: string): LocaleCode | undefined {
  return LOCALES.find(({ code }) => contactPath(code) === path.split('?')[0])?.code
}

async function formIn(event: H3Event): Promise<ContactForm> {
  const isForm = getRequestHeader(event, 'content-type')?.startsWith('application/x-www-form-urlencoded')
  const body = isForm ? await bodyWithin(event, FORM_BYTES) : undefined
  if (body === undefined) throw createError({ statusCode: 400, statusMessage: 'Bad Request' })
  return readForm(new URLSearchParams(body), Date.now())
}

async function hasSent(message: object): Promise<boolean> {
  try {
    const { status } = await $fetch.raw(`${readEnvironment().cmsUrl}/messages`, {
      method: 'POST', body: message, timeout: ANSWER_MILLISECONDS, ignoreResponseError: true,
    })
    return status === 204
  } catch {
    return false
  }
}

function statusOf({ problems }: ContactForm): number {
  if (problems.includes('tooMany')) return 429
  return problems.includes('unavailable') ? 503 : 422
}
