import { withoutWithdrawnNames } from '../person/withdrawn-names'

interface Answer {
  body: { kind: string, singleResult?: { data?: unknown } }
}

/** Apollo plugin: whoever is no longer public is not named in any answer, wherever the name stands. */
export const nameless = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body: { singleResult } } }: { response: Answer }) => {
      if (singleResult?.data) singleResult.data = withoutWithdrawnNames(singleResult.data)
    },
  }),
}
