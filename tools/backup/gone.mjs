/** What has gone, as lines for an administrator: a set that is older than that brings it back. */
export const WITHDRAWN = `SELECT document_id, label, withdrawn_on FROM consent_records WHERE withdrawn_on IS NOT NULL`
export const TOMBSTONES = `SELECT type, slug, was_deleted, gone_on FROM tombstones`

/** One line for each row of `consent_records` with a date of withdrawal, and for each of `tombstones`. */
export function goneIn({ consents, tombstones }) {
  const withdrawn = consents.filter(row => row.withdrawn_on !== null)
    .map(row => `Einwilligung „${row.label ?? row.document_id}“, widerrufen am ${dayOf(row.withdrawn_on)}`)
  const gone = tombstones.map(row => `${row.type.split('.').at(-1)} „${row.slug}“, ${DELETED.includes(row.was_deleted)
    ? 'gelöscht'
    : 'von der Website genommen'} am ${dayOf(row.gone_on)}`)
  return [...withdrawn, ...gone]
}

/** As SQLite and PostgreSQL say it. */
const DELETED = [1, 't']

/** SQLite keeps moments as milliseconds or text, PostgreSQL as text. */
function dayOf(value) {
  return typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : String(value).slice(0, 10)
}
