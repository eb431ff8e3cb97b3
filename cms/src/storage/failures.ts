/** What can go wrong where content is kept, how it is answered, and what editors read. */
import { valueAt } from 'shared-types'

export interface Failure {
  status: number
  /** For those who run the program, at `/readyz` and in the log; null where it is nothing they could mend. */
  reason: string | null
  /** It passes by itself. */
  isPassing?: boolean
  /** What happened and what to do, for editors. */
  message: string
}

const KEEP = 'Ihre Eingaben stehen noch im Formular: Bitte lassen Sie es offen'

export const FULL: Failure = {
  status: 507,
  reason: 'The disk is full: nothing can be saved.',
  message: `Nicht gespeichert: Auf dem Server ist kein Speicherplatz frei. ${KEEP}, sagen Sie der Administration Bescheid `
    + `und speichern Sie danach noch einmal.`,
}

export const BUSY: Failure = {
  status: 503,
  isPassing: true,
  reason: 'Another program keeps the database locked: nothing can be saved.',
  message: `Nicht gespeichert: Die Datenbank ist gerade gesperrt. ${KEEP} und speichern Sie in einer Minute noch `
    + `einmal.`,
}

/** PostgreSQL has given up one statement; nothing is wrong with the rest. */
export const SLOW: Failure = {
  status: 503,
  isPassing: true,
  reason: 'A statement took longer than STATEMENT_SECONDS allows, and PostgreSQL has given it up.',
  message: `Nicht gespeichert: Die Datenbank hat dafür zu lange gebraucht. ${KEEP} und speichern Sie in einer Minute `
    + `noch einmal.`,
}

const UNWRITABLE: Failure = {
  status: 503,
  reason: 'The files of the database cannot be written: nothing can be saved.',
  message: `Nicht gespeichert: Auf dem Server lässt sich gerade nichts ablegen. ${KEEP}, sagen Sie der Administration `
    + `Bescheid und speichern Sie danach noch einmal.`,
}

const AWAY: Failure = {
  status: 503,
  isPassing: true,
  reason: 'The connection to the database was lost while something was being saved.',
  message: `Nicht gespeichert: Die Verbindung zur Datenbank ist abgebrochen, bevor sie das Speichern bestätigt hat. `
    + `${KEEP} und speichern Sie in einer Minute noch einmal.`,
}

const DAMAGED: Failure = {
  status: 503,
  reason: 'The database is damaged. Stop the portal and restore the last backup (docs/operations.md).',
  message: `Nicht gespeichert: Die Datenbank ist beschädigt. ${KEEP}, sagen Sie sofort der Administration Bescheid und `
    + `schreiben Sie bis dahin nichts Neues.`,
}

export const REFUSED: Failure = {
  status: 503,
  reason: 'The database has refused to keep what was written.',
  message: `Nicht gespeichert: Die Datenbank hat das Speichern abgelehnt. ${KEEP}, speichern Sie noch einmal und `
    + `sagen Sie der Administration Bescheid, wenn es wieder nicht geht.`,
}

const TAKEN: Failure = {
  status: 409,
  reason: null,
  message:
    'Nicht gespeichert: Im selben Augenblick hat jemand anderes dasselbe angelegt. Bitte speichern Sie noch einmal; '
    + 'geht es wieder nicht, laden Sie die Seite neu und sehen Sie nach, was da ist.',
}

/** The codes of SQLite, PostgreSQL (5 characters) and the system, and how they begin. */
const BY_CODE: [RegExp, Failure][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)/, FULL],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_IOERR|25006|58)/, UNWRITABLE],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01)/, BUSY],
  [/^57014/, SLOW],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/, DAMAGED],
  [/^(SQLITE_CONSTRAINT_UNIQUE|SQLITE_CONSTRAINT_PRIMARYKEY|23505)/, TAKEN],
  [/^(SQLITE_CONSTRAINT|23|P0001)/, REFUSED],
  [/^(57P0|08|53|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/, AWAY],
]

/** What the driver and the pool say without a code. */
const LOST
  = /connection (terminated|ended)|timeout acquiring a connection|not queryable|client (was|has encountered|has already)/i

/** Null: nothing is wrong with the place where content is kept. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null
  const code = String(valueAt(error, 'code') ?? '')
  const known = BY_CODE.find(([codes]) => codes.test(code))?.[1]
  return known ?? (LOST.test(error.message) ? AWAY : null)
}

/** What the database refused only at the end, for a reason of its own. */
export function refusalOf(error: unknown): Failure {
  return failureOf(error) ?? REFUSED
}
