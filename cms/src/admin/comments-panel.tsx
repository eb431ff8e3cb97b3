/** Beside a draft: what colleagues ask and remark at its paragraphs. Its parts are read from `cms/src/comments`. */
import { Button, Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextButton, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { type ChangeEvent, useCallback, useEffect, useState } from 'react'
import { localeOf } from '../../../shared-types/src/locales'
import type { CommentPlace, ToldComment, ToldComments } from '../comments'
import { goTo } from './checks/jump'
import { momentIn } from './lists/readable-date'
import { reasonOf } from './requests/sentences'

interface PanelProps {
  /** The uid of the type. */
  model: string
  activeTab?: string
  /** The row that is open; nothing while it is new. */
  document?: { documentId?: string, locale?: string | null, status?: string, updatedAt?: string }
}

/** Strapi's side panel; none beside what is new or has no drafts. */
export function CommentsPanel({ model, activeTab, document }: PanelProps) {
  const { documentId, locale, status, updatedAt = '' } = document ?? {}
  if (!documentId || !locale || !status || activeTab === 'published') return null
  const content = (
    <Comments key={`${documentId} ${locale}`} address={`/comments/${model}/${documentId}`} locale={locale} savedOn={updatedAt} />
  )
  return { title: 'Anmerkungen', content }
}

interface CommentsProps {
  /** `/comments/<type>/<documentId>` */
  address: string
  locale: string
  savedOn: string
}

function Comments({ address, locale, savedOn }: CommentsProps) {
  const { told, comment, mark } = useComments(address, locale, savedOn)
  if (!told) return told === null ? null : <Typography>Die Anmerkungen sind gerade nicht zu erfahren.</Typography>
  const [open, done] = [false, true].map(isDone => told.comments.filter(one => one.isDone === isDone))
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {open?.map(one => <Told key={one.id} comment={one} locale={locale} mark={mark} />)}
      {done && done.length > 0 && (
        <details className="more-beside">
          <summary>{`Erledigt (${done.length})`}</summary>
          {done.map(one => <Told key={one.id} comment={one} locale={locale} mark={mark} />)}
        </details>
      )}
      <Write places={told.places} comment={comment} />
    </Flex>
  )
}

/** Undefined where they cannot be read, null until they are. */
function useComments(address: string, locale: string, savedOn: string) {
  const { get, post, put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [told, setTold] = useState<ToldComments | null | undefined>(null)
  useEffect(() => {
    let isWanted = true
    get<{ data: ToldComments }>(`${address}?locale=${locale}`).then(
      ({ data }) => isWanted && setTold(data.data), () => isWanted && setTold(undefined),
    )
    return () => {
      isWanted = false
    }
  }, [get, address, locale, savedOn])
  const tell = useCallback(async (asked: Promise<{ data: { data: ToldComments } }>) => {
    try {
      setTold((await asked).data.data)
      return true
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
      return false
    }
  }, [toggleNotification])
  return {
    told,
    comment: (place: string, text: string) => tell(post(`${address}?locale=${locale}`, { place, text })),
    mark: (id: number, isDone: boolean) => tell(put(`${address}/${id}?locale=${locale}`, { isDone })),
  }
}

interface ToldProps {
  comment: ToldComment
  locale: string
  mark: (id: number, isDone: boolean) => Promise<boolean>
}

function Told({ comment, locale, mark }: ToldProps) {
  const { id, at, isOfWhole, quote, now, text, who, when, isDone, mayMark } = comment
  return (
    <Flex tag="article" direction="column" alignItems="stretch" gap={1} paddingBottom={2}>
      {at
        ? <TextButton justifyContent="flex-start" onClick={() => void goTo(fieldAt(at.place))}>{at.name}</TextButton>
        : <Typography variant="pi" fontWeight="bold">{isOfWhole ? WHOLE : 'Der Absatz steht nicht mehr da'}</Typography>}
      {quote && <Quoted label={now === null ? '' : 'Damals:'} text={quote} locale={locale} />}
      {now !== null && <Quoted label="Jetzt:" text={now} locale={locale} />}
      <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>
      <Typography variant="pi" textColor="neutral600">{`${who ?? 'Jemand'}, ${momentIn(when, 'short')}`}</Typography>
      {mayMark && (
        <Button variant="tertiary" size="S" onClick={() => void mark(id, !isDone)}>{isDone ? 'Doch noch offen' : 'Erledigt'}</Button>
      )}
    </Flex>
  )
}

/** Longer ones are cut: the whole of it stands in the form. */
const SHOWN = 120

function Quoted({ label, text, locale }: { label: string, text: string, locale: string }) {
  const { language, direction } = localeOf(locale)
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {label && <b>{`${label} `}</b>}
      <q lang={language} dir={direction}>{shortened(text)}</q>
    </Typography>
  )
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text
}

/** `body/2/answer/0` stands in the field `body.2.answer`, `text/3` in `text`. */
function fieldAt(place: string): string {
  const [name = '', index, inner] = place.split('/')
  return inner && !/^\d+$/.test(inner) ? `${name}.${index}.${inner}` : name
}

const WHOLE = 'Zum ganzen Text'

interface WriteProps {
  places: CommentPlace[]
  comment: (place: string, text: string) => Promise<boolean>
}

/** What is not saved yet nobody else sees: it cannot be commented on. */
function Write({ places, comment }: WriteProps) {
  const isModified = useForm('Write', form => form.modified, false)
  const [isOpen, setIsOpen] = useState(false)
  const [place, setPlace] = useState('')
  const [text, setText] = useState('')
  if (!isOpen) return <Button variant="tertiary" fullWidth onClick={() => setIsOpen(true)}>Anmerkung schreiben</Button>
  const send = async () => {
    if (!await comment(place, text)) return
    setText('')
    setPlace('')
    setIsOpen(false)
  }
  return (
    <>
      <Field.Root name="comment-place">
        <Field.Label>Wozu</Field.Label>
        <SingleSelect value={place || WHOLE} onChange={value => setPlace(value === WHOLE ? '' : String(value))}>
          {[{ place: WHOLE, name: WHOLE, text: '' }, ...places].map(one => (
            <SingleSelectOption key={one.place} value={one.place}>
              {one.text ? `${one.name}: ${shortened(one.text)}` : one.name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="comment-text" hint="Nur Kolleginnen und Kollegen lesen es.">
        <Field.Label>Anmerkung</Field.Label>
        <Textarea value={text} onChange={({ target }: ChangeEvent<HTMLTextAreaElement>) => setText(target.value)} />
        <Field.Hint />
      </Field.Root>
      {isModified && <Typography textColor="neutral600">Zu wählen ist, was gespeichert ist.</Typography>}
      <Button variant="secondary" fullWidth onClick={() => void send()}>Anmerken</Button>
      <Button variant="tertiary" fullWidth onClick={() => setIsOpen(false)}>Doch nicht</Button>
    </>
  )
}
