/** The measures of a plan as a table: read in as drafts, given out, changed and read in again, as each role. */
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cast, castOf, FIELD, MEASURE, ORGANISATION, paragraph } from './cast'
import { entriesOf } from './editor'
import { type Editor, editor } from './editors'
import { type Cms, type Row, startCms, type Values } from './strapi'
import { dated, encoded, type MadeSheet, STYLES, xlsx, zip } from './tables'

const GOAL = 'api::plan.goal'
const SOURCE = 'api::source.source'

let cms: Cms
let cast: Cast
let rita: Editor
let anton: Editor
let plan: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  for (const name of ['Beispielamt', 'Beispielverein', 'Verein, eingetragen'])
    await cms.documents(ORGANISATION).create({ data: { name, kind: 'association', citations: cast.citations } })
  await cms.documents(SOURCE).create({ data: { kind: 'council_paper', paperNumber: '0094/2008' } })
})

afterAll(() => cms?.stop())

/** A plan of its own for every test, with two fields and a goal. */
beforeEach(async () => {
  plan = await cast.plan({ title: 'Beispielplan' })
  const fields = []
  for (const title of ['Bildung', 'Arbeit und Sprache'])
    fields.push(await cms.documents(FIELD).create({ data: { title, plan: plan.documentId } }))
  await cms.documents(GOAL).create({ data: { title: 'Alle lernen Deutsch', fieldOfAction: fields[0]?.documentId } })
})

interface Trial {
  sheets: string[]
  sheet: string
  headings: { heading: string, example: string }[]
  mapping: (string | null)[]
  columns: { name: string, label: string }[]
  rows: {
    number: number
    title: string
    deed: string
    documentId: string | null
    changes: { label: string, before: string, after: string }[]
    problems: string[]
    notes: string[]
  }[]
  state: string
}

interface Reply {
  status: number
  trial: Trial
  written: { made?: number, changed?: number }
  message: string
}

interface Sending {
  by?: Editor
  into?: Row
  mapping?: (string | null)[]
  sheet?: string
  state?: string
}

async function send(
  step: string, file: Uint8Array | string | null, { by = rita, into = plan, mapping, sheet, state }: Sending,
): Promise<Reply> {
  const form = new FormData()
  if (file !== null) form.append('file', new Blob([Uint8Array.from(Buffer.from(file))]), 'Tabelle')
  form.append('plan', into.documentId)
  if (mapping) form.append('mapping', JSON.stringify(mapping))
  if (sheet) form.append('sheet', sheet)
  if (state) form.append('state', state)
  const { status, data, error } = await by.send('POST', `/catalogue/${step}`, form)
  const trial: Trial = Object(data)
  return { status, trial, written: Object(data), message: error?.message ?? '' }
}

const attempt = (file: Uint8Array | string | null, sending: Sending = {}) => send('try', file, sending)

/** As the page does it: first the trial, then the table is read in. */
async function readIn(file: Uint8Array | string, sending: Sending = {}): Promise<Reply> {
  const { trial, message } = await attempt(file, sending)
  expect([message, trial.rows.flatMap(({ problems }) => problems)]).toEqual(['', []])
  return send('apply', file, { ...sending, state: trial.state })
}

const drafts = (of = plan): Promise<Values[]> => cms.strapi.db.query(MEASURE).findMany({
  where: { plan: { documentId: of.documentId }, publishedAt: { $null: true } }, orderBy: 'id',
  populate: ['fieldOfAction', 'goals', 'lead', 'partners', 'citations.source', 'createdBy', 'updatedBy'],
})

const only = async (): Promise<Values & { documentId: string }> => {
  const [draft, ...others] = await drafts()
  expect(others).toEqual([])
  return { ...draft, documentId: String(draft?.documentId) }
}

/** What a trial says of new rows: the values by the labels of their fields. */
const saidIn = ({ trial }: Reply) =>
  trial.rows.map(({ changes }) => Object.fromEntries(changes.map(({ label, after }) => [label, after])))

const deedsIn = ({ trial }: Reply) => trial.rows.map(({ deed }) => deed)
const problemsIn = ({ trial }: Reply) => trial.rows.map(({ problems }) => problems.join(' '))

/** What the portal gives out, as the rows of a spreadsheet. */
async function givenOut(format: 'csv' | 'xlsx', by = rita, of = plan): Promise<string[][]> {
  const response = await by.download(`/catalogue/export?plan=${of.documentId}&format=${format}`)
  expect(response.status).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (format === 'csv') return parse(bytes, { delimiter: ';', bom: true })
  const rows: unknown[][] = await readSheet(new Blob([bytes]), { trim: false })
  return rows.map(row => row.map(cell => cell === null ? '' : String(cell)))
}

