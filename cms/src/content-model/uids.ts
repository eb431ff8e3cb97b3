/** The types by the names that Strapi knows them by, as far as code names them. */
import { TYPES } from 'shared-types'

export const ACCOUNT = 'admin::user'
export const ARTICLE = TYPES.Article.uid
export const CONTRIBUTION = TYPES.Contribution.uid
export const ORGANISATION = TYPES.Organisation.uid
export const PERSON = TYPES.Person.uid
export const IMAGE = TYPES.Image.uid
export const APPOINTMENT = 'api::ledger.appointment'
export const BIN_CONTENT = 'api::ledger.bin-content'
export const BIN = 'api::ledger.bin-entry'
export const CONSENT = 'api::ledger.consent-record'
export const CREATION = 'api::ledger.creation'
export const ENTRY = 'api::ledger.entry'
export const FORMER_NAME = 'api::ledger.former-name'
export const FORMER_SLUG = 'api::ledger.former-slug'
export const FORMER_STATE = 'api::ledger.former-state'
export const HANDOVER = 'api::ledger.handover'
export const MESSAGE = 'api::ledger.message'
export const REVISION = 'api::ledger.revision'
export const SEED_RECORD = 'api::ledger.seed-record'
export const TOMBSTONE = 'api::ledger.tombstone'
export const RECORD = 'api::ledger.translation-record'
export const WITHHELD = 'api::ledger.withheld-text'
export const DECISION = TYPES.Decision.uid
export const FUNDED = TYPES.FundedProject.uid
export const LINEAGE = TYPES.Lineage.uid
export const MEASURE = TYPES.Measure.uid
export const UPDATE = TYPES.StatusUpdate.uid
export const FIELD = TYPES.FieldOfAction.uid
export const GOAL = TYPES.Goal.uid
export const PHASE = TYPES.Phase.uid
export const PLAN = TYPES.Plan.uid
export const SITE = 'api::page.site'
export const SOURCE = TYPES.Source.uid
export const EVENT = TYPES.TimelineEvent.uid
export const FILE = 'plugin::upload.file'
