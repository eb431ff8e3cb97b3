/** What a request of the admin does, as the participle with which a sentence names it: „Nicht gelöscht: …“. */
export type Deed
  = 'gespeichert' | 'veröffentlicht' | 'von der Website genommen' | 'verworfen' | 'kopiert' | 'gelöscht'
    | 'wiederhergestellt' | 'verschoben' | 'ersetzt' | 'hochgeladen'

/** By method and path; the first that fits. */
const DEEDS: [RegExp, Deed][] = [
  [/^DELETE |\/(bulkDelete|bulk-delete)$/, 'gelöscht'],
  [/\/actions\/(publish|bulkPublish)$/, 'veröffentlicht'],
  [/\/actions\/(unpublish|bulkUnpublish)$/, 'von der Website genommen'],
  [/\/actions\/discard$/, 'verworfen'],
  [/\/(auto-clone|clone)\/[^/]+$/, 'kopiert'],
  [/^POST \/bin-entries\/[^/]+\/restore$/, 'wiederhergestellt'],
  [/^POST \/upload\/actions\/bulk-move$/, 'verschoben'],
  [/^POST \/upload\/files\/[^/]+\/replace$/, 'ersetzt'],
  [/^POST \/upload(\/files|\/actions\/upload-from-urls)?$/, 'hochgeladen'],
]

/** Names what a request does; whatever is none of these saves something. Files that are described are sent as well. */
export function deedOf({ method, path, query }: { method: string, path: string, query: object }): Deed {
  if (path.startsWith('/upload') && 'id' in query) return 'gespeichert'
  return DEEDS.find(([request]) => request.test(`${method} ${path.replace(/\/+$/, '')}`))?.[1] ?? 'gespeichert'
}
