import { followLedger } from '../cms/ledger'
import { openPages } from '../pages/pages'

/** From the start on: what is published, and who is withdrawn, is known within the second. */
export default defineNitroPlugin(() => {
  if (!import.meta.dev) openPages()
  void followLedger()
})
