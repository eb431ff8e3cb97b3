/** Keeps what is typed into the form that is open, and finds what was kept of the same entry before. */
import { useForm } from '@strapi/strapi/admin'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { enterForm, newName, type Opening } from '../openings'
import { hearOfSaves } from '../requests/saved'
import { keyOfAccount } from './key'
import { findKeptWords, forgetWords, type KeptWords, keepWords } from './store'

/** A crash costs at most the words of this time, */
const PAUSE_MILLISECONDS = 700
/** and of this where the browser has no time. */
const BUSY_MILLISECONDS = 1000

interface Place {
  model: string
  documentId: string | null
  locale: string
}

interface Kept {
  offers: KeptWords[]
  look: () => void
  /** Says that this form goes on with words that were kept: a save is the same attempt. With all of them, or some. */
  adopt: (offer: KeptWords, isWhole: boolean) => void
}

/** Returns what was kept of this entry in this language, by this account, when nobody has it open any more. */
export function useKeptWords({ model, documentId, locale }: Place): Kept {
  const values = useForm('KeptWords', form => form.values)
  const initialValues = useForm('KeptWords', form => form.initialValues)
  const isModified = useForm('KeptWords', form => form.modified)
  // In a window one entry follows another.
  const opening = useMemo<Opening>(
    () => ({ id: newName(), attempt: newName(), model, documentId, locale }), [model, documentId, locale],
  )
  const [offers, setOffers] = useState<KeptWords[]>([])
  const adopted = useRef<string[]>([])
  const saved = useRef<object | null>(null)
  const form = useRef({ values, typedOn: initialValues })
  form.current.values = values
  if (isModified) form.current.typedOn = initialValues

  const look = useCallback(() => {
    void findOffers({ model, documentId, locale }, opening.id).then(setOffers)
  }, [model, documentId, locale, opening])

  useEffect(() => enterForm(opening), [opening])
  useEffect(look, [look])
  useEffect(() => holdOpen(opening.id), [opening])
  useEffect(() => hearOfSaves(opening, () => {
    const sent = form.current.values
    return async (savedAs) => {
      await forgetAdopted(adopted.current)
      saved.current = sent
      if (form.current.values === sent) return forgetWords(opening.id)
      // Typed after the button was pressed: it is not in that save, and a new entry gets a form of its own.
      return keep({ ...opening, documentId: savedAs ?? opening.documentId }, form.current.values)
    }
  }), [opening])

  useEffect(() => {
    // A browser that is busy may come to it only after the save, or after more was typed.
    const keepNow = async () => {
      if (values === saved.current || values !== form.current.values) return
      await keep(opening, values)
      await forgetAdopted(adopted.current)
    }
    if (isModified) return later(keepNow)
    if (form.current.typedOn === initialValues) void forgetWords(opening.id)
    else look()
  }, [isModified, values, initialValues, opening, look])

  const adopt = useCallback((offer: KeptWords, isWhole: boolean) => {
    opening.attempt = offer.attempt
    if (isWhole) adopted.current.push(offer.id)
  }, [opening])

  return { offers, look, adopt }
}

/** What a form goes on with is kept as its own by now. */
async function forgetAdopted(ids: string[]): Promise<void> {
  for (const id of ids.splice(0)) await forgetWords(id)
}

async function keep({ id, attempt, model, documentId, locale }: Opening, values: object): Promise<void> {
  const key = await keyOfAccount()
  if (key) await keepWords(key, { id, attempt, model, documentId, locale, writtenAt: Date.now(), values })
}

/** After a pause in typing, and when the browser has time; at once when the page is hidden. */
function later(act: () => Promise<void>): () => void {
  const now = () => void act()
  const whenHidden = () => document.visibilityState === 'hidden' && now()
  const soon = () =>
    'requestIdleCallback' in window ? requestIdleCallback(now, { timeout: BUSY_MILLISECONDS }) : now()
  const pause = setTimeout(soon, PAUSE_MILLISECONDS)
  document.addEventListener('visibilitychange', whenHidden)
  return () => {
    clearTimeout(pause)
    document.removeEventListener('visibilitychange', whenHidden)
  }
}

async function findOffers({ model, documentId, locale }: Place, own: string): Promise<KeptWords[]> {
  return (await findClosed(own)).filter(kept =>
    kept.model === model && kept.documentId === documentId && kept.locale === locale)
}

/** What this account has typed into forms that nobody has open any more, and into its own. */
export async function findClosed(own = ''): Promise<KeptWords[]> {
  const key = await keyOfAccount()
  if (!key) return []
  const open = new Set((await navigator.locks.query()).held?.map(({ name }) => name))
  return (await findKeptWords(key)).filter(({ id }) => id === own || !open.has(lockOf(id)))
}

/** While a form is open in any window, its words are offered in none. A browser that crashes lets go of it. */
function holdOpen(id: string): () => void {
  if (!('locks' in navigator)) return () => undefined
  let leave = () => {}
  void navigator.locks.request(lockOf(id), () => new Promise<void>((resolve) => {
    leave = resolve
  }))
  return () => leave()
}

function lockOf(id: string): string {
  return `kept-words ${id}`
}
