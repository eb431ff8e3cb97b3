/** The sheet itself: what may be agreed to, in one or two languages side by side, and once the lines to write on. */
import { LOCALES, type LocaleCode, SOURCE_LANGUAGE } from '../../../../shared-types/src/locales'
import type { SheetWords } from './words'

interface Column {
  locale: LocaleCode
  words: SheetWords
}

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
function Agreement({ locale, words }: Column) {
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
      {locale !== SOURCE_LANGUAGE && <p><small>{words.machine}</small></p>}
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

function Line({ columns, of, filled = '' }: { columns: Column[], of: keyof SheetWords, filled?: string }) {
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

function spokenIn(code: LocaleCode): { lang: string, dir: string } {
  const { language = code, direction = 'ltr' } = LOCALES.find(locale => locale.code === code) ?? {}
  return { lang: language, dir: direction }
}

function filledIn(text: string, gap: string, words: string): string {
  return text.replace(`{${gap}}`, `\u2068${words}\u2069`)
}
