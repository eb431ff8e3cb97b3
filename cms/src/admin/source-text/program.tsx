/** Translating with a program for it: the text goes out as XLIFF, and what comes back is put into the form. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { type ChangeEvent, useId, useState } from 'react'
import type { ReadIn } from '../../xliff/read'
import { reasonOf } from '../requests/sentences'
import { saveFile } from '../save-file'
import type { Place } from './laying-out'
import { NotTaken } from './not-taken'
import { told, usePlacing } from './placing'
import type { Source } from './source'

interface ProgramProps {
  source: Source
  place: Place
  /** Whoever may only read gets the text, and has no form into which it would come back. */
  mayWrite: boolean
}

export function TranslationProgram({ source, place, mayWrite }: ProgramProps) {
  const { model, documentId, locale } = place
  const address = `/translation-states/${model}/${documentId}/xliff?locale=${locale}`
  const id = useId()
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const isModified = useForm('TranslationProgram', ({ modified }) => modified)
  const { problems, readIn } = useReadingIn(address, source, place)
  const giveOut = async () => {
    try {
      const { data } = await get<Blob>(address, { responseType: 'blob' })
      saveFile(data, `${titleOf(source)} (${locale}).xlf`)
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    }
  }
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) await readIn(file)
    target.value = ''
  }
  return (
    <details className="translation-program">
      <summary>Mit einem Übersetzungsprogramm (XLIFF)</summary>
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        <Button variant="tertiary" fullWidth onClick={() => void giveOut()}>Als XLIFF ausgeben</Button>
        {mayWrite && (
          <>
            <label htmlFor={id}>Übersetzte Datei einlesen (.xlf)</label>
            <input id={id} type="file" accept=".xlf,.xliff" disabled={isModified} onChange={event => void choose(event)} />
            {isModified && <Typography textColor="neutral600">Bitte speichern Sie zuerst.</Typography>}
            <NotTaken problems={problems} />
          </>
        )}
      </Flex>
    </details>
  )
}

function titleOf({ fields }: Source): string {
  const [first] = fields.flatMap(({ value }) => typeof value === 'string' ? value : [])
  return first?.slice(0, 60) ?? 'Text'
}

interface ReadingIn {
  /** What could not be put into the form the last time. */
  problems: string[]
  readIn: (file: File) => Promise<void>
}

function useReadingIn(address: string, source: Source, place: Place): ReadingIn {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { put } = usePlacing(source, place)
  const [problems, setProblems] = useState<string[]>([])
  const readIn = async (file: File) => {
    const form = new FormData()
    form.append('file', new Blob([await file.arrayBuffer()]), 'Text.xlf')
    try {
      const { data: { data } } = await post<{ data: ReadIn }>(address, form)
      const done = await put(data)
      if (!done) return toggleNotification({ type: 'danger', message: reasonOf(null) })
      setProblems(done.problems)
      const message = done.count > 0 ? told(done.count, data.missing) : NOTHING
      toggleNotification({ type: 'info', timeout: 20_000, message })
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    }
  }
  return { problems, readIn }
}

const NOTHING = 'Aus der Datei ist nichts zu übernehmen: Das Formular ist, wie es war.'
