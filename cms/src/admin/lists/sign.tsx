/** How a language of an entry stands, as a sign beside its word: drawn, because not every font has such characters. */

export type Standing = 'source' | 'missing' | 'current' | 'check' | 'incomplete' | 'outdated'

export const WORDS: Record<Standing, string> = {
  source: 'Ausgangstext', current: 'aktuell', check: 'bitte prüfen', incomplete: 'unvollständig', outdated: 'geändert',
  missing: 'fehlt',
}

const CIRCLE = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2'
const RING = `${CIRCLE}z M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z`

const SHAPES: Record<Standing | 'planned', string> = {
  source: `${CIRCLE}z`,
  current: 'M3 8.5 6.5 12 13.5 4.5 12 3 6.5 9 4.5 7z',
  check: 'M8 2 14.5 14h-13z M7.2 6v4h1.6V6z M7.2 11v1.6h1.6V11z',
  incomplete: `${RING} M8 3v10a5 5 0 0 1 0-10z`,
  outdated: 'M8 2v2a4 4 0 1 0 4 4h2a6 6 0 1 1-6-6z M8 0l4.5 3L8 6z',
  missing: RING,
  planned: `${RING} M7.3 4.5h1.4v3.2l2.3 2.3-1 1-2.7-2.7z`,
}

export function Sign({ standing }: { standing: Standing | 'planned' }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" width="12" height="12" fill="currentColor" aria-hidden="true">
      <path d={SHAPES[standing]} fillRule="evenodd" />
    </svg>
  )
}
