import type { Core } from '@strapi/strapi'
import { createAdministrator } from './bootstrap/administrator'
import { removeDefaultTokens } from './bootstrap/api-tokens'
import { createIndexes } from './bootstrap/indexes'
import { createLocales } from './bootstrap/locales'
import { labelEverything } from './bootstrap/labels'
import { createRoles } from './bootstrap/roles'
import { seedEmptyDatabase } from './bootstrap/seed'
import { registerGraphql } from './graphql'
import { registerAnonymousReading } from './graphql/anonymous'
import { registerHealth } from './health'
import { registerRules } from './rules'
import { writeFirstRevisions } from './rules/revision'
import { registerUploadRules } from './rules/upload'

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    registerRules(strapi)
    registerUploadRules(strapi)
    registerAnonymousReading(strapi)
    registerGraphql(strapi)
    registerHealth(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await createLocales(strapi)
    await createIndexes(strapi)
    await removeDefaultTokens(strapi)
    await createAdministrator(strapi)
    await createRoles(strapi)
    await labelEverything(strapi)
    await seedEmptyDatabase(strapi)
    await writeFirstRevisions(strapi)
  },
}
