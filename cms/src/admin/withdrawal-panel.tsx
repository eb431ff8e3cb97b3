/** Beside a person and a consent: what will be gone when somebody withdraws, and what somebody has to look at. */
import { Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { type ReactElement, useEffect, useState } from 'react'

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

/** As the cms answers it, see `cms/src/person/preview.ts`. */
interface Preview {
  names: string[]
  replaced: Place[]
  doubtful: Place[]
  pictures: string[]
  spoken: string[]
}

interface Place {
  kind: string
  title: string
  where: string
  excerpt: string
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
  const { names, replaced, doubtful, pictures, spoken } = preview
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {`Wird die Person zurückgezogen oder die Einwilligung widerrufen, verschwindet von der Website: `
          + `${names.join(', ')}.`}
      </Typography>
      <Places title={`Der Name wird ersetzt (${replaced.length})`} places={replaced} />
      <Places
        title={`Bitte selbst entscheiden (${doubtful.length}): vielleicht ist jemand anderes gemeint, das bleibt `
          + `stehen`}
        places={doubtful}
      />
      <Titles title={`Bilder, die nicht mehr gezeigt werden (${pictures.length})`} titles={pictures} />
      <Titles
        title={`Eigene Worte (${spoken.length}): Ohne Einwilligung dafür sind diese Beiträge nicht mehr öffentlich. `
          + `Ton und Video bitte selbst prüfen.`}
        titles={spoken}
      />
    </Flex>
  )
}

function Places({ title, places }: { title: string, places: Place[] }): ReactElement | null {
  return (
    <Titles
      title={title}
      titles={places.map(({ kind, title: of, where, excerpt }) => `${kind} „${of}“, ${where}: ${excerpt}`)}
    />
  )
}

function Titles({ title, titles }: { title: string, titles: string[] }): ReactElement | null {
  if (titles.length === 0) return null
  return (
    <details>
      <summary><Typography variant="pi" fontWeight="bold">{title}</Typography></summary>
      <Flex direction="column" alignItems="stretch" gap={1} paddingTop={1}>
        {titles.map((text, index) => (
          <Typography key={index} variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Typography>
        ))}
      </Flex>
    </details>
  )
}
