/** What is asked before an entry is deleted or taken off the website: which one, in which languages, and what uses it. */
import { Box, Flex, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { type Use, type Uses, useUses } from './uses'

interface Entry {
  model: string
  documentId: string
  title: string
}

/** More than a dialog can show is counted. */
const SHOWN = 8

/** Of an entry in all languages, or in one of them. */
export function DeleteQuestion({ model, documentId, title, language }: Entry & { language?: string }) {
  const uses = useUses(model, documentId)
  if (uses === null) return <Typography>Einen Moment: Es wird nachgesehen, was diesen Eintrag verwendet.</Typography>
  const isPart = language !== undefined && (uses?.languages.length ?? 0) > 1
  return (
    <Lines>
      <Typography fontWeight="bold">{uses ? `${uses.kind} „${title}“` : `„${title}“`}</Typography>
      {isPart ? <Typography>{`Gelöscht wird nur die Fassung in dieser Sprache: ${language}.`}</Typography> : <Languages languages={uses?.languages ?? []} />}
      {uses && !isPart && <UsedBy uses={uses} />}
      {uses?.refusal && !isPart
        ? <Typography textColor="danger600" fontWeight="bold">{uses.refusal}</Typography>
        : <Typography>{consequence(uses)}</Typography>}
    </Lines>
  )
}

function consequence(uses: Uses | undefined): string {
  if (!uses) return 'Was diesen Eintrag verwendet, ist gerade nicht zu erfahren.'
  if (uses.keptDays === 0) return 'Das lässt sich nicht rückgängig machen: Von Personen bleibt nichts im Papierkorb.'
  return `Der Eintrag kommt für ${uses.keptDays} Tage in den Papierkorb und lässt sich von dort zurückholen.`
}

/** Of several entries of a list: what uses each is said by the refusal, if one has to stay. */
export function DeleteManyQuestion({ titles, language }: { titles: string[], language?: string }) {
  return (
    <Lines>
      <Typography fontWeight="bold">{titles.length === 1 ? '1 Eintrag' : `${titles.length} Einträge`}</Typography>
      {titles.slice(0, SHOWN).map((title, index) => <Typography key={index}>{`„${title}“`}</Typography>)}
      {titles.length > SHOWN && <Typography>{`und ${titles.length - SHOWN} weitere`}</Typography>}
      {language && <Typography>{`Gelöscht wird die Fassung in dieser Sprache: ${language}.`}</Typography>}
      <Typography>Was gelöscht wird, kommt für 30 Tage in den Papierkorb. Beruht auf einem der Einträge noch etwas Öffentliches, wird keiner gelöscht, und Sie erfahren, welcher.</Typography>
    </Lines>
  )
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

/** Of an entry that readers will not find any more. */
export function UnpublishQuestion({ model, documentId, title, language }: Entry & { language?: string }) {
  const uses = useUses(model, documentId)
  return (
    <Lines>
      <Typography fontWeight="bold">{`„${title}“${language ? ` (${language})` : ''} von der Website nehmen?`}</Typography>
      <Typography>Der Entwurf bleibt hier und kann wieder veröffentlicht werden. An der bisherigen Adresse steht so lange, dass es den Eintrag dort nicht mehr gibt.</Typography>
      {uses && <UsedBy uses={{ ...uses, uses: uses.uses.filter(({ isPublic }) => isPublic) }} />}
    </Lines>
  )
}

function Lines({ children }: { children: ReactNode }) {
  return <Flex direction="column" alignItems="stretch" gap={3} width="100%">{children}</Flex>
}

function Languages({ languages }: { languages: string[] }) {
  if (languages.length === 0) return null
  return <Typography>{languages.length === 1 ? `Sprache: ${languages.join('')}` : `In allen Sprachen: ${languages.join(', ')}`}</Typography>
}

function UsedBy({ uses: { uses } }: { uses: Uses }) {
  if (uses.length === 0) return <Typography>Kein anderer Eintrag verwendet ihn.</Typography>
  return (
    <Box>
      <Typography>{uses.length === 1 ? 'Ein anderer Eintrag verwendet ihn:' : `${uses.length} andere Einträge verwenden ihn:`}</Typography>
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
