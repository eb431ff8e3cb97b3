/** The columns of lists: closed lists in German words, dates as they read, languages with how they stand. */
import { Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { CLOSED_LISTS } from '../german/closed-lists'
import { LanguagesCell } from './languages-cell'
import { dayOf, readable } from './readable-date'

interface Row {
  documentId: string
  [attribute: string]: unknown
}

/** What is read and set here of a column of Strapi's lists. */
interface Column {
  name: string
  label: unknown
  attribute?: { type?: string, enum?: string[], pluginOptions?: { lip?: { format?: string } } }
  cellFormatter?: (row: Row, column: unknown, list: { model: string }) => ReactNode
}

interface List {
  displayedHeaders: Column[]
  layout: unknown
}

/** For Strapi's hook of that name, after its own column of languages is there. */
export function inGermanColumns({ displayedHeaders, ...list }: List): List {
  return { ...list, displayedHeaders: displayedHeaders.map(inGerman) }
}

function inGerman(column: Column): Column {
  const { attribute, name } = column
  const format = name === 'language' ? 'language' : attribute?.pluginOptions?.lip?.format
  if (name === 'locales') return { ...column, cellFormatter: languagesOf }
  if (attribute?.type === 'enumeration' || format === 'language') return shown(column, value => CLOSED_LISTS[value] ?? value)
  if (format === 'edtf') return shown(column, readable)
  if (name === 'updatedAt') return { ...column, cellFormatter: lastWriting }
  if (attribute?.type === 'datetime') return shown(column, dayOf)
  return column
}

/** When it was written last, and by whom. */
function lastWriting({ updatedAt, updatedBy }: Row) {
  const { firstname, lastname }: { firstname?: string, lastname?: string } = Object(updatedBy)
  const who = [firstname, lastname].filter(Boolean).join(' ')
  return (
    <Typography textColor="neutral800" tag="span">
      {typeof updatedAt === 'string' ? dayOf(updatedAt) : '–'}
      {who && <span className="who">{who}</span>}
    </Typography>
  )
}

function languagesOf({ documentId }: Row, _column: unknown, { model }: { model: string }) {
  return <LanguagesCell type={model} documentId={documentId} />
}

function shown(column: Column, say: (value: string) => string): Column {
  const cellFormatter = (row: Row) => {
    const value = row[column.name.split('.')[0] ?? '']
    return <Typography textColor="neutral800">{typeof value === 'string' && value ? say(value) : '–'}</Typography>
  }
  return { ...column, cellFormatter }
}