const asCsv = (rows: string[][]) => rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')

/** The rows with one cell changed, by the title of the measure and the heading of the column. */
function changed(rows: string[][], title: string, heading: string, value: string): string[][] {
  const [headings = []] = rows
  const at = headings.indexOf(heading)
  return rows.map(row => row[headings.indexOf('Titel')] === title ? row.with(at, value) : row)
}

describe('the same two measures are read from', () => {
  const LINES = [['Nummer im Plan', 'Titel', 'Kosten', 'Handlungsfeld'], ['1.1', 'Üben für alle', '12,5 Mio. €', 'Bildung'], ['1.2', 'Größe zeigen – „jetzt“', 'keine', 'Bildung']]
  const by = (delimiter: string, lines = LINES) => lines.map(line => line.join(delimiter)).join('\r\n')
  const commas = by(',', LINES.map(line => line.map(cell => `"${cell}"`)))
  const [head = [], first = [], second = []] = LINES
  const sheet = (rows: MadeSheet['rows']) => xlsx({ name: 'Maßnahmen', rows })

  test.each<[string, Buffer]>([
    ['semicolons', encoded(by(';'), 'utf-8')],
    ['semicolons with a byte order mark', encoded(by(';'), 'utf-8 with mark')],
    ['commas and quotation marks', encoded(commas, 'utf-8')],
    ['tabs', encoded(by('\t'), 'utf-8')],
    ['bars', encoded(by('|'), 'utf-8')],
    ['what Windows writes (CP1252)', encoded(by(';'), 'windows-1252')],
    ['UTF-16 as „Unicode-Text“ of Excel', encoded(by('\t'), 'utf-16le with mark')],
    ['UTF-16 without a mark', encoded(by(';'), 'utf-16le')],
    ['UTF-16 of other machines', encoded(by(';'), 'utf-16be with mark')],
    ['lines that end as on old machines', encoded(by(';').replaceAll('\r\n', '\n'), 'utf-8')],
    ['a first line that names the delimiter', encoded(`sep=;\r\n${by(';')}`, 'utf-8')],
    ['a title and empty lines around', encoded(`Katalog 2030, Beispiel;;;\r\n;;;\r\n${by(';')}\r\n;;;\r\n;;;\r\n`, 'utf-8')],
    ['an Excel file', sheet(LINES)],
    ['an Excel file with an empty row and a title', sheet([['Katalog 2030'], [], head, first, [], second])],
    ['an Excel file with formulas and their results', sheet([head, ['<c t="str"><f>1&amp;1</f><v>1.1</v></c>', ...first.slice(1)], second])],
    ['the second sheet of an Excel file', xlsx({ name: 'Deckblatt', rows: [['Beispiel']] }, { name: 'Katalog', rows: LINES })],
  ])('%s', async (_from, file) => {
    const reply = await attempt(file)
    expect([reply.message, problemsIn(reply)]).toEqual(['', ['', '']])
    expect(saidIn(reply)).toEqual([first, second].map(line => ({
      'Nummer im Plan': line[0], 'Titel': line[1], 'Kosten': line[2], 'Handlungsfeld': line[3],
    })))
  })
})

