/**
 * Every page, when it is written. Vue's marks say to its program in the browser where a part begins and ends; there is
 * none (`noScripts`).
 */
import { currentPreview, inPreview } from '../preview/current'

const MARKS = /<!--[[\]]?-->/g

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html) => {
    const [, language = ''] = /\blang="([^"]*)"/.exec(html.htmlAttrs.join(' ')) ?? []
    html.body = html.body.map(part => withSoftHyphens(withinPreview(part.replace(MARKS, '')), language))
  })
})

/** Links and forms of a preview stay in it: not what leads out of it, nor what is sent with `post`. */
const LINKS_AND_FORMS = /<(?:a|form) (?![^>]*(?:rel="external"|method="post"))[^>]*>/g
const OWN_ADDRESS = /(?<= (?:href|action)=")\/[^"]*/

function withinPreview(html: string): string {
  return currentPreview() ? html.replace(LINKS_AND_FORMS, tag => tag.replace(OWN_ADDRESS, inPreview)) : html
}
