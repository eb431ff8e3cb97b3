/**
 * What stands at a path in a value whose shape nobody promises: an answer, an error, a body that somebody sent.
 * Undefined where there is nothing.
 */
export function valueAt(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((holder, name) => Reflect.get(Object(holder), name), value)
}

/** A value as a list, whether it is a list, one thing or nothing (null or undefined). */
export function asList(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
