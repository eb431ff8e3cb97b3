/** Beside a draft: it saves itself when nobody has typed for a while. */
import { Flex, Typography } from '@strapi/design-system'
import { unstable_useContentManagerContext as useContentManagerContext, useForm } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import { momentIn } from '../lists/readable-date'
import { autosave, mayAutosave, useIsHeld } from './hold'

interface PanelProps {
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string }
}

/** Long enough not to interrupt a thought; until then the browser keeps every word (`kept-words`). */
const PAUSE_MILLISECONDS = 60_000

/** Strapi's side panel; none beside what was never saved, and beside what readers see at once when it is saved. */
export function AutosavePanel({ activeTab, document }: PanelProps) {
  const { hasDraftAndPublish } = useContentManagerContext()
  const isDraft = Boolean(document?.documentId) && hasDraftAndPublish && activeTab !== 'published'
  const savedAt = useAutosave(isDraft)
  const isHeld = useIsHeld()
  if (!isDraft) return null
  return {
    title: 'Entwurf',
    content: (
      <Flex direction="column" alignItems="stretch" gap={2} width="100%">
        <Typography>{isHeld ? HELD : HINT}</Typography>
        {savedAt && <Typography>{`Von selbst gespeichert: ${momentIn(savedAt, 'time')}.`}</Typography>}
      </Flex>
    ),
  }
}

const HINT = 'Was Sie ändern, speichert sich nach einer Minute Pause von selbst. Auf der Website ändert das nichts.'
const HELD = 'Bitte selbst speichern: Für diesen Entwurf ist ein Termin gesetzt, und veröffentlicht wird dann, was '
  + 'gespeichert ist.'

/** Returns when the form saved itself last, as an ISO moment. */
function useAutosave(isDraft: boolean): string | null {
  const values = useForm('Autosave', form => form.values)
  const isModified = useForm('Autosave', form => form.modified)
  const isSubmitting = useForm('Autosave', form => form.isSubmitting)
  // Saving says that the translation was compared: that is for a person to do.
  const isConfirming = Reflect.get(values, 'isConfirmed') === true
  const tried = useRef<object | null>(null)
  const isOwn = useRef(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)

  // What was refused once is not sent again before something else was typed.
  if (isSubmitting) tried.current = values
  useEffect(() => {
    if (isSubmitting || !isOwn.current) return
    isOwn.current = false
    if (!isModified) setSavedAt(new Date().toISOString())
  }, [isSubmitting, isModified])
  useEffect(() => {
    if (!isDraft || !isModified || isSubmitting || isConfirming) return
    const timer = setInterval(() => {
      if (tried.current === values || !mayAutosave()) return
      isOwn.current = true
      autosave()
    }, PAUSE_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isDraft, isModified, isSubmitting, isConfirming, values])
  return savedAt
}
