/** Who may begin an entry, as the cms asks it (`own-languages.ts`). */
import { useAuth } from '@strapi/strapi/admin'
import { CREATE } from '../rights'

/** Whoever only translates has no right to the field that says in which language an entry began. */
export function useMayBegin(): (type: string) => boolean {
  const permissions = useAuth('useMayBegin', state => state.permissions)
  return type => permissions.some(({ action, subject, properties }) => action === CREATE && subject === type
    && (!properties?.locales || properties.fields?.includes('sourceLanguage')))
}
