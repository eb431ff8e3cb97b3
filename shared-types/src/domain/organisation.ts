/**
 * Organisations and bodies. What the pages show: the answers of the cms in the field's words, without a null that means
 * nothing.
 */
import type { OrganisationKind } from '../generated/operations.js'
import type { Text } from './text.js'

export interface OrganisationSummary {
  slug: string
  name: Text
  kind: OrganisationKind
}
