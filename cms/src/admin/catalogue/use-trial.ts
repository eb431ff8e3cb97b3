/** What somebody has chosen to read in, what would become of it, and what has. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useState } from 'react'
import type { Written } from '../../catalogue/applying'
import type { Mapping } from '../../catalogue/headings'
import type { Trial } from '../../catalogue/trial'
import { reasonOf } from '../requests/sentences'
import { remember, rememberedFor } from './remembered'

export interface Choices {
  /** The documentId of the plan. */
  plan: string
  /** As it was when it was chosen, whatever becomes of it on the disk. */
  file: Blob
  /** The name of a sheet; empty for the one in which most headings are known. */
  sheet: string
  /** Null as long as nobody has chosen. */
  mapping: Mapping | null
}

interface Standing {
  choices: Choices | null
  trial: Trial | null
  written: Written | null
  problem: string
  isBusy: boolean
}

const NOTHING: Standing = { choices: null, trial: null, written: null, problem: '', isBusy: false }

export interface UsedTrial extends Standing {
  /** Says what would become of it. */
  attempt: (choices: Choices) => Promise<void>
  /** Reads it in as it was shown. */
  readIn: () => Promise<void>
  forget: () => void
}

export function useTrial(): UsedTrial {
  const { post } = useFetchClient()
  const [standing, setStanding] = useState(NOTHING)
  const { choices, trial } = standing
  const attempt = useCallback(async (wanted: Choices) => {
    setStanding(before => ({ ...NOTHING, choices: wanted, trial: before.trial, isBusy: true }))
    const ask = async (mapping: Mapping | null) =>
      (await post<{ data: Trial }>('/catalogue/try', formOf({ ...wanted, mapping }))).data.data
    try {
      const guessed = await ask(wanted.mapping)
      const headings = guessed.headings.map(({ heading }) => heading)
      const remembered = wanted.mapping ? null : rememberedFor(headings)
      if (wanted.mapping) remember(headings, wanted.mapping)
      const shown = remembered ? await ask(remembered) : guessed
      setStanding({ ...NOTHING, choices: { ...wanted, mapping: shown.mapping, sheet: shown.sheet }, trial: shown })
    } catch (error) {
      setStanding(before => ({ ...before, problem: reasonOf(error), isBusy: false }))
    }
  }, [post])
  const readIn = useCallback(async () => {
    if (!choices || !trial) return
    setStanding(before => ({ ...before, problem: '', isBusy: true }))
    try {
      const { data } = await post<{ data: Written }>('/catalogue/apply', formOf(choices, trial.state))
      setStanding({ ...NOTHING, written: data.data })
    } catch (error) {
      setStanding(before => ({ ...before, problem: reasonOf(error), isBusy: false }))
    }
  }, [post, choices, trial])
  return { ...standing, attempt, readIn, forget: () => setStanding(NOTHING) }
}

function formOf({ plan, file, sheet, mapping }: Choices, state = ''): FormData {
  const form = new FormData()
  form.append('file', file, 'Tabelle')
  form.append('plan', plan)
  form.append('sheet', sheet)
  form.append('mapping', mapping ? JSON.stringify(mapping) : '')
  form.append('state', state)
  return form
}
