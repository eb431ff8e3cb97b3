import { SOURCE_LANGUAGE } from 'shared-types'
import type { ShareSection } from './share'

const FILES = Object.keys(import.meta.glob('../../public/share/*.png'))

/** Address of the picture of a section; with words in the source language where none has been drawn for the page's. */
export function sharePicture(section: ShareSection, code: string): string {
  const address = `/share/${section}-${code}.png`
  return FILES.some(file => file.endsWith(address)) ? address : `/share/${section}-${SOURCE_LANGUAGE}.png`
}
