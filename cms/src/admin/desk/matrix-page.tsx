/** „Übersetzungen“: every text in which something is to be done, and the languages of whoever translates. */
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system'
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import { LOCALES } from '../../../../shared-types/src/locales'
import { Sign, WORDS } from '../lists/sign'
import { addressTo, type Matrix, type MatrixCell, type MatrixRow, translationAddress, type TranslationLine } from './desk'
import { useLanguages } from './languages'
import { LanguageChoice } from './translations'

const AGAIN_MILLISECONDS = 1500

export default function MatrixPage() {
  const languages = useLanguages()
  const { chosen, choose } = languages
  const [type, setType] = useState('')
  const [page, setPage] = useState(1)
  const matrix = useMatrix(chosen, type, page)
  const begin = (change: () => void) => {
    change()
    setPage(1)
  }
  return (
    <Page.Main>
      <Page.Title>Übersetzungen</Page.Title>
      <Layouts.Header
        title="Übersetzungen"
        subtitle="Worin etwas zu tun ist, das Dringendste zuerst"
        navigationAction={<BackButton fallback="/" />}
      />
      <Layouts.Content>
        <Box className="matrix" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
          <LanguageChoice {...languages} choose={(code, isWanted) => begin(() => choose(code, isWanted))} />
          {matrix && matrix !== 'unknown' && chosen.length > 0 && (
            <>
              <Kinds kinds={matrix.kinds} type={type} choose={kind => begin(() => setType(kind))} />
              <Typography tag="p" role="status" textColor="neutral600">{countOf(matrix)}</Typography>
              {matrix.rows.length > 0 && <Table rows={matrix.rows} languages={chosen} />}
              <Pages page={page} pages={matrix.pages} choose={setPage} />
            </>
          )}
          {matrix === 'unknown' && <Typography>Das war gerade nicht zu erfahren. Bitte laden Sie die Seite neu.</Typography>}
        </Box>
      </Layouts.Content>
    </Page.Main>
  )
}

/** Asked again as long as there is something that was not compared yet. */
function useMatrix(languages: string[], type: string, page: number): Matrix | 'unknown' | null {
  const { get } = useFetchClient()
  const [matrix, setMatrix] = useState<Matrix | 'unknown' | null>(null)
  const [round, setRound] = useState(0)
  const address = `/translation-matrix?languages=${languages.join()}&type=${type}&page=${page}`
  useEffect(() => {
    let isWanted = true
    get<{ data: Matrix }>(address).then(
      ({ data }) => isWanted && setMatrix(data.data), () => isWanted && setMatrix('unknown'),
    )
    return () => {
      isWanted = false
    }
  }, [get, address, round])
  const isGrowing = matrix !== null && matrix !== 'unknown' && matrix.uncompared > 0
  useEffect(() => {
    if (!isGrowing) return undefined
    const timer = setTimeout(() => setRound(before => before + 1), AGAIN_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isGrowing, round])
  return matrix
}

function countOf({ total, uncompared }: Matrix): string {
  const found = total === 1 ? '1 Text' : `${total} Texte`
  if (uncompared > 0) return `${found}; ${uncompared} Übersetzungen werden noch verglichen.`
  return total === 0 ? 'Alles ist übersetzt und aktuell.' : `${found}, in denen etwas zu tun ist.`
}

interface KindsProps {
  kinds: Matrix['kinds']
  type: string
  choose: (type: string) => void
}

const EVERY_KIND = 'all'

function Kinds({ kinds, type, choose }: KindsProps) {
  return (
    <SingleSelect
      aria-label="Was"
      value={type || EVERY_KIND}
      onChange={value => choose(value === EVERY_KIND ? '' : String(value))}
    >
      <SingleSelectOption value={EVERY_KIND}>Alles</SingleSelectOption>
      {kinds.map(({ type: uid, kind }) => <SingleSelectOption key={uid} value={uid}>{kind}</SingleSelectOption>)}
    </SingleSelect>
  )
}

function Table({ rows, languages }: { rows: MatrixRow[], languages: string[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Texte und Sprachen">
      <table>
        <thead>
          <tr>
            <th scope="col">Text</th>
            {languages.map(code => <LanguageHead key={code} code={code} />)}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.documentId}>
              <th scope="row">
                <span dir="auto">{row.title || 'ohne Titel'}</span>
                <span className="kind">{row.kind}</span>
              </th>
              {row.cells.map(cell => <td key={cell.language}><Cell row={row} cell={cell} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LanguageHead({ code }: { code: string }) {
  const locale = LOCALES.find(candidate => candidate.code === code)
  return <th scope="col" lang={locale?.language} dir={locale?.direction}>{locale?.name ?? code}</th>
}

function Cell({ row: { type, documentId }, cell: { language, state, line } }: { row: MatrixRow, cell: MatrixCell }) {
  if (state === null) return <>wird verglichen</>
  if (state === 'closed') return <span title="Das dürfen Sie hier nicht schreiben.">–</span>
  const at = { type, documentId, locale: language }
  return (
    <Link to={state === 'source' ? addressTo(at) : translationAddress(at, line?.field)}>
      <Sign standing={state} />
      <span className="narrow">{`${language}: `}</span>
      {WORDS[state]}
      {line && line.words > 0 && <span className="kind">{amountOf(line)}</span>}
    </Link>
  )
}

function amountOf({ words, minutes }: TranslationLine): string {
  return `${words} ${words === 1 ? 'Wort' : 'Wörter'}, ${minutes} min`
}

function Pages({ page, pages, choose }: { page: number, pages: number, choose: (page: number) => void }) {
  if (pages < 2) return null
  return (
    <Flex gap={3}>
      <Button variant="tertiary" disabled={page <= 1} onClick={() => choose(page - 1)}>Zurück</Button>
      <Typography>{`Seite ${page} von ${pages}`}</Typography>
      <Button variant="tertiary" disabled={page >= pages} onClick={() => choose(page + 1)}>Weiter</Button>
    </Flex>
  )
}
