/** Lets the pages know the website's own address, which is read at run time. */
export default defineEventHandler((event) => {
  event.context.siteUrl = readEnvironment().siteUrl
})

declare module 'h3' {
  interface H3EventContext {
    siteUrl?: string
  }
}
