/** What somebody may want to write, and the form in which it is written. */
export interface KindToWrite {
  title: string
  help: string
  /** Uid of the type. */
  type: string
  /** What the form is filled with. */
  given?: Record<string, string>
  /** The page on which it is written, where that is no form. */
  page?: string
}

const ARTICLE = 'api::article.article'

/** In place of a documentId: the plan that holds today, where that is one. */
export const IN_FORCE = 'in-force'

/** By what is written most often. */
export const KINDS_TO_WRITE: KindToWrite[] = [
  {
    title: 'Ein Ereignis', type: 'api::timeline.timeline-event', given: { plan: IN_FORCE },
    help: 'Etwas ist an einem Tag geschehen oder steht bevor: eine Sitzung, ein Beschluss, eine Frist.',
  },
  {
    title: 'Was mit einer Maßnahme geschah', type: 'api::measure.status-update',
    help: 'Wo sie an einem Tag stand, mit der Quelle, in der das steht.',
  },
  {
    title: 'Was ein Gremium entschied', type: 'api::measure.decision',
    help: 'Über eine Maßnahme, einen Plan oder einen Teil davon.',
  },
  {
    title: 'Ein Interview', type: ARTICLE, given: { kind: 'interview' },
    help: 'Fragen und Antworten. Die Person muss eingewilligt haben.',
  },
  {
    title: 'Eine Meinung', type: ARTICLE, given: { kind: 'opinion' },
    help: 'Was jemand denkt, mit Namen und Einwilligung. Sie wird als Meinung gekennzeichnet.',
  },
  { title: 'Einen Bericht', type: ARTICLE, given: { kind: 'report' }, help: 'Was geschah, mit Quellen.' },
  {
    title: 'Eine Ankündigung', type: ARTICLE, given: { kind: 'announcement' },
    help: 'Was bald stattfindet, mit Tag und Ort.',
  },
  {
    title: 'Eine Maßnahme', type: 'api::measure.measure',
    help: 'Was ein Plan vorhat. Wo sie steht, ergibt sich aus Sachständen und Entscheidungen.',
  },
  {
    title: 'Viele Maßnahmen auf einmal', type: 'api::measure.measure', page: '/catalogue',
    help: 'Aus einer Tabelle (Excel oder CSV). Vorher sehen Sie, was aus jeder Zeile wird.',
  },
  {
    title: 'Eine Person', type: 'api::contributor.person',
    help: 'Wer ein öffentliches Amt hat oder eingewilligt hat, genannt zu werden.',
  },
  {
    title: 'Eine Organisation oder ein Gremium', type: 'api::contributor.organisation',
    help: 'Verein, Amt, Ausschuss, Netzwerk.',
  },
  {
    title: 'Eine Quelle', type: 'api::source.source',
    help: 'Drucksache, Protokoll, Bericht oder Seite, auf die sich Belege berufen.',
  },
  { title: 'Ein Bild', type: 'api::image.image', help: 'Mit Rechten, und beschrieben für alle, die es nicht sehen.' },
  { title: 'Einen Begriff', type: 'api::page.glossary-term', help: 'Ein Wort der Pläne und was es bedeutet.' },
  { title: 'Eine Seite', type: 'api::page.page', help: 'Eine Seite der Website selbst, etwa über das Projekt.' },
]

/** Where its form is. */
export function formAddress({ type, given = {}, page }: Pick<KindToWrite, 'type' | 'given' | 'page'>): string {
  if (page) return page
  const query = new URLSearchParams(Object.entries(given).map(([name, value]) => [`given.${name}`, value]))
  return `/content-manager/collection-types/${type}/create${query.size > 0 ? `?${query.toString()}` : ''}`
}

/** What the address of a form says that it is filled with. */
export function givenIn(search: string): [name: string, value: string][] {
  return [...new URLSearchParams(search)].flatMap(([name, value]): [string, string][] =>
    name.startsWith('given.') ? [[name.slice('given.'.length), value]] : [],
  )
}
