/** A new form shows the first part of a list that must not be empty: `otherwise.ts` puts it into Strapi's form. */
import { begunLists } from '../content-model/begun'

type Type = Parameters<typeof begunLists>[0]

/** The first parts of a new entry's lists, by attribute; `emptyPart` fills one as Strapi's own button does. */
export function firstParts(
  type: Type,
  components: Record<string, Type>,
  emptyPart: (component: Type, components: Record<string, Type>) => object,
): Record<string, object[]> {
  return Object.fromEntries(begunLists(type).flatMap((name) => {
    const component = components[type.attributes[name]?.component ?? '']
    return component ? [[name, [emptyPart(component, components)]]] : []
  }))
}

/** Which part of a list is unfolded at first: the only one of an entry that was never saved. */
export function unfoldedPart(parts: { id?: number, __temp_key__?: string }[]): string {
  const [first, ...others] = parts
  return first && others.length === 0 && first.id === undefined ? first.__temp_key__ ?? '' : ''
}
