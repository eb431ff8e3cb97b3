/** What stands in a form that is filled once more: nobody's words are lost, and no language gets those of another. */
import { describe, expect, test } from 'vitest'
import { refilled } from '../src/admin/refilled'

const ROW = { documentId: 'a', locale: 'de', publishedAt: null }
const BEFORE = { ...ROW, updatedAt: '1', title: 'T', lead: null, body: [{ id: 1, text: 'B' }] }
const STORED = { ...ROW, updatedAt: '2', title: 'T von anderen', lead: null, body: [{ id: 1, text: 'B' }] }

describe('after its own save', () => {
  const how = { isSaved: true, isSamePlace: true }
  const sent = { ...BEFORE, title: 'Mein T' }

  test.each([
    ['nothing was typed since', sent, { ...STORED, title: 'Mein T' }, {}],
    ['a line was typed into', { ...sent, lead: 'Neu' }, { ...STORED, title: 'Mein T' }, { lead: 'Neu' }],
    ['the cms trimmed what was sent', { ...sent, lead: 'Neu' }, { ...STORED, title: 'Mein' }, { lead: 'Neu' }],
    ['a block was written', { ...sent, body: [{ text: 'C' }] }, { ...STORED, body: [{ id: 2, text: 'B' }] },
      { body: [{ text: 'C' }] }],
    ['a line was emptied', { ...sent, title: null }, { ...STORED, title: 'Mein T' }, { title: null }],
  ])('%s', (_, values, stored, kept) => {
    expect(refilled(values, { before: sent, stored, ...how })).toEqual({ ...stored, ...kept })
  })

  test('a translation that was not there gets its row, and what was typed since', () => {
    const { documentId, locale, ...unsaved } = { ...BEFORE, title: 'Başlık' }
    expect(refilled({ ...unsaved, lead: 'Özet' }, { before: unsaved, stored: { ...STORED, title: 'Başlık' }, ...how }))
      .toEqual({ ...STORED, documentId, locale, title: 'Başlık', lead: 'Özet' })
  })

  test('another entry, in a window in which one follows another, begins with its own words', () => {
    const stored = { ...STORED, documentId: 'b' }
    expect(refilled({ ...sent, lead: 'Neu' }, { before: sent, stored, ...how })).toEqual(stored)
  })
})

describe('for another reason', () => {
  const how = { isSaved: false, isSamePlace: true }
  const typed = { ...BEFORE, lead: 'Neu' }

  test('what was typed stays, and what others changed comes in', () => {
    expect(refilled(typed, { before: BEFORE, stored: STORED, ...how })).toEqual({ ...STORED, lead: 'Neu' })
  })

  test('where others changed the same, theirs: a save must not take it back unseen', () => {
    const stored = { ...STORED, lead: 'Von anderen' }
    expect(refilled(typed, { before: BEFORE, stored, ...how })).toEqual(stored)
  })

  test('a new entry, and a translation that is not there yet, keep it, too', () => {
    const empty = { title: null, lead: null }
    expect(refilled({ ...empty, lead: 'Neu' }, { before: empty, stored: { ...empty, place: 'Hannover' }, ...how }))
      .toEqual({ title: null, lead: 'Neu', place: 'Hannover' })
  })

  test.each([
    ['another language', { locale: 'tr' }], ['what is published', { publishedAt: '2026-01-01' }],
    ['a language that is not written yet', { documentId: undefined }],
  ])('%s begins with its own words', (_, other) => {
    const stored = { ...STORED, ...other }
    expect(refilled(typed, { before: BEFORE, stored, ...how, isSamePlace: false })).toEqual(stored)
  })

  test.each([
    ['another entry', BEFORE, { ...STORED, documentId: 'b' }],
    ['an entry after a new one', { title: null, lead: null }, { ...STORED, title: null }],
  ])('in a window, %s begins with its own words', (_, before, stored) => {
    expect(refilled({ ...before, lead: 'Neu' }, { before, stored, ...how })).toEqual(stored)
  })
})
