/** Beside a decision on a measure: one click writes the draft of the status update that goes with it. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { words } from '../../../../shared-types/languages/de.json'
import { readable } from '../lists/readable-date'
import { reasonOf } from '../requests/sentences'

interface PanelProps {
  model: string
  activeTab?: string
  document?: { documentId?: string, updatedAt?: string }
}

const DECISION = 'api::measure.decision'
const UPDATES = '/content-manager/collection-types/api::measure.status-update'

/** Strapi's side panel; none beside anything else, or while the decision is new. */
export function OfferedUpdatePanel({ model, document }: PanelProps) {
  if (model !== DECISION || !document?.documentId) return null
  const address = `/offered-updates/${document.documentId}`
  return { title: 'Sachstand', content: <Offer address={address} savedOn={document.updatedAt ?? ''} /> }
}

/** As the cms answers it, see `cms/src/offered-updates`. */
interface Offered {
  stage: keyof typeof words.stage
  date: string
}

/** Asked anew after a save. */
function Offer({ address, savedOn }: { address: string, savedOn: string }) {
  const { get, post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const navigate = useNavigate()
  const isModified = useForm('Offer', form => form.modified)
  const [offered, setOffered] = useState<Offered | null>(null)
  useEffect(() => {
    let isWanted = true
    get<{ data: Offered | null }>(address).then(
      ({ data }) => isWanted && setOffered(data.data), () => isWanted && setOffered(null),
    )
    return () => {
      isWanted = false
    }
  }, [get, address, savedOn])
  if (!offered) return <Typography textColor="neutral600">Aus dieser Entscheidung folgt kein Sachstand, oder er steht schon da.</Typography>
  const write = async () => {
    try {
      navigate(`${UPDATES}/${(await post<{ data: { documentId: string } }>(address)).data.data.documentId}`)
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    }
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {`Der Stand „${words.stage[offered.stage]}“, ${readable(offered.date)}, folgt schon aus der Entscheidung. Ist `
          + `mehr dazu zu sagen, beginnen Sie hier einen Sachstand mit demselben Tag und denselben Quellen, als Entwurf.`}
      </Typography>
      {isModified && <Typography textColor="neutral600">Bitte speichern Sie zuerst.</Typography>}
      <Button variant="secondary" fullWidth disabled={isModified} onClick={() => void write()}>Sachstand schreiben</Button>
    </Flex>
  )
}
