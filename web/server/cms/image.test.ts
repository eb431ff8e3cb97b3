import type { PictureFragment } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { toPicture, toStoredFile } from './image'

const recorded: PictureFragment = {
  documentId: 'b1', author: 'LIP-Lab', licence: 'CC0-1.0', sourceUrl: null, decorative: false, focusX: 30, focusY: 0,
  isExample: true,
  texts: [
    { language: 'de', alt: 'Ein Zopf', caption: 'Sechs Fäden.' },
    { language: 'en', alt: 'A braid', caption: null },
  ],
  file: {
    url: '/uploads/zopf.png', width: 1600, height: 900,
    variants: [{ url: '/uploads/zopf_320.avif', mime: 'image/avif', width: 320 }],
  },
}

describe('a picture of the cms', () => {
  it('is its file with its smaller forms, who made it, its licence and where its important part is', () => {
    expect(toPicture(recorded, ['de'])).toEqual({
      id: 'b1', url: '/uploads/zopf.png', width: 1600, height: 900,
      variants: [{ url: '/uploads/zopf_320.avif', mime: 'image/avif', width: 320 }],
      alt: { value: 'Ein Zopf', locale: 'de' }, caption: { value: 'Sechs Fäden.', locale: 'de' }, author: 'LIP-Lab',
      licence: 'CC0-1.0', sourceUrl: null, focus: { x: 30, y: 0 }, isExample: true,
    })
  })

  it('is described in the first language that has words, each text by itself', () => {
    expect(toPicture(recorded, ['ar', 'en', 'de'])).toMatchObject({
      alt: { value: 'A braid', locale: 'en' }, caption: { value: 'Sechs Fäden.', locale: 'de' },
    })
  })

  it('is described in whatever language there is, rather than not at all', () => {
    expect(
      toPicture({ ...recorded, texts: [{ language: 'en', alt: 'A braid', caption: null }] }, ['ar', 'de']),
    ).toMatchObject({ alt: { value: 'A braid', locale: 'en' }, caption: null })
  })

  it('that only decorates has no description, whatever was written', () => {
    expect(toPicture({ ...recorded, decorative: true }, ['de'])).toMatchObject({
      alt: null, caption: { value: 'Sechs Fäden.' },
    })
  })

  it('without its file keeps what is said about it', () => {
    expect(
      toPicture({ ...recorded, file: null, focusX: 50, focusY: 50, author: '', licence: '' }, ['de']),
    ).toMatchObject({
      url: null, width: null, height: null, variants: [], alt: { value: 'Ein Zopf' }, focus: { x: 50, y: 50 },
      author: '', licence: '',
    })
    expect(toPicture({ ...recorded, texts: [] }, ['de'])).toMatchObject({ alt: null, caption: null })
  })
})

describe('a file of the cms', () => {
  it('is counted in bytes', () => {
    expect(toStoredFile({ url: '/uploads/blatt.pdf', mime: 'application/pdf', size: 48.31 })).toEqual({
      url: '/uploads/blatt.pdf', mime: 'application/pdf', bytes: 48310,
    })
  })
})
