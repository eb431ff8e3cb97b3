/** Fills a new form with what its address says: the kind that was chosen under „Neu“, or what is missing elsewhere. */
import { unstable_useDocumentLayout as useDocumentLayout, useFetchClient, useForm } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { today } from '../../../../shared-types/src/moments'
import { givenIn, IN_FORCE } from './kinds-to-write'

/** Strapi's side panel, which shows nothing: only there a form can be reached. */
export function GivenValues({ model }: { model: string }): null {
  const values = useForm('GivenValues', form => form.values)
  const onChange = useForm('GivenValues', form => form.onChange)
  const { edit, isLoading } = useDocumentLayout(model)
  const { get } = useFetchClient()
  const isFilled = useRef(!window.location.pathname.endsWith('/create'))
  useEffect(() => {
    // Once: who empties the field afterwards means it.
    if (isFilled.current || isLoading) return
    isFilled.current = true
    const fields = edit.layout.flat(2)
    for (const [name, value] of givenIn(window.location.search)) {
      const field = fields.find(other => other.name === name)
      if (field?.type === 'boolean') onChange(name, value === 'true')
      else if (field?.type === 'relation' && 'target' in field.attribute)
        void chosen(get, String(field.attribute.target), field.mainField?.name, value)
          .then(relation => relation && onChange(name, relation), () => undefined)
      else if (!Reflect.get(values, name)) onChange(name, value)
    }
  }, [values, onChange, edit, isLoading, get])
  return null
}

interface Entry extends Record<string, unknown> {
  id: number
  documentId: string
  locale: string | null
  status?: string
}

/** A relation that was chosen and is not saved yet, as Strapi's field keeps it. */
async function chosen(
  get: ReturnType<typeof useFetchClient>['get'], target: string, mainField = 'documentId', documentId: string,
): Promise<object | null> {
  const list = `/content-manager/collection-types/${target}`
  const entry = documentId === IN_FORCE
    ? await onlyOneInForce(get, list)
    : (await get<{ data: Entry }>(`${list}/${documentId}`)).data.data
  if (!entry) return null
  const { id, locale, status } = entry
  const label = String(entry[mainField] ?? documentId)
  return {
    connect: [
      {
        id, status, label, [mainField]: label, apiData: { id, documentId: entry.documentId, locale, isTemporary: true },
        // The first place in a list of which nothing else is known.
        __temp_key__: 'a0', href: `../collection-types/${target}/${entry.documentId}`,
      },
    ],
    disconnect: [],
  }
}

/** Where several hold, it is for people to say which. */
async function onlyOneInForce(get: ReturnType<typeof useFetchClient>['get'], list: string): Promise<Entry | null> {
  const holding = { $or: [{ endsOn: { $null: true } }, { endsOn: { $gte: today() } }] }
  const params = { filters: { $and: [{ startsOn: { $lte: today() } }, holding] } }
  const { data: { results: [first, ...others] } } = await get<{ results: Entry[] }>(list, { params })
  return others.length === 0 ? first ?? null : null
}
