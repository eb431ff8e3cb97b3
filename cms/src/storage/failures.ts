/** What can go wrong where content is kept, how it is answered, and what editors read. */
import { valueAt } from 'shared-types'
import type { Deed } from './deed'

export interface Failure {
  status: number
  /** For those who run the program, at `/readyz` and in the log; null where it is nothing they could mend. */
  reason: string | null
  /** It passes by itself. */
  isPassing?: boolean
  /** What happened and what to do, for editors. */
  message: (deed: Deed) => string
}

/** A sentence that names what was not done: whoever typed something still has it in the form. */
function said(why: string, { first = '', when = '', last = '' }: Advice): Failure['message'] {
  return (deed) => {
    const again = `${when && `${when} `}noch einmal.${last && ` ${last}`}`
    return deed === 'gespeichert' || deed === 'veröffentlicht'
      ? `Nicht ${deed}: ${why} Ihre Eingaben stehen noch im Formular: Bitte lassen Sie es offen`
      + `${first && `, ${first}`} und speichern Sie ${again}`
      : `Nicht ${deed}: ${why} Bitte ${first && `${first} und `}versuchen Sie es ${again}`
  }
}

interface Advice {
  /** What to do before. */
  first?: string
  /** When to try again. */
  when?: string
  /** What to do if that fails too. */
  last?: string
}

const TELL = 'sagen Sie der Administration Bescheid'

export const FULL: Failure = {
  status: 507,
  reason: 'The disk is full: nothing can be saved.',
  message: said('Auf dem Server ist kein Speicherplatz frei.', { first: TELL, when: 'danach' }),
}

export const BUSY: Failure = {
  status: 503,
  isPassing: true,
  reason: 'Another program keeps the database locked: nothing can be saved.',
  message: said('Die Datenbank ist gerade gesperrt.', { when: 'in einer Minute' }),
}

/** PostgreSQL has given up one statement; nothing is wrong with the rest. */
export const SLOW: Failure = {
  status: 503,
  isPassing: true,
  reason: 'A statement took longer than STATEMENT_SECONDS allows, and PostgreSQL has given it up.',
  message: said('Die Datenbank hat dafür zu lange gebraucht.', { when: 'in einer Minute' }),
}

const UNWRITABLE: Failure = {
  status: 503,
  reason: 'The files of the database cannot be written: nothing can be saved.',
  message: said('Auf dem Server lässt sich gerade nichts ablegen.', { first: TELL, when: 'danach' }),
}

const AWAY: Failure = {
  status: 503,
  isPassing: true,
  reason: 'The connection to the database was lost while something was being saved.',
  message: said('Die Verbindung zur Datenbank ist abgebrochen, bevor sie es bestätigt hat.', { when: 'in einer Minute' }),
}

const DAMAGED: Failure = {
  status: 503,
  reason: 'The database is damaged. Stop the portal and restore the last backup (docs/operations.md).',
  message: deed =>
    `Nicht ${deed}: Die Datenbank ist beschädigt. Bitte lassen Sie offen, was Sie gerade schreiben, sagen Sie sofort der `
    + `Administration Bescheid und schreiben Sie bis dahin nichts Neues.`,
}

export const REFUSED: Failure = {
  status: 503,
  reason: 'The database has refused to keep what was written.',
  message: said('Die Datenbank hat es abgelehnt.', { last: 'Geht es wieder nicht, sagen Sie der Administration Bescheid.' }),
}

const TAKEN: Failure = {
  status: 409,
  reason: null,
  message: deed =>
    `Nicht ${deed}: Im selben Augenblick hat jemand anderes dasselbe angelegt. Bitte versuchen Sie es noch einmal; `
    + `geht es wieder nicht, laden Sie die Seite neu und sehen Sie nach, was da ist.`,
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
