/** Who has taken a consent back, as lines for an administrator: a set that is older than that does not know it. */
export const WITHDRAWN = `SELECT document_id, label, withdrawn_on FROM consent_records WHERE withdrawn_on IS NOT NULL`

/** One line for each row of the table `consent_records` with a date of withdrawal. */
export function withdrawalsIn(rows) {
  return rows.filter(row => row.withdrawn_on !== null)
    .map(row => `Einwilligung „${row.label ?? row.document_id}“, widerrufen am ${dayOf(row.withdrawn_on)}`)
}

/** SQLite keeps days as milliseconds or text, PostgreSQL as text. */
function dayOf(value) {
  return typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : String(value).slice(0, 10)
}
