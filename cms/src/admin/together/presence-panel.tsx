/** Beside a form: who has the entry open too, whether they have unsaved words, and who saved since it was opened. */
import { Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { useSaidWhereFolded } from '../beside/folded'
import { momentIn } from '../lists/readable-date'
import { forgetShown, noteShown, releaseHeld, TAB } from './built-on'
import { CAME_IN, type CameIn } from './overtaken'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  documentId?: string
  document?: { documentId?: string, locale?: string | null }
  meta?: { builtOn?: Record<string, string> }
}

/** As `cms/src/together/presence.ts` answers. */
interface Presence {
  others: {
    who: string
    isOneself: boolean
    language: string
    languageName: string
    hasWords: boolean
    since: string
  }[]
  saved: { who: string, when: string }[]
}

const MILLISECONDS = 5000

/** Strapi's side panel; none as long as nobody else is there. */
export function TogetherPanel({ model, activeTab, document, meta }: PanelProps) {
  const [documentId = document?.documentId ?? '', builtOn] = Object.entries(meta?.builtOn ?? {})[0] ?? []
  const language = document?.documentId ? document.locale ?? '' : languageOfNew()
  const isDraft = activeTab !== 'published'
  useEffect(() => {
    if (documentId && builtOn && isDraft) noteShown(documentId, builtOn)
    return () => forgetShown(documentId)
  }, [documentId, builtOn, isDraft])
  useEffect(() => () => releaseHeld(documentId), [documentId, language])
  const cameIn = useCameIn(documentId)
  const presence = usePresence({ type: model, document: documentId, language, builtOn })
  if (presence.others.length === 0 && presence.saved.length === 0 && cameIn.length === 0) return null
  return { title: 'Gerade auch hier', content: <People presence={presence} language={language} cameIn={cameIn} /> }
}

/** The language of a translation that is not written yet. */
function languageOfNew(): string {
  return new URLSearchParams(window.location.search).get('plugins[i18n][locale]') ?? ''
}

/** Strapi says „Gespeichert“ at once: what came in is said after it, and stays beside the form. */
const TOLD_AFTER_MILLISECONDS = 500

/** What the last save took in from others; it is also said when it happens. */
function useCameIn(document: string): CameIn[] {
  const { toggleNotification } = useNotification()
  const [cameIn, setCameIn] = useState<CameIn[]>([])
  useEffect(() => setCameIn([]), [document])
  useEffect(() => {
    const tell = (event: Event) => {
      const told: CameIn[] = event instanceof CustomEvent ? event.detail : []
      setCameIn(told)
      const title = 'Gespeichert, zusammen mit Änderungen von anderen'
      const notify = () => toggleNotification({ type: 'info', title, message: sentenceOf(told), timeout: 20_000 })
      setTimeout(notify, TOLD_AFTER_MILLISECONDS)
    }
    window.addEventListener(CAME_IN, tell)
    return () => window.removeEventListener(CAME_IN, tell)
  }, [toggleNotification])
  return cameIn
}

function sentenceOf(cameIn: CameIn[]): string {
  const people = [...new Set(cameIn.map(({ who }) => who))]
  const placesOf = (person: string) =>
    cameIn
      .filter(({ who }) => who === person)
      .map(({ place }) => `„${place}“`)
      .join(', ')
  return people.map(person => `Von ${person}: ${placesOf(person)}.`).join(' ')
}

interface Asked {
  type: string
  document: string
  language: string
  /** On what the form is built: another one, and the answer is another one. */
  builtOn: string | undefined
}

/** Asks every few seconds, and says at once when the form is closed. */
function usePresence({ type, document, language, builtOn }: Asked): Presence {
  const { post } = useFetchClient()
  const hasWords = useForm('TogetherPanel', form => form.modified, false) ?? false
  const [presence, setPresence] = useState<Presence>({ others: [], saved: [] })
  useEffect(() => {
    if (!document) return
    let isWanted = true
    const ask = () => {
      const headers = { 'X-Tab': TAB, 'X-Built-On': builtOn ?? '' }
      const question = { type, document, language, hasWords, isHidden: window.document.hidden }
      post<Presence>('/together/presence', question, { headers }).then(
        ({ data }) => isWanted && setPresence(data),
        () => undefined,
      )
    }
    ask()
    const timer = setInterval(ask, MILLISECONDS)
    // A page that is being closed is hidden first: it is not to ask once more.
    const askAgain = () => window.document.hidden || ask()
    window.document.addEventListener('visibilitychange', askAgain)
    return () => {
      isWanted = false
      clearInterval(timer)
      window.document.removeEventListener('visibilitychange', askAgain)
    }
  }, [post, type, document, language, builtOn, hasWords])
  useEffect(() => {
    const leave = () => navigator.sendBeacon(`/together/gone?tab=${TAB}&document=${document}`)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [document])
  return presence
}

interface PeopleProps {
  presence: Presence
  language: string
  cameIn: CameIn[]
}

function People({ presence: { others, saved }, language, cameIn }: PeopleProps) {
  const last = saved.at(-1)
  const names = [...new Set(others.filter(({ isOneself }) => !isOneself).map(({ who }) => who))]
  useSaidWhereFolded(names.length > 0 ? `Gerade auch hier: ${names.join(', ')}` : '')
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" role="status">
      {others.map((one, index) => (
        <Typography key={index} textColor={one.hasWords ? 'warning700' : 'neutral800'}>
          {lineOf(one, language)}
        </Typography>
      ))}
      {cameIn.length > 0 && (
        <Typography>{`Beim Speichern sind Änderungen von anderen dazugekommen. ${sentenceOf(cameIn)}`}</Typography>
      )}
      {last && (
        <Typography>
          {`${last.who} hat gespeichert (${momentIn(last.when, 'long')}), seit Sie das Formular geöffnet haben.`}
          {' '}
          Beim Speichern kommt beides zusammen.
        </Typography>
      )}
    </Flex>
  )
}

function lineOf(
  { who, isOneself, language, languageName, hasWords, since }: Presence['others'][number],
  own: string,
): string {
  const name = isOneself ? 'Sie selbst, in einem anderen Fenster' : who
  const where = language && language !== own ? `, ${languageName}` : ''
  const words = hasWords ? 'hat Ungespeichertes' : 'liest'
  return `${name}${where}: ${words}, seit ${momentIn(since, 'time')}`
}
