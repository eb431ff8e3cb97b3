/** The sheet itself: what may be agreed to, in one or two languages side by side, and once the lines to write on. */
import { localeOf } from '../../../../shared-types/src/locales'
import type { Column } from './words'

const PORTAL = 'LIP-Lab (Welt-in-Hannover.de)'

export function Sheet({ person, columns }: { person: string, columns: Column[] }) {
  return (
    <article className="consent-sheet">
      <div className="consent-columns">
        {columns.map(column => <Agreement key={column.locale} {...column} />)}
      </div>
      <dl>
        <Line columns={columns} of="person" filled={person} />
        <Line columns={columns} of="date" />
        <Line columns={columns} of="signature" />
        <Line columns={columns} of="received" />
      </dl>
    </article>
  )
}

/** The person makes every cross: one that stands there already is no consent. */
function Agreement({ locale, words, isByMachine }: Column) {
  return (
    <section {...spokenIn(locale)}>
      <h2>{words.title}</h2>
      <p>{filledIn(words.agree, 'portal', PORTAL)}</p>
      <Boxes of={[words.name, words.picture, words.opinion]} />
      <p>{words.where}</p>
      <Boxes of={[words.online, words.print]} />
      <p>{words.whichLanguages}</p>
      <Boxes of={[words.allLanguages, words.someLanguages]} />
      <p>{words.free}</p>
      <p>{words.after}</p>
      {isByMachine && <p><small>{words.machine}</small></p>}
    </section>
  )
}

function Boxes({ of }: { of: string[] }) {
  return (
    <ul>
      {of.map(words => (
        <li key={words}>
          <span className="consent-box" aria-hidden="true" />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

function Line({ columns, of, filled = '' }: { columns: Column[], of: keyof Column['words'], filled?: string }) {
  return (
    <div>
      <dt>
        {columns.map(({ locale, words }, index) => (
          <span key={locale}>
            {index > 0 && ' · '}
            <bdi {...spokenIn(locale)}>{words[of]}</bdi>
          </span>
        ))}
      </dt>
      <dd><bdi>{filled}</bdi></dd>
    </div>
  )
}

function spokenIn(code: string): { lang: string, dir: string } {
  const { language, direction } = localeOf(code)
  return { lang: language, dir: direction }
}

function filledIn(text: string, gap: string, words: string): string {
  return text.replace(`{${gap}}`, `\u2068${words}\u2069`)
}
