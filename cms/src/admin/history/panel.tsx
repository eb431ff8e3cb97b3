/** Beside a form: the history of the entry, from which former words come back into the form. */
import { Button, Modal } from '@strapi/design-system'
import { useAuth, useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useMemo, useState } from 'react'
import type { Comparison } from '../../history'
import type { ToldState } from '../../history/told'
import { coloursOfAdmin } from '../own-dialogs'
import { reasonOf } from '../requests/sentences'
import { addressOf, type Address, asSent, useHistory } from './ask'
import { Compared } from './compared'
import { States } from './states'
import { momentOf } from './words'
import { UPDATE } from '../rights'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null }
}

/** Strapi's side panel; none beside what is new, and beside what is shown as it is public. */
export function HistoryPanel({ model, activeTab, document }: PanelProps) {
  const { documentId, locale } = document ?? {}
  const mayTake = useAuth('HistoryPanel', state => state.permissions)
    .some(({ action, subject }) => action === UPDATE && subject === model)
  if (!documentId || activeTab === 'published' || !model.startsWith('api::') || model.startsWith('api::ledger.')) return null
  return { title: 'Verlauf', content: <History key={`${documentId} ${locale}`} {...{ model, documentId, locale, mayTake }} /> }
}

interface HistoryProps {
  model: string
  documentId: string
  locale?: string | null
  mayTake: boolean
}

function History({ model, documentId, locale, mayTake }: HistoryProps) {
  const [isOpen, setIsOpen] = useState(false)
  const at = useMemo(() => addressOf(model, documentId, locale), [model, documentId, locale])
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant="secondary" fullWidth>Verlauf ansehen</Button>
      </Modal.Trigger>
      {isOpen && <Opened at={at} mayTake={mayTake} close={() => setIsOpen(false)} />}
    </Modal.Root>
  )
}

interface OpenedProps {
  at: Address
  mayTake: boolean
  close: () => void
}

function Opened({ at, mayTake, close }: OpenedProps) {
  const { states, hasFailed, readOn, giveName } = useHistory(at)
  const [chosen, setChosen] = useState<ToldState | null>(null)
  const take = useTaking()
  const takeBack = useTakingBack(at, take, close)
  return (
    <Modal.Content>
      <Modal.Header>
        <Modal.Title>{chosen ? `Verlauf: ${momentOf(chosen)}` : 'Verlauf'}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <div className="history" style={{ colorScheme: coloursOfAdmin() }}>
          {hasFailed && <p role="alert">Der Verlauf ist gerade nicht zu erfahren.</p>}
          {!hasFailed && !states && <p role="status">Einen Moment: Der Verlauf wird gelesen.</p>}
          {states && !chosen && (
            <States
              {...{ states, readOn }}
              choose={setChosen}
              giveName={mayTake ? giveName : null}
              takeBack={mayTake ? takeBack : null}
            />
          )}
          {states && chosen && (
            <Compared
              {...{ at, states, chosen, close }}
              take={mayTake ? take : null}
              back={() => setChosen(null)}
            />
          )}
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close><Button variant="tertiary">Schließen</Button></Modal.Close>
      </Modal.Footer>
    </Modal.Content>
  )
}

export type Take = (taken: Comparison['taken']) => void

/** Puts values into the form: nothing is saved by it. */
function useTaking(): Take {
  const onChange = useForm('History', form => form.onChange)
  return taken => Object.entries(taken).forEach(([name, value]) => onChange(name, value))
}

/** Puts what was published before into the form. */
function useTakingBack(at: Address, take: Take, close: () => void): (before: ToldState) => Promise<void> {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const values = useForm('History', form => form.values)
  return async (before) => {
    try {
      const { data: { data: { taken } } } = await post<{ data: Comparison }>(at(before.key), asSent(values))
      take(taken)
      close()
      toggleNotification({ type: 'info', timeout: 20_000, message: takenBack(before) })
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    }
  }
}

function takenBack(before: ToldState): string {
  return 'Im Formular steht wieder, was vor der letzten Veröffentlichung auf der Website stand (veröffentlicht: '
    + `${momentOf(before)}). Auf der Website steht es wieder, sobald Sie es veröffentlichen.`
}
