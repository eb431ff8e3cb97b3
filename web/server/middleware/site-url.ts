import { ticketOf } from '../contact/form'

/**
 * Lets the pages know what only the server knows: the website's own address, and what the contact form must bring back.
 */
export default defineEventHandler((event) => {
  event.context.siteUrl = readEnvironment().siteUrl
  event.context.contactTicket = ticketOf(Date.now())
})

declare module 'h3' {
  interface H3EventContext {
    siteUrl?: string
    contactTicket?: string
  }
}
