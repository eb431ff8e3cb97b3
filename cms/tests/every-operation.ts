/** Every question that the website asks, as the contract has it. */
import type { DocumentNode } from 'graphql'
import * as contract from 'shared-types'
import type { Values } from './strapi'

export const EVERY_OPERATION: (readonly [name: string, document: DocumentNode])[] = Object
  .entries(contract)
  .flatMap(([name, value]) =>
    name.endsWith('Document') && typeof value === 'object' && 'definitions' in value ? [[name, value] as const] : [],
  )

/** What an operation asks for by a name that means something else in the others; `plan` is a slug. */
export function ownVariables(name: string, plan: string): Values {
  const own: Record<string, Values> = {
    ArticleFeedDocument: { kind: '', field: '', language: '' },
    HomeNewsDocument: { today: '2021-12-31', edtf: '2021-12-31' },
    MeasureMarksDocument: { plan },
  }
  return own[name] ?? {}
}
