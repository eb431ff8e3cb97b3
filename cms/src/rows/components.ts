import { asList } from 'shared-types'
import type { Values } from './rows'

/** The components that an attribute holds, whether it is one component, a list, or a dynamic zone. */
export function componentsIn(value: unknown): Values[] {
  return asList(value).filter(isValues)
}

/** A component of a dynamic zone says what it is; of any other attribute the schema says it. */
export function componentUid(component: Values, uid: string | undefined): string {
  return uid ?? String(component.__component)
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null
}
