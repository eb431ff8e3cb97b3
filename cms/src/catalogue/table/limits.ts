/** How large a table may be: many times the largest plan there is. What is larger is no catalogue of measures. */
export const FILE_BYTES = 5_000_000
/** What the parts of an XLSX file may come to when they are unpacked. */
export const UNPACKED_BYTES = 40_000_000
export const MOST_ROWS = 1000
export const MOST_COLUMNS = 100
/** So far a sheet may reach with what is empty, but formatted. */
export const MOST_SHEET_ROWS = 20_000
export const MOST_SHEET_COLUMNS = 256
/** So many rows may sheets have together that have no cells: some programs write them down to the last there can be. */
export const MOST_EMPTY_ROWS = 4_200_000

export const TOO_LONG = `Die Tabelle reicht über ${MOST_SHEET_ROWS.toLocaleString('de')} Zeilen oder ${MOST_SHEET_COLUMNS} Spalten hinaus. `
  + 'Bitte löschen Sie, was hinter den Maßnahmen noch steht, auch leere Zeilen und Spalten mit Rahmen oder Farbe.'
