import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { failureOf } from '../storage/failures'

interface Answer {
  http: { status?: number }
  body: { kind: string, singleResult?: { errors?: readonly GraphQLFormattedError[] } }
}

interface Sent {
  response: Answer
  errors?: readonly GraphQLError[]
}

const INTERNAL = 'INTERNAL_SERVER_ERROR'

/**
 * Apollo plugin: what fails inside stays inside (Strapi would send the database's own words, statement included),
 * and the status says what the errors say (Strapi would answer a wrong `sort` with 200).
 */
export const discreetErrors = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { http, body }, errors }: Sent) => {
      const { singleResult } = body
      if (singleResult?.errors?.some(isBadInput)) http.status = 400
      if (!singleResult?.errors?.some(isInternal)) return
      const isAway = errors?.some(({ originalError }) => failureOf(originalError)) === true
      http.status = isAway ? 503 : 500
      singleResult.errors = singleResult.errors.map(error =>
        isInternal(error) ? (isAway ? AWAY_ERROR : INTERNAL_ERROR) : error)
    },
  }),
}

const INTERNAL_ERROR = {
  message: 'The answer could not be made. It is our fault; please try again later.', extensions: { code: INTERNAL },
}

/** The database was locked, took too long, or was not there. */
const AWAY_ERROR = {
  message: 'The database did not answer in time. Please try again in a minute.', extensions: { code: 'TOO_SLOW' },
}

function isBadInput({ extensions }: GraphQLFormattedError): boolean {
  return ['BAD_USER_INPUT', 'PERSISTED_QUERY_NOT_SUPPORTED'].includes(String(extensions?.code))
}

function isInternal({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === INTERNAL
}
