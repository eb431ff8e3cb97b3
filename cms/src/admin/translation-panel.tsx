/**
 * Beside a translation: who made it, from which language, when it was last compared, and what its source has said
 * since.
 */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { type ReactElement, useEffect, useState } from 'react'
import { words } from '../../../shared-types/languages/de.json'
import { REASONS, type Reason } from '../translation/reasons'
import { pressSave } from './autosave/hold'
import { momentIn } from './lists/readable-date'
import { useMayWriteIn } from './rights'
import { forgetCompared, noteCompared } from './together/built-on'
import { SOURCE_MOVED_ON } from './together/overtaken'
import { Unaffected } from './unaffected'

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
        model={model}
        locale={locale}
        savedOn={updatedAt}
      />
    ),
  }
}

/** As the cms answers it, see `cms/src/translation/states-route.ts`; `source` is the name of a language. */
interface State {
  locale: string
  state: 'source' | 'missing' | 'current' | 'check' | 'incomplete' | 'outdated'
  origin: keyof typeof words.origin | null
  source: string | null
  isSourceThere: boolean
  confirmedOn: string | null
  reason: Reason | null
  changes: Change[]
  /** The places of the source that are not translated yet, as editors call them. */
  untranslated: string[]
}

interface Change {
  place: string
  source: string
  language: string
  direction: string
  now: string | null
  before: string | null
  /** A machine cannot know whether it says something else. */
  isDoubtful: boolean
}

/**
 * Asks again after a save, after a refused confirmation, and when somebody is about to confirm: by then the source may
 * say something else.
 */
function TranslationState({
  documentId, model, locale, savedOn,
}: {
  documentId: string
  model: string
  locale: string
  savedOn: string
}) {
  const { get } = useFetchClient()
  const address = `/translation-states/${model}/${documentId}`
  const mayWrite = useMayWriteIn(model, locale)
  const isConfirming
    = useForm('TranslationState', form => Reflect.get(form.values, 'isConfirmed') === true, false) ?? false
  const refusals = useRefusals()
  const [states, setStates] = useState<State[] | null>(null)
  const [builtOn, setBuiltOn] = useState('')
  const [noted, setNoted] = useState(0)
  useEffect(() => {
    let isWanted = true
    const show = ({ data }: { data: { data: State[], builtOn: string } }) => {
      if (!isWanted) return
      setStates(data.data)
      setBuiltOn(data.builtOn)
      noteCompared(documentId, data.builtOn)
    }
    get<{ data: State[], builtOn: string }>(address).then(show, () => isWanted && setStates([]))
    return () => {
      isWanted = false
    }
  }, [documentId, address, get, savedOn, isConfirming, refusals, noted])
  useEffect(() => () => forgetCompared(documentId), [documentId])
  if (!states) return null
  const state = states.find(candidate => candidate.locale === locale)
  if (!state) return <Typography>Der Stand dieser Übersetzung ist gerade nicht zu erfahren.</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography fontWeight="bold" textColor={STATES[state.state].color}>{STATES[state.state].word}</Typography>
      <Untranslated places={state.untranslated} />
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
            (state.state === 'outdated' || state.origin === 'machine' || state.changes.length > 0)
            && (mayWrite ? <Confirm /> : <Typography>{CONFIRM}</Typography>)
          )}
      {state.changes.length > 0 && mayWrite && !isConfirming && (
        <Unaffected address={address} locale={locale} builtOn={builtOn} onNoted={() => setNoted(noted + 1)} />
      )}
    </Flex>
  )
}

/** Says Yes in the form, and saves it with what was typed. */
function Confirm() {
  const onChange = useForm('Confirm', form => form.onChange)
  const confirm = () => {
    onChange('isConfirmed', true)
    // Then the form knows that there is something to save.
    setTimeout(pressSave)
  }
  return (
    <>
      <Typography>{CONFIRM}</Typography>
      <Button variant="secondary" fullWidth onClick={confirm}>Bestätigen und speichern</Button>
    </>
  )
}

const STATES: Record<State['state'], { word: string, color: string }> = {
  source: { word: 'Ausgangstext', color: 'success700' },
  missing: { word: 'Fehlt', color: 'danger700' },
  current: { word: 'Aktuell', color: 'success700' },
  check: { word: 'Bitte prüfen', color: 'warning700' },
  incomplete: { word: 'Unvollständig', color: 'warning700' },
  outdated: { word: 'Veraltet', color: 'danger700' },
}

/** What is not translated yet: on the website it stands in its own language until it is. */
function Untranslated({ places }: { places: string[] }) {
  if (places.length === 0) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography>Noch nicht übersetzt, auf der Website steht es so lange in der Ausgangssprache:</Typography>
      <ul>
        {places.map(place => (
          <Typography key={place} tag="li">{place}</Typography>
        ))}
      </ul>
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
  = 'Haben Sie beide Texte verglichen? Dann bestätigen Sie, dass die Übersetzung dem Ausgangstext entspricht. Auf der '
    + 'Website gilt es, sobald die Übersetzung veröffentlicht ist.'
const CONFIRMING = 'Beim Speichern wird vermerkt, dass diese Übersetzung dem heutigen Ausgangstext entspricht.'

function sentencesOf({ state, origin, source, isSourceThere, confirmedOn, reason, changes }: State): string[] {
  const made = origin ? `${words.origin[origin].replace(/^./, first => first.toUpperCase())}.` : ''
  const from = source ? `Übersetzt aus: ${source}.` : ''
  const day = confirmedOn && momentIn(confirmedOn, 'long')
  const compared = !day
    ? 'Es ist nicht vermerkt, womit sie verglichen wurde.'
    : origin === 'machine'
      ? `Entstanden: ${day}. Noch von niemandem geprüft.`
      : `Zuletzt verglichen: ${day}.`
  const why = reason ? `Was sich bis dahin geändert hatte, betraf sie nicht: ${REASONS[reason]}.` : ''
  const lost = source && !isSourceThere ? 'Den Text, aus dem übersetzt wurde, gibt es nicht mehr.' : ''
  const isDoubtful = changes.length > 0 && changes.every(change => change.isDoubtful)
  const changed
    = isDoubtful
      ? 'Das steht seitdem anders im Ausgangstext. Ob es etwas anderes sagt, weiß das Programm nicht. Leserinnen und '
      + 'Leser erfahren davon nichts:'
      : changes.length > 0
        ? 'Das hat sich seitdem im Ausgangstext geändert:'
        : state !== 'outdated'
          ? 'Seitdem hat sich im Ausgangstext nichts geändert.'
          : ''
  return [made, from, compared, why, lost, changed].filter(Boolean)
}

/** A translation of a translation is also told what changed in the language above: then it is named. */
function ChangedParagraph({
  change: { place, source, language, direction, now, before, isDoubtful }, isElsewhere,
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
      <Typography variant="pi" fontWeight="bold" tag="h3">{(isElsewhere ? `${place} (${source})` : place) + (isDoubtful ? ', bitte prüfen' : '')}</Typography>
      {text(before ? 'Jetzt:' : 'Neu:', now)}
      {text(now ? 'Vorher:' : 'Gestrichen:', before)}
    </Flex>
  )
}
