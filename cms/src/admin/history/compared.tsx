/** One state beside the form or beside another state; from it words come back into the form. */
import { Button, Field, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { useNotification } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import type { Comparison } from '../../history'
import type { ToldState } from '../../history/told'
import { CLOSED_LISTS } from '../german/closed-lists'
import { type Address, useComparison } from './ask'
import type { Take } from './panel'
import { deedOf, momentOf } from './words'

interface Props {
  at: Address
  states: ToldState[]
  chosen: ToldState
  /** Null for whoever may not change the entry. */
  take: Take | null
  back: () => void
  close: () => void
}

const FORM = 'form'

export function Compared({ at, states, chosen, take, back, close }: Props) {
  const { toggleNotification } = useNotification()
  const [other, setOther] = useState(FORM)
  const isForm = other === FORM
  const [before, now] = isForm ? [chosen.key, null] : inOrder(states, chosen.key, other)
  const comparison = useComparison(at, before, now)
  const start = useRef<HTMLDivElement>(null)
  useEffect(() => start.current?.focus(), [])
  const taking = (names: string[], what: string) => {
    if (!take || comparison === null || 'failure' in comparison) return
    take(Object.fromEntries(names.map(name => [name, comparison.taken[name]])))
    toggleNotification({ type: 'success', message: `${what} steht im Formular. Gespeichert ist es noch nicht.` })
  }
  return (
    <>
      <div ref={start} tabIndex={-1}>
        <p>{deedOf(chosen)}</p>
        {chosen.changed && <p>{chosen.changed}</p>}
      </div>
      <div><Button variant="tertiary" onClick={back}>Zurück zur Liste</Button></div>
      <Field.Root name="history-other">
        <Field.Label>Verglichen mit</Field.Label>
        <SingleSelect value={other} onChange={value => setOther(String(value))}>
          <SingleSelectOption value={FORM}>dem Formular, wie es jetzt ist</SingleSelectOption>
          {othersThan(chosen, states).map(state => (
            <SingleSelectOption key={`${state.key} ${state.at}`} value={state.key}>
              {`${momentOf(state)}, ${deedOf(state)}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {comparison === null && <p role="status">Einen Moment: Es wird verglichen.</p>}
      {comparison !== null && 'failure' in comparison && <p role="alert">{comparison.failure}</p>}
      {comparison !== null && !('failure' in comparison) && (
        <>
          <p role="status">{summaryOf(comparison, isForm)}</p>
          {comparison.differences.map(difference => (
            <Difference
              key={difference.name}
              difference={difference}
              take={take && isForm ? () => taking([difference.name], `„${difference.label}“`) : null}
            />
          ))}
          {take && isForm && comparison.differences.length > 1 && (
            <div>
              <Button onClick={() => {
                taking(comparison.differences.map(({ name }) => name), 'Alles von diesem Stand')
                close()
              }}
              >
                Alles übernehmen
              </Button>
            </div>
          )}
        </>
      )}
    </>
  )
}

/** Two deeds may have left the same state. */
function othersThan(chosen: ToldState, states: ToldState[]): ToldState[] {
  const isFirst = ({ key }: ToldState, index: number) => states.findIndex(state => state.key === key) === index
  return states.filter((state, index) => state.isKept && state.key !== chosen.key && isFirst(state, index))
}

/** The older one first; the newest stands first in the list. */
function inOrder(states: ToldState[], one: string, other: string): [string, string] {
  const placeOf = (key: string) => states.findIndex(state => state.key === key)
  return placeOf(one) > placeOf(other) ? [one, other] : [other, one]
}

function summaryOf({ differences }: Comparison, isForm: boolean): string {
  const where = isForm ? 'im Formular' : 'im späteren Stand'
  if (differences.length === 0) return isForm ? 'Im Formular steht dasselbe.' : 'Beide sagen dasselbe.'
  return `Durchgestrichen ist, was nur damals dort stand, unterstrichen, was nur ${where} steht.`
}

interface DifferenceProps {
  difference: Comparison['differences'][number]
  take: (() => void) | null
}

function Difference({ difference: { label, lines, isWord }, take }: DifferenceProps) {
  return (
    <section aria-label={label}>
      <div className="history-head">
        <h3>{label}</h3>
        {take && <Button size="S" variant="secondary" onClick={take}>{`${label} übernehmen`}</Button>}
      </div>
      <div className="lip-together-text" dir="auto">
        {lines.length === 0 && 'Dieselben Wörter; anders ist nur die Form oder die Reihenfolge.'}
        {lines.map((line, index) => (
          <p key={index}>
            {line.map(({ kind, text }, place) => (
              <Words key={place} kind={kind} text={isWord ? CLOSED_LISTS[text] ?? text : text} />
            ))}
          </p>
        ))}
      </div>
    </section>
  )
}

function Words({ kind, text }: { kind: 'kept' | 'gone' | 'come', text: string }) {
  if (kind === 'kept') return text
  const Tag = kind === 'gone' ? 'del' : 'ins'
  return (
    <Tag>
      <span className="unseen">{kind === 'gone' ? 'nur damals: ' : 'nur jetzt: '}</span>
      {text}
    </Tag>
  )
}
