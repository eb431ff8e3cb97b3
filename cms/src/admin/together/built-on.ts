/** On what the forms of this window are built: the versions that the cms names with what it answers. */

/** The number of this window, known to nobody but the cms. */
export const TAB = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
  byte.toString(16).padStart(2, '0'),
).join('')

/** By documentId: `<documentId>/<language>=<version>, …` as the cms named them. */
const read = new Map<string, string>()
const shown = new Map<string, string>()
const compared = new Map<string, string>()
/** The only document of a single type. */
const singles = new Map<string, string>()

const DOCUMENTS = /^\/content-manager\/(collection|single)-types\/([^/]+)(?:\/(?!actions\/)([^/]+))?/

/** Whether a request is about entries. */
export function isAboutEntries({ url }: Request): boolean {
  return DOCUMENTS.test(new URL(url).pathname)
}

/** Remembers the versions of what was read. */
export function noteRead({ url }: Request, answer: unknown): void {
  const named = Reflect.get(Object(Reflect.get(Object(answer), 'meta')), 'builtOn')
  const versions = Object.entries(Object(named))
  for (const [document, version] of versions) read.set(document, String(version))
  const [, kind, type = ''] = DOCUMENTS.exec(new URL(url).pathname) ?? []
  const [only] = versions
  if (kind === 'single' && only) singles.set(type, only[0])
}

/** The form that is open holds what was answered with these versions, whatever was read since. */
export function noteShown(document: string, builtOn: string): void {
  shown.set(document, builtOn)
}

/** The panel beside a translation shows what its source says at these versions. */
export function noteCompared(document: string, builtOn: string): void {
  compared.set(document, builtOn)
}

/** A form was closed. */
export function forgetShown(document: string): void {
  shown.delete(document)
}

/** What the last write of this window was built on, and the attributes of others that it took in. */
let written: { builtOn: string, cameIn: string[] } = { builtOn: '', cameIn: [] }
/** By documentId: on what a form is still built although it was filled once more. */
const held = new Map<string, string>()

export function noteWritten(builtOn: string, cameIn: string[]): void {
  written = { builtOn, cameIn }
  for (const document of held.keys()) if (builtOn.includes(document)) held.delete(document)
}

/**
 * A form that was saved keeps these attributes, which were typed into meanwhile. Where the save took in what others
 * wrote there, the form has not got theirs: its next save is built on what this one was built on, so that the cms puts
 * both together or asks.
 */
export function noteKept(document: string, attributes: string[]): void {
  const lacksTheirs = attributes.some(name => written.cameIn.includes(name))
  if (lacksTheirs && written.builtOn.includes(document)) held.set(document, written.builtOn)
}

/** The form of a document begins anew. */
export function releaseHeld(document: string): void {
  held.delete(document)
}

/** The panel was closed. */
export function forgetCompared(document: string): void {
  compared.delete(document)
}

/** What the open form of a document is built on. */
function builtOnOf(document: string): string {
  return held.get(document) ?? shown.get(document) ?? read.get(document) ?? ''
}

/** What a request says of itself. */
export async function headersOf(request: Request): Promise<Record<string, string>> {
  const { documents, languages } = await namedIn(request)
  const named = (versions: (document: string) => string | undefined) =>
    documents.map(document => ofLanguages(versions(document), languages)).filter(Boolean).join()
  return { 'X-Tab': TAB, 'X-Built-On': named(builtOnOf), 'X-Compared': named(document => compared.get(document)) }
}

interface Named {
  documents: string[]
  /** Those that a request about several entries is about; none for all. */
  languages: string[]
}

/** What a request is about. */
async function namedIn(request: Request): Promise<Named> {
  const { pathname, searchParams } = new URL(request.url)
  const [, kind, type = '', document] = DOCUMENTS.exec(pathname) ?? []
  const single = kind === 'single' ? singles.get(type) : undefined
  if (single || document) return { documents: [single ?? document ?? ''], languages: [] }
  const body: unknown = await request.clone().json().catch(() => null)
  const [ids, locale]: unknown[] = ['documentIds', 'locale'].map(name => Reflect.get(Object(body), name))
  const languages = [locale ?? searchParams.getAll('locale')].flat().map(String).filter(language => language !== '*')
  return { documents: Array.isArray(ids) ? ids.map(String) : [], languages }
}

/** A header has its limits: a hundred entries in eleven languages would not fit. */
function ofLanguages(versions: string | undefined, languages: string[]): string | undefined {
  if (languages.length === 0) return versions
  return versions?.split(',').filter(pair => ['*', ...languages].some(language => pair.includes(`/${language}=`))).join()
}
