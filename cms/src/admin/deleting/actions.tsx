/** Strapi's own actions, asking in German and by name before they delete something or take it off the website. */
import { type ReactNode, useState } from 'react'
import { LanguagesQuestion } from '../checks/languages-question'
import { PublishMany } from '../checks/publish-many'
import { BIN } from './bin-panel'
import { Buttons } from './buttons'
import {
  DeleteForGoodQuestion, DeleteManyQuestion, DeleteQuestion, DiscardQuestion, UnpublishManyQuestion,
  UnpublishQuestion,
} from './questions'
import type { Answer } from './uses'

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
  meta?: { availableLocales?: { locale: string, status?: string }[] }
}

interface Dialog {
  type: string
  title: string
  content?: ReactNode | ((dialog: { onClose: () => void }) => ReactNode)
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
    if (action.type === 'discard') return asking(action, discarding)
    // Strapi puts the deletion of one language, which bears no name, before that of the entry.
    if (!action.type) return asking(action, actions[index + 1]?.type === 'delete' ? deletionOfLanguage : inLanguages)
    return action
  })
}

/** Of the actions on several entries of a list. */
export function askingFirstOfMany(actions: Action[]): Action[] {
  return actions.map((action) => {
    if (action.type === 'delete') return asking(action, deletionOfMany)
    if (action.type === 'unpublish') return asking(action, withdrawalOfMany)
    // Strapi gives the publication of many no name.
    return action.type ? action : asking(action, publicationOfMany)
  })
}

/** What the question finds out decides whether it may be answered with yes. */
interface Known {
  answer: Answer
  onAnswer: (answer: Answer) => void
}

type Question = (description: Description, props: ActionProps, known: Known) => Description

function asking(action: Action, question: Question): Action {
  const asked: Action = (props) => {
    const [answer, onAnswer] = useState<Answer>(null)
    const description = action(props)
    const isKnown = props.documentId !== undefined || props.documents !== undefined
    return description && isKnown ? question(description, props, { answer, onAnswer }) : description
  }
  return Object.assign(asked, { type: action.type, position: action.position })
}

function deletion(
  description: Description, { model, documentId = '', document }: ActionProps, known: Known,
): Description {
  if (!document) return description
  if (model === BIN) return forGood(description, [document])
  const question = (
    <DeleteQuestion model={model} documentId={documentId} title={titleOf(document)} onAnswer={known.onAnswer} />
  )
  return withQuestion(description, 'Löschen?', question, known)
}

function deletionOfLanguage(
  description: Description, { model, documentId = '', document }: ActionProps, known: Known,
): Description {
  if (!document?.locale) return description
  const { locale } = document
  const question = (
    <DeleteQuestion
      model={model}
      documentId={documentId}
      title={titleOf(document)}
      locale={locale}
      language={nameOfLanguage(locale)}
      onAnswer={known.onAnswer}
    />
  )
  return withQuestion(description, 'Diese Sprache löschen?', question, known)
}

function deletionOfMany(description: Description, { model, documents = [] }: ActionProps, known: Known): Description {
  if (model === BIN) return forGood(description, documents)
  const entries = documents.map(document => ({ documentId: document.documentId ?? '', title: titleOf(document) }))
  const locale = documents[0]?.locale
  const language = locale ? { locale, language: nameOfLanguage(locale) } : {}
  const question = <DeleteManyQuestion model={model} entries={entries} {...language} onAnswer={known.onAnswer} />
  return withQuestion(description, 'Löschen?', question, known)
}

/** What lies in the bin is used by nobody any more. */
function forGood(description: Description, documents: Entry[]): Description {
  const question = <DeleteForGoodQuestion title={documents.map(titleOf).join('“, „')} />
  return withQuestion(description, 'Endgültig löschen?', question, { answer: undefined, confirmLabel: 'Endgültig löschen' })
}

/** Strapi asks only where the draft says something else; then it also asks what becomes of the draft. */
function withdrawal(description: Description, { model, documentId = '', document }: ActionProps): Description {
  const { onClick, dialog, ...rest } = description
  if (!document) return description
  const language = document.locale ? { language: nameOfLanguage(document.locale) } : {}
  const question = (
    <UnpublishQuestion
      key="question"
      model={model}
      documentId={documentId}
      title={titleOf(document)}
      asksOfDraft={dialog !== undefined}
      {...language}
    />
  )
  const title = 'Von der Website nehmen?'
  const confirmLabel = 'Von der Website nehmen'
  const own = typeof dialog?.content === 'function' ? [] : [dialog?.content]
  if (dialog) return { ...description, dialog: { ...dialog, title, confirmLabel, content: [question, ...own] } }
  return {
    ...rest,
    dialog: { type: 'dialog', title, confirmLabel, content: question, onConfirm: () => onClick?.(undefined) },
  }
}

