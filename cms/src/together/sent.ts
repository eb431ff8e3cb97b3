/** What a form that sends these values wants to stand, built on the state that it was opened with. */
import type { Core } from '@strapi/strapi'
import { asList } from 'shared-types'
import { type Attribute, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid, isValues } from '../rows/components'
import { documentIdsOf } from '../rows/relations'
import type { Values } from '../rows/rows'
import {
  type FormState,
  idOf,
  idsIn,
  isOfParts,
  type Part,
  partsIn,
  plain,
  stateOf,
  typedAttributes,
} from './form-state'

/** The wanted value of an attribute; a relation is sent as what is connected and disconnected. */
export function wanted(strapi: Core.Strapi, attribute: Attribute, base: unknown, sent: unknown): unknown {
  if (isOfParts(attribute))
    return componentsIn(sent).map(component => wantedPart(strapi, attribute, partsIn(base), component))
  if (attribute.type === 'relation') return wantedRelation(attribute, base, sent)
  if (attribute.type === 'media') return idsIn(sent)
  return plain(sent)
}

/** A part that stays is named by its id, and sends of its relations only what changes. */
function wantedPart(strapi: Core.Strapi, holder: Attribute, base: Part[], sent: Values): Part {
  const uid = componentUid(sent, holder.component)
  const id = idOf(sent)
  const before = base.find(part => part.uid === uid && part.id === id && id !== null)
  return { uid, id, state: wantedState(strapi, uid, before?.state ?? null, sent) }
}

/** The state that a form or a part wants, built on the one it was opened with. */
export function wantedState(strapi: Core.Strapi, uid: string, base: FormState | null, sent: Values): FormState {
  const schema = schemaOf(strapi, uid)
  const before = base ?? stateOf(strapi, schema, null)
  return Object.fromEntries(
    typedAttributes(schema).map(([name, attribute]) => [
      name,
      name in sent ? wanted(strapi, attribute, before[name], sent[name]) : before[name],
    ]),
  )
}

interface Connect {
  documentId: string
  position?: { before?: unknown, after?: unknown, start?: unknown }
}

function wantedRelation(attribute: Attribute, base: unknown, sent: unknown): string[] {
  const before = documentIdsOf(Array.isArray(base) ? base : [])
  if (sent === undefined) return before
  if (!isValues(sent) || (!('connect' in sent) && !('disconnect' in sent))) return documentIdsOf(sent)
  const connect = asList(sent.connect).map(connectOf)
  if (isToOne(attribute) && connect.length > 0) return connect.slice(-1).map(({ documentId }) => documentId)
  const gone = new Set([...documentIdsOf(sent.disconnect), ...connect.map(({ documentId }) => documentId)])
  return connected(
    before.filter(documentId => !gone.has(documentId)),
    connect,
  )
}

/** Whether at most one document can be related to. */
export function isToOne({ relation }: Attribute): boolean {
  return relation?.endsWith('ToOne') === true
}

function connectOf(target: unknown): Connect {
  const position: unknown = isValues(target) ? target.position : undefined
  return { documentId: documentIdsOf([target])[0] ?? '', ...(isValues(position) && { position }) }
}

/** Puts each where it was dropped; what stands before another that is still to come waits for it. */
function connected(kept: string[], connect: Connect[]): string[] {
  let waiting = connect.filter(({ documentId }) => documentId !== '')
  const list = [...kept]
  while (waiting.length > 0) {
    const ready = waiting.filter(one => placeOf(list, one) !== null)
    const next = ready[0] ?? waiting[0]
    if (!next) break
    list.splice(placeOf(list, next) ?? list.length, 0, next.documentId)
    waiting = waiting.filter(one => one !== next)
  }
  return list
}

function placeOf(list: string[], { position = {} }: Connect): number | null {
  if (position.start === true) return 0
  const beside = position.before ?? position.after
  if (typeof beside !== 'string') return list.length
  const index = list.indexOf(beside)
  if (index < 0) return null
  return position.before === undefined ? index + 1 : index
}
