import { errors } from '@strapi/utils'

/** What is wrong with an entry, in German, and what would be right. The admin shows it beside the field. */
export interface Problem {
  /** The attribute, then index and attribute within a component: `['citations', 0, 'page']`. */
  path: (string | number)[]
  message: string
  /** The other entry in which it is mended. */
  elsewhere?: Elsewhere
}

/** An entry that is to be looked at, or one that is to be begun. */
export interface Elsewhere {
  /** The uid of its type. */
  type: string
  /** None where it is not there yet. */
  documentId?: string
  /** What a new one is filled with: the documentId of a relation, `true` of a switch. */
  given?: Record<string, string>
}

/** Refuses what is wrong with one error that names every problem; nothing is saved, the form keeps its text. */
export function refuse(problems: Problem[]): void {
  if (problems.length === 0) return
  throw new errors.ValidationError(problems.map(problem => problem.message).join(' '), {
    errors: problems.map(({ path, message }) => ({ path: path.map(String), message, name: 'ValidationError' })),
  })
}
