import type { Core } from '@strapi/strapi'
import { keepBinShort } from './bin/entry'
import { registerBin } from './bin/routes'
import { createAdministrator } from './bootstrap/administrator'
import { removeDefaultTokens } from './bootstrap/api-tokens'
import { createIndexes } from './bootstrap/indexes'
import { allowLocales, createLocales } from './bootstrap/locales'
import { labelEverything } from './bootstrap/labels'
import { createRoles } from './bootstrap/roles'
import { seedEmptyDatabase } from './bootstrap/seed'
import { registerFileRights } from './files/rights'
import { keepCreationsShort, registerCreations } from './creations'
import { registerGraphql } from './graphql'
import { registerAnonymousReading } from './graphql/anonymous'
import { registerHealth } from './health'
import { registerKeptWords } from './kept-words'
import { keepMessagesShort, registerMessages } from './messages'
import { labelAllCitations } from './derived/citation-labels'
import { settleEverything } from './person/leaving'
import { registerWithdrawals } from './person/withdrawals'
import { registerRules } from './lifecycle'
import { withdrawUncovered } from './person/consent'
import { writeFirstRevisions } from './revision/revision'
import { registerPictureFiles } from './files/picture-files'
import { registerUploadRules } from './files/upload-limits'
import { readWithdrawnNames } from './person/withdrawn-names'
import { answerBeforeStopping } from './strapi/drain'
import { keepAccount } from './storage/account'
import { skipRenaming } from './strapi/first-start'
import { keepFormerStatesShort } from './together/former-states'
import { registerPresence } from './together/presence'
import { registerSignInLinks } from './sign-in/links'
import { endSessionsWithRights } from './sign-in/sessions'
import { keepAddressesPrivate } from './strapi/accounts'
import { closeSending, sendNothingByItself } from './strapi/email'
import { shareFromSourceOnly } from './strapi/shared-values'
import { refuseWithoutDrafts } from './strapi/without-drafts'
import { endBeginning, refuseLostDatabase } from './storage/beginning'
import { shortenConnecting } from './storage/connections'
import { watchDisk } from './storage/disk'
import { watchIntegrity } from './storage/integrity'
import { releaseLease, takeLease } from './storage/lease'
import { keepUploadsWhole } from './storage/whole-uploads'
import { registerTranslationStates } from './translation/states-route'
import { registerWithdrawalPreviews } from './withdrawal-previews'

export default {
  async register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    keepAccount(strapi)
    await watchIntegrity(strapi)
    await refuseLostDatabase(strapi)
    await takeLease(strapi)
    answerBeforeStopping(strapi)
    await skipRenaming(strapi)
    watchDisk()
    keepUploadsWhole(strapi)
    allowLocales(strapi)
    shareFromSourceOnly(strapi)
    refuseWithoutDrafts(strapi)
    closeSending(strapi)
    registerCreations(strapi)
    registerRules(strapi)
    registerUploadRules(strapi)
    registerPictureFiles(strapi)
    registerFileRights(strapi)
    registerAnonymousReading(strapi)
    registerGraphql(strapi)
    registerHealth(strapi)
    registerMessages(strapi)
    registerWithdrawals(strapi)
    registerWithdrawalPreviews(strapi)
    registerTranslationStates(strapi)
    registerPresence(strapi)
    registerSignInLinks(strapi)
    keepAddressesPrivate()
    registerBin(strapi)
    registerKeptWords(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    sendNothingByItself(strapi)
    endSessionsWithRights(strapi)
    await createLocales(strapi)
    await createIndexes(strapi)
    await readWithdrawnNames(strapi)
    await withdrawUncovered(strapi)
    await settleEverything(strapi)
    await removeDefaultTokens(strapi)
    await createAdministrator(strapi)
    await createRoles(strapi)
    await labelEverything(strapi)
    await labelAllCitations(strapi)
    await seedEmptyDatabase(strapi)
    await writeFirstRevisions(strapi)
    await keepMessagesShort(strapi)
    await keepFormerStatesShort(strapi)
    await keepBinShort(strapi)
    await keepCreationsShort(strapi)
    endBeginning()
    shortenConnecting(strapi)
  },

  destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    return releaseLease(strapi)
  },
}
