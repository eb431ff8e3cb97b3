/** Every kind of page, with its address in each language. */
import { LOCALES } from 'shared-types'

interface Place {
  name: string
  /** Address in German, and after the code of every other language. */
  german: string
  others: string
  status: number
}

const PLACES: Place[] = [
  { name: 'home', german: '/', others: '', status: 200 },
  { name: 'timeline', german: '/zeitleiste', others: '/timeline', status: 200 },
  { name: 'timeline without a hit', german: '/zeitleiste?kind=election&plan=lip-2008', others: '/timeline?kind=election&plan=lip-2008', status: 200 },
  { name: 'new plan', german: '/plaene/wir-2-0', others: '/plans/wir-2-0', status: 200 },
  { name: 'old plan', german: '/plaene/lip-2008', others: '/plans/lip-2008', status: 200 },
  { name: 'field', german: '/handlungsfelder/bildung', others: '/fields/bildung', status: 200 },
  { name: 'old field', german: '/handlungsfelder/bildung-2008', others: '/fields/bildung-2008', status: 200 },
  { name: 'plan as of a day', german: '/plaene/wir-2-0?asof=2021-12-31', others: '/plans/wir-2-0?asof=2021-12-31', status: 200 },
  { name: 'lineage of the old plan', german: '/plaene/lip-2008/herkunft', others: '/plans/lip-2008/lineage', status: 200 },
  { name: 'measures', german: '/massnahmen', others: '/measures', status: 200 },
  { name: 'measures as a table', german: '/massnahmen?view=table&sort=stage', others: '/measures?view=table&sort=stage', status: 200 },
  { name: 'measures without a hit', german: '/massnahmen?field=bildung&stage=struck&q=x', others: '/measures?field=bildung&stage=struck&q=x', status: 200 },
  { name: 'measure', german: '/massnahmen/kulturorte-der-vielfalt', others: '/measures/kulturorte-der-vielfalt', status: 200 },
  { name: 'version of a measure', german: '/massnahmen/tiny-houses/v/1', others: '/measures/tiny-houses/v/1', status: 200 },
  { name: 'version of an event', german: '/zeitleiste/die-ueberarbeitung-des-lip-beginnt/v/1', others: '/timeline/die-ueberarbeitung-des-lip-beginnt/v/1', status: 200 },
  { name: 'changes', german: '/aenderungen', others: '/changes', status: 200 },
  { name: 'publications', german: '/aenderungen?view=published&since=2020-01-01', others: '/changes?view=published&since=2020-01-01', status: 200 },
  { name: 'imprint', german: '/impressum', others: '/imprint', status: 200 },
  { name: 'privacy', german: '/datenschutz', others: '/privacy', status: 200 },
  { name: 'accessibility', german: '/barrierefreiheit', others: '/accessibility', status: 200 },
  { name: 'nowhere', german: '/gibt-es-nicht', others: '/does-not-exist', status: 404 },
]

export const VISITS = LOCALES.flatMap(({ code, language, direction }) => PLACES.map(({ name, german, others, status }) => ({
  name, code, language, direction, status, address: code === 'de' ? german : `/${code}${others}`,
})))
