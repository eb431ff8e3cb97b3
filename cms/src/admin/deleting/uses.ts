/** What the cms says of an entry before it is deleted or taken off the website (`cms/src/bin/routes.ts`). */
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
  kind: string
  languages: string[]
  /** Days for which it can be brought back; 0 for what goes for good. */
  keptDays: number
  isPublic: boolean
  /** Why it cannot be deleted; empty where it can. */
  refusal: string
  uses: Use[]
}

/** Null while it is asked; undefined where it is not to be known. */
export function useUses(model: string, documentId: string): Uses | null | undefined {
  const { get } = useFetchClient()
  const [uses, setUses] = useState<Uses | null | undefined>(null)
  useEffect(() => {
    let isWanted = true
    get<{ data: Uses }>(`/uses/${model}/${documentId}`)
      .then(({ data }) => isWanted && setUses(data.data), () => isWanted && setUses(undefined))
    return () => {
      isWanted = false
    }
  }, [model, documentId, get])
  return uses
}
