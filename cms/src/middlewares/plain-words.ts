/**
 * The last net of the admin: what Strapi or a database cannot take is no fault of the server, and is said in German.
 * What is wrong with an entry is said before, in `src/rules` and `src/shapes`.
 */
import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'

const PLACES = ['/content-manager/', '/upload', '/i18n']
/** What partners and readers ask answers in English. */
const OF_OTHERS = ['/api', '/graphql', '/uploads']
const NO_RIGHT = 'Dazu haben Sie kein Recht. Bitte wenden Sie sich an die Redaktion oder an die Administration.'
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
  [
    /^(A folder with this name already exists|some folders already exist)/,
    'Einen Ordner mit diesem Namen gibt es hier schon. Bitte wählen Sie einen anderen Namen.',
  ],
  [/already exists for UID/, 'Diesen Eintrag gibt es schon. Bitte laden Sie die Seite neu.'],
  [
    /^Invalid (key|parameter)|must be|must match|Invalid (format|date|order|value|relations)|is not a valid|Expected|expected/i,
    NOT_POSSIBLE,
  ],
]

/** Codes of values that a column cannot take, and of columns that there are not: of PostgreSQL and of SQLite. */
const OF_VALUES = /^(22\w{3}|23\w{3}|42703|42883|42804|SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)\w*)$/
/** SQLite has no code of its own for that; of a date that is none Strapi's query engine says it by its name. */
const OF_VALUES_WITHOUT_CODE = /no such column|^Invalid format, expected/

export default () => async (ctx: Context, next: Next): Promise<void> => {
  if (OF_OTHERS.some(place => ctx.path.startsWith(place))) return next()
  try {
    await next()
    sayNoRight(ctx)
  } catch (error) {
    if (hasNoRight(error)) throw new errors.ForbiddenError(NO_RIGHT)
    if (ctx.path.startsWith('/admin/') && isOfValues(error)) throw new errors.ValidationError(NOT_POSSIBLE)
    if (!PLACES.some(place => ctx.path.startsWith(place))) throw error
    if (isRefused(ctx, error)) return sayNoRight(ctx)
    throw inPlainWords(error)
  }
}

/** Strapi's own word for what somebody may not do; a rule of ours says more. */
const NO_WORD = /^(Forbidden|Policy Failed)\b/

function hasNoRight(error: unknown): boolean {
  return error instanceof errors.ForbiddenError && NO_WORD.test(error.message)
}

function sayNoRight({ status, body }: Context): void {
  const error = valueAt(body, 'error')
  if (status === 403 && NO_WORD.test(String(valueAt(error, 'message')))) Object.assign(Object(error), { message: NO_RIGHT })
}

/** Strapi refuses an author what she may not ask for, and then stumbles over having no answer. */
function isRefused({ status, body }: Context, error: unknown): boolean {
  return error instanceof TypeError && status >= 400 && status < 500 && typeof body === 'object' && body !== null
}

/** Whether a database has refused a value that somebody sent. */
function isOfValues(error: unknown): boolean {
  return OF_VALUES.test(String(valueAt(error, 'code')))
    || OF_VALUES_WITHOUT_CODE.test(String(valueAt(error, 'message')))
}

function inPlainWords(error: unknown): unknown {
  if (isOfValues(error)) return new errors.ValidationError(NOT_POSSIBLE)
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
