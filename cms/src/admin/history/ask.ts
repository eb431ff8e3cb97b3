/** Asks the cms for the history of an entry, see `cms/src/history`. */
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import type { Comparison } from '../../history'
import type { ToldHistory, ToldState } from '../../history/told'
import { reasonOf } from '../requests/sentences'

/** Where the history of an entry in a language is asked for: `at('12', '&with=now')`. */
export type Address = (state?: string, query?: string) => string

export function addressOf(model: string, documentId: string, locale: string | null | undefined): Address {
  return (state, query = '') =>
    `/histories/${model}/${documentId}${state ? `/${state}` : ''}?locale=${locale ?? ''}${query}`
}

export interface Read {
  /** The newest first; null as long as nothing is known. */
  states: ToldState[] | null
  hasFailed: boolean
  /** Reads earlier ones; null where there are none. */
  readOn: (() => void) | null
  giveName: (name: string) => Promise<void>
}

export function useHistory(at: Address): Read {
  const { get, post } = useFetchClient()
  const [history, setHistory] = useState<ToldHistory | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const [until, setUntil] = useState<number | null>(null)
  useEffect(() => {
    let isWanted = true
    get<{ data: ToldHistory }>(at(undefined, until ? `&until=${until}` : '')).then(({ data }) => {
      if (!isWanted) return
      setHistory(before => ({ ...data.data, states: [...until && before ? before.states : [], ...data.data.states] }))
    }, () => isWanted && setHasFailed(true))
    return () => {
      isWanted = false
    }
  }, [get, at, until])
  const giveName = useCallback(async (name: string) => {
    const { data } = await post<{ data: ToldHistory }>(at(), { name })
    setUntil(null)
    setHistory(data.data)
  }, [post, at])
  const earlier = history?.earlier ?? null
  const readOn = earlier === null ? null : () => setUntil(earlier)
  return { states: history?.states ?? null, hasFailed, readOn, giveName }
}

/** Why there is nothing to compare, in German. */
export interface Failure {
  failure: string
}

/** Two states, or one and the form with all that is typed; null as long as nothing is known. */
export function useComparison(at: Address, state: string, other: string | null): Comparison | Failure | null {
  const { get, post } = useFetchClient()
  const values = useForm('History', form => form.values)
  const [comparison, setComparison] = useState<Comparison | Failure | null>(null)
  useEffect(() => {
    let isWanted = true
    const asked = other
      ? get<{ data: Comparison }>(at(state, `&with=${other}`))
      : post<{ data: Comparison }>(at(state), asSent(values))
    asked.then(({ data }) => isWanted && setComparison(data.data), (error: unknown) =>
      isWanted && setComparison({ failure: reasonOf(error) }))
    return () => {
      isWanted = false
    }
  }, [get, post, at, state, other, values])
  return comparison
}

/** As Strapi sends a form: of another row that it names, what is under `apiData`. */
export function asSent(value: unknown): object {
  return Object(JSON.parse(JSON.stringify(value), (_name, inner: unknown): unknown =>
    Reflect.get(Object(inner), 'apiData') ?? inner))
}
