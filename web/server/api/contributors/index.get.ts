import { findContributors } from '../../cms/contributor'

export default defineEventHandler(event => findContributors(localeOfRequest(event)))
