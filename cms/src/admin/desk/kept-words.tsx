/**
 * On the start page: what its editor has typed into forms and not saved, as far as this browser keeps it. It can be
 * read and copied here, also where the entry has been deleted and there is no form any more that would offer it.
 */
import { Button, Flex, Modal, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import { differencesOf } from '../kept-words/differences'
import { AS_WRITTEN, useFields } from '../kept-words/fields'
import { forgetWords, type KeptWords } from '../kept-words/store'
import { findClosed } from '../kept-words/use-kept-words'
import { momentIn } from '../lists/readable-date'
import { DeskSection } from './parts'

interface Type {
  uid: string
  kind: string
  info: { displayName: string }
}

export function KeptWordsSection() {
  const { get } = useFetchClient()
  const [kept, setKept] = useState<KeptWords[]>([])
  const [types, setTypes] = useState<Type[]>([])
  const look = () => void findClosed().then(setKept)
  useEffect(look, [])
  const hasWords = kept.length > 0
  useEffect(() => {
    if (!hasWords) return
    get<{ data: { contentTypes: Type[] } }>('/content-manager/init').then(
      ({ data }) => setTypes(data.data.contentTypes),
      () => undefined,
    )
  }, [get, hasWords])
  if (!hasWords) return null
  return (
    <DeskSection title="Nicht gespeichert" count={kept.length}>
      <ul>
        {kept.map(words => (
          <KeptLine key={words.id} kept={words} type={types.find(({ uid }) => uid === words.model)} look={look} />
        ))}
      </ul>
    </DeskSection>
  )
}

interface LineProps {
  kept: KeptWords
  type: Type | undefined
  look: () => void
}

function KeptLine({ kept, type, look }: LineProps) {
  const isGone = useIsGone(kept, type)
  const said = [type?.info.displayName, `geschrieben am ${momentIn(kept.writtenAt, 'long')}`].filter(Boolean).join(' · ')
  return (
    <li>
      {type && !isGone
        ? <Link to={`${placeOf(kept, type)}?plugins[i18n][locale]=${kept.locale}`} dir="auto">{titleOf(kept)}</Link>
        : <Typography fontWeight="bold" dir="auto">{titleOf(kept)}</Typography>}
      <Typography textColor="neutral600">{said}</Typography>
      {isGone && <Typography>Den Eintrag gibt es nicht mehr. Vielleicht liegt er im Papierkorb.</Typography>}
      <Modal.Root>
        <Modal.Trigger><Button variant="tertiary">Lesen und kopieren</Button></Modal.Trigger>
        <WholeText kept={kept} look={look} />
      </Modal.Root>
    </li>
  )
}

function WholeText({ kept, look }: Omit<LineProps, 'type'>) {
  const field = useFields(kept.model)
  // Beside nothing, everything that was typed differs.
  const texts = differencesOf(kept.values, {})
    .filter(({ kept: words }) => words)
    .map(({ name, kept: words }) => ({ label: field(name).label, words: field(name).say(words) }))
  const copy = () => void navigator.clipboard.writeText(texts.map(({ label, words }) => `${label}\n${words}`).join('\n\n'))
  const forget = () => void forgetWords(kept.id).then(look)
  return (
    <Modal.Content>
      <Modal.Header><Modal.Title>{`Geschrieben am ${momentIn(kept.writtenAt, 'long')}`}</Modal.Title></Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {texts.map(({ label, words }) => (
            <section key={label}>
              <Typography variant="delta" tag="h3">{label}</Typography>
              <Typography tag="p" style={AS_WRITTEN}>{words}</Typography>
            </section>
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close><Button variant="tertiary">Schließen</Button></Modal.Close>
        <Flex gap={2}>
          <Modal.Close><Button variant="danger-light" onClick={forget}>Nicht mehr aufheben</Button></Modal.Close>
          <Button onClick={copy}>Alles kopieren</Button>
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  )
}

/** Whether the entry has been deleted, in all languages: of one that is there, its form offers the words. */
function useIsGone(kept: KeptWords, type: Type | undefined): boolean {
  const { get } = useFetchClient()
  const [isGone, setIsGone] = useState(false)
  const address = type && kept.documentId ? placeOf(kept, type) : null
  useEffect(() => {
    if (!address) return
    get(`${address}?locale=${kept.locale}`).then(
      () => setIsGone(false),
      (error: unknown) => setIsGone(Reflect.get(Object(error), 'status') === 404),
    )
  }, [get, address, kept.locale])
  return isGone
}

/** The same in the admin and in its API. */
function placeOf({ model, documentId }: KeptWords, { kind }: Type): string {
  if (kind === 'singleType') return `/content-manager/single-types/${model}`
  return `/content-manager/collection-types/${model}/${documentId ?? 'create'}`
}

function titleOf({ values }: KeptWords): string {
  const named: unknown[] = ['title', 'name', 'label'].map(name => Reflect.get(values, name))
  return String(named.find(Boolean) ?? 'ohne Titel')
}
