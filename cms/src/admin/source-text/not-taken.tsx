/** What could not be put into the form, a sentence each. */
import { Typography } from '@strapi/design-system'

export function NotTaken({ problems }: { problems: string[] }) {
  if (problems.length === 0) return null
  return (
    <div role="status">
      <Typography fontWeight="bold">Nicht übernommen:</Typography>
      <ul className="checks">{problems.map(problem => <li key={problem}>{problem}</li>)}</ul>
    </div>
  )
}
