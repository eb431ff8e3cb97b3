/** What is to be translated, in the languages that were chosen. */
import { Checkbox, Flex, Typography } from '@strapi/design-system'
import { Link } from 'react-router-dom'
import { type ToDo, type ToTranslate, translationAddress, type TranslationLine } from './desk'
import type { Languages } from './languages'
import { WORDS } from '../lists/sign'
import { DeskLine, DeskSection } from './parts'

interface TranslationsProps {
  works: ToTranslate[]
  languages: Languages
}

export function Translations({ works, languages }: TranslationsProps) {
  return (
    <DeskSection title="Zu übersetzen">
      {works.map(work => <Work key={work.language} work={work} />)}
      {languages.chosen.length > 0 && <Link to="/translations">Alles in einer Tabelle</Link>}
      <LanguageChoice {...languages} />
    </DeskSection>
  )
}

export function LanguageChoice({ offered, chosen, choose }: Languages) {
  return (
    <details open={chosen.length === 0}>
      <summary>In welche Sprachen übersetzen Sie?</summary>
      <Flex tag="fieldset" wrap="wrap" gap={4} paddingTop={3} aria-label="Sprachen, in die ich übersetze">
        {offered.map(({ code, language, name, direction }) => (
          <Checkbox
            key={code}
            checked={chosen.includes(code)}
            onCheckedChange={(checked: boolean | 'indeterminate') => choose(code, checked === true)}
          >
            <span lang={language} dir={direction}>{name}</span>
          </Checkbox>
        ))}
      </Flex>
    </details>
  )
}

function Work({ work: { name, language, lines, totals, uncompared } }: { work: ToTranslate }) {
  const counts = totals.filter(({ count }) => count > 0).map(({ state, count }) => `${count} ${count === 1 ? WORDS[state] : MANY[state]}`)
  return (
    <>
      <Typography tag="h3" variant="epsilon" fontWeight="bold">
        <span lang={language} dir="auto">{name}</span>
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {counts.length > 0 ? `${counts.join(', ')}.` : 'Alles ist übersetzt und aktuell.'}
        {uncompared > 0 && ` ${uncompared} weitere werden gerade verglichen.`}
      </Typography>
      <ul>
        {lines.map(line => (
          <DeskLine
            key={line.documentId}
            line={line}
            to={translationAddress(line, line.field)}
            said={sentenceOf(line)}
            standing={line.state}
          />
        ))}
      </ul>
    </>
  )
}

/** Of several. */
const MANY: Record<ToDo, string> = {
  outdated: 'geändert', incomplete: 'unvollständig', check: 'zu prüfen', missing: 'fehlen',
}

/** „2 geänderte Absätze, 64 Wörter, etwa 10 Minuten“ */
function sentenceOf({ state, paragraphs, words, minutes }: TranslationLine): string {
  const what = state === 'outdated' && paragraphs > 0
    ? `${paragraphs} ${paragraphs === 1 ? 'geänderter Absatz' : 'geänderte Absätze'}`
    : WORDS[state]
  const amount = words > 0
    ? `, ${words} ${words === 1 ? 'Wort' : 'Wörter'}, etwa ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`
    : ''
  return what + amount
}
