/** Tables as spreadsheets write them, made for the tests: CSV in any encoding, and XLSX from the XML of its sheets. */
import { crc32, deflateRawSync } from 'node:zlib'

type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le with mark' | 'utf-16be with mark' | 'utf-16le' | 'windows-1252'

/** What Windows writes where Latin-1 has nothing. */
const WINDOWS: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '”': 0x94, '–': 0x96, '…': 0x85 }

/** A text in an encoding. */
export function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'windows-1252') return Buffer.from([...text].map(letter => WINDOWS[letter] ?? letter.charCodeAt(0)))
  if (encoding.startsWith('utf-8')) return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`)
  const little = Buffer.from(encoding.endsWith('mark') ? `\ufeff${text}` : text, 'utf16le')
  return encoding.startsWith('utf-16be') ? little.swap16() : little
}

export interface MadeSheet {
  name: string
  /** The cells by their rows; a text that begins with `<` is the XML of the cell. */
  rows: (string | number | null)[][]
  /** Ranges: `A2:A4`. */
  merged?: string[]
}

/** Of the styles below, by their number. */
export const STYLES = { day: 1, month: 2, monthInWords: 3, year: 4 }

const STYLE_SHEET = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2">'
  + '<numFmt numFmtId="170" formatCode="[$-407]mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="yyyy"/></numFmts>'
  + '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/>'
  + '<xf numFmtId="17"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>'

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of these sheets. */
export function xlsx(...sheets: MadeSheet[]): Buffer {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, id: `rId${index + 1}`, path: `worksheets/sheet${index + 1}.xml` }))
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns:r="${TYPE}"><sheets>${numbered.map(({ name, id }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="${id}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${numbered.map(({ id, path }) =>
      `<Relationship Id="${id}" Type="${TYPE}/worksheet" Target="${path}"/>`).join('')
    }<Relationship Id="styles" Type="${TYPE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLE_SHEET,
    ...Object.fromEntries(numbered.map(sheet => [`xl/${sheet.path}`, sheetXml(sheet)])),
  })
}

function sheetXml({ rows, merged = [] }: MadeSheet): string {
  const cells = rows.map((row, index) =>
    `<row r="${index + 1}">${row.map((value, column) => cellXml(value, `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}${index + 1}`)).join('')}</row>`)
  const ranges = merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet><sheetData>${cells.join('')}</sheetData>${ranges && `<mergeCells>${ranges}</mergeCells>`}</worksheet>`
}

function cellXml(value: string | number | null, address: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
  if (value.startsWith('<')) return value.includes(' r="') ? value : value.replace('<c', `<c r="${address}"`)
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** A number that is shown as a date in this style. */
export function dated(days: number, style: number): string {
  return `<c s="${style}"><v>${days}</v></c>`
}

/** An archive of these parts; its directory can name another size than they have. */
export function zip(parts: Record<string, string | Buffer>, saidBytes?: number): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(saidBytes ?? plain.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, title]))
    locals.push(local)
    at += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, entries, end])
}
