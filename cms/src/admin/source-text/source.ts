/** What the cms answers about the text that a translation is made from (`cms/src/translation/source-text.ts`). */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'

export interface Source {
  /** Code of its language. */
  locale: string
  fields: SourceField[]
  /** What it does not say any more. */
  gone: { label: string, text: string }[]
  /** Words of the glossary that stand in it; without a translation where the glossary has none yet. */
  terms: { term: string, translation: string | null, isFixed: boolean }[]
  /** Attributes made of blocks that have some. */
  zones: string[]
  /** Whether a machine can draft what is not translated yet, for whoever asks. */
  hasMachineDrafts: boolean
}

export interface SourceField {
  /** As the form calls it: `lead`, `body.2.answer`. */
  field: string
  label: string
  /** A line, or Strapi's blocks. */
  value: unknown
  isUntranslated: boolean
  changes: SourceChange[]
}

export interface SourceChange {
  paragraph: number
  isNew: boolean
  isDoubtful: boolean
  words: { kind: 'kept' | 'gone' | 'come', text: string }[]
}

/** useSource asks anew after each save; null where there is none, `unknown` where it could not be asked for. */
export function useSource(address: string | null, savedOn: string): Source | 'unknown' | null {
  const { get } = useFetchClient()
  const [source, setSource] = useState<Source | 'unknown' | null>(null)
  useEffect(() => {
    let isWanted = true
    if (!address) setSource(null)
    else
      get<{ data: Source | null }>(address).then(
        ({ data }) => isWanted && setSource(data.data), () => isWanted && setSource('unknown'),
      )
    return () => {
      isWanted = false
    }
  }, [get, address, savedOn])
  return source
}
