/** What a text is found by, and what it is not found by: a table of the kinds in which people ask. */
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'

interface Text {
  id: string
  title: string
  names: string
  dates: string
  parts: string
  text: string
}

interface Index {
  replace: (id: string, text: Text) => void
  find: (question: { query: string, askedIn?: string, list?: object }) => { id: string, share: number }[]
}

const require = createRequire(import.meta.url)
const { LanguageIndex }: { LanguageIndex: new (language: string) => Index } = require('../dist/src/search/language-index')
const { wordsOfDate }: { wordsOfDate: (edtf: string) => string[] } = require('../dist/src/search/dates')
const { WordList }: { WordList: new (text: string, language: string) => object } = require('../dist/src/search/word-list')
const { withoutEmptyWords }: { withoutEmptyWords: (q: string, language: string) => string }
  = require('../dist/src/search/question')

/** An index with one text among others that say something else. */
function indexOf(language: string, title: string, more: Partial<Text> = {}): Index {
  const index = new LanguageIndex(language)
  const texts = [{ id: 'wanted', title, ...more }, ...OTHERS.map((other, place) => ({ id: `other ${place}`, title: other }))]
  for (const text of texts)
    index.replace(text.id, { names: '', dates: '', parts: '', text: '', ...text })
  return index
}

const OTHERS = ['Gartenzaun', 'Fahrradweg', 'Wetterbericht']

const isFound = (index: Index, query: string, more: object = {}) =>
  index.find({ query, ...more }).some(({ id }) => id === 'wanted')

