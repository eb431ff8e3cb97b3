import type { FacetChoice } from '~~/server/cms/finder'

/** The year in the address of a choice, where another is called the same: a field stands in two plans. */
export function yearBeside(option: FacetChoice, all: readonly FacetChoice[]): string {
  const isAlone = all.filter(({ title }) => title?.value === option.title?.value).length < 2
  return isAlone ? '' : /(?<=-)\d{4}$/.exec(option.value)?.[0] ?? ''
}
