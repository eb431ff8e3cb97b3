import { readCsv } from './csv'
import { FILE_BYTES } from './limits'
import { refuseFile } from '../../files/sent-file'
import { isEmpty, type Sheet } from './sheet'
import { readXlsx } from './xlsx'

/** How files begin: the container of old Excel files and of those with a password; and a zip archive. */
const OLD_EXCEL = Buffer.from('D0CF11E0A1B11AE1', 'hex')
const ARCHIVE = Buffer.from('PK\u0003\u0004')

/** readSheets reads a file by what is in it, not by its name; of an XLSX file every sheet that has something in it. */
export async function readSheets(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length === 0) refuseFile('Die Datei ist leer. Bitte wählen Sie eine andere.')
  if (bytes.length > FILE_BYTES)
    refuseFile(`Die Datei ist größer als ${FILE_BYTES / 1_000_000} MB. Bitte nehmen Sie Bilder und leere Blätter heraus.`)
  if (bytes.subarray(0, OLD_EXCEL.length).equals(OLD_EXCEL))
    refuseFile('Das ist eine alte Excel-Datei (.xls) oder eine mit Kennwort. Bitte speichern Sie sie als .xlsx ohne Kennwort.')
  const isArchive = bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE)
  const sheets = isArchive ? await readXlsx(bytes) : [readCsv(bytes)]
  const filled = sheets.filter(({ rows }) => rows.some(row => !row.every(isEmpty)))
  if (filled.length === 0) refuseFile('In der Datei steht nichts.')
  return filled
}
