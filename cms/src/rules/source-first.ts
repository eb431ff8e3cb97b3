import { localeOf } from 'shared-types'
import type { Values } from '../rows/rows'
import type { Problem } from './problems'

/** The text in the source language is public before its translations. */
export function sourceFirstProblems({ sourceLanguage }: Values, hasSource: boolean): Problem[] {
  if (hasSource) return []
  return [
    {
      path: [],
      message: `Zuerst muss die Fassung in der Ausgangssprache (${localeOf(String(sourceLanguage)).name}) `
        + `veröffentlicht werden.`,
    },
  ]
}
