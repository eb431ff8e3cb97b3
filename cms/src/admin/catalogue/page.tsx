/** „Maßnahmenkatalog“: a table becomes drafts, after a trial that shows what becomes of each row. */
import { Box, Button, Typography } from '@strapi/design-system'
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin'
import { type ChangeEvent, useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import type { ChosenPlan } from '../../catalogue/plans'
import { listAddress } from '../desk/desk'
import { ColumnChoice } from './columns'
import { GiveOut } from './give-out'
import { Rows } from './rows'
import { type Choices, type UsedTrial, useTrial } from './use-trial'
import { countsOf, deedInWords, writtenInWords } from './words'

const UNKNOWN = 'Die Pläne waren gerade nicht zu erfahren. Bitte laden Sie die Seite noch einmal.'
const NO_PLAN = 'Es gibt noch keinen Plan, zu dem Sie Maßnahmen schreiben dürfen. Legen Sie zuerst einen an.'

export default function CataloguePage() {
  const plans = usePlans()
  const [chosen, choosePlan] = useState('')
  const used = useTrial()
  if (!plans) return <Page.Loading />
  const plan = plans === 'unknown' ? undefined : plans.find(({ documentId }) => documentId === chosen) ?? plans[0]
  return (
    <Page.Main>
      <Page.Title>Maßnahmenkatalog</Page.Title>
      <Layouts.Header
        title="Maßnahmenkatalog"
        subtitle="Viele Maßnahmen auf einmal: aus einer Tabelle einlesen oder als Tabelle ausgeben"
        navigationAction={<BackButton fallback="/" />}
      />
      <Layouts.Content>
        {plans === 'unknown' && <Typography>{UNKNOWN}</Typography>}
        {plans.length === 0 && <Typography>{NO_PLAN}</Typography>}
        {plan && plans !== 'unknown' && (
          <Box className="catalogue" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
            <div className="choice">
              <label htmlFor="catalogue-plan">Plan</label>
              <select
                id="catalogue-plan"
                value={plan.documentId}
                onChange={({ target }) => {
                  choosePlan(target.value)
                  used.forget()
                }}
              >
                {plans.map(({ documentId, title }) => <option key={documentId} value={documentId}>{title}</option>)}
              </select>
            </div>
            <GiveOut plan={plan} />
            <ReadIn key={plan.documentId} plan={plan.documentId} used={used} />
          </Box>
        )}
      </Layouts.Content>
    </Page.Main>
  )
}

/** Null as long as they are asked for. */
function usePlans(): ChosenPlan[] | 'unknown' | null {
  const { get } = useFetchClient()
  const [plans, setPlans] = useState<ChosenPlan[] | 'unknown' | null>(null)
  useEffect(() => {
    let isWanted = true
    get<{ data: ChosenPlan[] }>('/catalogue/plans').then(
      ({ data }) => isWanted && setPlans(data.data), () => isWanted && setPlans('unknown'),
    )
    return () => {
      isWanted = false
    }
  }, [get])
  return plans
}

function ReadIn({ plan, used }: { plan: string, used: UsedTrial }) {
  const { choices, trial, written, problem, isBusy } = used
  const begin = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    used.forget()
    if (file) await used.attempt({ plan, file: new Blob([await file.arrayBuffer()]), sheet: '', mapping: null })
  }
  return (
    <section>
      <Typography tag="h2" variant="delta">Einlesen</Typography>
      <Typography tag="p">
        Es entstehen nur Entwürfe. Zuerst sehen Sie, was aus jeder Zeile wird; bis dahin wird nichts gespeichert.
      </Typography>
      <div className="choice">
        <label htmlFor="catalogue-file">Tabelle (.xlsx oder CSV)</label>
        <input
          id="catalogue-file"
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          disabled={isBusy}
          // The same file once more, after it was mended, is a choice, too.
          onClick={({ currentTarget }) => {
            currentTarget.value = ''
          }}
          onChange={event => void begin(event)}
        />
      </div>
      <div role="status">
        {isBusy && <Typography tag="p">Einen Moment bitte …</Typography>}
        {problem && <Typography tag="p" className="problem">{problem}</Typography>}
        {written && <Typography tag="p" fontWeight="bold">{writtenInWords(written)}</Typography>}
        {trial && !problem && !isBusy && <Typography tag="p" fontWeight="bold">{countsOf(trial.rows)}</Typography>}
      </div>
      {problem && choices && trial && (
        <Button variant="secondary" onClick={() => void used.attempt(choices)}>Noch einmal prüfen</Button>
      )}
      {written && <Link to={listAddress('api::measure.measure')}>Zu den Maßnahmen</Link>}
      {choices && trial && <Shown choices={choices} used={used} />}
    </section>
  )
}

/** What was read of the table, and the button with which it is read in. */
function Shown({ choices, used: { trial, attempt, readIn, problem, isBusy } }: { choices: Choices, used: UsedTrial }) {
  if (!trial) return null
  const isPossible = trial.rows.every(({ deed }) => deed !== 'impossible')
  const deed = deedInWords(trial.rows)
  return (
    <>
      {trial.sheets.length > 1 && (
        <div className="choice">
          <label htmlFor="catalogue-sheet">Blatt</label>
          <select
            id="catalogue-sheet"
            value={trial.sheet}
            disabled={isBusy}
            onChange={({ target }) => void attempt({ ...choices, sheet: target.value, mapping: null })}
          >
            {trial.sheets.map(sheet => <option key={sheet}>{sheet}</option>)}
          </select>
        </div>
      )}
      <ColumnChoice trial={trial} isBusy={isBusy} choose={mapping => void attempt({ ...choices, mapping })} />
      {deed && (
        <Button size="L" disabled={!isPossible || isBusy || problem !== ''} onClick={() => void readIn()}>{deed}</Button>
      )}
      {!isPossible && (
        <Typography tag="p">
          Eingelesen wird alles oder nichts. Bitte berichtigen Sie die Zeilen, die so nicht gehen, in der Tabelle, und
          wählen Sie die Datei noch einmal aus. Oder lassen Sie die Spalte weg.
        </Typography>
      )}
      <Rows rows={trial.rows} />
    </>
  )
}
