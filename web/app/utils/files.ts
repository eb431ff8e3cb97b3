/** What is said of a file before anybody fetches it. */
import { formatTag } from 'shared-types'
import type { StoredFile } from '~~/server/cms/image'

const BYTES_OF_MEGABYTE = 1_000_000
const BYTES_OF_KILOBYTE = 1000

/** Its kind, as people call it: `PDF`, `MP3`. */
export function fileType({ url }: StoredFile): string {
  return url.replace(/^.*\./, '').toUpperCase()
}

/** Its size in words of a language. */
export function formatFileSize({ bytes }: StoredFile, language: string): string {
  const isLarge = bytes >= BYTES_OF_MEGABYTE
  const format = new Intl.NumberFormat(formatTag(language), {
    style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0,
  })
  return format.format(isLarge ? bytes / BYTES_OF_MEGABYTE : Math.max(1, bytes / BYTES_OF_KILOBYTE))
}
