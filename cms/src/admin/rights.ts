/** What Strapi calls the rights that a role has at a type. */
import { useAuth } from '@strapi/strapi/admin'

const EXPLORER = 'plugin::content-manager.explorer'

const READ = `${EXPLORER}.read`
export const CREATE = `${EXPLORER}.create`
export const UPDATE = `${EXPLORER}.update`
export const PUBLISH = `${EXPLORER}.publish`

/** Whether a text of the type may be written in this language; of what only its maker may write, the cms decides. */
export function useMayWriteIn(type: string, locale: string): boolean {
  const permissions = useAuth('useMayWriteIn', state => state.permissions)
  return permissions.some(({ action, subject, properties }) => action === UPDATE && subject === type
    && (properties?.locales?.includes(locale) ?? true))
}

/** Which types may be looked at. */
export function useMayRead(): (type: string) => boolean {
  const permissions = useAuth('useMayRead', state => state.permissions)
  return type => permissions.some(({ action, subject }) => action === READ && subject === type)
}
