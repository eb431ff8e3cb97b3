import { toCslJson } from '../../../../../../../cms/citation'

export default defineEventHandler(async event =>
  sendFile(event, 'application/vnd.citationstyles.csl+json', toCslJson(await citedMeasure(event))),
)
