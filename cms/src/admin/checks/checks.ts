/** What the cms says of drafts before they are published (`cms/src/checks`). */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { Checked } from '../../checks'

export type { CheckLine, Checked } from '../../checks'

/** What is known of the drafts: null while it is asked, undefined where it is not to be known. */
export type Answer = Checked[] | null | undefined

/**
 * Asks in one language, or in several (`de,en`) that are to be published together; anew whenever something was saved
 * (`round`), and when somebody comes back from another window. Of no entries nothing is asked.
 */
export function useChecks(model: string, documentIds: string[], locales: string, round = ''): Answer {
  const { get } = useFetchClient()
  const [known, setKnown] = useState<{ address: string, answer: Answer } | null>(null)
  const documents = documentIds.join(',')
  const address = `/checks/${model}/${documents}?locale=${locales}`
  useEffect(() => {
    if (!documents) return
    let isWanted = true
    const ask = () => {
      get<{ data: Checked[] }>(address)
        .then(({ data }) => data.data, () => undefined)
        .then(answer => isWanted && setKnown({ address, answer }))
    }
    ask()
    window.addEventListener('focus', ask)
    return () => {
      isWanted = false
      window.removeEventListener('focus', ask)
    }
  }, [get, address, documents, round])
  // What was asked before says nothing of this.
  return known?.address === address ? known.answer : null
}
