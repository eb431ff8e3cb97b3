import type { LocaleCode } from 'shared-types'
import { pagePath } from '~~/server/utils/paths'

/** The address of the page that is shown in another language, with what its filters say; of none, the home page. */
export function usePathIn(): (code: LocaleCode) => string {
  const { name, params, path, fullPath } = useRoute()
  return code => pagePath(pageOfRoute(name), code, params) + fullPath.slice(path.length)
}
