/** What could not be done is named as what it was, whatever was wrong with the place where content is kept. */
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const { deedOf }: { deedOf: (request: { method: string, path: string, query: object }) => string }
  = require('../dist/src/storage/deed')
const { failureOf, FULL, REFUSED }: Record<'failureOf', (error: Error) => Failure | null> & Record<'FULL' | 'REFUSED', Failure>
  = require('../dist/src/storage/failures')

interface Failure {
  message: (deed: string) => string
}

const PAGES = '/content-manager/collection-types/api::page.page'

const REQUESTS: [string, string, string, object?][] = [
  ['gespeichert', 'POST', PAGES],
  ['gespeichert', 'PUT', `${PAGES}/abc`],
  ['gespeichert', 'PUT', '/content-manager/single-types/api::page.site'],
  ['veröffentlicht', 'POST', `${PAGES}/abc/actions/publish`],
  ['veröffentlicht', 'POST', `${PAGES}/actions/bulkPublish`],
  ['von der Website genommen', 'POST', `${PAGES}/abc/actions/unpublish`],
  ['von der Website genommen', 'POST', `${PAGES}/actions/bulkUnpublish`],
  ['verworfen', 'POST', `${PAGES}/abc/actions/discard`],
  ['kopiert', 'POST', `${PAGES}/auto-clone/abc`],
  ['gelöscht', 'DELETE', `${PAGES}/abc`],
  ['gelöscht', 'POST', `${PAGES}/actions/bulkDelete`],
  ['gelöscht', 'POST', '/upload/actions/bulk-delete'],
  ['gelöscht', 'DELETE', '/upload/files/1'],
  ['wiederhergestellt', 'POST', '/bin-entries/abc/restore'],
  ['verschoben', 'POST', '/upload/actions/bulk-move'],
  ['gespeichert', 'PUT', '/upload/folders/1'],
  ['gespeichert', 'POST', '/upload/folders'],
  ['gespeichert', 'POST', '/upload', { id: '1' }],
  ['gespeichert', 'PUT', '/upload/files/1'],
  ['ersetzt', 'POST', '/upload/files/1/replace'],
  ['hochgeladen', 'POST', '/upload'],
  ['hochgeladen', 'POST', '/upload/files'],
]

const coded = (code: string) => failureOf(Object.assign(new Error('x'), { code }))
const FAULTS: [string, Failure | null][] = [
  ['a full disk', FULL], ['a lock', coded('SQLITE_BUSY')], ['a lock of PostgreSQL', coded('55P03')],
  ['a statement that took too long', coded('57014')], ['files that cannot be written', coded('SQLITE_READONLY')],
  ['a connection that was lost', coded('57P01')], ['a damaged file', coded('SQLITE_CORRUPT')],
  ['a COMMIT that failed', REFUSED], ['the same at the same time', coded('23505')],
]

test.each(REQUESTS)('%s is what %s %s does', (deed, method, path, query = {}) => {
  expect(deedOf({ method, path, query })).toBe(deed)
})

describe.each([...new Set(REQUESTS.map(([deed]) => deed))])('what was not %s', (deed) => {
  test.each(FAULTS)('because of %s is said to be so', (_what, failure) => {
    const message = failure?.message(deed) ?? ''
    expect(message).toMatch(new RegExp(`^Nicht ${deed}: [A-Z].*\\.$`))
    if (!['gespeichert', 'veröffentlicht'].includes(deed)) expect(message).not.toMatch(/speichern|gespeichert|Formular/)
  })
})
