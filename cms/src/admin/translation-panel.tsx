/**
 * Beside a translation: who made it, from which language, when it was last compared, and what its source has said
 * since.
 */
import { Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { type ReactElement, useEffect, useState } from 'react'
import { words } from '../../../shared-types/languages/de.json'
import { forgetCompared, noteCompared } from './together/built-on'
import { SOURCE_MOVED_ON } from './together/overtaken'

interface PanelProps {
  /** The uid of the type. */
  model: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId: string, locale?: string | null, sourceLanguage?: string, updatedAt?: string }
}

/** Strapi's side panel; none beside a text in its source language. */
export function TranslationPanel({ model, document }: PanelProps) {
  const { documentId = '', locale, sourceLanguage, updatedAt = '' } = document ?? {}
  if (!locale || !sourceLanguage || locale === sourceLanguage) return null
  return {
    title: 'Übersetzung',
    content: (
      <TranslationState
        documentId={documentId}
        address={`/translation-states/${model}/${documentId}`}
        locale={locale}
        savedOn={updatedAt}
      />
    ),
  }
}

/** As the cms answers it, see `cms/src/translation/states-route.ts`; `source` is the name of a language. */
interface State {
  locale: string
  state: 'source' | 'missing' | 'current' | 'outdated'
  origin: keyof typeof words.origin | null
  source: string | null
  isSourceThere: boolean
  confirmedOn: string | null
  changes: Change[]
}

interface Change {
  place: string
  source: string
  language: string
  direction: string
  now: string | null
  before: string | null
}

/**
 * Asks again after a save, after a refused confirmation, and when somebody is about to confirm: by then the source may
 * say something else.
 */
function TranslationState({
  documentId, address, locale, savedOn,
}: {
  documentId: string
  address: string
  locale: string
  savedOn: string
}) {
  const { get } = useFetchClient()
  const isConfirming
    = useForm('TranslationState', form => Reflect.get(form.values, 'isConfirmed') === true, false) ?? false
  const refusals = useRefusals()
  const [states, setStates] = useState<State[] | null>(null)
  useEffect(() => {
    let isWanted = true
    const show = ({ data }: { data: { data: State[], builtOn: string } }) => {
      if (!isWanted) return
      setStates(data.data)
      noteCompared(documentId, data.builtOn)
    }
    get<{ data: State[], builtOn: string }>(address).then(show, () => isWanted && setStates([]))
    return () => {
      isWanted = false
    }
  }, [documentId, address, get, savedOn, isConfirming, refusals])
  useEffect(() => () => forgetCompared(documentId), [documentId])
  if (!states) return null
  const state = states.find(candidate => candidate.locale === locale)
  if (!state) return <Typography>Der Stand dieser Übersetzung ist gerade nicht zu erfahren.</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography fontWeight="bold" textColor={state.state === 'current' ? 'success700' : 'danger700'}>
        {state.state === 'current' ? 'Aktuell' : 'Veraltet'}
      </Typography>
      {sentencesOf(state).map(sentence => (
        <Typography key={sentence}>{sentence}</Typography>
      ))}
      {state.changes.map((change, index) => (
        <ChangedParagraph key={index} change={change} isElsewhere={change.source !== state.source} />
      ))}
      {isConfirming
        ? (
            <Typography>{CONFIRMING}</Typography>
          )
        : (
            state.state === 'outdated' && <Typography>{CONFIRM}</Typography>
          )}
    </Flex>
  )
}

/** Counts how often a confirmation was refused because the source had moved on. */
function useRefusals(): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const add = () => setCount(before => before + 1)
    window.addEventListener(SOURCE_MOVED_ON, add)
    return () => window.removeEventListener(SOURCE_MOVED_ON, add)
  }, [])
  return count
}

const CONFIRM
  = 'Haben Sie beide Texte verglichen? Wählen Sie unten im Formular bei „Entspricht dem Ausgangstext“ Ja und '
    + 'speichern Sie. Auf der Website gilt es, sobald die Übersetzung veröffentlicht ist.'
const CONFIRMING = 'Beim Speichern wird vermerkt, dass diese Übersetzung dem heutigen Ausgangstext entspricht.'

function sentencesOf({ state, origin, source, isSourceThere, confirmedOn, changes }: State): string[] {
  const made = origin ? `${words.origin[origin].replace(/^./, first => first.toUpperCase())}.` : ''
  const from = source ? `Übersetzt aus: ${source}.` : ''
  const day
    = confirmedOn
      && `${new Date(confirmedOn).toLocaleString('de', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' })} Uhr`
  const compared = !day
    ? 'Es ist nicht vermerkt, womit sie verglichen wurde.'
    : origin === 'machine'
      ? `Entstanden: ${day}. Noch von niemandem geprüft.`
      : `Zuletzt verglichen: ${day}.`
  const lost = source && !isSourceThere ? 'Den Text, aus dem übersetzt wurde, gibt es nicht mehr.' : ''
  const changed
    = changes.length > 0
      ? 'Das hat sich seitdem im Ausgangstext geändert:'
      : state === 'current'
        ? 'Seitdem hat sich im Ausgangstext nichts geändert.'
        : ''
  return [made, from, compared, lost, changed].filter(Boolean)
}

/** A translation of a translation is also told what changed in the language above: then it is named. */
function ChangedParagraph({
  change: { place, source, language, direction, now, before }, isElsewhere,
}: {
  change: Change
  isElsewhere: boolean
}): ReactElement {
  const text = (label: string, words: string | null) =>
    words && (
      <Typography>
        <b>{label}</b>
        {' '}
        <span lang={language} dir={direction}>
          {words}
        </span>
      </Typography>
    )
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography variant="pi" fontWeight="bold" tag="h3">{isElsewhere ? `${place} (${source})` : place}</Typography>
      {text(before ? 'Jetzt:' : 'Neu:', now)}
      {text(now ? 'Vorher:' : 'Gestrichen:', before)}
    </Flex>
  )
}
