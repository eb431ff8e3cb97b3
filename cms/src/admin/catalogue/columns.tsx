/** Which column of the table means what. */
import { Typography } from '@strapi/design-system'
import type { Mapping } from '../../catalogue/headings'
import type { Trial } from '../../catalogue/trial'

interface ColumnChoiceProps {
  trial: Trial
  isBusy: boolean
  choose: (mapping: Mapping) => void
}

/** Open where no column is the title: without one nothing can be made. */
export function ColumnChoice({ trial: { headings, mapping, columns }, isBusy, choose }: ColumnChoiceProps) {
  const left = mapping.filter(name => name === null).length
  return (
    <details open={!mapping.includes('title')}>
      <summary>{left === 0 ? 'Alle Spalten sind zugeordnet' : `Spalten: ${mapping.length - left} zugeordnet, ${left} nicht eingelesen`}</summary>
      <Typography tag="p" textColor="neutral600">
        Ihre Zuordnung merkt sich dieser Browser für Tabellen mit denselben Überschriften.
      </Typography>
      <table>
        <thead>
          <tr>
            <th scope="col">In der Tabelle</th>
            <th scope="col">Im Portal</th>
          </tr>
        </thead>
        <tbody>
          {headings.map(({ heading, example }, at) => (
            <tr key={at}>
              <th scope="row">
                {heading}
                {example && <span className="example">{`z. B. ${shortened(example)}`}</span>}
              </th>
              <td>
                <select
                  aria-label={`„${heading}“ bedeutet`}
                  value={mapping[at] ?? ''}
                  disabled={isBusy}
                  onChange={({ target }) => choose(mapping.with(at, target.value || null))}
                >
                  <option value="">nicht einlesen</option>
                  {columns.map(({ name, label }) => (
                    <option key={name} value={name} disabled={name !== mapping[at] && mapping.includes(name)}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const EXAMPLE_CHARACTERS = 40

function shortened(text: string): string {
  return text.length > EXAMPLE_CHARACTERS ? `${text.slice(0, EXAMPLE_CHARACTERS).trimEnd()} …` : text
}
