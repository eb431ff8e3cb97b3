/** Beside a person and a consent: what will be gone when somebody withdraws, and what somebody has to look at. */
import { Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import type { Preview } from '../person/preview'

interface PanelProps {
  model: string
  document?: { documentId: string, updatedAt?: string }
}

const MODELS = ['api::contributor.person', 'api::ledger.consent-record']

/** Strapi's side panel; none beside anything else, or while an entry is new. */
export function WithdrawalPanel({ model, document }: PanelProps) {
  if (!document?.documentId || !MODELS.includes(model)) return null
  const address = `/withdrawal-previews/${model}/${document.documentId}`
  return {
    title: 'Was ein Rückzug bewirkt',
    content: <WithdrawalPreview address={address} savedOn={document.updatedAt ?? ''} />,
  }
}

/** Asked anew after a save. */
function WithdrawalPreview({ address, savedOn }: { address: string, savedOn: string }): ReactElement | null {
  const { get } = useFetchClient()
  const [preview, setPreview] = useState<Preview | 'unknown' | null>(null)
  useEffect(() => {
    let isWanted = true
    get<{ data: Preview }>(address).then(
      ({ data }) => isWanted && setPreview(data.data), () => isWanted && setPreview('unknown'),
    )
    return () => {
      isWanted = false
    }
  }, [address, get, savedOn])
  if (!preview) return null
  if (preview === 'unknown') return <Typography>Das ist gerade nicht zu erfahren.</Typography>
  const { names, replaced, doubtful, addresses, files, pictures, spoken } = preview
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {`Wird die Person zurückgezogen oder die Einwilligung widerrufen, verschwindet von der Website: `
          + `${names.join(', ')}.`}
      </Typography>
      <Places title={`Der Name wird ersetzt (${replaced.count})`} found={replaced} />
      <Places
        title={`Bitte selbst entscheiden (${doubtful.count}): vielleicht ist jemand anderes gemeint, das bleibt `
          + `stehen`}
        found={doubtful}
      />
      <Titles title={`Adressen, die für immer andere werden (${addresses.length})`} titles={addresses} />
      <Titles title={`Dateien, die anders heißen oder beschrieben sind (${files.length})`} titles={files} />
      <Titles title={`Bilder, die nicht mehr gezeigt werden (${pictures.length})`} titles={pictures} />
      <Titles
        title={`Eigene Worte (${spoken.length}): Ohne Einwilligung dafür sind diese Beiträge nicht mehr öffentlich. `
          + `Ton und Video bitte selbst prüfen.`}
        titles={spoken}
      />
    </Flex>
  )
}

/** By entry: what stands several times in one, in all its languages, is said once and counted. */
function Places({ title, found: { count, places } }: { title: string, found: Preview['replaced'] }): ReactElement | null {
  if (count === 0) return null
  const entries = Map.groupBy(places, ({ kind, title: of }) => `${kind} „${of}“`)
  return (
    <Details title={title}>
      {[...entries].map(([entry, found]) => (
        <Flex key={entry} tag="li" direction="column" alignItems="stretch" gap={1}>
          <Line isStrong>{entry}</Line>
          {[...Map.groupBy(found, ({ where, excerpt }) => `${where}: ${excerpt}`)].map(([words, { length }]) => (
            <Line key={words}>{length === 1 ? words : `${words} (${length}-mal)`}</Line>
          ))}
        </Flex>
      ))}
      {count > places.length && <li><Line>{`Und ${count - places.length} weitere Stellen.`}</Line></li>}
    </Details>
  )
}

function Titles({ title, titles }: { title: string, titles: string[] }): ReactElement | null {
  if (titles.length === 0) return null
  return (
    <Details title={title}>
      {titles.map(text => <li key={text}><Line>{text}</Line></li>)}
    </Details>
  )
}

function Details({ title, children }: { title: string, children: ReactNode }) {
  return (
    <details>
      <summary><Typography variant="pi" fontWeight="bold">{title}</Typography></summary>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>{children}</Flex>
    </details>
  )
}

function Line({ isStrong = false, children }: { isStrong?: boolean, children: string }) {
  return (
    <Typography variant="pi" fontWeight={isStrong ? 'bold' : 'regular'} style={AS_WRITTEN}>{children}</Typography>
  )
}

const AS_WRITTEN = { display: 'block', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' } as const
