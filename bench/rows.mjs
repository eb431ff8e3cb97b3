/**
 * Writes documents into the tables that Strapi made, as the Document Service leaves them there: a draft and a published
 * row where a type has drafts, links from draft to draft and from published to published. The Document Service itself
 * takes 80 ms for a row.
 */
const ROWS_OF_A_STATEMENT = 500
const CITATION = 'shared.citation'

/**
 * @typedef {object} NewDocument
 * @property {string} documentId
 * @property {object} values by attribute
 * @property {Record<string, string[]>} [relations] documentIds by attribute
 * @property {string} [cites] documentId of a source
 */
export class Rows {
  /** documentId → its rows */
  #rows = new Map()

  constructor(strapi) {
    this.strapi = strapi
    this.now = new Date()
  }

  /** Documents of a type that are there already and may be linked to. Kept by their slugs. */
  async know(uid) {
    const rows = await this.strapi.db.query(uid).findMany({ where: { $or: [{ locale: 'de' }, { locale: null }] } })
    for (const { documentId, id } of rows) this.#rows.set(documentId, [{ id, status: 'both' }])
    return rows
  }

  /** @param {NewDocument[]} documents */
  async add(uid, documents) {
    const statuses = this.strapi.contentTypes[uid].options?.draftAndPublish ? ['draft', 'published'] : ['both']
    const places = documents.flatMap(document => statuses.map(status => ({ document, status })))
    const { tableName, attributes } = this.strapi.db.metadata.get(uid)
    const rows = await this.#insert(
      tableName, places.map(({ document, status }) => this.#toRow(attributes, document, status)),
    )
    places.forEach((place, index) => Object.assign(place, { id: rows[index].id }))
    for (const {
      document: { documentId }, status, id,
    } of places)
      this.#rows.set(documentId, [...(this.#rows.get(documentId) ?? []), { id, status }])
    const linked = new Set(documents.flatMap(({ relations = {} }) => Object.keys(relations)))
    for (const attribute of linked)
      await this.#insert(
        attributes[attribute].joinTable.name,
        places.flatMap(place => this.#toLinks(attributes[attribute].joinTable, attribute, place)),
      )
    await this.#cite(
      attributes, places.filter(({ document }) => document.cites),
    )
  }

  #toRow(attributes, { documentId, values }, status) {
    const shared = {
      documentId, createdAt: this.now, updatedAt: this.now, publishedAt: status === 'draft' ? null : this.now,
      ...(attributes.locale && attributes.sourceLanguage && { locale: 'de', sourceLanguage: 'de' }),
    }
    return Object.fromEntries(
      Object.entries({ ...shared, ...values }).map(([name, value]) => [attributes[name].columnName, value]),
    )
  }

  #toLinks({ joinColumn, inverseJoinColumn, orderColumnName }, attribute, { document, status, id }) {
    const targets = (document.relations?.[attribute] ?? []).flatMap(documentId => this.#rows.get(documentId) ?? [])
    return targets
      .filter(target => [status, target.status].includes('both') || target.status === status)
      .map((target, index) => ({
        [joinColumn.name]: id, [inverseJoinColumn.name]: target.id,
        ...(orderColumnName && { [orderColumnName]: index + 1 }),
      }))
  }

  /** Every row has citations of its own. */
  async #cite({ citations }, places) {
    if (places.length === 0) return
    const {
      tableName, attributes: { source },
    } = this.strapi.db.metadata.get(CITATION)
    const made = await this.#insert(
      tableName,
      places.map((_, index) => ({ page: String(1 + (index % 90)) })),
    )
    const sources = places.map(({ document, status }, index) => ({
      document: { relations: { source: [document.cites] } }, status, id: made[index].id,
    }))
    await this.#insert(
      source.joinTable.name, sources.flatMap(place => this.#toLinks(source.joinTable, 'source', place)),
    )
    const { name, joinColumn, inverseJoinColumn } = citations.joinTable
    await this.#insert(
      name,
      places.map(({ id }, index) => ({
        [joinColumn.name]: id, [inverseJoinColumn.name]: made[index].id, component_type: CITATION, field: 'citations',
        order: 1,
      })),
    )
  }

  async #insert(table, rows) {
    const { connection } = this.strapi.db
    const [{ last }] = await connection(table).max({ last: 'id' })
    const numbered = rows.map((row, index) => ({ id: (last ?? 0) + index + 1, ...row }))
    await connection.batchInsert(table, numbered, ROWS_OF_A_STATEMENT)
    return numbered
  }
}
