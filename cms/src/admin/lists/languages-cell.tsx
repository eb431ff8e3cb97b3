/** In which languages an entry of a list is there, and how they stand: by sign and word, each a link to its form. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import { LOCALES } from '../../../../shared-types/src/locales'
import { DONE } from '../appointments/words'
import { type LanguageState, statesOf } from './language-states'
import { dayOf, momentIn } from './readable-date'
import { Sign, WORDS } from './sign'

interface CellProps {
  /** Uid of the type. */
  type: string
  documentId: string
}

export function LanguagesCell({ type, documentId }: CellProps) {
  const { get } = useFetchClient()
  const [states, setStates] = useState<LanguageState[] | null>(null)
  useEffect(() => {
    let isWanted = true
    const ask = async (address: string) => (await get<{ data: Record<string, LanguageState[]> }>(address)).data.data
    statesOf(ask, type, documentId).then(found => isWanted && setStates(found), () => isWanted && setStates([]))
    return () => {
      isWanted = false
    }
  }, [get, type, documentId])
  if (!states) return null
  const there = states.filter(({ state }) => state !== 'missing')
  const missing = states.length - there.length
  return (
    <ul className="languages">
      {there.map(({ locale, state, planned }) => (
        <li key={locale}>
          <Link
            to={`/content-manager/collection-types/${type}/${documentId}?plugins[i18n][locale]=${locale}`}
            onClick={event => event.stopPropagation()}
            title={`${nameOf(locale)}: ${WORDS[state]}`}
          >
            <Sign standing={state} />
            {` ${locale === 'de-simple' ? 'leicht' : locale} `}
            <span className={state === 'current' || state === 'source' ? 'unseen' : undefined}>{WORDS[state]}</span>
          </Link>
          {planned.map(appointment => <Planned key={appointment.step} appointment={appointment} />)}
        </li>
      ))}
      {missing > 0 && (
        <li>
          <Sign standing="missing" />
          {missing === 1 ? ' 1 fehlt' : ` ${missing} fehlen`}
        </li>
      )}
    </ul>
  )
}

function Planned({ appointment: { step, at, problem } }: { appointment: LanguageState['planned'][number] }) {
  const sentence = problem ? `wurde nicht ${DONE[step]}: ${problem}` : `wird am ${momentIn(at)} ${DONE[step]}`
  return (
    <span className="planned" title={sentence}>
      <Sign standing={problem ? 'check' : 'planned'} />
      {dayOf(at)}
      <span className="unseen">{` ${sentence}`}</span>
    </span>
  )
}

function nameOf(code: string): string {
  return LOCALES.find(locale => locale.code === code)?.name ?? code
}
