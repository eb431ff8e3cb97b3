/** Beside a translation: opens the text that it is made from, and gives a new one the blocks of it. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { localeOf } from '../../../../shared-types/src/locales'
import { useBesideForm } from '../beside/frame'
import { useMayWriteIn } from '../rights'
import { SourceBeside } from './beside'
import { useLayingOut, useLayingOutOnWriting } from './laying-out'
import { MachineDraft } from './machine'
import { opensWithSource } from './opened'
import { TranslationProgram } from './program'
import { type Source, useSource } from './source'

interface PanelProps {
  /** The uid of the type. */
  model: string
  documentId?: string
  collectionType: string
  /** The row that is open; without an id while it is new. */
  document?: { id?: number, documentId?: string, locale?: string | null, sourceLanguage?: string, updatedAt?: string }
}

/** Strapi's side panel; none beside a text in its source language. */
export function SourcePanel({ model, documentId: asked, collectionType, document }: PanelProps) {
  const documentId = asked ?? document?.documentId
  const locale = document?.id ? document.locale : new URLSearchParams(window.location.search).get('plugins[i18n][locale]')
  const isTranslation = documentId && locale && locale !== document?.sourceLanguage
  const address = isTranslation ? `/translation-states/${model}/${documentId}/source?locale=${locale}` : null
  const source = useSource(address, document?.updatedAt ?? '')
  if (!source || !documentId || !locale) return null
  return {
    title: 'Ausgangstext',
    content: source === 'unknown'
      ? <Typography>Der Ausgangstext war gerade nicht zu erfahren.</Typography>
      : <SourceText source={source} place={{ model, documentId, locale, collectionType }} />,
  }
}

interface SourceTextProps {
  source: Source
  place: Parameters<typeof useLayingOut>[1]
}

function SourceText({ source, place }: SourceTextProps) {
  const [isOpen, setIsOpen] = useBesideForm('source', opensWithSource())
  const layingOut = useLayingOut(source, place)
  const { isPossible, hasFailed, layOut } = layingOut
  const mayWrite = useMayWriteIn(place.model, place.locale)
  useLayingOutOnWriting(layingOut, mayWrite)
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography>{sentenceOf(source)}</Typography>
      <Button variant="secondary" fullWidth aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Ausgangstext schließen' : 'Ausgangstext daneben zeigen'}
      </Button>
      {mayWrite && isPossible && (
        <Button variant="tertiary" fullWidth onClick={() => void layOut()}>Bausteine wie im Ausgangstext anlegen</Button>
      )}
      {hasFailed && <Typography textColor="danger700">Das ging gerade nicht. Bitte versuchen Sie es noch einmal.</Typography>}
      {source.hasMachineDrafts && <MachineDraft source={source} place={place} />}
      <TranslationProgram source={source} place={place} mayWrite={mayWrite} />
      {isOpen && <SourceBeside source={source} locale={place.locale} close={() => setIsOpen(false)} />}
    </Flex>
  )
}

/** How much there is to do in it. */
function sentenceOf({ locale, fields, gone }: Source): string {
  const changed = fields.reduce((sum, { changes }) => sum + changes.length, gone.length)
  const empty = fields.filter(({ isUntranslated }) => isUntranslated).length
  const counted = [
    [changed, 'geänderte Stelle', 'geänderte Stellen'], [empty, 'Stelle noch nicht übersetzt', 'Stellen noch nicht übersetzt'],
  ] as const
  const said = counted.flatMap(([count, one, many]) => count > 0 ? [`${count} ${count === 1 ? one : many}`] : [])
  return [localeOf(locale).name, ...said].join(', ')
}
