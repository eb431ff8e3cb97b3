/**
 * The last net of the admin: what Strapi or a database cannot take is no fault of the server, and is said in German.
 * What is wrong with an entry is said before, in `src/rules` and `src/shapes`.
 */
import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'

const PLACES = ['/content-manager/', '/upload']
const NOT_POSSIBLE
  = 'Eine Angabe hat nicht die Form, die das Formular schreibt. Nichts wurde gespeichert. Bitte laden Sie die Seite '
    + 'neu und versuchen Sie es noch einmal.'

/** What Strapi says in English, and what that means for an editor. */
const SENTENCES: [RegExp, string][] = [
  [
    /^Document with id .* not found/,
    'Ein Verweis führt zu einem Eintrag, den es nicht mehr gibt. Bitte entfernen Sie ihn und wählen Sie einen anderen.',
  ],
  [
    /relation\(s\) of type .* do not exist/,
    'Ein Verweis führt zu einem Eintrag oder einer Datei, die es nicht mehr gibt. Bitte entfernen Sie sie und wählen '
    + 'Sie neu.',
  ],
  [/already exists for UID/, 'Diesen Eintrag gibt es schon. Bitte laden Sie die Seite neu.'],
  [
    /^Invalid (key|parameter)|must be|must match|Invalid (format|date|order|value|relations)|is not a valid|Expected|expected/i,
    NOT_POSSIBLE,
  ],
]

/** Codes of values that a column cannot take: of PostgreSQL the classes 22 and 23, of SQLite these. */
const OF_VALUES = /^(22\w{3}|23\w{3}|42883|42804|SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)\w*)$/

export default () => async (ctx: Context, next: Next): Promise<void> => {
  if (!PLACES.some(place => ctx.path.startsWith(place))) return next()
  try {
    await next()
  } catch (error) {
    if (isRefused(ctx, error)) return
    throw inPlainWords(error)
  }
}

/** Strapi refuses an author what she may not ask for, and then stumbles over having no answer. */
function isRefused({ status, body }: Context, error: unknown): boolean {
  return error instanceof TypeError && status >= 400 && status < 500 && typeof body === 'object' && body !== null
}

function inPlainWords(error: unknown): unknown {
  if (OF_VALUES.test(String(valueAt(error, 'code')))) return new errors.ValidationError(NOT_POSSIBLE)
  if (!(error instanceof errors.ValidationError || error instanceof errors.ApplicationError)) return error
  const sentence = SENTENCES.find(([pattern]) => pattern.test(error.message))?.[1]
  if (sentence) Object.assign(error, { message: sentence, details: withSentences(error.details) })
  return error
}

function withSentences(details: unknown): unknown {
  const problems: unknown = valueAt(details, 'errors')
  if (!Array.isArray(problems)) return details
  const translated = problems.map((problem: unknown) => ({
    ...Object(problem),
    message:
      SENTENCES.find(([pattern]) => pattern.test(String(valueAt(problem, 'message'))))?.[1] ?? NOT_POSSIBLE,
  }))
  return { ...Object(details), errors: translated }
}
