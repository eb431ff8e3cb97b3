/** Fills a new form with what its address says: the kind that was chosen under „Neu“. */
import { useForm } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { givenIn } from './kinds-to-write'

/** Strapi's side panel, which shows nothing: only there a form can be reached. */
export function GivenValues(): null {
  const values = useForm('GivenValues', form => form.values)
  const onChange = useForm('GivenValues', form => form.onChange)
  const isFilled = useRef(!window.location.pathname.endsWith('/create'))
  useEffect(() => {
    // Once: who empties the field afterwards means it.
    if (isFilled.current) return
    isFilled.current = true
    for (const [name, value] of givenIn(window.location.search))
      if (!Reflect.get(values, name)) onChange(name, value)
  }, [values, onChange])
  return null
}
