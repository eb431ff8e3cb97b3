import { toBibtex } from '../../../../../../../cms/citation'

export default defineEventHandler(async event =>
  sendFile(event, 'application/x-bibtex', toBibtex(await citedMeasure(event))),
)
