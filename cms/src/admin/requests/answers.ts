/** Answers as Strapi's forms read them. */

/** What is wrong, beside a field. */
interface FieldError {
  path: string[]
  message: string
}

/** An error of Strapi's as it stands in an answer. */
export interface Refusal {
  message: string
  errors: FieldError[]
}

/**
 * Makes the answer to what was not done. It is always a `ValidationError`: for every other kind Strapi's forms take
 * what is typed for saved (`UpdateAction` of @strapi/content-manager) and cannot be saved again.
 */
export function refusal(status: number, { message, errors }: Refusal): Response {
  const error = { status, name: 'ValidationError', message, details: { errors } }
  return Response.json({ data: null, error }, { status })
}

/** Reads the error of an answer; null where it holds none that Strapi wrote. */
export async function refusalIn(response: Response): Promise<Refusal | null> {
  const error: unknown = Reflect.get(Object(await jsonIn(response)), 'error')
  const message: unknown = Reflect.get(Object(error), 'message')
  if (typeof message !== 'string') return null
  const errors: unknown = Reflect.get(Object(Reflect.get(Object(error), 'details')), 'errors')
  return { message, errors: Array.isArray(errors) ? errors.filter(isFieldError) : [] }
}

/** Reads an answer's JSON, without using it up; undefined where it is none. */
export async function jsonIn(response: Response): Promise<unknown> {
  try {
    return await response.clone().json()
  } catch {
    return undefined
  }
}

function isFieldError(value: unknown): value is FieldError {
  const { path, message } = Object(value)
  return Array.isArray(path) && typeof message === 'string'
}
