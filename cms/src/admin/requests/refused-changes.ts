/**
 * A refused change leaves what is on the screen as it is. Strapi shows a save as done before the answer is there, and
 * asks anew for the entry even where a change was refused; both make its form forget everything typed since the last
 * save (`documentApi` of @strapi/content-manager). To be removed when its mutations look at the error first.
 */
import { adminApi } from '@strapi/strapi/admin'

interface Mutation {
  invalidatesTags?: Invalidates | readonly unknown[]
  onQueryStarted?: unknown
}

type Invalidates = (result: unknown, error: unknown, argument: unknown, meta: unknown) => readonly unknown[]

const CHANGES = [
  'createDocument', 'updateDocument', 'publishDocument', 'unpublishDocument', 'discardDocument', 'deleteDocument',
  'cloneDocument', 'publishManyDocuments', 'unpublishManyDocuments', 'deleteManyDocuments',
]

/** Makes the kept answers stay as they are when a change is refused. */
export function keepAnswersOfRefusedChanges(): void {
  adminApi.enhanceEndpoints({ endpoints: Object.fromEntries(CHANGES.map(name => [name, leaveWhenRefused])) })
}

function leaveWhenRefused(mutation: Mutation): void {
  const { invalidatesTags } = mutation
  if (typeof invalidatesTags === 'function') {
    mutation.invalidatesTags = (result, error, argument, meta) =>
      error ? [] : invalidatesTags(result, error, argument, meta)
  }
  // The change that is shown before it is answered.
  mutation.onQueryStarted = undefined
}

interface Action {
  type: string
  payload?: unknown
  error?: unknown
  meta?: { arg?: { endpointName?: string } }
}

type Next = (action: Action) => unknown

/** Redux middleware: where an entry cannot be asked for again, the form with what was known stays instead of „Ups!“. */
export const keepFormWithoutAnswer = ({ getState }: { getState: () => unknown }) => (next: Next) =>
  (action: Action): unknown =>
    isFailedRefresh(action, getState()) ? next({ ...action, payload: undefined, error: undefined }) : next(action)

function isFailedRefresh({ type, meta }: Action, state: unknown): boolean {
  if (type !== 'adminApi/executeQuery/rejected' || meta?.arg?.endpointName !== 'getDocument') return false
  const queries: unknown = Reflect.get(Object(Reflect.get(Object(state), 'adminApi')), 'queries')
  const kept: unknown = Reflect.get(Object(queries), String(Reflect.get(meta.arg, 'queryCacheKey')))
  return Reflect.get(Object(kept), 'data') !== undefined
}
