/** Beside a form: what stands against publishing, what is advised, and what publishing will change. */
import { Box, Flex, Typography } from '@strapi/design-system'
import { useForm } from '@strapi/strapi/admin'
import { type MouseEvent, useEffect } from 'react'
import { Link } from 'react-router-dom'
import { addressTo } from '../desk/desk'
import { type Checked, type CheckLine, useChecks } from './checks'
import { Elsewhere } from './elsewhere'
import { goTo } from './jump'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null, status?: string, updatedAt?: string }
}

/** Strapi's side panel; none beside what is new, or has no drafts. */
export function ChecksPanel({ model, activeTab, document }: PanelProps) {
  const { documentId, locale, status, updatedAt = '' } = document ?? {}
  useEffect(() => {
    const field = new URLSearchParams(window.location.search).get('field')
    if (documentId && field) void goTo(field)
  }, [documentId, locale])
  if (!documentId || !locale || !status || activeTab === 'published') return null
  const content = (
    <Checks key={`${documentId} ${locale}`} {...{ model, documentId, locale }} round={`${updatedAt} ${status}`} />
  )
  return { title: 'Vor dem Veröffentlichen', content }
}

interface ChecksProps {
  model: string
  documentId: string
  locale: string
  /** Another one with every save and publication. */
  round: string
}

function Checks({ model, documentId, locale, round }: ChecksProps) {
  const isModified = useForm('Checks', form => form.modified, false)
  const answer = useChecks(model, [documentId], locale, round)
  const checked = answer?.[0]
  if (answer === null) return <Typography>Einen Moment: Es wird nachgesehen.</Typography>
  if (!checked) return <Typography>Was noch fehlt, ist gerade nicht zu erfahren.</Typography>
  const isHere = ({ at }: CheckLine) => at?.documentId === documentId && at.locale === locale
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography tag="p" fontWeight="bold" role="status">{summaryOf(checked)}</Typography>
      <Lines title="Muss" lines={checked.must} isHere={isHere} />
      <Lines title="Hinweis" lines={checked.advice} isHere={isHere} />
      {checked.change && <Typography tag="p">{checked.change}</Typography>}
      {isModified && (
        <Typography tag="p" textColor="neutral600">Geprüft ist, was gespeichert ist. Nach dem Speichern wird neu geprüft.</Typography>
      )}
    </Flex>
  )
}

function summaryOf({ must, advice }: Checked): string {
  if (must.length > 0)
    return must.length === 1 ? 'Eines muss noch sein, bevor es erscheinen kann:' : `${must.length} Dinge müssen noch sein, bevor es erscheinen kann:`
  return advice.length > 0
    ? 'Es kann veröffentlicht werden. Sehen Sie vielleicht vorher nach:'
    : 'Gegen das Veröffentlichen spricht nichts.'
}

interface LinesProps {
  title: string
  lines: CheckLine[]
  /** Whether a line is about the form that is open. */
  isHere: (line: CheckLine) => boolean
}

function Lines({ title, lines, isHere }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <Box>
      <Typography tag="h3" variant="sigma" textColor="neutral600">{title}</Typography>
      <ul className="checks">
        {lines.map((line, index) => (
          <li key={index}>
            <Line line={line} isHere={isHere(line)} />
            <Elsewhere line={line} />
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** A link to the field. In the form that is open nothing is left and nothing lost. */
function Line({ line: { at, message }, isHere }: { line: CheckLine, isHere: boolean }) {
  if (!at) return <Typography>{message}</Typography>
  const go = (event: MouseEvent) => {
    if (!isHere || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void goTo(at.field)
  }
  return <Link to={addressTo(at, at.field)} onClick={go}>{message}</Link>
}
