import { expect, it } from 'vitest'
import { DATE_EXAMPLES } from './dates.js'
import { readWrittenDate, writeDate } from './written-dates.js'

it.each([
  ['12.3.2024', '2024-03-12'],
  ['12. 03. 2024', '2024-03-12'],
  [' 12.  März 2024 ', '2024-03-12'],
  ['1. Mai 2021', '2021-05-01'],
  ['März 2024', '2024-03'],
  ['MÄRZ 2024', '2024-03'],
  ['Maerz 2024', '2024-03'],
  ['Sept. 2019', '2019-09'],
  ['Jänner 2019', '2019-01'],
  ['3.2024', '2024-03'],
  ['03/2024', '2024-03'],
  ['2020', '2020'],
  ['Herbst 2019', '2019-09/2019-11'],
  ['Frühjahr 2020', '2020-03/2020-05'],
  ['Winter 2019/20', '2019-12/2020-02'],
  ['Winter 1999/2000', '1999-12/2000-02'],
  ['seit 2020', '2020/..'],
  ['ab September 2022', '2022-09/..'],
  ['etwa September 2022', '2022-09~'],
  ['ca. 2012', '2012~'],
  ['2012 (unsicher)', '2012?'],
  ['2019–2021', '2019/2021'],
  ['2019-2021', '2019/2021'],
  ['von 2019 bis 2021', '2019/2021'],
  ['Januar 2020 – März 2021', '2020-01/2021-03'],
  ['Januar–März 2020', '2020-01/2020-03'],
  ['17.–18. Januar 2020', '2020-01-17/2020-01-18'],
  ['3.4.2021 bis 5.4.2021', '2021-04-03/2021-04-05'],
  ['3.–5.4.2021', '2021-04-03/2021-04-05'],
])('%s is %s', (written, edtf) => {
  expect(readWrittenDate(written)).toBe(edtf)
})

it.each([
  '', 'bald', 'Winter 2019', '31.2.2020', '29.2.2021', '13.2020', '12.3.24', 'seit seit 2020', 'Marmor 2020',
  '2021–2019', 'gestern', '12.3.', 'März', 'Winter 2019/2021', '0.0.2020', '2020 2021', 'Juniper 2020',
])('„%s“ is no date that is certain enough', (written) => {
  expect(readWrittenDate(written)).toBeNull()
})

it('what is stored is read as it is', () => {
  for (const edtf of DATE_EXAMPLES.replaceAll(/ \([^)]*\)/g, '').split(', ')) expect(readWrittenDate(edtf)).toBe(edtf)
})

it.each([
  '2008', '2020-01', '2021-02-25', '2020-01-17/2020-01-18', '2022-09/..', '2012?', '2022-09~', '2019/2021',
  '2020-01/2020-03', '2020-06-15/2021-01-02',
])('%s can be written as it is read', (edtf) => {
  const written = writeDate(edtf, GERMAN)
  expect(written).not.toMatch(/[~?/]|\d-\d/)
  expect(readWrittenDate(written)).toBe(edtf)
})

it.each(['2019-20/2020', '/2020', 'unlesbar'])('%s, for which there are no such words, stays as it is stored', (edtf) => {
  expect(writeDate(edtf, GERMAN)).toBe(edtf)
})

const GERMAN = {
  uncertain: (day: string) => `${day} (unsicher)`, approximate: (day: string) => `etwa ${day}`,
  since: (day: string) => `seit ${day}`,
}
