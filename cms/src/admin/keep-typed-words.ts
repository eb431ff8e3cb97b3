interface Action {
  type: string
  payload?: { queryCacheKey?: string }
}

type Next = (action: Action) => unknown

/**
 * Redux middleware: a refused save leaves the form as it was typed. Strapi shows a save as done before the answer is
 * there, takes that back when it is refused, and its form then forgets everything typed since the last save.
 * To be removed when `updateDocument` of @strapi/content-manager has no such update any more.
 */
export const keepTypedWords = () => (next: Next) => (action: Action): unknown =>
  isPremature(action) ? undefined : next(action)

function isPremature({ type, payload }: Action): boolean {
  return type === 'adminApi/queries/queryResultPatched' && payload?.queryCacheKey?.startsWith('getDocument(') === true
}
