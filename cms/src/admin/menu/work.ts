/** The menu of what is written: by the work that it is. */
import type { ContentType, TYPES } from '../../../../shared-types/src/content-types'
import { MANY } from '../german/kinds'

/**
 * Under which heading each type stands, in the order of the menu. A type of the contract that is missing fails the type
 * check.
 */
const WORKS = {
  'api::timeline.timeline-event': 'Zeitleiste',
  'api::measure.measure': 'Maßnahmen',
  'api::measure.status-update': 'Maßnahmen',
  'api::measure.decision': 'Maßnahmen',
  'api::measure.lineage': 'Maßnahmen',
  'api::measure.funded-project': 'Maßnahmen',
  'api::article.article': 'Beiträge',
  'api::contributor.person': 'Mitwirkende',
  'api::contributor.organisation': 'Mitwirkende',
  'api::contributor.contribution': 'Mitwirkende',
  'api::ledger.consent-record': 'Mitwirkende',
  'api::plan.plan': 'Pläne',
  'api::plan.phase': 'Pläne',
  'api::plan.field-of-action': 'Pläne',
  'api::plan.goal': 'Pläne',
  'api::plan.reported-figure': 'Pläne',
  'api::page.page': 'Seiten',
  'api::page.glossary-term': 'Seiten',
  'api::page.site': 'Seiten',
  'api::source.source': 'Quellen und Bilder',
  'api::image.image': 'Quellen und Bilder',
  'api::ledger.message': 'Aufbewahrt',
  'api::ledger.bin-entry': 'Aufbewahrt',
  'api::ledger.revision': 'Aufbewahrt',
} satisfies Record<(typeof TYPES)[ContentType]['uid'], string> & Record<`api::${string}`, string>

const IN_ORDER = Object.entries(WORKS)

/** A link of Strapi's menu; what we add is read where `otherwise.ts` puts the menu in order. */
interface MenuLink {
  uid: string
  title: string
  /** Under which heading it stands. */
  work?: string
  /** Its number from the top. */
  place?: number
}

/** For Strapi's hook about the types that hold many entries. */
export function collectionsByWork<Menu extends { ctLinks: MenuLink[] }>(menu: Menu): Menu {
  return { ...menu, ctLinks: menu.ctLinks.map(placed) }
}

/** For Strapi's hook about the types that hold one entry. */
export function singlesByWork<Menu extends { stLinks: MenuLink[] }>(menu: Menu): Menu {
  return { ...menu, stLinks: menu.stLinks.map(placed) }
}

function placed(link: MenuLink): MenuLink {
  const place = IN_ORDER.findIndex(([uid]) => uid === link.uid)
  const [, work = 'Weiteres'] = IN_ORDER[place] ?? []
  return { ...link, title: MANY[link.title] ?? link.title, work, place: place === -1 ? IN_ORDER.length : place }
}
