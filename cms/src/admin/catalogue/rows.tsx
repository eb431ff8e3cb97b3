/** What becomes of each row: what is wrong first, what stays as it is folded away. */
import { Link } from 'react-router-dom'
import type { Change } from '../../catalogue/row'
import type { TriedRow } from '../../catalogue/trial'
import { addressTo } from '../desk/desk'
import { DEEDS, WORDS } from './words'

const MEASURE = 'api::measure.measure'

export function Rows({ rows }: { rows: TriedRow[] }) {
  const inOrder = DEEDS.flatMap(deed => rows.filter(row => row.deed === deed))
  const isQuiet = ({ deed, notes }: TriedRow) => deed === 'same' && notes.length === 0
  const [same, others] = [inOrder.filter(isQuiet), inOrder.filter(row => !isQuiet(row))]
  return (
    <>
      {others.length > 0 && <RowTable rows={others} />}
      {same.length > 0 && (
        <details>
          <summary>{same.length === 1 ? 'Eine Zeile ändert nichts' : `${same.length} Zeilen ändern nichts`}</summary>
          <RowTable rows={same} />
        </details>
      )}
    </>
  )
}

function RowTable({ rows }: { rows: TriedRow[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">Zeile</th>
          <th scope="col">Maßnahme</th>
          <th scope="col">Was daraus wird</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.number}>
            <td>
              <span className="narrow">{'Zeile '}</span>
              {row.number}
            </td>
            <th scope="row"><Title row={row} /></th>
            <td>
              <strong className={row.deed}>{WORDS[row.deed]}</strong>
              {[...row.problems, ...row.notes].map(sentence => <p key={sentence}>{sentence}</p>)}
              {row.deed !== 'impossible' && <Changes row={row} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is there already is opened beside this page, which would be lost. */
function Title({ row: { title, documentId } }: { row: TriedRow }) {
  const name = title || 'ohne Titel'
  if (!documentId) return <>{name}</>
  const address = addressTo({ type: MEASURE, documentId, locale: null })
  return <Link to={address} target="_blank" rel="noreferrer">{name}</Link>
}

function Changes({ row: { deed, changes } }: { row: TriedRow }) {
  if (changes.length === 0) return null
  if (deed === 'changed') return <ChangeList changes={changes} />
  return (
    <details>
      <summary>{changes.length === 1 ? 'Eine Angabe' : `${changes.length} Angaben`}</summary>
      <ChangeList changes={changes} />
    </details>
  )
}

function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <dl>
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          {before && <dd className="before">{`vorher: ${before}`}</dd>}
          <dd>{before ? `dann: ${after || '(leer)'}` : after}</dd>
        </div>
      ))}
    </dl>
  )
}
