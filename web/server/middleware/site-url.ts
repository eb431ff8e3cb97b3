import { ticketOf } from '../contact/form'
import { noteForNow } from '../pages/made-of'

/**
 * Lets the pages know what only the server knows: the website's own address, and what the contact form must bring back.
 */
export default defineEventHandler((event) => {
  event.context.siteUrl = readEnvironment().siteUrl
  Object.defineProperty(event.context, 'contactTicket', {
    configurable: true,
    get: () => {
      noteForNow()
      return ticketOf(Date.now())
    },
  })
})

declare module 'h3' {
  interface H3EventContext {
    siteUrl?: string
    contactTicket?: string
  }
}