/** Strapi asks without saying of what. */
function discarding(description: Description, { document }: ActionProps): Description {
  const { dialog } = description
  if (!dialog || !document) return description
  const language = document.locale ? { language: nameOfLanguage(document.locale) } : {}
  const content = <DiscardQuestion title={titleOf(document)} {...language} />
  return { ...description, dialog: { ...dialog, title: 'Änderungen verwerfen?', confirmLabel: 'Verwerfen', content } }
}

function withdrawalOfMany(description: Description, { model, documents = [] }: ActionProps): Description {
  const { dialog } = description
  if (!dialog) return description
  const entries = documents.map(document => ({ documentId: document.documentId ?? '', title: titleOf(document) }))
  const locale = documents[0]?.locale
  const language = locale ? { language: nameOfLanguage(locale) } : {}
  const content = <UnpublishManyQuestion model={model} entries={entries} {...language} />
  return {
    ...description,
    dialog: {
      ...dialog, title: 'Von der Website nehmen?', confirmLabel: 'Von der Website nehmen', variant: 'danger', content,
    },
  }
}

/** What can be published is, and the others are named with what they lack. */
function publicationOfMany(description: Description, { model, documents = [] }: ActionProps): Description {
  const { dialog, actionType } = description
  if (!dialog || actionType !== 'publish') return description
  const locale = documents[0]?.locale ?? 'de'
  const drafts = documents.filter(({ status }) => status !== 'published')
  const entries = drafts.map(document => ({ documentId: document.documentId ?? '', title: titleOf(document) }))
  const content = ({ onClose }: { onClose: () => void }) => (
    <PublishMany
      {...{ model, locale, entries, onClose }}
      language={nameOfLanguage(locale)}
      publicCount={documents.length - drafts.length}
    />
  )
  return { ...description, dialog: { ...dialog, title: 'Veröffentlichen?', content } }
}

/** Strapi lets whoever publishes in several languages find out by trying in which it is possible. */
function inLanguages(description: Description, { model, documentId = '', document, meta }: ActionProps): Description {
  const { dialog, variant } = description
  if (dialog?.type !== 'modal' || !document) return description
  const others = meta?.availableLocales?.filter(({ locale }) => locale !== document.locale) ?? []
  const languages = [document, ...others]
    .flatMap(({ locale, status = 'draft' }) => locale ? [{ locale, status, name: nameOfLanguage(locale) }] : [])
  const content = ({ onClose }: { onClose: () => void }) => (
    <LanguagesQuestion
      deed={variant === 'danger' ? 'unpublish' : 'publish'}
      title={titleOf(document)}
      {...{ model, documentId, languages, onClose }}
    />
  )
  return { ...description, dialog: { type: 'modal', title: dialog.title, content, footer: undefined } }
}

function withQuestion(
  description: Description, title: string, content: ReactNode,
  { answer, confirmLabel = 'Löschen' }: { answer: Answer, confirmLabel?: string },
): Description {
  const { dialog } = description
  if (!dialog) return description
  const isPossible = answer === undefined || answer?.every(({ refusal }) => refusal === '') === true
  const onConfirm = () => void dialog.onConfirm?.()
  const footer = <Buttons confirmLabel={confirmLabel} isPossible={isPossible} onConfirm={onConfirm} />
  return { ...description, dialog: { type: 'modal', title, content, footer } }
}

/** As lists name it. */
function titleOf(entry: Entry): string {
  const title = ['label', 'title', 'name', 'statement', 'value', 'subject', 'page']
    .map(name => entry[name])
    .find(value => typeof value === 'string' && value !== '')
  return typeof title === 'string' ? title : 'ohne Namen'
}

function nameOfLanguage(locale: string): string {
  return (
    new Intl.DisplayNames('de', { type: 'language' })
      .of(locale === 'de-simple' ? 'de' : locale)
      ?.concat(locale === 'de-simple' ? ' (Leichte Sprache)' : '') ?? locale
  )
}
