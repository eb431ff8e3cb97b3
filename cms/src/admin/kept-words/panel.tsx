/** Beside a form: what its editor had typed and not saved, beside what is stored now. */
import { Button, Flex, Modal, Typography } from '@strapi/design-system'
import { useForm } from '@strapi/strapi/admin'
import type { ReactElement } from 'react'
import { useOpenBeside } from '../beside/folded'
import { momentIn } from '../lists/readable-date'
import { languageOfForm } from '../refilled'
import { type Difference, differencesOf, takenOver } from './differences'
import { AS_WRITTEN, type ReadField, useFields } from './fields'
import { forgetWords, type KeptWords } from './store'
import { useKeptWords } from './use-kept-words'

interface Props {
  activeTab?: string
  /** The uid of the type. */
  model: string
  documentId?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null }
}

/**
 * Which form it is. What is not translated is the same in the address of every language. Of a language in which there
 * is nothing Strapi hands an entry without an id.
 */
function placeOf({ model, documentId, document }: Props) {
  const locale = document?.documentId ? document.locale ?? 'de' : languageOfForm()
  return { model, documentId: documentId ?? null, locale }
}

/** Strapi's action in a window over the page. Nobody sees it: only there the window's form can be reached. */
export function KeptWordsOfWindow(props: Props): null {
  useKeptWords(placeOf(props))
  return null
}
Object.assign(KeptWordsOfWindow, { position: 'relation-modal' })

/** Strapi's side panel; none where nothing was kept. */
export function KeptWordsPanel(props: Props) {
  const { activeTab } = props
  const { offers, look, adopt } = useKeptWords(placeOf(props))
  const values = useForm('KeptWordsPanel', form => form.values)
  const [offer] = offers.filter(kept => differencesOf(kept.values, values).length > 0)
  if (!offer || activeTab === 'published') return null
  return {
    title: 'Nicht gespeichert', content: <Offer key={offer.id} offer={offer} look={look} adopt={isWhole => adopt(offer, isWhole)} />,
  }
}

interface OfferProps {
  offer: KeptWords
  look: () => void
  adopt: (isWhole: boolean) => void
}

function Offer({ offer, look, adopt }: OfferProps) {
  useOpenBeside()
  const forget = () => void forgetWords(offer.id).then(look)
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {`Am ${momentIn(offer.writtenAt, 'long')} haben Sie hier geschrieben und nicht gespeichert. Es ist in diesem Browser noch da.`}
      </Typography>
      <Modal.Root>
        <Modal.Trigger>
          <Button variant="default" fullWidth>Ansehen und übernehmen</Button>
        </Modal.Trigger>
        <Comparison offer={offer} forget={forget} adopt={adopt} />
      </Modal.Root>
    </Flex>
  )
}

interface ComparisonProps {
  offer: KeptWords
  forget: () => void
  adopt: (isWhole: boolean) => void
}

function Comparison({ offer, forget, adopt }: ComparisonProps) {
  const { values, onChange } = useForm('KeptWordsComparison', form => form)
  const field = useFields(offer.model)
  const differences = differencesOf(offer.values, values)
  const take = ({ name }: Difference) =>
    onChange(name, takenOver(Reflect.get(offer.values, name), Reflect.get(values, name)))
  const takeOne = (difference: Difference) => {
    take(difference)
    adopt(false)
  }
  const takeAll = () => {
    differences.forEach(take)
    adopt(true)
  }
  return (
    <Modal.Content>
      <Modal.Header>
        <Modal.Title>{`Geschrieben am ${momentIn(offer.writtenAt, 'long')}`}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {differences.map(difference => (
            <Field
              key={difference.name}
              field={field(difference.name)}
              difference={difference}
              take={() => takeOne(difference)}
            />
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close><Button variant="tertiary">Schließen</Button></Modal.Close>
        <Flex gap={2}>
          <Modal.Close><Button variant="danger-light" onClick={forget}>Nicht mehr aufheben</Button></Modal.Close>
          <Modal.Close><Button onClick={takeAll}>Alles übernehmen</Button></Modal.Close>
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  )
}

interface FieldProps {
  field: ReadField
  difference: Difference
  take: () => void
}

function Field({ field: { label, say }, difference: { kept, now }, take }: FieldProps): ReactElement {
  return (
    <section>
      <Flex justifyContent="space-between" gap={4} paddingBottom={2}>
        <Typography variant="delta" tag="h3">{label}</Typography>
        <Button variant="secondary" size="S" onClick={take}>{`${label} übernehmen`}</Button>
      </Flex>
      <Flex alignItems="stretch" gap={4}>
        <Words title="Was ich geschrieben hatte" words={say(kept)} />
        <Words title="Was jetzt im Formular steht" words={say(now)} />
      </Flex>
    </section>
  )
}

function Words({ title, words }: { title: string, words: string }): ReactElement {
  return (
    <Flex direction="column" alignItems="stretch" flex="1" padding={3} background="neutral100" hasRadius>
      <Typography variant="pi" fontWeight="bold">{title}</Typography>
      <Typography style={AS_WRITTEN}>{words || '(nichts)'}</Typography>
    </Flex>
  )
}
