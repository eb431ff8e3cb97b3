import { describe, expect, it } from 'vitest'
import { councilPaperAddress, isPaperNumber, withPaperNumbers } from './papers.js'

describe('the number of a council paper', () => {
  it.each([
    '0094/2008', '0094/2008 E1', '0509/2020 N1', '1520/2021 E12', 'H-0390/2019', '15-2735/2018 S1', '0094/2008 N1 E1',
  ])('%s is one', (number) => {
    expect(isPaperNumber(number)).toBe(true)
  })

  it.each([
    '94/08', '94/2008', '0094/08', '00094/2008', '0094-2008', '0094/2008E1', '0094/2008 e1', '0094/2008 E',
    '0094/2008 E123', ' 0094/2008', '0094/2008 ', '0094/2008\n', 'Nr. 0094/2008', '٠٠٩٤/٢٠٠٨', '',
  ])('"%s" is none', (number) => {
    expect(isPaperNumber(number)).toBe(false)
  })

  it.each([
    ['0094/2008', '0094-2008'], ['0094/2008 E1', '0094-2008E1'], ['H-0390/2019', 'H-0390-2019'],
    ['15-2735/2018 S1', '15-2735-2018S1'], ['0094/2008 N1 E1', '0094-2008N1E1'],
  ])('%s has an address of its own', (number, end) => {
    expect(councilPaperAddress(number)).toBe(`https://e-government.hannover-stadt.de/lhhsimwebre.nsf/DS/${end}`)
  })

  it.each([
    ['94/2008', '0094/2008'], ['0094-2008', '0094/2008'],
    ['Drucksache 94/2008 zum Plan', 'Drucksache 0094/2008 zum Plan'], ['h-390/2019', 'H-0390/2019'],
    ['15-2735/2018S1', '15-2735/2018 S1'], ['94/2008N1E1', '0094/2008 N1 E1'], ['15-2735-2018 s1', '15-2735/2018 S1'],
    ['1520/2021', '1520/2021'], ['paper no. 0597-2008', 'paper no. 0597/2008'],
    ['DS 2472-2019 E1 lesen', 'DS 2472/2019 E1 lesen'],
  ])('%s is looked for as %s', (asked, kept) => expect(withPaperNumbers(asked)).toBe(kept))

  it.each(['von 2020-2022 an', 'am 2021-02-25', '15-2735-2018 und', '0511-20211', '24/7', '1/2', 'Haus 3', '12.01.2020', 'https://x.de/94/2008', ''])(
    '"%s" stays a text', text => expect(withPaperNumbers(text)).toBe(text),
  )
})
