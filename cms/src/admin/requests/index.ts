import { renewed } from '../session/renew-step'
import { signedIn, stayWhenOthersLeave } from '../session/sign-in-step'
import { signedOut } from '../session/sign-out-step'
import { asAttempt } from './attempt'
import { keepingFocus, watchFocus } from './focus'
import { together } from '../together/overtaken'
import { openDoor, type Step } from './door'
import { inGerman } from './in-german'
import { once } from './once'
import { withPatience } from './patience'
import { telling } from './saved'

/** In this order on the way out, in the opposite order on the way back. */
const STEPS: Step[] = [
  keepingFocus, inGerman, telling, together, once, asAttempt, signedOut, renewed, signedIn, withPatience,
]

/** Opens the door before Strapi sends its first request. */
export function openRequests(): void {
  openDoor(STEPS)
  stayWhenOthersLeave()
  watchFocus()
}
