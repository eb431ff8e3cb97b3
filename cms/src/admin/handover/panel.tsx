/** Beside a draft: „Zur Prüfung geben“ for whoever writes, „Zurück mit Bemerkung“ for whoever publishes. */
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useAuth, useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { type ChangeEvent, useCallback, useEffect, useState } from 'react'
import { momentIn } from '../lists/readable-date'
import { reasonOf } from '../requests/sentences'
import { PUBLISH } from '../rights'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null, status?: string, updatedAt?: string }
}

/** As the cms answers it, see `cms/src/handover`. */
interface Handover {
  step: 'given' | 'returned'
  note: string
  who: string | null
  when: string
}

/** Strapi's side panel; none beside what is new, public, or has no drafts. */
export function HandoverPanel({ model, activeTab, document }: PanelProps) {
  const { documentId, locale, status, updatedAt = '' } = document ?? {}
  if (!documentId || !locale || !status || status === 'published' || activeTab === 'published') return null
  const address = `/handovers/${model}/${documentId}?locale=${locale}`
  return { title: 'Prüfung', content: <Handing key={address} model={model} address={address} savedOn={updatedAt} /> }
}

interface HandingProps {
  model: string
  address: string
  savedOn: string
}

function Handing({ model, address, savedOn }: HandingProps) {
  const mayPublish = useAuth('Handing', state => state.permissions)
    .some(({ action, subject }) => action === PUBLISH && subject === model)
  const { handover, hand } = useHandover(address, savedOn)
  if (handover === undefined) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {handover && <Said handover={handover} />}
      {mayPublish && handover?.step === 'given' && (
        <Hand label="Zurück mit Bemerkung" ask="Was ist noch zu tun?" hand={note => hand('returned', note)} />
      )}
      {!mayPublish && handover?.step !== 'given' && (
        <Hand label="Zur Prüfung geben" ask="Worauf ist zu achten?" hint="Muss nicht sein." hand={note => hand('given', note)} />
      )}
      {mayPublish && !handover && <Typography textColor="neutral600">Sie können den Entwurf veröffentlichen.</Typography>}
    </Flex>
  )
}

function useHandover(address: string, savedOn: string) {
  const { get, post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [handover, setHandover] = useState<Handover | null | undefined>(undefined)
  useEffect(() => {
    let isWanted = true
    get<{ data: Handover | null }>(address).then(
      ({ data }) => isWanted && setHandover(data.data),
      () => isWanted && setHandover(null),
    )
    return () => {
      isWanted = false
    }
  }, [get, address, savedOn])
  const hand = useCallback(async (step: Handover['step'], note: string) => {
    try {
      setHandover((await post<{ data: Handover }>(address, { step, note })).data.data)
      toggleNotification({ type: 'success', message: step === 'given' ? 'Zur Prüfung gegeben' : 'Zurückgegeben' })
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    }
  }, [post, address, toggleNotification])
  return { handover, hand }
}

function Said({ handover: { step, note, who, when } }: { handover: Handover }) {
  const what = step === 'given' ? 'hat den Entwurf zur Prüfung gegeben' : 'hat den Entwurf zurückgegeben'
  return (
    <div role="status">
      <Typography tag="p" fontWeight="bold">{`${who ?? 'Jemand'} ${what} (${momentIn(when, 'short')}).`}</Typography>
      {note && <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{note}</Typography>}
    </div>
  )
}

interface HandProps {
  label: string
  ask: string
  hint?: string
  hand: (note: string) => Promise<void>
}

/** What is not saved yet nobody else would see: it is saved first. */
function Hand({ label, ask, hint, hand }: HandProps) {
  const isModified = useForm('Hand', form => form.modified)
  const [note, setNote] = useState('')
  return (
    <>
      <Field.Root name="handover-note" hint={hint}>
        <Field.Label>{ask}</Field.Label>
        <Textarea value={note} onChange={({ target }: ChangeEvent<HTMLTextAreaElement>) => setNote(target.value)} />
        <Field.Hint />
      </Field.Root>
      {isModified && <Typography textColor="neutral600">Bitte speichern Sie zuerst.</Typography>}
      <Button variant="secondary" fullWidth disabled={isModified} onClick={() => void hand(note)}>{label}</Button>
    </>
  )
}
