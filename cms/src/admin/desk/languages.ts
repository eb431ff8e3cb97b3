/** The languages somebody translates into: chosen on the start page, kept in this browser. */
import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'
import { LOCALES } from '../../../../shared-types/src/locales'
import { UPDATE } from '../rights'

const KEY = 'lip-lab:languages'

/** Every language but that of the plans. */
const LANGUAGES = LOCALES.filter(({ code }) => code !== 'de')

export interface Languages {
  /** In which the account may write. */
  offered: typeof LANGUAGES
  /** Codes of those that were chosen. */
  chosen: string[]
  choose: (code: string, isWanted: boolean) => void
}

/** Where nothing was chosen yet, whoever may write in some languages only translates into these. */
export function useLanguages(): Languages {
  const permissions = useAuth('useLanguages', state => state.permissions)
  const writing = permissions.filter(({ action }) => action === UPDATE)
  const writesIn = new Set(writing.flatMap(({ properties }) => properties?.locales ?? []))
  const offered = LANGUAGES.filter(({ code }) => writesIn.has(code))
  const [kept, setKept] = useState(() => localStorage.getItem(KEY)?.split(','))
  const codes = kept ?? (offered.length < LANGUAGES.length ? [...writesIn] : [])
  const chosen = offered.map(({ code }) => code).filter(code => codes.includes(code))
  const choose = (code: string, isWanted: boolean) => {
    const others = chosen.filter(other => other !== code)
    const next = isWanted ? [...others, code] : others
    localStorage.setItem(KEY, next.join())
    setKept(next)
  }
  return { offered, chosen, choose }
}
