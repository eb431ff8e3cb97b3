import { isMachineMade, type TranslationOrigin } from 'shared-types'
import type { Translated } from '~~/server/cms/text'
import { inject, type InjectionKey, provide } from 'vue'

const COMMON: InjectionKey<TranslationOrigin | null> = Symbol('common origin')

/**
 * Who translated everything of a page or a list, where a machine did: said once at its top, so that the pieces below
 * need not say it. Null where it is mixed: then each says its own.
 */
export function provideCommonOrigin(pieces: readonly Translated[]): 'machine' | 'machine_reviewed' | null {
  const [origin, ...others] = new Set(pieces.map(({ translationOrigin }) => translationOrigin ?? null))
  const common = others.length === 0 && isMachineMade(origin) ? origin : null
  provide(COMMON, common)
  return common
}

/** Whether the top of the page or list says already who made a translation. */
export function useIsSaidAbove(): (origin: TranslationOrigin | null | undefined) => boolean {
  const common = inject(COMMON, null)
  return origin => common !== null && origin === common
}
