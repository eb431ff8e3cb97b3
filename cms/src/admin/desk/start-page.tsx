/** The start page: what there is to do, each line one click away from where it is done. */
import { LinkButton, Typography } from '@strapi/design-system'
import { Layouts, Page, useAuth, useFetchClient } from '@strapi/strapi/admin'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import { DONE } from '../appointments/words'
import { momentIn } from '../lists/readable-date'
import { formAddress, KINDS_TO_WRITE } from '../menu/kinds-to-write'
import { useMayBegin } from '../menu/may-begin'
import { addressTo, type AppointmentLine, dayIn, type Desk, type HandoverLine, type Line, type List, listAddress } from './desk'
import { KeptWordsSection } from './kept-words'
import { type Languages, useLanguages } from './languages'
import { DeskLine, DeskSection } from './parts'
import { Translations } from './translations'
import { Welcome } from './welcome'

const AGAIN_MILLISECONDS = 1500
const AGAIN_AFTER_FAILURE_MILLISECONDS = 5000

export default function StartPage() {
  const { get } = useFetchClient()
  const firstname = useAuth('StartPage', state => state.user?.firstname) ?? ''
  const languages = useLanguages()
  const mayBegin = useMayBegin()
  const mayWrite = KINDS_TO_WRITE.some(({ type }) => mayBegin(type))
  const [desk, setDesk] = useState<Desk | 'unknown' | null>(null)
  const wanted = languages.chosen.join()
  const [round, setRound] = useState(0)
  // Not every text was compared yet: the next answer knows more.
  const isGrowing = desk !== null && desk !== 'unknown' && desk.toTranslate.some(({ uncompared }) => uncompared > 0)
  useEffect(() => {
    if (!isGrowing && desk !== 'unknown') return
    const wait = isGrowing ? AGAIN_MILLISECONDS : AGAIN_AFTER_FAILURE_MILLISECONDS
    const timer = setTimeout(() => setRound(before => before + 1), wait)
    return () => clearTimeout(timer)
  }, [isGrowing, desk, round])
  useEffect(() => {
    let isWanted = true
    get<{ data: Desk }>(`/desk?languages=${wanted}`).then(
      ({ data }) => isWanted && setDesk(data.data),
      () => isWanted && setDesk('unknown'),
    )
    return () => {
      isWanted = false
    }
  }, [get, wanted, round])
  if (!desk) return <Page.Loading />
  return (
    <Page.Main>
      <Page.Title>Start</Page.Title>
      <Layouts.Header
        title={firstname ? `Guten Tag, ${firstname}` : 'Guten Tag'}
        subtitle="Was zu tun ist"
        primaryAction={mayWrite && <LinkButton tag={Link} to="/new">Neu schreiben</LinkButton>}
      />
      <Layouts.Content>
        {desk === 'unknown'
          ? <Typography>Was zu tun ist, war gerade nicht zu erfahren. Gleich wird noch einmal gefragt.</Typography>
          : <Work desk={desk} languages={languages} mayWrite={mayWrite} />}
      </Layouts.Content>
    </Page.Main>
  )
}

interface WorkProps {
  desk: Desk
  languages: Languages
  mayWrite: boolean
}

const UPDATE = 'api::measure.status-update'

