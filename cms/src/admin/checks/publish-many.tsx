/** What is asked before several entries of a list are published: which of them can be, and why the others cannot. */
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system'
import { unstable_useDocumentActions as useDocumentActions } from '@strapi/strapi/admin'
import { Link } from 'react-router-dom'
import { addressTo } from '../desk/desk'
import { type Checked, type CheckLine, useChecks } from './checks'
import { Elsewhere } from './elsewhere'

interface PublishManyProps {
  model: string
  locale: string
  language: string
  /** Of the entries that say something else than the website. */
  entries: { documentId: string, title: string }[]
  /** How many of those chosen are public as they are. */
  publicCount: number
  onClose: () => void
}

export function PublishMany({ model, locale, language, entries, publicCount, onClose }: PublishManyProps) {
  const answer = useChecks(model, entries.map(({ documentId }) => documentId), locale)
  const { publishMany } = useDocumentActions()
  const checkedOf = (documentId: string) => answer?.find(checked => checked.documentId === documentId)
  const good = entries.filter(({ documentId }) => checkedOf(documentId)?.must.length === 0)
  const publish = async () => {
    onClose()
    await publishMany({ model, documentIds: good.map(({ documentId }) => documentId), params: { locale } })
  }
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {answer === null && <Typography>Einen Moment: Es wird nachgesehen.</Typography>}
          {answer === undefined && <Typography>Was noch fehlt, ist gerade nicht zu erfahren.</Typography>}
          {answer && (
            <Typography tag="p" fontWeight="bold" role="status">
              {`${good.length} von ${entries.length} ${good.length === 1 ? 'kann' : 'können'} veröffentlicht werden `
                + `(${language}).`}
            </Typography>
          )}
          {publicCount > 0 && <Typography>{publicSentence(publicCount)}</Typography>}
          {answer && entries.filter(entry => !good.includes(entry)).map(({ documentId, title }) => (
            <Bad key={documentId} title={title} checked={checkedOf(documentId)} />
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>Abbrechen</Button>
        <Button disabled={good.length === 0} onClick={() => void publish()}>
          {good.length === 1 ? '1 Eintrag veröffentlichen' : `${good.length} Einträge veröffentlichen`}
        </Button>
      </Modal.Footer>
    </>
  )
}

function publicSentence(count: number): string {
  return count === 1
    ? 'Ein anderer steht schon so auf der Website.'
    : `${count} andere stehen schon so auf der Website.`
}

/** What cannot be published, and why, each reason with a way to where it is mended. */
function Bad({ title, checked }: { title: string, checked: Checked | undefined }) {
  return (
    <Box>
      <Typography tag="h2" variant="delta">{`„${title}“ bleibt Entwurf:`}</Typography>
      <ul className="checks">
        {checked?.must.map((line, index) => <li key={index}><Reason line={line} /></li>)}
        {!checked && <li><Typography>In dieser Sprache gibt es hier nichts mehr.</Typography></li>}
      </ul>
    </Box>
  )
}

/** Why something cannot be published, with a way to where it is mended. */
export function Reason({ line }: { line: CheckLine }) {
  const { at, message } = line
  return (
    <>
      {at
        ? <Link to={addressTo(at, at.field)} target="_blank">{message}</Link>
        : <Typography>{message}</Typography>}
      <Elsewhere line={line} target="_blank" />
    </>
  )
}
