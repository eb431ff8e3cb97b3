/** Beside a draft: what readers would see of it, beside the form or in a window, and a link for a colleague. */
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system'
import { useClipboard, useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { useBesideForm } from '../beside/frame'
import { momentIn } from '../lists/readable-date'
import { PreviewBeside } from './beside'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null, updatedAt?: string }
}

/** As the cms answers it, see `cms/src/previews`; null where the type has no drafts or no page. */
type Made = { link: string | null, until: string } | null

/** Strapi's side panel; none beside what has no page, what was never saved, and what is shown as it is public. */
export function PreviewPanel({ model, activeTab, document }: PanelProps) {
  const { documentId, locale, updatedAt = '' } = document ?? {}
  const isAsked = documentId !== undefined && locale && activeTab !== 'published'
  const made = useLink(isAsked ? `/previews/${model}/${documentId}?locale=${locale}` : null, updatedAt)
  if (!made) return null
  return { title: 'Vorschau', content: made.link ? <Preview link={made.link} until={made.until} /> : <NoPage /> }
}

/** A new one after each save. */
function useLink(address: string | null, savedOn: string): Made {
  const { get } = useFetchClient()
  const [made, setMade] = useState<Made>(null)
  useEffect(() => {
    let isWanted = true
    if (!address) setMade(null)
    else
      get<{ data: Made }>(address).then(
        ({ data }) => isWanted && setMade(data.data), () => isWanted && setMade(null),
      )
    return () => {
      isWanted = false
    }
  }, [get, address, savedOn])
  return made
}

function NoPage() {
  return (
    <Typography>
      Noch steht der Entwurf auf keiner Seite: Es fehlt ein Titel, oder wozu er gehört, fehlt oder ist noch nicht
      veröffentlicht.
    </Typography>
  )
}

function Preview({ link, until }: { link: string, until: string }) {
  const isModified = useForm('Preview', form => form.modified)
  const [isBeside, setIsBeside] = useBesideForm('preview')
  const { copy } = useClipboard()
  const { toggleNotification } = useNotification()
  const copyLink = async () => {
    const isCopied = await copy(link)
    toggleNotification(isCopied
      ? { type: 'success', message: 'Der Link ist kopiert.' }
      : { type: 'warning', message: 'Das Kopieren ging nicht. Im neuen Fenster steht der Link in der Adresszeile.' })
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {isModified && <Typography textColor="neutral600">Gezeigt wird, was zuletzt gespeichert wurde.</Typography>}
      <Button variant="secondary" fullWidth aria-expanded={isBeside} onClick={() => setIsBeside(!isBeside)}>
        {isBeside ? 'Vorschau schließen' : 'Daneben zeigen'}
      </Button>
      <LinkButton variant="tertiary" fullWidth href={link} target="_blank" rel="noreferrer">
        In neuem Fenster zeigen
      </LinkButton>
      <Button variant="tertiary" fullWidth onClick={() => void copyLink()}>Link für andere kopieren</Button>
      <Typography variant="pi" textColor="neutral600">
        {`Der Link zeigt diesen Entwurf auch ohne Konto, bis ${momentIn(until, 'long')} oder bis Sie sich abmelden.`}
      </Typography>
      {isBeside && <PreviewBeside link={link} close={() => setIsBeside(false)} />}
    </Flex>
  )
}
