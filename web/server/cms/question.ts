import { type DocumentNode, Kind, print } from 'graphql'
import { today } from 'shared-types'
import type { Shelf } from './kept-answers'

/** A question to the cms. */
export interface Question {
  document: DocumentNode
  variables: object
  /** The same for the same question. */
  key: string
  shelf: Shelf
  /** How old an answer may be and still be shown while the cms is sick, in milliseconds. */
  greatestAge: number
}

/** Variables that say which day it is: `today` in the shapes of two filters. */
const DATED = new Set(['asOf', 'today', 'edtf'])

/** The key of a question: its operation and its variables. What is asked as of today is the same tomorrow. */
export function keyOf(document: DocumentNode, variables: object): string {
  const now = today()
  const dated = JSON.stringify(variables, (name, value) => DATED.has(name) && value === now ? 'today' : value)
  return `${printed(document)} ${dated}`
}

const texts = new WeakMap<DocumentNode, string>()

/** An operation as text. There are few, and each is written once. */
export function printed(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document)
  texts.set(document, text)
  return text
}

/** The name of an operation. */
export function nameOf(document: DocumentNode): string | undefined {
  const operation = document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)
  return operation?.name?.value
}
