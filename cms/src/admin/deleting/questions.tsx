/**
 * What is asked before an entry is deleted or taken off the website: which one, in which languages, and what uses it.
 */
import { Box, Flex, Typography } from '@strapi/design-system'
import { type ReactNode, useEffect } from 'react'
import { type Answer, type Use, type Uses, useUses } from './uses'

interface Entry {
  model: string
  documentId: string
  title: string
}

/** More than a dialog can show is counted. */
const SHOWN = 8

interface Asking {
  /** Told what is known, and that it is not known yet. */
  onAnswer: (answer: Answer) => void
  locale?: string
  language?: string
}

/** Of an entry in all languages, or in one of them. */
export function DeleteQuestion({ model, documentId, title, locale, language, onAnswer }: Entry & Asking) {
  const answer = useUses(model, [documentId], locale)
  useEffect(() => onAnswer(answer), [answer, onAnswer])
  if (answer === null) return <Typography>Einen Moment: Es wird nachgesehen, was diesen Eintrag verwendet.</Typography>
  const uses = answer?.[0]
  return (
    <Lines>
      <Typography fontWeight="bold">{uses ? `${uses.kind} „${title}“` : `„${title}“`}</Typography>
      {uses?.isWhole === false
        ? <Typography>{`Gelöscht wird nur die Fassung in dieser Sprache: ${language ?? ''}.`}</Typography>
        : <Languages languages={uses?.languages ?? []} />}
      {uses?.isWhole && <UsedBy uses={uses.uses} />}
      {uses?.refusal ? <Refusal>{uses.refusal}</Refusal> : <Typography>{consequence(uses)}</Typography>}
    </Lines>
  )
}

function consequence(uses: Uses | undefined): string {
  if (!uses) return 'Was diesen Eintrag verwendet, ist gerade nicht zu erfahren.'
  if (uses.withdraws) return withdrawal(uses.withdraws)
  if (uses.keptDays === 0) return 'Das lässt sich nicht rückgängig machen: Von Personen bleibt nichts im Papierkorb.'
  return `${uses.isWhole ? 'Der Eintrag' : 'Sie'} kommt für ${uses.keptDays} Tage in den Papierkorb und lässt sich `
    + `von dort zurückholen.`
}

function withdrawal(name: string): string {
  return `Wenn keine andere Einwilligung es erlaubt, verschwindet „${name}“ damit von der Website: Der Name wird überall `
    + `ersetzt, eigene Worte und Bilder werden nicht mehr gezeigt. Das lässt sich nicht rückgängig machen. Wurde die `
    + `Einwilligung widerrufen, tragen Sie stattdessen den Tag des Widerrufs ein: So bleibt vermerkt, dass es sie gab.`
}

interface Many {
  model: string
  entries: { documentId: string, title: string }[]
}

/** Of several entries of a list: what has to stay comes first. */
export function DeleteManyQuestion({ model, entries, locale, language, onAnswer }: Many & Asking) {
  const answer = useUses(model, entries.map(({ documentId }) => documentId), locale)
  useEffect(() => onAnswer(answer), [answer, onAnswer])
  if (answer === null) return <Typography>Einen Moment: Es wird nachgesehen, was diese Einträge verwendet.</Typography>
  const asked = entries.map(entry => ({
    ...entry,
    uses: answer?.find(({ documentId }) => documentId === entry.documentId),
  }))
  const refused = asked.filter(({ uses }) => uses?.refusal)
  return (
    <Lines>
      <Typography fontWeight="bold">{entries.length === 1 ? '1 Eintrag' : `${entries.length} Einträge`}</Typography>
      {language && <Typography>{`Gelöscht wird die Fassung in dieser Sprache: ${language}.`}</Typography>}
      {[...refused, ...asked.filter(entry => !refused.includes(entry))].map(({ documentId, title, uses }) => (
        <Box key={documentId}>
          <Typography fontWeight="bold" tag="p">{uses ? `${uses.kind} „${title}“` : `„${title}“`}</Typography>
          {uses?.isWhole && <UsedBy uses={uses.uses} />}
          {uses?.refusal && <Refusal>{uses.refusal}</Refusal>}
        </Box>
      ))}
      {refused.length > 0
        ? <Refusal>Solange einer von ihnen bleiben muss, wird keiner gelöscht.</Refusal>
        : <Typography>{consequenceOfMany(answer)}</Typography>}
    </Lines>
  )
}

