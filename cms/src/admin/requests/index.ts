import { openDoor, type Step } from './door'
import { inGerman } from './in-german'
import { once } from './once'
import { withPatience } from './patience'

/** In this order on the way out, in the opposite order on the way back. */
const STEPS: Step[] = [inGerman, once, withPatience]

/** Opens the door before Strapi sends its first request. */
export function openRequests(): void {
  openDoor(STEPS)
}
