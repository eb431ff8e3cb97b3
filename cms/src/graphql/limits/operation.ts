import {
  type ASTVisitor, type FragmentDefinitionNode, GraphQLError, Kind, OperationTypeNode, type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** The deepest nesting of fields. */
export const MAX_DEPTH = 8
const MAX_FIELDS = 600
const MAX_ROOT_FIELDS = 12

/**
 * Validation rule: an operation is a query, at most 8 fields deep, with at most 12 root fields and 600 fields, its
 * fragments written out.
 */
export function operationLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== OperationTypeNode.QUERY)
        context.reportError(
          new GraphQLError('Only queries are answered here: nothing can be changed.', { nodes: operation }),
        )
      const fragments = new Map(
        context
          .getDocument()
          .definitions.flatMap(definition =>
            definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
          ),
      )
      if (countRootFields(operation.selectionSet, fragments) > MAX_ROOT_FIELDS)
        context.reportError(
          new GraphQLError(`The operation asks for more than ${MAX_ROOT_FIELDS} root fields. Send several requests.`, {
            nodes: operation,
          }),
        )
      if (countFields(operation.selectionSet, fragments, 0) > MAX_FIELDS)
        context.reportError(
          new GraphQLError(`The operation asks for more than ${MAX_FIELDS} fields. Send several requests.`, {
            nodes: operation,
          }),
        )
      else if (isTooDeep(operation.selectionSet, fragments, 1, 0))
        context.reportError(
          new GraphQLError(`The operation is nested more than ${MAX_DEPTH} fields deep. Send several requests.`, {
            nodes: operation,
          }),
        )
    },
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/**
 * For an operation whose fields have been counted. Introspection is as deep as it is. Fragments that contain each other
 * end too: `spreads` counts how many are open.
 */
function isTooDeep({ selections }: SelectionSetNode, fragments: Fragments, depth: number, spreads: number): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) return false
    if (selection.kind === Kind.FIELD && depth > MAX_DEPTH) return true
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD
    const inner = isSpread ? fragments.get(selection.name.value)?.selectionSet : selection.selectionSet
    if (!inner || spreads > fragments.size) return false
    return isTooDeep(inner, fragments, depth + Number(selection.kind === Kind.FIELD), spreads + Number(isSpread))
  })
}

/** Counts spreads too and stops past the limit, so that fragments that contain each other end as well. */
function countFields(selectionSet: SelectionSetNode | undefined, fragments: Fragments, before: number): number {
  let count = before
  for (const selection of selectionSet?.selections ?? []) {
    if (count > MAX_FIELDS) return count
    const inner
      = selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)?.selectionSet
        : selection.selectionSet
    count = countFields(inner, fragments, count + 1)
  }
  return count
}

/** Counts spreads too, for the same reason. */
function countRootFields(selectionSet: SelectionSetNode, fragments: Fragments, before = 0): number {
  let count = before
  for (const selection of selectionSet.selections) {
    if (count > MAX_ROOT_FIELDS) return count
    if (selection.kind === Kind.FIELD) {
      count += 1
      continue
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD
    const inner = isSpread ? fragments.get(selection.name.value)?.selectionSet : selection.selectionSet
    if (inner) count = countRootFields(inner, fragments, count + Number(isSpread))
  }
  return count
}