function consequenceOfMany(answer: Answer): string {
  if (!answer) return 'Was diese Einträge verwendet, ist gerade nicht zu erfahren.'
  const withdrawn = answer.flatMap(({ withdraws }) => withdraws ?? [])
  if (withdrawn.length > 0) return withdrawal([...new Set(withdrawn)].join('“, „'))
  if (answer.some(({ keptDays }) => keptDays === 0))
    return 'Das lässt sich nicht rückgängig machen: Von Personen bleibt nichts im Papierkorb.'
  return 'Was gelöscht wird, kommt für 30 Tage in den Papierkorb und lässt sich von dort zurückholen.'
}

function Refusal({ children }: { children: string }) {
  return <Typography textColor="danger600" fontWeight="bold" tag="p">{children}</Typography>
}

/** Of what lies in the bin. */
export function DeleteForGoodQuestion({ title }: { title: string }) {
  return (
    <Lines>
      <Typography fontWeight="bold">{`„${title}“`}</Typography>
      <Typography>Danach lässt sich das nicht mehr zurückholen.</Typography>
    </Lines>
  )
}

interface Unpublishing extends Entry {
  language?: string
  /** Whether what becomes of the draft is asked below. */
  asksOfDraft: boolean
}

/** Of an entry that readers will not find any more. */
export function UnpublishQuestion({ model, documentId, title, language, asksOfDraft }: Unpublishing) {
  const uses = useUses(model, [documentId])?.[0]
  return (
    <Lines>
      <Typography fontWeight="bold">{`„${title}“${language ? ` (${language})` : ''} von der Website nehmen?`}</Typography>
      {!asksOfDraft && <Typography>Der Entwurf bleibt hier und kann wieder veröffentlicht werden.</Typography>}
      <Typography>An der bisherigen Adresse steht so lange, dass es den Eintrag dort nicht mehr gibt.</Typography>
      {uses && <UsedBy uses={uses.uses.filter(({ isPublic }) => isPublic)} />}
    </Lines>
  )
}

/** Of a draft that is to say again what the website says. */
export function DiscardQuestion({ title, language }: { title: string, language?: string }) {
  return (
    <Lines>
      <Typography fontWeight="bold">{`„${title}“${language ? ` (${language})` : ''}`}</Typography>
      <Typography>
        Der Entwurf sagt danach wieder, was auf der Website steht. Was seitdem daran geändert wurde, ist dann weg.
      </Typography>
    </Lines>
  )
}

/** Of several entries of a list that readers will not find any more. */
export function UnpublishManyQuestion({ model, entries, language }: Many & { language?: string }) {
  const answer = useUses(model, entries.map(({ documentId }) => documentId))
  if (answer === null) return <Typography>Einen Moment: Es wird nachgesehen, was diese Einträge verwendet.</Typography>
  return (
    <Lines>
      {language && <Typography>{`Es geht um die Fassung in dieser Sprache: ${language}.`}</Typography>}
      {entries.map(({ documentId, title }) => {
        const uses = answer?.find(known => known.documentId === documentId)
        return (
          <Box key={documentId}>
            <Typography fontWeight="bold" tag="p">{uses ? `${uses.kind} „${title}“` : `„${title}“`}</Typography>
            {uses && <UsedBy uses={uses.uses.filter(({ isPublic }) => isPublic)} />}
          </Box>
        )
      })}
      <Typography>
        Die Entwürfe bleiben hier und können wieder veröffentlicht werden. An den bisherigen Adressen steht so lange,
        dass es die Einträge dort nicht mehr gibt.
      </Typography>
    </Lines>
  )
}

function Lines({ children }: { children: ReactNode }) {
  return <Flex direction="column" alignItems="stretch" gap={3} width="100%">{children}</Flex>
}

function Languages({ languages }: { languages: string[] }) {
  if (languages.length === 0) return null
  return (
    <Typography>
      {languages.length === 1 ? `Sprache: ${languages.join('')}` : `In allen Sprachen: ${languages.join(', ')}`}
    </Typography>
  )
}

function UsedBy({ uses }: { uses: Use[] }) {
  if (uses.length === 0) return <Typography>Kein anderer Eintrag verwendet ihn.</Typography>
  return (
    <Box>
      <Typography>
        {uses.length === 1 ? 'Ein anderer Eintrag verwendet ihn:' : `${uses.length} andere Einträge verwenden ihn:`}
      </Typography>
      <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
        {uses.slice(0, SHOWN).map((use, index) => <li key={index}><Typography>{nameOf(use)}</Typography></li>)}
      </Box>
      {uses.length > SHOWN && <Typography>{`und ${uses.length - SHOWN} weitere`}</Typography>}
    </Box>
  )
}

function nameOf({ kind, title, field, languages, isPublic }: Use): string {
  const where = [field, ...languages, isPublic ? 'öffentlich' : 'Entwurf'].join(', ')
  return title ? `${kind} „${title}“ (${where})` : `${kind} (${where})`
}
