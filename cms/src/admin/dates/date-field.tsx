/** A field for a date: written as people write it, shown as it will read, stored as EDTF. */
import { Field, TextInput, Typography } from '@strapi/design-system'
import { useField, useFocusInputField } from '@strapi/strapi/admin'
import { type ChangeEvent, useEffect, useState } from 'react'
import { readWrittenDate, writeDate } from '../../../../shared-types/src/written-dates'
import { GERMAN_DATE_WORDS, readable } from '../lists/readable-date'

interface DateFieldProps {
  name?: string
  label?: string
  hint?: string
  required?: boolean
  disabled?: boolean
}

export function DateField({ name = '', label, hint, required, disabled }: DateFieldProps) {
  const { value, onChange, error } = useField<string | null>(name)
  const focusRef = useFocusInputField<HTMLInputElement>(name)
  const inWords = writeDate(value ?? '', GERMAN_DATE_WORDS)
  const [written, setWritten] = useState(inWords)
  const stored = readWrittenDate(written) ?? written
  // What was typed stays as it was typed; what comes from elsewhere takes its place.
  useEffect(() => {
    setWritten(before => (readWrittenDate(before) ?? before) === (value ?? '') ? before : inWords)
  }, [value, inWords])
  const write = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setWritten(target.value)
    onChange(name, readWrittenDate(target.value) ?? target.value)
  }
  return (
    <Field.Root name={name} error={error} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        ref={focusRef}
        type="text"
        value={written}
        disabled={disabled}
        placeholder="12.3.2024"
        onChange={write}
      />
      {written !== '' && (
        <Typography variant="pi" textColor="neutral600" role="status">
          {readWrittenDate(written) ? `Zu lesen als: ${readable(stored)}` : NOT_READ}
        </Typography>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}

const NOT_READ = 'Das ist noch kein Datum. Zum Beispiel: 12.3.2024, März 2024, Herbst 2019, seit 2020.'
