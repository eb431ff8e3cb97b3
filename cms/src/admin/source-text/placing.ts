/** Puts translated texts into the form, wherever they come from; saved is nothing by that. */
import { useForm } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { valueAt } from '../../../../shared-types/src/foreign'
import type { ReadIn } from '../../xliff/read'
import { type Place, useLayingOut } from './laying-out'
import type { Source } from './source'

interface Put {
  /** At how many places something stands now. */
  count: number
  /** What could not be put into the form, a sentence each. */
  problems: string[]
}

interface Placing {
  /** What stands in the form now. */
  valuesNow: () => object
  /** Whether the form is still the one for which texts were asked for. */
  isOpen: () => boolean
  /**
   * Puts texts into the form, but where it says something else than `before`. Null where its blocks could not be laid
   * out.
   */
  put: (found: ReadIn, before?: object) => Promise<Put | null>
}

/** usePlacing puts texts into the form as it is at that moment: while they were waited for, somebody may have typed. */
export function usePlacing(source: Source, place: Place): Placing {
  const values = useForm('Placing', form => form.values)
  const onChange = useForm('Placing', form => form.onChange)
  const { isPossible, layOut } = useLayingOut(source, place)
  const form = `${place.documentId} ${place.locale}`
  const now = useRef({ values, isPossible, layOut, form })
  useEffect(() => {
    now.current = { values, isPossible, layOut, form }
  })
  useEffect(() => () => {
    now.current = { ...now.current, form: '' }
  }, [])
  const put: Placing['put'] = async (found, before) => {
    const needsBlocks = found.fields.some(({ field }) => source.zones.includes(field.split('.')[0] ?? ''))
    const laid = needsBlocks && now.current.isPossible ? await now.current.layOut() : {}
    if (!laid) return null
    const typed = before ? found.fields.filter(({ field }) => !isSame(field, before, now.current.values)) : []
    const fields = found.fields.filter(one => !typed.includes(one))
    const { changed, count, misplaced } = placed(fields, { ...now.current.values, ...laid })
    for (const [name, value] of Object.entries(changed)) onChange(name, value)
    return {
      count, problems: [
        ...found.problems, ...misplaced.map(field => `${labelOf(source, field)}: ${MISPLACED}`),
        ...typed.map(({ field }) => `${labelOf(source, field)}: ${TYPED}`),
      ],
    }
  }
  return { valuesNow: () => now.current.values, isOpen: () => now.current.form === form, put }
}

const MISPLACED = 'In der Übersetzung steht dort ein anderer Baustein. Bitte tragen Sie den Text selbst ein.'
const TYPED = 'Hier haben Sie inzwischen selbst geschrieben.'

/** Whether a field says at both times the same. */
function isSame(field: string, before: object, after: object): boolean {
  const saidIn = (values: object) => JSON.stringify(valueAt(values, ...field.split('.')) ?? null)
  return saidIn(before) === saidIn(after)
}

interface Placed {
  /** By the attribute. */
  changed: Record<string, unknown>
  count: number
  /** Fields of blocks that do not stand there in the translation. */
  misplaced: string[]
}

/** Puts texts where they belong: `title`, or `body.2.answer` where the third block is one with an answer. */
function placed(fields: ReadIn['fields'], values: object): Placed {
  const changed: Record<string, unknown> = {}
  const misplaced: string[] = []
  let count = 0
  for (const { field, part, value, count: places } of fields) {
    const [name = '', index, inner] = field.split('.')
    const blocks: unknown = changed[name] ?? valueAt(values, name)
    const block: unknown = Array.isArray(blocks) && index ? blocks[Number(index)] : undefined
    if (index === undefined || inner === undefined) changed[name] = value
    else if (Array.isArray(blocks) && block && (!part || valueAt(block, '__component') === part))
      changed[name] = blocks.with(Number(index), { ...block, [inner]: value })
    else {
      misplaced.push(field)
      continue
    }
    count += places
  }
  return { changed, count, misplaced }
}

function labelOf({ fields }: Source, field: string): string {
  return fields.find(one => one.field === field)?.label ?? field
}

/** told says at how many places something stands now, and at how many not yet. */
export function told(count: number, missing: number): string {
  const rest = missing === 0 ? '' : missing === 1 ? ' Eine ist noch nicht übersetzt.' : ` ${missing} sind noch nicht übersetzt.`
  return `${count === 1 ? 'Eine Stelle steht' : `${count} Stellen stehen`} jetzt im Formular.${rest} Gespeichert ist noch nichts.`
}
