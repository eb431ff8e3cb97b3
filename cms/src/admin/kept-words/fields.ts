/** How the fields of a form are called, and how what stands in them is read. */
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin'
import { DATE_FIELD } from '../dates/as-date'
import { readable } from '../lists/readable-date'

export interface ReadField {
  label: string
  say: (words: string) => string
}

/** By the name of a field: its German name, and dates as people read them. */
export function useFields(model: string): (name: string) => ReadField {
  const { edit } = useDocumentLayout(model)
  const fields = new Map(edit.layout.flat(2).map(field => [field.name, field]))
  return (name) => {
    const field = fields.get(name)
    const isDate = [DATE_FIELD, 'date'].includes(field?.type ?? '')
    return { label: field?.label ?? name, say: isDate ? readable : words => words }
  }
}

/** Words as they were typed, in the direction of their own script. */
export const AS_WRITTEN = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' } as const
