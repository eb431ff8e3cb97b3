/** What is asked before an entry is published, or taken off the website, in several languages at once. */
import { Button, Checkbox, Flex, Modal, Typography } from '@strapi/design-system'
import { unstable_useDocumentActions as useDocumentActions, useAuth, useForm } from '@strapi/strapi/admin'
import { useState } from 'react'
import { UnpublishQuestion } from '../deleting/questions'
import { type Answer, useChecks } from './checks'
import { Reason } from './publish-many'
import { PUBLISH } from '../rights'

interface Language {
  locale: string
  /** `draft`, `modified` or `published`. */
  status: string
  name: string
}

interface LanguagesProps {
  deed: 'publish' | 'unpublish'
  model: string
  documentId: string
  title: string
  languages: Language[]
  onClose: () => void
}

/** In a dialog of the form: in which languages it is to happen, and what stands against it. */
export function LanguagesQuestion({ deed, model, documentId, title, languages, onClose }: LanguagesProps) {
  const permissions = useAuth('LanguagesQuestion', state => state.permissions)
    .filter(({ action, subject }) => action === PUBLISH && subject === model)
  const mayIn = (locale: string) =>
    permissions.some(({ properties }) => properties?.locales?.includes(locale) !== false)
  const isOpen = ({ locale, status }: Language) =>
    mayIn(locale) && status !== (deed === 'publish' ? 'published' : 'draft')
  const open = languages.filter(isOpen)
  const [chosen, setChosen] = useState<string[]>(() => deed === 'publish' ? open.map(({ locale }) => locale) : [])
  const choose = (locale: string, isWanted: boolean) =>
    setChosen(before => [...before.filter(other => other !== locale), ...isWanted ? [locale] : []])
  const locales = open.map(({ locale }) => locale).filter(locale => chosen.includes(locale))
  const names = open.filter(({ locale }) => chosen.includes(locale)).map(({ name }) => name)
  const answer = useChecks(model, deed === 'publish' && locales.length > 0 ? [documentId] : [], locales.join(','))
  const isPossible = answer?.every(({ must }) => must.length === 0)
  const hasUnsaved = useForm('LanguagesQuestion', ({ modified }) => modified)
  const { publishMany, unpublishMany } = useDocumentActions()
  const act = async () => {
    onClose()
    const many = { model, documentIds: [documentId], params: { locale: locales } }
    await (deed === 'publish' ? publishMany(many) : unpublishMany(many))
  }
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {open.length === 0 && <Typography>{NOTHING[deed]}</Typography>}
          {open.length > 0 && (
            <Flex tag="fieldset" direction="column" alignItems="stretch" gap={3} aria-label="Sprachen" style={PLAIN}>
              {open.map(({ locale, name, status }) => (
                <Checkbox
                  key={locale}
                  checked={chosen.includes(locale)}
                  onCheckedChange={(checked: boolean | 'indeterminate') => choose(locale, checked === true)}
                >
                  {`${name} – ${STATUS[status] ?? STATUS.draft}`}
                </Checkbox>
              ))}
            </Flex>
          )}
          {deed === 'publish' && hasUnsaved && <Typography>{UNSAVED}</Typography>}
          {deed === 'publish' && locales.length > 0 && <Checks answer={answer} />}
          {deed === 'unpublish' && names.length > 0 && (
            <UnpublishQuestion {...{ model, documentId, title }} language={names.join(', ')} asksOfDraft={false} />
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>Abbrechen</Button>
        <Button
          variant={deed === 'publish' ? 'default' : 'danger'}
          disabled={locales.length === 0 || (deed === 'publish' && !isPossible)}
          onClick={() => void act()}
        >
          {`In ${locales.length === 1 ? 'einer Sprache' : `${locales.length} Sprachen`} ${BUTTON[deed]}`}
        </Button>
      </Modal.Footer>
    </>
  )
}

const PLAIN = { border: 0, margin: 0, padding: 0 }

const UNSAVED = 'Was im Formular steht und noch nicht gespeichert ist, erscheint nicht mit.'

const NOTHING = {
  publish: 'In allen Sprachen, in denen Sie veröffentlichen dürfen, steht der Eintrag schon so auf der Website.',
  unpublish: 'In keiner Sprache, in der Sie ihn von der Website nehmen dürfen, steht der Eintrag dort.',
}

const BUTTON = { publish: 'veröffentlichen', unpublish: 'von der Website nehmen' }

const STATUS: Record<string, string> = {
  draft: 'noch nicht auf der Website',
  modified: 'auf der Website, seitdem geändert',
  published: 'auf der Website',
}

/** What stands against publishing the chosen languages together. */
function Checks({ answer }: { answer: Answer }) {
  const lines = answer?.flatMap(({ must }) => must) ?? []
  return (
    <>
      <Typography tag="p" role="status">{statusOf(answer)}</Typography>
      {lines.length > 0 && (
        <ul className="checks">{lines.map((line, index) => <li key={index}><Reason line={line} /></li>)}</ul>
      )}
    </>
  )
}

function statusOf(answer: Answer): string {
  if (answer === null) return 'Einen Moment: Es wird nachgesehen.'
  if (answer === undefined) return 'Was noch fehlt, ist gerade nicht zu erfahren.'
  return answer.every(({ must }) => must.length === 0)
    ? 'Es kann so veröffentlicht werden.'
    : 'So geht es noch nicht. Ergänzen Sie, was fehlt, oder lassen Sie die Sprache vorerst weg:'
}