describe('of the dirt in cells', () => {
  /** The one new measure of a sheet. */
  const oneOf = async (rows: MadeSheet['rows'], more: Partial<MadeSheet> = {}) => {
    const reply = await attempt(xlsx({ name: 'Katalog', rows, ...more }))
    expect(reply.message).toBe('')
    return { said: saidIn(reply)[0] ?? {}, problems: problemsIn(reply)[0] ?? '' }
  }

  test.each<[string, string | number, string]>([
    ['a day', dated(45363, STYLES.day), '12. März 2024'],
    ['a month, which Excel keeps as its first day', dated(45352, STYLES.month), 'März 2024'],
    ['a month in words', dated(45352, STYLES.monthInWords), 'März 2024'],
    ['a year, which Excel keeps as its first day', dated(45292, STYLES.year), '2024'],
    ['the number of a day', 45363, '12. März 2024'],
    ['a year', 2024, '2024'],
    ['words', 'seit März 2024', 'seit März 2024'],
    ['two years', '2024-2026', '2024–2026'],
  ])('%s is read as a date', async (_what, cell, expected) => {
    expect((await oneOf([['Titel', 'Laufzeit'], ['Ein Beispiel', cell]])).said).toEqual({ Titel: 'Ein Beispiel', Zeitraum: expected })
  })

  test.each<[string, string | number, string]>([
    ['a number has a comma', 12.5, '12,5'], ['a sum has no digits that nobody typed', 0.1 + 0.2, '0,3'],
    ['a truth is a word', '<c t="b"><v>1</v></c>', 'Ja'], ['a formula is its result', '<c><f>10*2</f><v>20</v></c>', '20'],
    ['line breaks in a line are blanks', 'keine\nAngabe', 'keine Angabe'],
  ])('%s', async (_what, cell, expected) => {
    expect((await oneOf([['Titel', 'Kosten'], ['Ein Beispiel', cell]])).said.Kosten).toBe(expected)
  })

  test.each<[string, MadeSheet['rows'], string]>([
    ['an error of a formula', [['Titel', 'Kosten'], ['Ein Beispiel', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>']], '„Kosten“: In B2 steht der Fehlerwert #DIV/0!.'],
    ['a number that a spreadsheet took for a date', [['Titel', 'Nr.'], ['Ein Beispiel', dated(45292, STYLES.day)]], '„Nummer im Plan“: Hier steht ein Datum (01.01.2024).'],
    ['what is no date', [['Titel', 'Zeitraum'], ['Ein Beispiel', 'demnächst']], '„demnächst“ ist kein Datum'],
    ['a word that a closed list has not', [['Titel', 'Art'], ['Ein Beispiel', 'Traum']], '„Art“: „Traum“ gibt es hier nicht. Möglich sind: Maßnahme der Verwaltung,'],
    ['an organisation that there is not', [['Titel', 'Federführung'], ['Ein Beispiel', 'Amt für Zufall']], '„Federführung“: „Amt für Zufall“ gibt es nicht'],
    ['a field of another plan', [['Titel', 'Handlungsfeld'], ['Ein Beispiel', 'Kultur']], '„Handlungsfeld“: „Kultur“ gibt es in diesem Plan nicht'],
    ['a missing title', [['Titel', 'Nr.'], ['', '1.1']], 'Der Titel fehlt.'],
    ['a title that no line can hold', [['Titel'], ['x'.repeat(300)]], '„Titel“ hat 300 Zeichen; höchstens 255 sind möglich.'],
    ['an address that is none', [['Titel', 'Adresse'], ['Ein Beispiel', 'Straße 1']], 'geht nicht in eine Adresse'],
    ['an id that there is not', [['Kennung', 'Titel'], ['abcdefghijklmnopqrstuvwx', 'Ein Beispiel']], 'In diesem Plan gibt es keine Maßnahme mit der Kennung'],
  ])('%s is said beside its row', async (_what, rows, sentence) => {
    expect((await oneOf(rows)).problems).toContain(sentence)
  })

  test('a cell that is merged over rows holds for each of them', async () => {
    const rows = [['Titel', 'Handlungsfeld'], ['Eins', 'Bildung'], ['Zwei', null], ['Drei', null], ['Vier', null]]
    const reply = await attempt(xlsx({ name: 'Katalog', rows, merged: ['B2:B4', 'A1:B1'] }))
    expect(saidIn(reply).map(said => said.Handlungsfeld)).toEqual(['Bildung', 'Bildung', 'Bildung', undefined])
  })

  test('paragraphs, closed lists and related entries are read in the words in which people write them', async () => {
    const file = '"Titel";"Beschreibung";"Art";"Federführend";"Partner";"Ziele";"Belege"\r\n'
      + '"Ein Beispiel";"Erster Absatz,\neine Zeile.\n\nZweiter Absatz.";"PRÜFAUFTRAG";"beispielamt";"Beispielverein; Verein, eingetragen";"Alle lernen Deutsch";"0094/2008 | S. 3 | Ein Zitat"\r\n'
      + '"Noch eines";"";"mandate";"";"Beispielamt, Beispielverein";"";"0094/2008; Bericht über die Umsetzung"'
    expect((await readIn(file)).written).toEqual({ made: 2, changed: 0 })
    const [first, second] = await drafts()
    expect(first).toMatchObject({
      title: 'Ein Beispiel', kind: 'mandate', lead: { name: 'Beispielamt' }, goals: [{ title: 'Alle lernen Deutsch' }],
      text: [paragraph('Erster Absatz,\neine Zeile.'), paragraph('Zweiter Absatz.')],
      partners: [{ name: 'Beispielverein' }, { name: 'Verein, eingetragen' }],
      citations: [{ page: 'S. 3', quote: 'Ein Zitat', source: { paperNumber: '0094/2008' } }],
    })
    expect(second).toMatchObject({
      kind: 'mandate', text: null, partners: [{ name: 'Beispielamt' }, { name: 'Beispielverein' }],
      citations: [{ source: { paperNumber: '0094/2008' } }, { source: { title: 'Bericht über die Umsetzung' } }],
    })
  })

  test('a name that two entries have asks which one is meant, and the id says it', async () => {
    const { documentId } = await cms.documents(FIELD).create({ data: { title: 'Bildung', plan: plan.documentId, slug: 'bildung-zwei' } })
    const reply = await attempt('Titel;Handlungsfeld\nEin Beispiel;Bildung')
    expect(problemsIn(reply)[0]).toContain(`„Bildung“ gibt es in diesem Plan mehrmals (Handlungsfeld). Schreiben Sie statt des Namens die Kennung: `)
    expect(problemsIn(reply)[0]).toContain(documentId)
    await readIn(`Titel;Handlungsfeld\nEin Beispiel;${documentId}`)
    expect(await only()).toMatchObject({ fieldOfAction: { documentId } })
  })

  test('a row that stands there twice is said with the number of the other', async () => {
    const reply = await attempt('Titel;Nr.;Handlungsfeld\nEins;1;Bildung\nEins;1;Arbeit und Sprache\n Eins ;1;Bildung')
    expect(problemsIn(reply)).toEqual(['', '', expect.stringContaining('dieselbe Maßnahme wie in Zeile 2')])
  })
})

describe('which column means what', () => {
  const FILE = 'Titel;Kosten;Kosten;;Bemerkung\nEin Beispiel;1 €;2 €;ohne Kopf;intern'

  test('is guessed, each of ours once, and what is not known is left out', async () => {
    const { trial } = await attempt(FILE)
    expect(trial.mapping).toEqual(['title', 'cost', null, null, null])
    expect(trial.headings).toEqual([
      { heading: 'Titel', example: 'Ein Beispiel' }, { heading: 'Kosten', example: '1 €' }, { heading: 'Kosten', example: '2 €' },
      { heading: 'Spalte D (ohne Überschrift)', example: 'ohne Kopf' }, { heading: 'Bemerkung', example: 'intern' },
    ])
    expect(trial.columns.map(({ label }) => label)).toEqual([
      'Kennung', 'Bearbeitungsstand', 'Titel', 'Adresse', 'Nummer im Plan', 'In einem Satz', 'Handlungsfeld', 'Ziele', 'Art',
      'Text', 'Federführung', 'Partner', 'Vorgeschlagen von', 'Zeitraum', 'Kosten', 'Kennzahl', 'Belege', 'Gewissheit',
    ])
  })

  test('can be chosen', async () => {
    const reply = await attempt(FILE, { mapping: ['title', null, 'cost', 'summary', null] })
    expect(saidIn(reply)).toEqual([{ 'Titel': 'Ein Beispiel', 'Kosten': '2 €', 'In einem Satz': 'ohne Kopf' }])
  })

  test.each<[string, (string | null)[], string]>([
    ['twice', ['title', 'cost', 'cost', null, null], 'Zwei Spalten sind „Kosten“ zugeordnet.'],
    ['that there is not', ['title', 'plan', null, null, null], 'Diese Zuordnung passt nicht zu der Datei.'],
    ['of other columns', ['title'], 'Diese Zuordnung passt nicht zu der Datei.'],
  ])('cannot be something %s', async (_what, mapping, sentence) => {
    const { status, message } = await attempt(FILE, { mapping })
    expect([status, message]).toEqual([400, expect.stringContaining(sentence)])
  })

  test('can be asked of another sheet', async () => {
    const file = xlsx({ name: 'Eins', rows: [['Titel'], ['Erste']] }, { name: 'Zwei', rows: [['Titel'], ['Zweite']] })
    expect((await attempt(file)).trial).toMatchObject({ sheets: ['Eins', 'Zwei'], sheet: 'Eins', rows: [{ title: 'Erste' }] })
    expect((await attempt(file, { sheet: 'Zwei' })).trial).toMatchObject({ sheet: 'Zwei', rows: [{ title: 'Zweite' }] })
  })
})

describe('a file is refused with a sentence, and nothing is read', () => {
  const rows = (count: number) => ['Titel', ...Array.from({ length: count }, (_, index) => `Beispiel ${index}`)].join('\n')
  const bomb = Buffer.alloc(60_000_000, ' ')
  const workbook = { 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': '<Relationships/>' }

  test.each<[string, () => Uint8Array | string | null, string]>([
    ['no file', () => null, 'Bitte wählen Sie eine Datei aus.'],
    ['nothing', () => '', 'Die Datei ist leer.'],
    ['too much', () => Buffer.alloc(5_000_001, 'a'), 'größer als 5 MB'],
    ['5,001 measures', () => rows(5001), 'Die Tabelle hat 5.001 Zeilen; höchstens 1.000 sind möglich.'],
    ['100,000 rows', () => rows(100_000), 'reicht über 20.000 Zeilen'],
    ['101 columns', () => `${'a;'.repeat(100)}Titel\n${'b;'.repeat(100)}Beispiel`, 'Die Tabelle hat 101 Spalten'],
    ['headings alone', () => 'Titel;Kosten', 'steht keine Zeile'],
    ['a quotation mark that does not end', () => 'Titel;Kosten\n"Ein Beispiel;1 €\nZwei;2 €', 'Anführungszeichen, das nicht endet'],
    ['a picture', () => Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex'), 'Das ist keine Tabelle'],
    ['a web page', () => '<html><table><tr><td>Titel</td></tr></table></html>', 'Das ist keine Tabelle'],
    ['an old Excel file', () => Buffer.from('D0CF11E0A1B11AE10000', 'hex'), 'Das ist eine alte Excel-Datei (.xls)'],
    ['a text document', () => zip({ 'word/document.xml': '<document/>' }), 'Das ist keine Excel-Datei (.xlsx).'],
    ['a workbook without sheets', () => zip(workbook), 'In der Datei ist kein Blatt.'],
    ['half an Excel file', () => xlsx({ name: 'A', rows: [['Titel'], ['Beispiel']] }).subarray(0, 400), 'lässt sich nicht lesen'],
    ['garbage that begins like one', () => Buffer.from('PK\u0003\u0004 und noch etwas'), 'lässt sich nicht lesen'],
    ['an archive that unpacks to 60 MB', () => zip({ ...workbook, 'xl/sharedStrings.xml': bomb }), 'lässt sich nicht lesen'],
    ['one that says that it does not', () => zip({ ...workbook, 'xl/sharedStrings.xml': bomb }, 1000), 'lässt sich nicht lesen'],
    ['a cell at the far end', () => xlsx({ name: 'A', rows: [['Titel', '<c r="XFD1048576"><v>1</v></c>']] }), 'reicht über 20.000 Zeilen'],
    ['a row that no sheet has', () => xlsx({ name: 'A', rows: [['Titel'], ['<c r="A2"><v>1</v></c></row><row r="99999999999">']] }), 'lässt sich nicht lesen'],
    ['a cell without a place', () => xlsx({ name: 'A', rows: [['Titel', '<c r="unknown"><v>1</v></c>']] }), 'lässt sich nicht lesen'],
    ['a formula without a result', () => xlsx({ name: 'A', rows: [['Titel'], ['<c t="str"><f>A1</f></c>']] }), 'In A2 steht eine Formel, deren Ergebnis nicht in der Datei steht.'],
  ])('%s', async (_what, file, sentence) => {
    const begin = performance.now()
    const { status, message } = await attempt(file())
    expect([status, message]).toEqual([400, expect.stringContaining(sentence)])
    expect(performance.now() - begin).toBeLessThan(20_000)
    expect(await drafts()).toEqual([])
  })
})

describe('a catalogue', () => {
  const FILE = 'Nr.;Titel;Handlungsfeld;Kosten\r\n1;Erstes Beispiel;Bildung;1 €\r\n2;Zweites Beispiel;Bildung;2 €\r\n1;Drittes Beispiel;Arbeit und Sprache;3 €'

  test('becomes drafts of whoever reads it in, and nothing is published', async () => {
    const reply = await attempt(FILE)
    expect([deedsIn(reply), await drafts()]).toEqual([['new', 'new', 'new'], []])
    expect((await readIn(FILE, { by: anton })).written).toEqual({ made: 3, changed: 0 })
    expect(await drafts()).toMatchObject(['Erstes', 'Zweites', 'Drittes'].map(word => ({
      title: `${word} Beispiel`, slug: expect.stringContaining('beispiel'), createdBy: { firstname: 'Anton' },
      updatedBy: { firstname: 'Anton' }, certainty: 'documented', kind: 'unknown',
    })))
    const published = { where: { plan: { documentId: plan.documentId }, publishedAt: { $notNull: true } } }
    expect(await cms.strapi.db.query(MEASURE).count(published)).toBe(0)
  })

  test('that is read in again changes nothing, and writes nothing', async () => {
    await readIn(FILE)
    const before = await drafts()
    const again = await attempt(FILE)
    expect([deedsIn(again), again.trial.rows.flatMap(({ changes }) => changes)]).toEqual([['same', 'same', 'same'], []])
    expect((await readIn(FILE)).written).toEqual({ made: 0, changed: 0 })
    expect(await drafts()).toEqual(before)
  })

  test('that is read in again leaves what others have changed since, and says who and when', async () => {
    await readIn(FILE)
    const [first] = await drafts()
    const documentId = String(first?.documentId)
    const form = await anton.open(MEASURE, documentId)
    expect((await anton.save(MEASURE, form, { title: 'Umbenannt', code: '7', cost: '9 €' })).status).toBe(200)
    const { trial } = await attempt(FILE)
    const left = (label: string, now: string) =>
      expect.stringMatching(new RegExp(`^„${label}“ bleibt „${now}“ \\(geändert: Anton Autor, .* Uhr\\)\\.$`))
    expect(trial.rows).toMatchObject([
      { deed: 'same', notes: [left('Titel', 'Umbenannt'), left('Nummer im Plan', '7'), left('Kosten', '9 €')] },
      { deed: 'same', notes: [] }, { deed: 'same', notes: [] },
    ])
    expect((await readIn(FILE.replace('1 €', '10 €'))).written).toEqual({ made: 0, changed: 1 })
    expect(await drafts()).toMatchObject([{ title: 'Umbenannt', cost: '10 €' }, { cost: '2 €' }, { cost: '3 €' }])
  })

  test('of which one cell was changed changes one field of one measure', async () => {
    await readIn(FILE)
    const [, before] = await drafts()
    const file = FILE.replace('2 €', '2.000 €')
    const { trial } = await attempt(file)
    expect(trial.rows).toMatchObject([
      { deed: 'same' }, { deed: 'changed', changes: [{ label: 'Kosten', before: '2 €', after: '2.000 €' }] }, { deed: 'same' },
    ])
    expect((await readIn(file)).written).toEqual({ made: 0, changed: 1 })
    const [, after] = await drafts()
    expect(after).toEqual({ ...before, cost: '2.000 €', updatedAt: after?.updatedAt })
  })

  test('is read in as a whole or not at all', async () => {
    const file = `${FILE}\r\n4;${'x'.repeat(300)};Bildung;`
    const { trial } = await attempt(file)
    expect(deedsIn({ trial, status: 200, written: {}, message: '' })).toEqual(['new', 'new', 'new', 'impossible'])
    const { status, message } = await send('apply', file, { state: trial.state })
    expect([status, message]).toEqual([409, expect.stringMatching(/^Nichts wurde eingelesen\. Zeile 5: .*höchstens 255/)])
    expect(await drafts()).toEqual([])
  })

  test('is not read in where a fault comes in the middle', async () => {
    let left = 2
    cms.strapi.documents.use(async ({ action, uid }, next) => {
      if (uid === MEASURE && action === 'create' && left > -1 && left-- === 0) throw new Error('The disk is full.')
      return next()
    })
    left = 99
    const { trial } = await attempt(FILE)
    left = 2
    expect((await send('apply', FILE, { state: trial.state })).status).toBe(500)
    expect(await drafts()).toEqual([])
    expect((await readIn(FILE)).written).toEqual({ made: 3, changed: 0 })
  })

  test('that was read in by somebody else meanwhile is not read in a second time', async () => {
    const { trial } = await attempt(FILE)
    const replies = await Promise.all([rita, anton].map(by => send('apply', FILE, { by, state: trial.state })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.message).toContain('Zeile 2: Seit der Prüfung ist diese Maßnahme angelegt')
    expect(await drafts()).toHaveLength(3)
  })

  test.each([['without a trial', ''], ['with what is none', '{"mark":1}'], ['with the trial of another', 'other']])(
    'is not read in %s', async (_how, given) => {
      const state = given === 'other' ? (await attempt(FILE.replace('1 €', '9 €'))).trial.state : given
      const { status, message } = await send('apply', FILE, { state })
      expect([status, message]).toEqual([400, expect.stringContaining('noch nicht geprüft')])
      expect(await drafts()).toEqual([])
    },
  )

  test('of 85 measures is there within a minute', async () => {
    const lines = Array.from({ length: 85 }, (_, index) => `${index + 1};Beispielmaßnahme ${index + 1};Bildung;${index} €`)
    expect((await readIn(['Nr.;Titel;Handlungsfeld;Kosten', ...lines].join('\n'))).written.made).toBe(85)
  }, 60_000)

  test('empties nothing that was filled in since', async () => {
    await readIn(FILE)
    const [first] = await drafts()
    await rita.save(MEASURE, await rita.open(MEASURE, String(first?.documentId)), { summary: 'Später ergänzt.' })
    expect(deedsIn(await attempt(FILE.replace('Kosten', 'In einem Satz').replaceAll(/;\d €/g, ';')))).toEqual(['same', 'same', 'same'])
  })
})

describe('what the portal gives out', () => {
  const RICH = [{ type: 'heading', level: 2, children: [{ type: 'text', text: 'Eine Überschrift' }] }, paragraph('Ein Absatz.')]

  beforeEach(async () => {
    await cast.measure(plan, {
      title: '=1+1', code: '-2', summary: '@alle\r\nund „mehr“; noch etwas', period: '2024-03', kind: 'mandate', text: [paragraph('Eins.'), paragraph('Zwei.')],
      cost: '\'=nichts', citations: [...cast.citations, { page: 'S. 4', quote: 'Erste Zeile\nZweite | Zeile' }],
    }, 'draft')
    await cast.measure(plan, { title: 'Mit Überschrift', code: '10', text: RICH, period: '2024-03-12/..', certainty: 'reported' })
    await cast.measure(plan, { title: 'Ohne alles', code: '9', citations: [] }, 'draft')
  })

  test.each(['csv', 'xlsx'] as const)('as %s has every attribute, and read in again touches nothing', async (format) => {
    const [headings, ...rows] = await givenOut(format)
    expect(headings).toEqual((await attempt('Titel\nEin Beispiel')).trial.columns.map(({ label }) => label))
    expect(rows.map(row => row[2])).toEqual([format === 'csv' ? '\'=1+1' : '=1+1', 'Ohne alles', 'Mit Überschrift'])
    const before = await drafts()
    const response = await rita.download(`/catalogue/export?plan=${plan.documentId}&format=${format}`)
    expect(response.headers.get('content-disposition')).toContain(`.${format}`)
    const file = Buffer.from(await response.arrayBuffer())
    expect(deedsIn(await attempt(file))).toEqual(['same', 'same', 'same'])
    expect((await readIn(file)).written).toEqual({ made: 0, changed: 0 })
    expect(await drafts()).toEqual(before)
  })

  test('is no formula in any spreadsheet', async () => {
    const [, ...rows] = await givenOut('csv')
    expect(rows.flat().filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  test('keeps its months where a spreadsheet has shortened them', async () => {
    const file = asCsv(await givenOut('csv')).replace('März 2024', 'Mrz 24')
    expect(file).toContain('Mrz 24')
    expect(deedsIn(await attempt(file))).toEqual(['same', 'same', 'same'])
  })

  test('and is changed in a spreadsheet touches what was changed, and nothing else', async () => {
    const rows = changed(changed(await givenOut('xlsx'), 'Ohne alles', 'Kosten', '5 €'), 'Mit Überschrift', 'Zeitraum', '')
    const before = await drafts()
    const file = xlsx({ name: 'Maßnahmen', rows: rows.map(row => row.map(cell => cell === '' ? null : cell)) })
    const { trial } = await attempt(file)
    expect(trial.rows.map(({ deed, changes }) => [deed, changes])).toEqual([
      ['same', []], ['changed', [{ label: 'Kosten', before: '', after: '5 €' }]],
      ['changed', [{ label: 'Zeitraum', before: 'seit 12. März 2024', after: '' }]],
    ])
    expect((await readIn(file)).written).toEqual({ made: 0, changed: 2 })
    const after = await drafts()
    expect(after).toEqual([
      before[0], { ...before[1], period: null, updatedAt: after[1]?.updatedAt, updatedBy: after[1]?.updatedBy },
      { ...before[2], cost: '5 €', updatedAt: after[2]?.updatedAt, updatedBy: after[2]?.updatedBy },
    ])
    expect(after[1]?.text).toEqual(RICH)
  })

  test('says where a cell does not hold all that the form holds, and leaves that alone', async () => {
    const file = asCsv(changed(await givenOut('csv'), 'Mit Überschrift', 'Text', 'Ganz anders.'))
    expect(problemsIn(await attempt(file))[2]).toContain('„Text“ hat mehr, als in eine Zelle passt')
  })

  test('has what an author may read, and is for nobody who is not signed in', async () => {
    expect(await givenOut('csv', anton)).toEqual(await givenOut('csv'))
    for (const address of ['plans', `export?plan=${plan.documentId}&format=csv`])
      expect((await fetch(`${cms.address}/catalogue/${address}`)).status).toBe(401)
    expect((await rita.download(`/catalogue/export?plan=${plan.documentId}&format=pdf`)).status).toBe(400)
    expect((await rita.download('/catalogue/export?plan=unknown&format=csv')).status).toBe(404)
  })
})

describe('two people', () => {
  const TITLE = 'Zu zweit'
  let documentId: string

  beforeEach(async () => {
    documentId = (await cast.measure(plan, { title: TITLE, cost: '1 €' }, 'draft')).documentId
  })

  const save = async (changes: Values, by = anton) => {
    expect((await by.save(MEASURE, await by.open(MEASURE, documentId), changes)).status).toBe(200)
  }

  test('who changed the same since the table was given out: who and when is said, and nothing is overwritten', async () => {
    const rows = changed(await givenOut('csv'), TITLE, 'Kosten', '3 €')
    await save({ cost: '2 €' })
    const reply = await attempt(asCsv(rows))
    expect(problemsIn(reply)[0]).toMatch(/^„Kosten“ wurde inzwischen geändert \(Anton Autor, .* Uhr\): Dort steht jetzt „2 €“, in der Tabelle „3 €“\./)
    expect((await send('apply', asCsv(rows), { state: reply.trial.state })).status).toBe(409)
    expect(await only()).toMatchObject({ cost: '2 €' })
  })

  test('who changed something else since then: both stand', async () => {
    const rows = changed(await givenOut('csv'), TITLE, 'Kosten', '3 €')
    await save({ title: 'Zu zweit, neu' })
    const reply = await attempt(asCsv(rows))
    expect(reply.trial.rows).toMatchObject([{ deed: 'changed', changes: [{ label: 'Kosten', before: '1 €', after: '3 €' }] }])
    await readIn(asCsv(rows))
    expect(await only()).toMatchObject({ title: 'Zu zweit, neu', cost: '3 €' })
  })

  test('of whom one only has an old table: nothing is taken back', async () => {
    const rows = await givenOut('csv')
    await save({ title: 'Zu zweit, neu' })
    expect(deedsIn(await attempt(asCsv(rows)))).toEqual(['same'])
  })

  test('who changed the same between the trial and the reading in', async () => {
    const file = `Titel;Kosten\n${TITLE};3 €`
    const { trial } = await attempt(file)
    await save({ cost: '2 €' })
    const { status, message } = await send('apply', file, { state: trial.state })
    expect([status, message]).toEqual([409, expect.stringMatching(/Zeile 2: „Kosten“ wurde inzwischen geändert \(Anton Autor/)])
    expect(await only()).toMatchObject({ cost: '2 €' })
  })

  test('of whom one has deleted it meanwhile', async () => {
    const rows = changed(await givenOut('csv'), TITLE, 'Kosten', '3 €')
    await rita.send('DELETE', `${entriesOf(MEASURE)}/${documentId}?locale=*`)
    expect(problemsIn(await attempt(asCsv(rows)))[0]).toContain('gibt es keine Maßnahme mit der Kennung')
  })
})

describe('nobody may do more than by hand', () => {
  const FILE = 'Titel;Kosten\nEin Beispiel;1 €'

  test('nothing without signing in, and nothing in a plan that there is not', async () => {
    expect((await fetch(`${cms.address}/catalogue/try`, { method: 'POST' })).status).toBe(401)
    expect((await fetch(`${cms.address}/catalogue/apply`, { method: 'POST' })).status).toBe(401)
    expect((await attempt(FILE, { into: { id: 0, documentId: 'unknown' } })).status).toBe(404)
  })

  test('what a role may not write is said beside the row', async () => {
    const reader = await roleOf('Nur Lesen', ['read'])
    expect(problemsIn(await attempt(FILE, { by: reader }))[0]).toContain('Sie dürfen hier keine Maßnahme anlegen.')
    await readIn(FILE)
    expect(problemsIn(await attempt(FILE.replace('1 €', '2 €'), { by: reader }))[0]).toBe('„Kosten“ dürfen Sie nicht ändern.')
    expect(deedsIn(await attempt(FILE, { by: reader }))).toEqual(['same'])
    const nobody = await roleOf('Ganz Ohne', [])
    expect((await attempt(FILE, { by: nobody })).status).toBe(404)
  })

  /** Somebody of a role of her own, who may do that with plans and measures and nothing else. */
  async function roleOf(name: string, verbs: string[]): Promise<Editor> {
    const code = name.toLowerCase().replace(' ', '-')
    const role = await cms.strapi.service('admin::role').create({ name, code, description: '' })
    const { code: made } = await cms.strapi.db.query('admin::role').findOne({ where: { id: role.id } })
    const permissions = verbs.flatMap(verb => ['api::plan.plan', MEASURE].map(subject => ({
      action: `plugin::content-manager.explorer.${verb}`, subject, conditions: [],
      properties: { fields: Object.keys(Reflect.get(cms.strapi.contentTypes, subject).attributes), locales: ['de'] },
    })))
    await cms.strapi.service('admin::role').addPermissions(role.id, permissions)
    return editor(cms, name, made)
  }
})
