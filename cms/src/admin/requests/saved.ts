/** Tells a form that what it sent is saved. */
import { type Opening, openForms } from '../openings'
import { jsonIn } from './answers'
import { deedOf } from './deeds'
import type { Step } from './door'

/** Called when a save is sent; what it returns is called once that is saved, with the entry's documentId by now. */
type Listener = () => (savedAs: string | null) => Promise<void>

const listeners = new Map<string, Listener>()

/** Lets a form hear of its own saves, until the function that it returns is called. */
export function hearOfSaves({ id }: Opening, listener: Listener): () => void {
  listeners.set(id, listener)
  return () => listeners.delete(id)
}

/** Step: a form hears that it was saved before it is told anything else. */
export const telling: Step = async (request, send) => {
  const deed = deedOf(request)
  const form = openForms().findLast(open => isOf(open, request))
  const isSave = deed === 'gespeichert' || deed === 'veröffentlicht' || deed === 'kopiert'
  const saved = isSave && form ? listeners.get(form.id)?.() : undefined
  const response = await send(request)
  if (saved && response.ok) {
    const id: unknown = Reflect.get(Object(Reflect.get(Object(await jsonIn(response)), 'data')), 'documentId')
    await saved(typeof id === 'string' ? id : null)
  }
  return response
}

function isOf({ model, documentId }: Opening, request: Request): boolean {
  const places = new URL(request.url).pathname.split('/')
  return places.includes(model) && (!documentId || !places[2]?.startsWith('collection') || places.includes(documentId))
}
