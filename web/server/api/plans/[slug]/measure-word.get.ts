import { findMeasureWord } from '../../../cms/measure-word'

/** What the plan of a slug calls its measures; without words where it calls them so, or is not there. */
export default defineEventHandler(async event => ({
  word: await findMeasureWord(slugOfPath(event), localeOfRequest(event)),
}))
