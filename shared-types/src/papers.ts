/**
 * The number of a council paper (Drucksache): `0094/2008`, with its supplements `0094/2008 E1`, `0094/2008 N1 E1`; of a
 * request in a committee `H-0390/2019`, of a district's council `15-2735/2018 S1`.
 */
const PAPER_NUMBER = /^(?:(?:[A-Z]{1,2}|\d{2})-)?\d{4}\/\d{4}(?: [A-Z]\d{1,2}){0,3}$/

/**
 * The notations in which people write it: `94/2008`, `15-2735/2018S1`; `0094-2008`, where no year comes first;
 * `2008-2021`, which may be two years, only where nothing else stands there.
 */
const WITH_SLASH
  = /(?<![\p{L}\p{N}/-])(?:([a-z]{1,2}|\d{2})-)?(\d{1,4})\/(\d{4})((?: ?[a-z]\d{1,2}){0,3})(?![\p{L}\p{N}])/giu
const WITHIN_TEXT
  = /(?<![\p{L}\p{N}/.-])()(?!(?:19|20)\d\d)(\d{4})-((?:19|20)\d\d)((?: ?[a-z]\d{1,2}){0,3})(?![\p{L}\p{N}-])/giu
const WITH_HYPHEN = /^(?:([a-z]{1,2}|\d{2})-)?(\d{1,4})-(\d{4})((?: ?[a-z]\d{1,2}){0,3})$/i

export function isPaperNumber(text: string): boolean {
  return PAPER_NUMBER.test(text)
}

/** A question in which every number of a paper stands as it is kept, whatever its notation. */
export function withPaperNumbers(question: string): string {
  return question
    .trim()
    .replace(WITH_HYPHEN, numberAsKept)
    .replaceAll(WITH_SLASH, numberAsKept)
    .replaceAll(WITHIN_TEXT, numberAsKept)
}

function numberAsKept(
  _whole: string, series: string | undefined, number: string, year: string, supplements: string,
): string {
  const parts = supplements.match(/[a-z]\d{1,2}/gi) ?? []
  return [`${series ? `${series}-` : ''}${number.padStart(4, '0')}/${year}`, ...parts].join(' ').toUpperCase()
}

/** Where Hannover's council information system shows a paper: `…/DS/0094-2008N1E1`, `…/DS/H-0390-2019`. */
export function councilPaperAddress(paperNumber: string): string {
  return `https://e-government.hannover-stadt.de/lhhsimwebre.nsf/DS/${paperNumber.replace('/', '-').replaceAll(' ', '')}`
}
