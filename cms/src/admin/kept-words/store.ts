/** Where a browser keeps words that are not saved: in IndexedDB, encrypted for one account, for 14 days. */

/** What is kept of one opening of a form. */
export interface KeptWords {
  /** The opening's name. */
  id: string
  attempt: string
  model: string
  documentId: string | null
  locale: string
  /** Milliseconds since 1970. */
  writtenAt: number
  values: object
}

/** As it lies in the browser: whose it is and what it says can be read with the account's key alone. */
interface Sealed {
  id: string
  writtenAt: number
  iv: Uint8Array<ArrayBuffer>
  words: ArrayBuffer
}

const KEPT_MILLISECONDS = 14 * 24 * 60 * 60 * 1000
const IV_BYTES = 12

/** Keeps words, in the place of what was kept of the same opening before. */
export async function keepWords(key: CryptoKey, kept: KeptWords): Promise<void> {
  const began = performance.now()
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(kept))
  // The only work that keeps a key stroke waiting; a test looks at it.
  performance.measure('words kept', { start: began })
  await inTurn(async () => {
    const words = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
    const sealed: Sealed = { id: kept.id, writtenAt: kept.writtenAt, iv, words }
    await inStore('readwrite', store => store.put(sealed))
  })
}

/** What this account has kept, the newest first. What is too old is deleted on the way, whoever wrote it. */
export async function findKeptWords(key: CryptoKey): Promise<KeptWords[]> {
  const all = await inStore<Sealed[]>('readonly', store => store.getAll())
  const isOld = ({ writtenAt }: Sealed) => Date.now() - writtenAt > KEPT_MILLISECONDS
  for (const { id } of all.filter(isOld)) await forgetWords(id)
  const opened = await Promise.all(all.filter(sealed => !isOld(sealed)).map(sealed => unseal(key, sealed)))
  return opened.filter(kept => kept !== null).sort((one, other) => other.writtenAt - one.writtenAt)
}

/** Forgets what was kept of an opening. */
export async function forgetWords(id: string): Promise<void> {
  await inTurn(() => inStore('readwrite', store => store.delete(id)))
}

let lastWrite: Promise<unknown> = Promise.resolve()

/** What was asked to be forgotten later is gone, also where keeping it takes longer. */
function inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
  const written = lastWrite.then(write, write)
  lastWrite = written
  return written
}

/** Null for another account's. */
async function unseal(key: CryptoKey, { iv, words }: Sealed): Promise<KeptWords | null> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, words)))
  } catch {
    return null
  }
}

async function inStore<Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<Result> {
  const database = await openDatabase()
  try {
    return await answerOf(act(database.transaction('words', mode).objectStore('words')))
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open('lip-lab-kept-words', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('words', { keyPath: 'id' })
  return answerOf(opening)
}

function answerOf<Result>(request: IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refuses'))
  })
}
