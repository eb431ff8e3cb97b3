/** The states of an entry as a list, the newest first; what was saved in the course of a day is folded away. */
import { Button, Field, TextInput } from '@strapi/design-system'
import { useNotification } from '@strapi/strapi/admin'
import { type ChangeEvent, useState } from 'react'
import type { ToldState } from '../../history/told'
import { reasonOf } from '../requests/sentences'
import { deedOf, momentOf } from './words'

interface Props {
  states: ToldState[]
  choose: (state: ToldState) => void
  /** Reads earlier ones; null where there are none. */
  readOn: (() => void) | null
  /** Each null for whoever may not change the entry. */
  giveName: ((name: string) => Promise<void>) | null
  takeBack: ((before: ToldState) => Promise<void>) | null
}

export function States({ states, choose, readOn, giveName, takeBack }: Props) {
  const [isWhole, setIsWhole] = useState(false)
  const folded = states.filter(({ isTold }) => !isTold).length
  const shown = isWhole ? states : states.filter(({ isTold }) => isTold)
  const [published, before] = publicationsIn(states)
  if (states.length === 0) return <p>Hier wurde noch nichts geändert, seit es den Verlauf gibt.</p>
  return (
    <>
      {giveName && <Naming giveName={giveName} />}
      <ol>
        {shown.map(state => (
          <li key={`${state.key} ${state.at} ${state.deed}`}>
            <h3>{momentOf(state)}</h3>
            <p>{deedOf(state)}</p>
            {state.changed && <p>{state.changed}</p>}
            <div className="history-deeds">
              {state.isKept && (
                <Button size="S" variant="secondary" onClick={() => choose(state)} aria-label={`Vergleichen: ${momentOf(state)}, ${deedOf(state)}`}>
                  Vergleichen
                </Button>
              )}
              {takeBack && before && state === published && (
                <Button size="S" variant="tertiary" onClick={() => void takeBack(before)}>Veröffentlichung zurücknehmen</Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {folded > 0 && !isWhole && (
        <Button variant="tertiary" onClick={() => setIsWhole(true)}>
          {folded === 1 ? 'Auch zeigen, was dazwischen gespeichert wurde' : `Auch zeigen, was dazwischen gespeichert wurde (${folded})`}
        </Button>
      )}
      {readOn && <Button variant="tertiary" onClick={readOn}>Ältere zeigen</Button>}
    </>
  )
}

/** What is on the website now, and what was there before it; none where it was taken off. */
function publicationsIn(states: ToldState[]): [ToldState?, ToldState?] {
  const last = states.find(({ deed }) => deed === 'publish' || deed === 'unpublish')
  if (last?.deed !== 'publish') return []
  return [last, states.slice(states.indexOf(last) + 1).find(({ deed, isKept }) => deed === 'publish' && isKept)]
}

function Naming({ giveName }: { giveName: (name: string) => Promise<void> }) {
  const { toggleNotification } = useNotification()
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState('')
  if (!isOpen) return <div><Button variant="tertiary" onClick={() => setIsOpen(true)}>Heutigen Stand benennen</Button></div>
  const send = () =>
    giveName(name).then(() => setIsOpen(false), (error: unknown) =>
      toggleNotification({ type: 'danger', message: reasonOf(error) }))
  return (
    <div>
      <Field.Root name="history-name" hint="Benannt wird, was zuletzt gespeichert wurde. Es bleibt für immer im Verlauf.">
        <Field.Label>Name</Field.Label>
        <TextInput
          value={name}
          maxLength={80}
          onChange={({ target }: ChangeEvent<HTMLInputElement>) => setName(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <div className="history-deeds">
        <Button variant="secondary" onClick={() => void send()}>Benennen</Button>
        <Button variant="tertiary" onClick={() => setIsOpen(false)}>Doch nicht</Button>
      </div>
    </div>
  )
}