function Work({ desk, languages, mayWrite }: WorkProps) {
  const mayBegin = useMayBegin()
  const mine = without(desk.mine, desk.handedBack)
  const toCheck = without(desk.toCheck, desk.handedOver)
  return (
    <div className="desk">
      <Welcome mayWrite={mayWrite} />
      <KeptWordsSection />
      <Section title="Zurück an mich" list={desk.handedBack}>
        {line => <DeskLine key={keyOf(line)} line={line} said={handedBy(line)} />}
      </Section>
      <Section title="Zur Prüfung gegeben" list={desk.handedOver}>
        {line => <DeskLine key={keyOf(line)} line={line} said={handedBy(line)} />}
      </Section>
      <Section title="Anmerkungen" list={desk.comments}>
        {line => <DeskLine key={keyOf(line)} line={line} said={handedBy(line)} />}
      </Section>
      <Section title="Termine" list={desk.appointments}>
        {line => <DeskLine key={`${keyOf(line)} ${line.step}`} line={line} said={plannedIn(line)} />}
      </Section>
      <Section title="Meine Entwürfe" list={mine} none="Hier steht, was Sie anfangen, bis es veröffentlicht ist.">
        {line => <DeskLine key={keyOf(line)} line={line} said={`zuletzt ${dayIn(line.when)}`} />}
      </Section>
      <Section title="Entwürfe von anderen" list={toCheck}>
        {line => <DeskLine key={keyOf(line)} line={line} said={`von ${line.who ?? 'jemand'}, ${dayIn(line.when)}`} />}
      </Section>
      <Translations works={desk.toTranslate} languages={languages} />
      <Section title="Lange nichts gehört" list={desk.unheard}>
        {line => (
          <DeskLine
            key={keyOf(line)}
            line={line}
            said={line.when ? `letzte Nachricht ${dayIn(line.when)}` : 'noch keine Nachricht'}
          >
            {mayBegin(UPDATE) && (
              <Link to={formAddress({ type: UPDATE, given: { measure: line.documentId } })}>Sachstand eintragen</Link>
            )}
          </DeskLine>
        )}
      </Section>
      <Section title="Fristen" list={desk.deadlines}>
        {line => <DeskLine key={keyOf(line)} line={line} said={`bis ${dayIn(line.when)}`} />}
      </Section>
      <Section title="Tote Links" list={desk.brokenLinks}>
        {line => (
          <DeskLine key={`${keyOf(line)} ${line.field} ${line.problem}`} line={line} said={line.problem} to={addressTo(line, line.field)}>
            {line.archive && <Copy address={line.archive} />}
          </DeskLine>
        )}
      </Section>
      <Section title="Nachrichten von Leserinnen und Lesern" list={desk.messages}>
        {line => <DeskLine key={keyOf(line)} line={line} said={dayIn(line.when)} />}
      </Section>
      <Section title="Das haben andere veröffentlicht" list={desk.published}>
        {line => <DeskLine key={keyOf(line)} line={line} said={`${line.who ?? 'jemand'}, ${dayIn(line.when)}`} />}
      </Section>
    </div>
  )
}

function Copy({ address }: { address: string }) {
  return <a href={address} target="_blank" rel="noreferrer">Kopie im Archiv</a>
}

/** What stands above is not told twice. */
function without(list: List, others: List): List {
  const told = new Set(others.lines.map(keyOf))
  const lines = list.lines.filter(line => !told.has(keyOf(line)))
  return { lines, total: list.total - (list.lines.length - lines.length) }
}

function handedBy({ who, when, note }: HandoverLine): string {
  return [`von ${who ?? 'jemand'}, ${dayIn(when)}`, ...note ? [`„${note}“`] : []].join(': ')
}

function plannedIn({ step, when, problem }: AppointmentLine): string {
  const moment = when ? momentIn(when) : ''
  return problem ? `wurde am ${moment} nicht ${DONE[step]}: ${problem}` : `wird am ${moment} ${DONE[step]}`
}

function keyOf({ type, documentId, locale }: Line): string {
  return `${type} ${documentId} ${locale ?? ''}`
}

interface SectionProps<Kind extends Line> {
  title: string
  list: List<Kind>
  /** What is said where there is nothing; else the section is left out. */
  none?: string
  children: (line: Kind) => ReactNode
}

function Section<Kind extends Line>({ title, list, none, children }: SectionProps<Kind>) {
  const [type, ...others] = [...new Set(list.lines.map(line => line.type))]
  if (list.total === 0 && !none) return null
  const more = list.total - list.lines.length
  return (
    <DeskSection title={title} count={list.total}>
      {list.total === 0 && <Typography textColor="neutral600">{none}</Typography>}
      <ul>{list.lines.map(children)}</ul>
      {more > 0 && type && others.length === 0 && <Link to={listAddress(type)}>{`${more} weitere in der Liste`}</Link>}
      {more > 0 && others.length > 0 && <Typography textColor="neutral600">{`und ${more} weitere`}</Typography>}
    </DeskSection>
  )
}
