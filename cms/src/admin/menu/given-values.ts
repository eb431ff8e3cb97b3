/** Fills a new form with what its address says: the kind that was chosen under „Neu“, or what is missing elsewhere. */
import { unstable_useDocumentLayout as useDocumentLayout, useFetchClient, useForm } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { givenIn } from './kinds-to-write'

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
          .then(relation => onChange(name, relation), () => undefined)
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
): Promise<object> {
  const { data: { data } } = await get<{ data: Entry }>(`/content-manager/collection-types/${target}/${documentId}`)
  const { id, locale, status } = data
  const label = String(data[mainField] ?? documentId)
  return {
    connect: [
      {
        id, status, label, [mainField]: label, apiData: { id, documentId, locale, isTemporary: true },
        // The first place in a list of which nothing else is known.
        __temp_key__: 'a0', href: `../collection-types/${target}/${documentId}`,
      },
    ],
    disconnect: [],
  }
}