describe('a text is found', () => {
  test.each([
    ['ar', 'خدمات للاجئين', 'لاجئين'], ['ar', 'خدمات للاجئين', 'اللاجئين'], ['ar', 'خدمات للاجئين', 'للاجئين'],
    ['ar', 'تعليم اللغة', 'للغة'], ['ar', 'دعم للمدرسة', 'مدرسة'], ['ar', 'المسؤول', 'مسئول'],
    ['ar', 'المسؤول', 'مسوول'], ['ar', 'شؤون الموظفين', 'شئون'], ['ar', 'رأي', 'راي'],
    ['fa', 'هیئت امنا', 'هیأت امنا'], ['fa', 'هیئت امنا', 'هیات امنا'], ['fa', 'هیأت امنا', 'هيئت'],
    ['fa', 'مسئول', 'مسؤول'], ['de', 'Tiny-Houses', 'tinyhouse'], ['de', 'Tiny-Houses', 'tiny house'],
    ['de', 'Antidiskriminierungsstelle', 'Anti Diskriminierungs Stelle'], ['de', 'Post-Migration', 'postmigration'],
    ['de', 'Deutschkurse in der Pflege', 'Pflegedeutschkurse'], ['de', 'Kurs in Yoga', 'Yogakurs'],
    ['de', 'Autor*innen', 'Autorinnen'], ['de', 'Gründer*innen', 'Gründerin'], ['it', 'Scrittori', 'scrittrici'],
    ['es', 'Se aprueba el plan', 'aprobó'], ['it', 'Il Consiglio approva', 'approvato'],
    ['de', 'Schule', 'Schuel'], ['de', 'Bibliothek', 'Biblothek'], ['ru', 'Библиотека', 'библиатека'],
    ['bg', 'Образование', 'obrazovanie'], ['bg', 'Училище', 'uchilishte'], ['tr', 'Çok dillilik', 'cokdillilik'],
  ])('in %s „%s“ by „%s“', (language, title, query) => {
    expect(isFound(indexOf(language, title), query)).toBe(true)
  })

  test.each([
    ['Konstanze Beckedorf', 'Бекедорф'], ['Konstanze Beckedorf', 'بيكدورف'], ['Konstanze Beckedorf', 'بکدورف'],
    ['kargah', 'كارگاه'], ['kargah', 'كارغاه'], ['kargah', 'Каргах'], ['Stephan Weil', 'Вайль'],
    ['Stephan Weil', 'شتيفان'], ['Stephan Weil', 'استفان'], ['Doris Schröder-Köpf', 'Шрёдер'],
    ['Belit Onay', 'Онай'], ['Belit Onay', 'بلیت'], ['Parisa Hussein-Nejad', 'پریسا'],
  ])('„%s“ by „%s“, whatever the language', (title, query) => {
    for (const [language, askedIn] of [['de', 'ru'], ['ru', 'ru'], ['fa', 'fa'], ['ar', 'ar']] as const)
      expect(isFound(indexOf(language, title), query, { askedIn })).toBe(true)
  })

  test.each([
    ['de', '25.02.2021'], ['de', '25. Februar 2021'], ['de', 'Februar 2021'], ['de', '02.2021'], ['de', '2021-02-25'],
    ['de', '2021-02'], ['de', '02/2021'], ['en', '25 February 2021'], ['en', 'February 25, 2021'], ['en', 'feb 2021'],
    ['en', '25/02/2021'], ['en', '02/25/2021'], ['tr', '25 Şubat 2021'], ['tr', '2021\'in Şubat'],
    ['tr', 'subat 2021'], ['ar', '٢٥ فبراير ٢٠٢١'], ['ar', 'شباط 2021'], ['ar', '٢٥/٠٢/٢٠٢١'],
    ['fa', '۲۵ فوریهٔ ۲۰۲۱'], ['fa', 'فوریه ۲۰۲۱'], ['kmr', '25ê Sibatê 2021'], ['kmr', 'Sibata 2021an'],
    ['kmr', 'Reşemî 2021'], ['ru', '25 февраля 2021 года'], ['ru', 'в феврале 2021'], ['es', '25 de febrero de 2021'],
    ['es', 'febrero de 2021'], ['it', '25 febbraio 2021'], ['bg', '25 февруари 2021 г.'], ['bg', 'февруари 2021'],
    ['bg', 'Februar 2021'],
  ])('in %s by its day or month: „%s“', (language, query) => {
    const dates = wordsOfDate('2021-02-25').join(' ')
    expect(isFound(indexOf(language, 'Ratssitzung', { dates }), query)).toBe(true)
    expect(isFound(indexOf(language, 'Ratssitzung', { dates: wordsOfDate('2021-03-25').join(' ') }), query)).toBe(false)
  })

  test('by the date that it tells, and by any month of an interval', () => {
    expect(isFound(indexOf('ru', 'Совет', { text: 'Решение принято 25 февраля 2021 года.' }), '25.02.2021')).toBe(true)
    const dates = wordsOfDate('2020-06/2020-08').join(' ')
    for (const query of ['Juni 2020', 'Juli 2020', 'August 2020'])
      expect(isFound(indexOf('de', 'Umfrage', { dates }), query), query).toBe(true)
    expect(isFound(indexOf('de', 'Umfrage', { dates }), 'Mai 2020')).toBe(false)
  })

  test.each([
    'Drucksache 0094/2008', '94/2008', '0094-2008', '00942008', 'DS 94/2008', 'Drucksache Nr. 0094-2008',
    'council paper 94/2008', 'документ № 0094/2008', 'سند شماره ۰۰۹۴/۲۰۰۸', 'DS 0094/2008 bitte',
  ])('by the number of its paper: „%s“', (query) => {
    expect(isFound(indexOf('de', 'Beschluss', { names: '0094/2008' }), query)).toBe(true)
    expect(isFound(indexOf('de', 'Beschluss', { names: '0094/2009\n1094/2008' }), query)).toBe(false)
  })

  test('by a word that means the same, of one word or several', () => {
    const list = new WordList('Obdachlose, Wohnungslose, Menschen ohne Wohnung\n\n,\nEinzeln', 'de')
    const index = indexOf('de', 'Obdachlose in der Stadt')
    for (const query of ['Wohnungslose', 'wohnungsloser', 'Menschen ohne Wohnung', 'Wohnungslosenhilfe', 'Wohnungslose Linden'])
      expect([query, isFound(index, query), isFound(index, query, { list })]).toEqual([query, false, true])
  })

  test.each([
    ['Bibliothek Öffnungszeiten'], ['Bibliothek in Linden anrufen'], ['wo ist die Bibliothek?'], ['bitte Bibliothek'],
  ])('though one word more is asked for: „%s“', (query) => {
    expect(isFound(indexOf('de', 'Stadtbibliothek'), query)).toBe(true)
  })
})

describe('a text is not found', () => {
  test.each([
    ['ar', 'للهجرة والاندماج', 'لله'], ['ar', 'خدمات للاجئين', 'لله'], ['ar', 'لغات', 'لله'], ['ar', 'لاجئون', 'لله'],
    ['ar', 'اللجنة الدولية', 'ال'], ['de', 'Haus', 'Maus'], ['de', 'Der Bericht', 'was ist das?'], ['de', 'Stelle', 'Tadel'],
    ['ru', 'Konstanze Beckedorf', 'Мостовая'], ['fa', 'kargah', 'کتاب'],
  ])('in %s „%s“ by „%s“', (language, title, query) => {
    expect(isFound(indexOf(language, title), query)).toBe(false)
  })
})

test.each([
  ['de', 'Was ist der LIP?'], ['de-simple', 'Was ist der LIP?'], ['en', 'what is the LIP'], ['tr', 'LIP nedir'],
  ['ar', 'ما هو LIP؟'], ['fa', 'LIP چیست؟'], ['kmr', 'LIP çi ye?'], ['ru', 'что такое LIP'], ['es', '¿Qué es el LIP?'],
  ['it', 'Che cos\'è il LIP?'], ['bg', 'Какво е LIP?'],
])('in %s „%s“ asks for LIP', (language, query) => {
  expect(withoutEmptyWords(query, language)).toBe('LIP')
})
