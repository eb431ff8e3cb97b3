/** Beside an entry of the bin: brings it back. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useOpenBeside } from '../beside/folded'
import { reasonOf } from '../requests/sentences'

export const BIN = 'api::ledger.bin-entry'

interface PanelProps {
  model: string
  document?: { documentId: string, label?: string }
}

/** Strapi's side panel; none beside anything else. */
export function BinPanel({ model, document }: PanelProps) {
  if (model !== BIN || !document) return null
  return { title: 'Papierkorb', content: <BringBack entry={document.documentId} /> }
}

interface BroughtBack {
  type: string
  documentId: string
  label: string
  problems: string[]
}

function BringBack({ entry }: { entry: string }) {
  useOpenBeside()
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const bringBack = async () => {
    setBusy(true)
    try {
      const { data: { data } } = await post<{ data: BroughtBack }>(`/bin-entries/${entry}/restore`)
      toggleNotification({ type: data.problems.length > 0 ? 'warning' : 'success', message: sentenceOf(data) })
      navigate(`/content-manager/collection-types/${data.type}/${data.documentId}`, { replace: true })
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error), timeout: 20_000 })
      setBusy(false)
    }
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        Der Eintrag kommt zurück, wie er war: mit seinen Sprachen, seiner Adresse und allem, womit er verbunden ist. War
        er öffentlich, ist er es wieder.
      </Typography>
      <Button onClick={() => void bringBack()} loading={isBusy} fullWidth>
        Zurückholen
      </Button>
    </Flex>
  )
}

function sentenceOf({ label, problems }: BroughtBack): string {
  if (problems.length === 0) return `„${label}“ ist wieder da.`
  return `„${label}“ ist wieder da, aber nur als Entwurf: ${problems.join(' ')}`
}
