import { describe, expect, it } from 'vitest'
import { isPaperNumber } from './papers.js'

describe('the number of a council paper', () => {
  it.each(['0094/2008', '0094/2008 E1', '0509/2020 N1', '1520/2021 E12'])('%s is one', (number) => {
    expect(isPaperNumber(number)).toBe(true)
  })

  it.each(['94/08', '94/2008', '0094/08', '00094/2008', '0094-2008', '0094/2008E1', '0094/2008 e1', '0094/2008 E', '0094/2008 E123', ' 0094/2008', '0094/2008 ', '0094/2008\n', 'Nr. 0094/2008', '٠٠٩٤/٢٠٠٨', ''])('"%s" is none', (number) => {
    expect(isPaperNumber(number)).toBe(false)
  })
})
