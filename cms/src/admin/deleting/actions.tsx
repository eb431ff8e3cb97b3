/** Strapi's own actions, asking in German and by name before they delete something or take it off the website. */
import type { ReactNode } from 'react'
import { BIN } from './bin-panel'
import { DeleteForGoodQuestion, DeleteManyQuestion, DeleteQuestion, UnpublishQuestion } from './questions'

interface Entry {
  documentId?: string
  locale?: string | null
  status?: string
  [attribute: string]: unknown
}

interface ActionProps {
  model: string
  documentId?: string
  document?: Entry
  documents?: Entry[]
}

interface Dialog {
  type: string
  title: string
  content?: ReactNode
  onConfirm?: () => unknown
  [option: string]: unknown
}

interface Description {
  label: string
  dialog?: Dialog
  onClick?: (event: unknown) => unknown
  [option: string]: unknown
}

/** A component of Strapi's content manager that draws no element but describes an action. */
export interface Action {
  (props: ActionProps): Description | null
  type?: string
  position?: unknown
}

/** Of the actions beside a form and in a row of a list. */
export function askingFirst(actions: Action[]): Action[] {
  return actions.map((action, index) => {
    if (action.type === 'delete') return asking(action, deletion)
    if (action.type === 'unpublish') return asking(action, withdrawal)
    // Strapi puts the deletion of one language, which bears no name, before that of the entry.
    return !action.type && actions[index + 1]?.type === 'delete' ? asking(action, deletionOfLanguage) : action
  })
}

/** Of the actions on several entries of a list. */
export function askingFirstOfMany(actions: Action[]): Action[] {
  return actions.map(action => action.type === 'delete' ? asking(action, deletionOfMany) : action)
}

type Question = (description: Description, props: ActionProps) => Description

function asking(action: Action, question: Question): Action {
  const asked: Action = (props) => {
    const description = action(props)
    return description && (props.documentId || props.documents) ? question(description, props) : description
  }
  return Object.assign(asked, { type: action.type, position: action.position })
}

function deletion(description: Description, { model, documentId = '', document }: ActionProps): Description {
  if (!document) return description
  if (model === BIN) return withDialog(description, 'Endgültig löschen?', <DeleteForGoodQuestion title={titleOf(document)} />)
  return withDialog(description, 'Löschen?', <DeleteQuestion model={model} documentId={documentId} title={titleOf(document)} />)
}

function deletionOfLanguage(description: Description, { model, documentId = '', document }: ActionProps): Description {
  if (!document?.locale) return description
  return withDialog(description, 'Diese Sprache löschen?', <DeleteQuestion model={model} documentId={documentId} title={titleOf(document)} language={nameOfLanguage(document.locale)} />)
}

function deletionOfMany(description: Description, { model, documents = [] }: ActionProps): Description {
  if (model === BIN) return withDialog(description, 'Endgültig löschen?', <DeleteForGoodQuestion title={documents.map(titleOf).join('“, „')} />)
  const locale = documents[0]?.locale
  return withDialog(description, 'Löschen?', <DeleteManyQuestion titles={documents.map(titleOf)} {...locale && { language: nameOfLanguage(locale) }} />)
}

/** Strapi asks only where the draft says something else; then it also asks what becomes of the draft. */
function withdrawal(description: Description, { model, documentId = '', document }: ActionProps): Description {
  const { onClick, dialog, ...rest } = description
  if (!document) return description
  const question = <UnpublishQuestion key="question" model={model} documentId={documentId} title={titleOf(document)} {...document.locale && { language: nameOfLanguage(document.locale) }} />
  if (dialog) return { ...description, dialog: { ...dialog, title: 'Von der Website nehmen?', content: [question, dialog.content] } }
  return { ...rest, dialog: { type: 'dialog', title: 'Von der Website nehmen?', content: question, onConfirm: () => onClick?.(undefined) } }
}

function withDialog(description: Description, title: string, content: ReactNode): Description {
  return description.dialog ? { ...description, dialog: { ...description.dialog, title, content } } : description
}

/** As lists name it. */
function titleOf(entry: Entry): string {
  const title = ['label', 'title', 'name', 'statement', 'value', 'subject', 'page'].map(name => entry[name]).find(value => typeof value === 'string' && value !== '')
  return typeof title === 'string' ? title : 'ohne Namen'
}

function nameOfLanguage(locale: string): string {
  return new Intl.DisplayNames('de', { type: 'language' }).of(locale === 'de-simple' ? 'de' : locale)?.concat(locale === 'de-simple' ? ' (Leichte Sprache)' : '') ?? locale
}
