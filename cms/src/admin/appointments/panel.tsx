/** Beside a draft: when it is published by itself, or what is public is taken off the website. */
import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system'
import { useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { type ChangeEvent, useCallback, useEffect, useState } from 'react'
import type { ToldAppointment } from '../../appointments'
import { holdAutosave } from '../autosave/hold'
import { momentIn } from '../lists/readable-date'
import { reasonOf } from '../requests/sentences'
import { DONE } from './words'
import { PUBLISH } from '../rights'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null, status?: string, updatedAt?: string }
}

type Step = ToldAppointment['step']

const STEPS: Record<Step, string> = { publish: 'veröffentlichen', unpublish: 'von der Website nehmen' }

/** Strapi's side panel; none beside what is new or has no drafts, and where nobody may make one and there is none. */
export function AppointmentPanel({ model, activeTab, document }: PanelProps) {
  const { documentId, locale, status, updatedAt = '' } = document ?? {}
  const isAsked = documentId && locale && status && activeTab !== 'published'
  const address = isAsked ? `/appointments/${model}/${documentId}?locale=${locale}` : null
  const mayPublish = useAuth('AppointmentPanel', state => state.permissions)
    .some(({ action, subject }) => action === PUBLISH && subject === model)
  const { appointments, change } = useAppointments(address, updatedAt)
  // What is saved by then is published: half a sentence is not to be.
  const isHeld = appointments?.some(({ step }) => step === 'publish') ?? false
  useEffect(() => isHeld ? holdAutosave() : undefined, [isHeld])
  if (!address || !appointments || (!mayPublish && appointments.length === 0)) return null
  return {
    title: 'Termin',
    content: (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%">
        {appointments.map(appointment => (
          <Told
            key={appointment.step}
            appointment={appointment}
            strike={mayPublish ? () => change('DELETE', { step: appointment.step }) : undefined}
          />
        ))}
        {mayPublish && (
          <Make
            key={address}
            first={status === 'published' ? 'unpublish' : 'publish'}
            make={wish => change('POST', wish)}
          />
        )}
      </Flex>
    ),
  }
}

interface Wish {
  step: Step
  /** As the clock in Hannover will show it, `YYYY-MM-DDTHH:MM`. */
  at?: string
}

type Change = (method: 'POST' | 'DELETE', wish: Wish) => Promise<boolean>

/** Asked anew after a save: what is done by hand needs no appointment. */
function useAppointments(
  address: string | null, savedOn: string,
): { appointments: ToldAppointment[] | null, change: Change } {
  const { get, post, del } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [appointments, setAppointments] = useState<ToldAppointment[] | null>(null)
  useEffect(() => {
    let isWanted = true
    if (!address) setAppointments(null)
    else
      get<{ data: ToldAppointment[] }>(address).then(
        ({ data }) => isWanted && setAppointments(data.data), () => isWanted && setAppointments(null),
      )
    return () => {
      isWanted = false
    }
  }, [get, address, savedOn])
  const change = useCallback<Change>(async (method, wish) => {
    try {
      const { data } = method === 'POST'
        ? await post<{ data: ToldAppointment[] }>(String(address), wish)
        : await del<{ data: ToldAppointment[] }>(`${String(address)}&step=${wish.step}`)
      setAppointments(data.data)
      toggleNotification({ type: 'success', message: method === 'POST' ? 'Der Termin steht.' : 'Der Termin ist gestrichen.' })
      return true
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
      return false
    }
  }, [post, del, address, toggleNotification])
  return { appointments, change }
}

interface ToldProps {
  appointment: ToldAppointment
  strike?: () => unknown
}

function Told({ appointment: { step, at, problem, who }, strike }: ToldProps) {
  return (
    <div role="status">
      <Typography tag="p" fontWeight="bold">
        {problem
          ? `Am ${momentIn(at)} sollte der Eintrag ${DONE[step]} werden. Das ging nicht:`
          : `Wird am ${momentIn(at)} ${DONE[step]}.`}
      </Typography>
      {problem && <Typography tag="p">{problem}</Typography>}
      <Typography tag="p" textColor="neutral600">{`Gesetzt von ${who ?? 'jemand'}`}</Typography>
      {strike && <Button variant="tertiary" onClick={() => void strike()}>Termin streichen</Button>}
    </div>
  )
}

function Make({ first, make }: { first: Step, make: (wish: Wish) => Promise<boolean> }) {
  const [isOpen, setIsOpen] = useState(false)
  const [step, setStep] = useState(first)
  const [at, setAt] = useState('')
  if (!isOpen) return <Button variant="tertiary" fullWidth onClick={() => setIsOpen(true)}>Termin setzen</Button>
  const hint = step === 'publish'
    ? 'Uhrzeit in Hannover. Veröffentlicht wird, was dann gespeichert ist.'
    : 'Uhrzeit in Hannover.'
  return (
    <>
      <Field.Root name="appointment-step">
        <Field.Label>Was geschehen soll</Field.Label>
        <SingleSelect value={step} onChange={value => setStep(value === 'unpublish' ? 'unpublish' : 'publish')}>
          {Object.entries(STEPS).map(([value, label]) => (
            <SingleSelectOption key={value} value={value}>{label}</SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="appointment-at" hint={hint}>
        <Field.Label>Tag und Uhrzeit</Field.Label>
        <TextInput
          type="datetime-local"
          value={at}
          onChange={({ target }: ChangeEvent<HTMLInputElement>) => setAt(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Button
        variant="secondary"
        fullWidth
        onClick={() => void make({ step, at }).then(isMade => isMade && setIsOpen(false))}
      >
        Termin setzen
      </Button>
      <Button variant="tertiary" fullWidth onClick={() => setIsOpen(false)}>Doch nicht</Button>
    </>
  )
}
