/** What is read here of a type, on the server and in the admin alike. */
interface Type {
  attributes: Record<string, { type: string, repeatable?: boolean, component?: string }>
  pluginOptions?: { lip?: { required?: string[], begun?: string[] } }
}

/** The lists of which a new form shows the first part: those that must not be empty, and those that the type names. */
export function begunLists({ attributes, pluginOptions }: Type): string[] {
  const { required = [], begun = [] } = pluginOptions?.lip ?? {}
  return [...required, ...begun].filter(name => attributes[name]?.type === 'component' && attributes[name].repeatable)
}
