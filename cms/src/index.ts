import type { Core } from '@strapi/strapi'
import { registerAppointments } from './appointments'
import { keepAppointments } from './appointments/clock'
import { keepBinShort } from './bin/entry'
import { registerBin } from './bin/routes'
import { createAdministrator } from './bootstrap/administrator'
import { removeDefaultTokens } from './bootstrap/api-tokens'
import { createIndexes } from './bootstrap/indexes'
import { allowLocales, createLocales } from './bootstrap/locales'
import { labelEverything } from './bootstrap/labels'
import { createRoles } from './bootstrap/roles'
import { seedEmptyDatabase } from './bootstrap/seed'
import { registerCatalogue } from './catalogue'
import { registerDesk } from './desk'
import { registerMatrix } from './desk/matrix'
import { readEnvironment } from './environment'
import { registerFileRights } from './files/rights'
import { registerChecks } from './checks'
import { registerComments } from './comments'
import { keepCreationsShort, registerCreations } from './creations'
import { registerHandovers } from './handover'
import { registerHistories } from './history'
import { keepHistoryShort } from './history/keeping'
import { registerOfferedUpdates } from './offered-updates'
import { registerGraphql } from './graphql'
import { registerKeptAnswers } from './graphql/kept-answers'
import { registerAnonymousReading } from './graphql/anonymous'
import { registerHealth } from './health'
import { registerKeptWords } from './kept-words'
import { checkLinks } from './links'
import { registerMachineDrafts } from './machine-drafts'
import { keepMessagesShort, registerMessages } from './messages'
import { labelAllCitations } from './derived/citation-labels'
import { settleAllDates } from './derived/counts-from'
import { relabelDates } from './derived/label'
import { settleEverything } from './person/leaving'
import { beginLedger } from './ledger/beginning'
import { followOthers, refuseWriting } from './ledger/reader'
import { noteFiles } from './ledger/shown'
import { registerFollowers, startFollowing } from './ledger/followers'
import { registerLedger } from './ledger/route'
import { registerRules } from './lifecycle'
import { withdrawUncovered } from './person/consent'
import { registerPreviews } from './previews'
import { writeFirstRevisions } from './revision/revision'
import { registerPictureFiles } from './files/picture-files'
import { registerUploadRules } from './files/upload-limits'
import { readWithdrawnNames } from './person/withdrawn-names'
import { answerBeforeStopping } from './strapi/drain'
import { keepAccount } from './storage/account'
import { skipRenaming } from './strapi/first-start'
import { registerPresence } from './together/presence'
import { guardAccounts } from './sign-in/accounts'
import { registerSignInLinks } from './sign-in/links'
import { endSessionsWithRights } from './sign-in/sessions'
import { keepAddressesPrivate } from './strapi/accounts'
import { closeSending, noteForgottenPasswords, sendNothingByItself } from './strapi/email'
import { readForWebhooksOnly } from './strapi/entry-events'
import { keepRelationsOfNewDrafts } from './strapi/new-drafts'
import { makeInOwnLanguages } from './strapi/own-languages'
import { spellAddressesOnce } from './strapi/one-spelling'
import { shareFromSourceOnly } from './strapi/shared-values'
import { refuseWithoutDrafts } from './strapi/without-drafts'
import { endBeginning, refuseLostDatabase } from './storage/beginning'
import { shortenConnecting } from './storage/connections'
import { watchDisk } from './storage/disk'
import { noteFolding } from './storage/folding'
import { watchIntegrity } from './storage/integrity'
import { releaseLease, takeLease } from './storage/lease'
import { keepUploadsWhole } from './storage/whole-uploads'
import { registerTranslationStates } from './translation/states-route'
import { registerWithdrawalPreviews } from './withdrawal-previews'
import { registerXliff } from './xliff'

/** Whether this cms only shows what another one writes. */
const isReader = () => readEnvironment().role === 'reader'

export default {
  async register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    spellAddressesOnce(strapi)
    keepAccount(strapi)
    registerFollowers(strapi)
    await watchIntegrity(strapi)
    await refuseLostDatabase(strapi)
    if (isReader()) refuseWriting(strapi)
    else await takeLease(strapi)
    answerBeforeStopping(strapi)
    await skipRenaming(strapi)
    watchDisk()
    keepUploadsWhole(strapi)
    allowLocales(strapi)
    readForWebhooksOnly()
    keepRelationsOfNewDrafts(strapi)
    shareFromSourceOnly(strapi)
    refuseWithoutDrafts(strapi)
    closeSending(strapi)
    noteForgottenPasswords(strapi)
    makeInOwnLanguages(strapi)
    registerCreations(strapi)
    registerRules(strapi)
    registerUploadRules(strapi)
    registerPictureFiles(strapi)
    registerFileRights(strapi)
    registerAnonymousReading(strapi)
    registerGraphql(strapi)
    registerHealth(strapi)
    registerMessages(strapi)
    registerLedger(strapi)
    registerKeptAnswers(strapi)
    registerWithdrawalPreviews(strapi)
    registerTranslationStates(strapi)
    registerXliff(strapi)
    registerMachineDrafts(strapi)
    registerDesk(strapi)
    registerMatrix(strapi)
    registerCatalogue(strapi)
    registerHandovers(strapi)
    registerComments(strapi)
    registerAppointments(strapi)
    registerHistories(strapi)
    registerOfferedUpdates(strapi)
    registerChecks(strapi)
    registerPresence(strapi)
    registerSignInLinks(strapi)
    keepAddressesPrivate()
    registerBin(strapi)
    registerKeptWords(strapi)
    registerPreviews(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    sendNothingByItself(strapi)
    if (isReader()) {
      await followOthers(strapi)
      return shortenConnecting(strapi)
    }
    await noteFolding(strapi)
    guardAccounts(strapi)
    endSessionsWithRights(strapi)
    await createLocales(strapi)
    await createIndexes(strapi)
    await beginLedger(strapi)
    await startFollowing(strapi)
    noteFiles(strapi)
    await readWithdrawnNames(strapi)
    await withdrawUncovered(strapi)
    await settleEverything(strapi)
    await removeDefaultTokens(strapi)
    await createAdministrator(strapi)
    await createRoles(strapi)
    await labelEverything(strapi)
    await labelAllCitations(strapi)
    await settleAllDates(strapi)
    await relabelDates(strapi)
    await seedEmptyDatabase(strapi)
    await writeFirstRevisions(strapi, { areNew: false })
    await keepMessagesShort(strapi)
    await keepHistoryShort(strapi)
    await keepBinShort(strapi)
    await keepCreationsShort(strapi)
    await keepAppointments(strapi)
    checkLinks(strapi)
    endBeginning()
    shortenConnecting(strapi)
  },

  destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    return releaseLease(strapi)
  },
}
