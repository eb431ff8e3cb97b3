/**
 * Two plans that never were, the second the successor of the first, and as many measures of each as are asked for. The
 * same in every run.
 */
import { operations } from './cms.mjs'

const FIELDS = ['Bildung', 'Arbeit', 'Wohnen', 'Kultur', 'Gesundheit', 'Verwaltung']
const NOUNS = [
  'Sprachkurse', 'Beratung', 'Begegnung', 'Werkstätten', 'Patenschaften', 'Fortbildungen', 'Spielräume', 'Lesungen',
  'Sprechstunden', 'Ausstellungen', 'Netzwerke',
]
const PLACES = ['Linden', 'Vahrenheide', 'Mühlenberg', 'Sahlkamp', 'Stöcken', 'Roderbruch', 'Hainholz']
const STAGES = [
  ['adopted', 'completed'], ['adopted', 'ongoing'], ['proposed', 'in_progress'], ['adopted', 'postponed'],
  ['proposed', 'struck'], ['adopted', 'in_progress'],
]

const PLANS = [
  {
    slug: 'beispielplan-alt', title: 'Beispielplan, der alte', valid: '2010/2019', startsOn: '2010-01-01',
    endsOn: '2019-12-31',
  },
  { slug: 'beispielplan-neu', title: 'Beispielplan, der neue', valid: '2020/..', startsOn: '2020-01-01', endsOn: null },
]

/** The year in which each begins. */
const BEGINNINGS = [2010, 2020]

/** What the questions ask for. */
export const EXAMPLES = {
  plan: 'beispielplan-neu', oldPlan: 'beispielplan-alt', field: 'beispielfeld-1-3', stage: 'in_progress',
  word: 'Patenschaften', since: '2012-01-01', slugs: numbers(1, 30).map(number => slugOf(1, number)),
}

export class Examples {
  constructor(rows) {
    this.rows = rows
  }

  async addPlans() {
    const [source] = await this.rows.know('api::source.source')
    this.source = source.documentId
    this.bodies = await this.rows.know('api::contributor.organisation')
    await this.rows.add(
      'api::plan.plan',
      PLANS.map((values, plan) => ({
        documentId: idOf('plan', plan), values, relations: { predecessor: plan > 0 ? [idOf('plan', plan - 1)] : [] },
        cites: this.source,
      })),
    )
    for (const plan of PLANS.keys())
      await this.rows.add(
        'api::plan.field-of-action', FIELDS.map((title, field) => this.#field(plan, field, title)),
      )
  }

  #field(plan, field, title) {
    const values = {
      title: `Beispielfeld ${title}`, slug: `beispielfeld-${plan}-${field}`, order: field + 1,
      strand: ['one', 'two', 'three', 'four', 'five', 'six'][field],
    }
    return {
      documentId: idOf('field', plan, field), values,
      relations: { plan: [idOf('plan', plan)], predecessors: plan > 0 ? [idOf('field', plan - 1, field)] : [] },
    }
  }

  /**
   * Measures of each plan with these numbers, and what is said of them. Four of five of the old plan have a lineage.
   */
  async addMeasures(first, last) {
    const each = make => [0, 1].flatMap(plan => numbers(first, last).map(number => make(plan, number)))
    await this.rows.add('api::measure.measure', each((plan, number) => this.#measure(plan, number)))
    await this.rows.add('api::ledger.revision', each(revision))
    await this.rows.add(
      'api::measure.status-update',
      each((plan, number) => [0, 1].map(step => this.#update({ plan, number, step }))).flat(),
    )
    await this.rows.add(
      'api::measure.decision', each((plan, number) => this.#decision(plan, number)),
    )
    await this.rows.add(
      'api::measure.lineage',
      numbers(first, last)
        .filter(number => number % 5 > 0)
        .map(number => this.#lineage(number)),
    )
  }

  #measure(plan, number) {
    const values = {
      title: titleOf(plan, number), slug: slugOf(plan, number), kind: oneOf(operations.MEASURE_KINDS, number),
      certainty: 'documented', summary: summaryOf(number),
      text: JSON.stringify(
        [1, 2].map(() => ({ type: 'paragraph', children: [{ type: 'text', text: summaryOf(number).repeat(3) }] })),
      ),
    }
    const body = step => [oneOf(this.bodies, number + step).documentId]
    return {
      documentId: idOf('measure', plan, number), values,
      relations: {
        plan: [idOf('plan', plan)], fieldOfAction: [idOf('field', plan, number % 6)], lead: body(0),
        partners: number % 3 > 0 ? [] : body(1),
      },
      cites: this.source,
    }
  }

  #update({ plan, number, step }) {
    const values = {
      ...dated(BEGINNINGS[plan] + step * 2, number),
      label: `Beispiel ${number}`, stage: oneOf(STAGES, number + plan)[step], text: summaryOf(number),
    }
    return {
      documentId: idOf('update', plan, number, step), values, relations: { measure: [idOf('measure', plan, number)] },
      cites: this.source,
    }
  }

  #decision(plan, number) {
    const values = {
      ...dated(BEGINNINGS[plan] + 1, number),
      label: `Beispiel ${number}`, outcome: 'agreed', note: summaryOf(number),
    }
    return {
      documentId: idOf('decision', plan, number), values,
      relations: { measure: [idOf('measure', plan, number)], body: [oneOf(this.bodies, number).documentId] },
      cites: this.source,
    }
  }

  #lineage(number) {
    const kind = oneOf(operations.LINEAGE_KINDS, number)
    const [before, after] = [0, 1].map(
      plan =>
        (number, ...more) =>
          [number, ...more].map(one => idOf('measure', plan, one)),
    )
    const from = kind === 'new' ? [] : kind === 'merged' ? before(number, number + 1) : before(number)
    const to = ['institutionalised', 'fulfilled', 'dropped'].includes(kind)
      ? []
      : kind === 'split'
        ? after(number, number + 1)
        : after(number)
    return {
      documentId: idOf('lineage', number),
      values: {
        ...dated(2020, number),
        label: `Beispiel ${number}`, kind, certainty: 'documented', reason: summaryOf(number),
      },
      relations: { from, to }, cites: this.source,
    }
  }
}

/** Without one the cms would write the first revision of each on its next start. */
function revision(plan, number) {
  const snapshot = JSON.stringify({
    measure: {
      documentId: idOf('measure', plan, number), title: titleOf(plan, number), summary: summaryOf(number).repeat(20),
    },
  })
  return {
    documentId: idOf('revision', plan, number),
    values: {
      type: 'api::measure.measure', document: idOf('measure', plan, number), slug: slugOf(plan, number), language: 'de',
      number: 1, publishedOn: new Date(), snapshot,
    },
  }
}

function idOf(...parts) {
  return parts.join('n').padEnd(24, 'x')
}

function slugOf(plan, number) {
  return `beispiel-${plan}-${number}`
}

function titleOf(plan, number) {
  return `Beispiel ${number}: ${oneOf(NOUNS, number)} in ${oneOf(PLACES, number)} ${plan === 0 ? 'stärken' : 'weiterführen'}`
}

function summaryOf(number) {
  return `Ein erzeugtes Beispiel, das es nie gab: ${oneOf(NOUNS, number)} und ${oneOf(NOUNS, number + 3)} in `
    + `${oneOf(PLACES, number)} und ${oneOf(PLACES, number + 2)}. `
}

function dated(year, number) {
  const day = `${year + (number % 2)}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`
  return { date: day, startsOn: day, endsOn: day, countsFrom: day }
}

function oneOf(entries, number) {
  return entries[number % entries.length]
}

function numbers(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
