/** Translating with a program for it: the text goes out as XLIFF, and what comes back is put into the form. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { type ChangeEvent, useId, useState } from 'react'
import { valueAt } from '../../../../shared-types/src/foreign'
import type { ReadIn } from '../../xliff/read'
import { reasonOf } from '../requests/sentences'
import { saveFile } from '../save-file'
import { type Place, useLayingOut } from './laying-out'
import type { Source } from './source'

interface ProgramProps {
  source: Source
  place: Place
}

export function TranslationProgram({ source, place }: ProgramProps) {
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
        <label htmlFor={id}>Übersetzte Datei einlesen (.xlf)</label>
        <input id={id} type="file" accept=".xlf,.xliff" disabled={isModified} onChange={event => void choose(event)} />
        {isModified && <Typography textColor="neutral600">Bitte speichern Sie zuerst.</Typography>}
        {problems.length > 0 && (
          <div role="status">
            <Typography fontWeight="bold">Nicht übernommen:</Typography>
            <ul className="checks">{problems.map(problem => <li key={problem}>{problem}</li>)}</ul>
          </div>
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
  const values = useForm('ReadingIn', form => form.values)
  const onChange = useForm('ReadingIn', form => form.onChange)
  const { isPossible, layOut } = useLayingOut(source, place)
  const [problems, setProblems] = useState<string[]>([])
  const readIn = async (file: File) => {
    const form = new FormData()
    form.append('file', new Blob([await file.arrayBuffer()]), 'Text.xlf')
    try {
      const { data: { data } } = await post<{ data: ReadIn }>(address, form)
      const needsBlocks = data.fields.some(({ field }) => source.zones.includes(field.split('.')[0] ?? ''))
      const laid = needsBlocks && isPossible ? await layOut() : {}
      if (!laid) return toggleNotification({ type: 'danger', message: reasonOf(null) })
      const { changed, count, misplaced } = placed(data.fields, { ...values, ...laid })
      for (const [name, value] of Object.entries(changed)) onChange(name, value)
      setProblems([...data.problems, ...misplaced.map(field => misplacedSentence(source, field))])
      toggleNotification({ type: 'info', timeout: 20_000, message: told(count, data.missing) })
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    }
  }
  return { problems, readIn }
}

interface Placed {
  /** By the attribute. */
  changed: Record<string, unknown>
  /** At how many places. */
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

function misplacedSentence({ fields }: Source, field: string): string {
  const label = fields.find(one => one.field === field)?.label ?? field
  return `${label}: In der Übersetzung steht dort ein anderer Baustein. Bitte tragen Sie den Text selbst ein.`
}

function told(count: number, missing: number): string {
  if (count === 0) return 'Aus der Datei ist nichts zu übernehmen: Das Formular ist, wie es war.'
  const rest = missing === 0 ? '' : missing === 1 ? ' Eine ist noch nicht übersetzt.' : ` ${missing} sind noch nicht übersetzt.`
  return `${count === 1 ? 'Eine Stelle steht' : `${count} Stellen stehen`} jetzt im Formular.${rest} Gespeichert ist noch nichts.`
}
