/** What the cms says of entries before they are deleted or taken off the website (`cms/src/bin/routes.ts`). */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'

export interface Use {
  kind: string
  title: string
  field: string
  languages: string[]
  isPublic: boolean
  rests: boolean
}

export interface Uses {
  documentId: string
  kind: string
  languages: string[]
  /** Whether nothing of it would be left. */
  isWhole: boolean
  /** Days for which it can be brought back; 0 for what goes for good. */
  keptDays: number
  isPublic: boolean
  /** Of the record of a consent: who may not be shown any more without it. */
  withdraws: string | null
  /** Why it cannot be deleted; empty where it can. */
  refusal: string
  uses: Use[]
}

/** What is known of the entries a dialog asks about: null while it is asked, undefined where it is not to be known. */
export type Answer = Uses[] | null | undefined

/** Asks once for as long as a dialog is open; `locale` is the language to be deleted, if not all are. */
export function useUses(model: string, documentIds: string[], locale = '*'): Answer {
  const { get } = useFetchClient()
  const [uses, setUses] = useState<Answer>(null)
  const address = `/uses/${model}/${documentIds.join(',')}?locale=${locale}`
  useEffect(() => {
    let isWanted = true
    get<{ data: Uses[] }>(address)
      .then(({ data }) => isWanted && setUses(data.data), () => isWanted && setUses(undefined))
    return () => {
      isWanted = false
    }
  }, [address, get])
  return uses
}
