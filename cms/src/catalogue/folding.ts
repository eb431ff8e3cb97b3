import { folded } from '../search/folding'

/** A heading or a name as it is compared: whatever its case, its umlauts and what stands between its words. */
export function nameKey(text: string): string {
  return folded(text, 'de').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
