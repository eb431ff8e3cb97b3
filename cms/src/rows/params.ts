/** Reads the parameters of a Document Service call, whose types differ from action to action. */
import { SOURCE_LANGUAGE, valueAt } from 'shared-types'
import type { Action } from '../lifecycle/index'
import type { Values } from './rows'

export function param(action: Action, name: string): unknown {
  return valueAt(action.params, name)
}

export function documentIdOf(action: Action): string | undefined {
  const documentId = param(action, 'documentId')
  return typeof documentId === 'string' ? documentId : undefined
}

/** The language a save is meant for. */
export function localeOfSave(action: Action): string {
  const locale = param(action, 'locale')
  return typeof locale === 'string' ? locale : SOURCE_LANGUAGE
}

/** The languages an action is meant for; null for all. */
export function localesOf(action: Action): string[] | null {
  const locale = param(action, 'locale')
  if (locale === '*') return null
  if (Array.isArray(locale)) return locale.map(String)
  return [typeof locale === 'string' ? locale : SOURCE_LANGUAGE]
}

export function dataOf(action: Action): Values {
  const data = param(action, 'data')
  return typeof data === 'object' && data !== null ? { ...data } : {}
}

export function setParam(action: Action, name: string, value: unknown): void {
  Reflect.set(action.params, name, value)
}
