/** A new translation gets the blocks of its source: with their pictures and addresses, texts still to be written. */
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import { valueAt } from '../../../../shared-types/src/foreign'
import type { Source } from './source'

export interface Place {
  model: string
  documentId: string
  locale: string
  /** `collection-types` or `single-types`. */
  collectionType: string
}

interface LayingOut {
  /** Whether the source has blocks where the form has none. */
  isPossible: boolean
  /** Whether it did not work. */
  hasFailed: boolean
  /**
   * The blocks that were put into the form, by their attribute; null where it did not work, or where nobody wants them
   * by the time they are there.
   */
  layOut: (isWanted?: () => boolean) => Promise<Record<string, unknown> | null>
}

/** useLayingOut puts the blocks of the source into the form, as Strapi copies them, without their texts. */
export function useLayingOut(source: Source, { model, documentId, locale, collectionType }: Place): LayingOut {
  const { get } = useFetchClient()
  const values = useForm('LayingOut', form => form.values)
  const getValues = useForm('LayingOut', form => form.getValues)
  const onChange = useForm('LayingOut', form => form.onChange)
  const [hasFailed, setHasFailed] = useState(false)
  const empty = source.zones.filter(zone => isEmpty(valueAt(values, zone)))
  const layOut = async (isWanted = () => true) => {
    const asked = new URLSearchParams({ documentId, sourceLocale: source.locale, targetLocale: locale, collectionType })
    try {
      const { data } = await get<{ data: object }>(`/i18n/content-manager/get-fill-from-locale/${model}?${asked}`)
      const laid = Object.fromEntries(empty.map(zone => [zone, withoutTexts(valueAt(data.data, zone), zone, source)]))
      if (!isWanted()) return null
      // Meanwhile somebody may have begun a block.
      for (const [zone, blocks] of Object.entries(laid)) if (isEmpty(valueAt(getValues(), zone))) onChange(zone, blocks)
      setHasFailed(false)
      return laid
    } catch {
      setHasFailed(true)
      return null
    }
  }
  return { isPossible: empty.length > 0, hasFailed, layOut }
}

/**
 * A new translation gets them once somebody has begun to write: a form that was only looked at holds nothing new. One
 * that is saved before they are there does without: it would not be saved any more.
 */
export function useLayingOutOnWriting({ isPossible, layOut }: LayingOut, mayWrite: boolean): void {
  const isModified = useForm('LayingOutOnWriting', form => form.modified)
  const isNew = useForm('LayingOutOnWriting', form => valueAt(form.initialValues, 'id') === undefined)
  const isSubmitting = useForm('LayingOutOnWriting', form => form.isSubmitting)
  const isUnsaved = useRef(true)
  if (isSubmitting || !isNew) isUnsaved.current = false
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || !isModified || !isNew || !isPossible || !mayWrite) return
    isDone.current = true
    void layOut(() => isUnsaved.current)
  }, [isModified, isNew, isPossible, mayWrite, layOut])
}

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0
}

/** Each block as it is in the source, but for what is to be translated. */
function withoutTexts(blocks: unknown, zone: string, { fields }: Source): unknown {
  if (!Array.isArray(blocks)) return blocks
  return blocks.map((block: object, index) => {
    const texts = fields.map(({ field }) => field.split('.')).filter(([name, at]) => name === zone && at === String(index))
    return { ...block, ...Object.fromEntries(texts.map(([, , attribute]) => [attribute, null])) }
  })
}
