/** The number of a council paper (Drucksache): `0094/2008`, with its supplements `0094/2008 E1`, `0509/2020 N1`. */
const PAPER_NUMBER = /^\d{4}\/\d{4}( [A-Z]\d{1,2})?$/

export function isPaperNumber(text: string): boolean {
  return PAPER_NUMBER.test(text)
}

/** Where Hannover's council information system shows a paper. */
export function councilPaperAddress(paperNumber: string): string {
  const [number = '', year = '', supplement = ''] = paperNumber.split(/[/ ]/)
  return `https://e-government.hannover-stadt.de/lhhsimwebre.nsf/DS/${number}-${year}${supplement}`
}
