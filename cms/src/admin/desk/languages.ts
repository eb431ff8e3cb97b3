/** The languages somebody translates into: chosen on the start page, kept in this browser. */
import { useState } from 'react'
import { LOCALES } from '../../../../shared-types/src/locales'

const KEY = 'lip-lab:languages'

/** Every language but that of the plans. */
export const LANGUAGES = LOCALES.filter(({ code }) => code !== 'de')

export function useLanguages(): [string[], (code: string, isWanted: boolean) => void] {
  const [chosen, setChosen] = useState(kept)
  const choose = (code: string, isWanted: boolean) => {
    const codes = chosen.filter(other => other !== code)
    const next = isWanted ? [...codes, code] : codes
    localStorage.setItem(KEY, next.join())
    setChosen(next)
  }
  return [chosen, choose]
}

function kept(): string[] {
  const codes = (localStorage.getItem(KEY) ?? '').split(',')
  return LANGUAGES.map(({ code }) => code).filter(code => codes.includes(code))
}
