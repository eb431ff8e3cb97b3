/** A draft by a machine of what is not translated yet: it comes into the form and never over what a person wrote. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { ReadIn } from '../../xliff/read'
import { reasonOf } from '../requests/sentences'
import type { Place } from './laying-out'
import { NotTaken } from './not-taken'
import { told, usePlacing } from './placing'
import type { Source } from './source'

interface DraftProps {
  source: Source
  place: Place
}

export function MachineDraft({ source, place }: DraftProps) {
  const isModified = useForm('MachineDraft', ({ modified }) => modified)
  const { isWaiting, problems, draft } = useDraft(source, place)
  return (
    <Flex className="machine-draft" direction="column" alignItems="stretch" gap={2}>
      <Button variant="tertiary" fullWidth loading={isWaiting} disabled={isModified || isWaiting} onClick={() => void draft()}>
        {isWaiting ? 'Maschinenentwurf wird geholt …' : 'Maschinenentwurf holen'}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {isModified ? 'Bitte speichern Sie zuerst, dann lässt sich ein Maschinenentwurf holen.' : WHAT}
      </Typography>
      <NotTaken problems={problems} />
    </Flex>
  )
}

const WHAT = 'Füllt nur leere Felder. Bitte prüfen Sie jeden Satz; bis zur Bestätigung steht auf der Website „maschinell übersetzt“.'

interface Draft {
  isWaiting: boolean
  /** What could not be put into the form the last time. */
  problems: string[]
  draft: () => Promise<void>
}

function useDraft(source: Source, place: Place): Draft {
  const { model, documentId, locale } = place
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { valuesNow, isOpen, put } = usePlacing(source, place)
  const [isWaiting, setIsWaiting] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const fail = (error: unknown) => isOpen() && toggleNotification({ type: 'danger', message: reasonOf(error) })
  const draft = async () => {
    const before = valuesNow()
    setIsWaiting(true)
    try {
      const { data: { data } } = await post<{ data: ReadIn }>(
        `/translation-states/${model}/${documentId}/machine-draft?locale=${locale}`,
      )
      const done = isOpen() && await put(data, before)
      if (!done) return void fail(null)
      setProblems(done.problems)
      const message = done.count > 0 ? told(done.count, data.missing) : NOTHING
      toggleNotification({ type: 'info', timeout: 20_000, message })
    } catch (error) {
      fail(error)
    } finally {
      setIsWaiting(false)
    }
  }
  return { isWaiting, problems, draft }
}

const NOTHING = 'Der Maschinenentwurf hat nichts hinzugefügt: Das Formular ist, wie es war.'
