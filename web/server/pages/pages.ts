import { PageStore } from './store'

let store: PageStore | undefined

/** openPages reads what is kept, before anybody is let in. */
export function openPages(): void {
  const { pagesDirectory, siteUrl } = readEnvironment()
  // The address of the website stands in every page.
  store = new PageStore(pagesDirectory, `${useRuntimeConfig().app.buildId} ${siteUrl}`)
}

/** keptPages is the store; undefined while developing, where every page is rendered. */
export function keptPages(): PageStore | undefined {
  return store
}
