import { listenForWithdrawals } from '../cms/withdrawals'

/** From the start on: whoever is withdrawn is on no page within the second. */
export default defineNitroPlugin(() => {
  void listenForWithdrawals()
})
