/**
 * What somebody does to a source text, and what a translator must be told: `changed`, `unchanged`, or `check`, where a
 * machine cannot know. Readers are told of what is changed only.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LocaleCode } from './locales.js'
import { withAddress, withStrike } from './marks.js'
import { changedParagraphs, type Paragraph } from './paragraphs.js'

type Verdict = 'changed' | 'unchanged' | 'check'
type Edit = [before: string, after: string, language: LocaleCode, expected: Verdict]

const link = withAddress
const struck = withStrike

const MARKS: Edit[] = [
  [link('Antrag', 'https://a.example/2023'), link('Antrag', 'https://a.example/2024'), 'de', 'changed'],
  ['Der Antrag ist hier.', `Der ${link('Antrag', 'https://a.example')} ist hier.`, 'de', 'changed'],
  [`Der ${link('Antrag', 'https://a.example')} ist hier.`, 'Der Antrag ist hier.', 'de', 'changed'],
  [`${link('Hier', 'https://a.example')} und dort`, `Hier und ${link('dort', 'https://a.example')}`, 'de', 'changed'],
  [link('Antrag', 'https://a.example/'), link('Antrag', 'https://a.example'), 'de', 'unchanged'],
  [link('Antrag', 'http://a.example/x'), link('Antrag', 'https://a.example/x'), 'de', 'unchanged'],
  [link('', 'https://vimeo.com/1'), link('', 'https://vimeo.com/2'), 'de', 'changed'],
  [`Heute ${link('geschlossen', 'https://a.example/a')}`, `Heute ${link('geschlossen', 'https://a.example/b')}`, 'it', 'changed'],
  ['Die Förderung endet 2025.', `Die Förderung ${struck('endet 2025')}.`, 'de', 'changed'],
  [`Die Förderung ${struck('endet 2025')}.`, 'Die Förderung endet 2025.', 'de', 'changed'],
  ['Open on Sundays', `Open ${struck('on Sundays')}`, 'en', 'changed'],
  ['✅ Miete', '❌ Miete', 'de', 'changed'],
  ['❌ Kira', '✅ Kira', 'tr', 'changed'],
  ['Miete ✔️', 'Miete ✘', 'de', 'changed'],
  ['✅ Miete', '✔️ Miete', 'de', 'unchanged'],
  ['Miete', '❌ Miete', 'de', 'changed'],
  ['Zahl der Anträge: ↑', 'Zahl der Anträge: ↓', 'de', 'changed'],
  ['Ampel 🟢', 'Ampel 🔴', 'de', 'changed'],
  ['Räume für alle', 'Räume für alle 🙂', 'de', 'unchanged'],
  ['Anfahrt 🚌', 'Anfahrt 🚲', 'de', 'check'],
]

const NUMBERS: Edit[] = [
  ['ab 12+', 'ab 12', 'de', 'changed'],
  ['ages 65+', 'ages 65', 'en', 'changed'],
  ['10² Meter', '102 Meter', 'de', 'changed'],
  ['10² Meter', '10 Meter', 'de', 'changed'],
  ['20 m²', '20 m2', 'de', 'unchanged'],
  ['20 m²', '20 m³', 'de', 'changed'],
  ['1½ Stunden', '1,5 Stunden', 'de', 'unchanged'],
  ['1½ Stunden', '11/2 Stunden', 'de', 'changed'],
  ['Es sind 12 Räume.', 'Es sind 21 Räume.', 'de', 'changed'],
  ['Es sind drei Räume.', 'Es sind 3 Räume.', 'de', 'unchanged'],
  ['Es sind drei Räume.', 'Es sind 4 Räume.', 'de', 'changed'],
  ['three rooms', '3 rooms', 'en', 'unchanged'],
  ['üç oda', '3 oda', 'tr', 'unchanged'],
  ['три комнаты', '3 комнаты', 'ru', 'unchanged'],
  ['три стаи', '4 стаи', 'bg', 'changed'],
  ['tres salas', '3 salas', 'es', 'unchanged'],
  ['tre stanze', '3 stanze', 'it', 'unchanged'],
  ['ثلاث غرف', '3 غرف', 'ar', 'unchanged'],
  ['سه اتاق', '۳ اتاق', 'fa', 'unchanged'],
  ['۳ اتاق', '3 اتاق', 'fa', 'unchanged'],
  ['٣ غرف', '٤ غرف', 'ar', 'changed'],
  ['sê ode', '3 ode', 'kmr', 'unchanged'],
  ['Es kostet 5.000 Euro.', 'Es kostet 5 000 Euro.', 'de', 'unchanged'],
  ['Es kostet 5.000 Euro.', 'Es kostet 5000 Euro.', 'de', 'unchanged'],
  ['Es kostet 5.000 Euro.', 'Es kostet 50.000 Euro.', 'de', 'changed'],
  ['Es kostet 5.000 Euro.', 'Es kostet 5,000 Euro.', 'de', 'changed'],
  ['It costs 5,000 euros.', 'It costs 5000 euros.', 'en', 'unchanged'],
  ['It costs 5,000 euros.', 'It costs 5.000 euros.', 'en', 'changed'],
  ['Es kostet 5,50 Euro.', 'Es kostet 5,5 Euro.', 'de', 'unchanged'],
  ['Es kostet 5,00 Euro.', 'Es kostet 5 Euro.', 'de', 'unchanged'],
  ['Es kostet 5,50 Euro.', 'Es kostet 550 Euro.', 'de', 'changed'],
  ['Es kostet 12 Euro.', 'Es kostet 12 €.', 'de', 'unchanged'],
  ['Es kostet 12 EUR.', 'Es kostet 12 €.', 'de', 'unchanged'],
  ['Es kostet 12 Euro.', 'Es kostet 12 $.', 'de', 'changed'],
  ['5 Mio. Euro', '5 Millionen Euro', 'de', 'unchanged'],
  ['5 Mio. Euro', '5 Mrd. Euro', 'de', 'changed'],
  ['80 Prozent', '80 %', 'de', 'unchanged'],
  ['80 Prozent', '80%', 'de', 'unchanged'],
  ['80 percent', '80%', 'en', 'unchanged'],
  ['yüzde 80', '%80', 'tr', 'unchanged'],
  ['80 процентов', '80 %', 'ru', 'unchanged'],
  ['80 por ciento', '80 %', 'es', 'unchanged'],
  ['80 per cento', '80%', 'it', 'unchanged'],
  ['80 بالمئة', '80٪', 'ar', 'unchanged'],
  ['80 درصد', '٪۸۰', 'fa', 'unchanged'],
  ['80 Prozent', '80', 'de', 'changed'],
  ['80 %', '80 ‰', 'de', 'changed'],
  ['-5 Grad', '5 Grad', 'de', 'changed'],
  ['≥ 18 Jahre', '≤ 18 Jahre', 'de', 'changed'],
  ['etwa ~100 Menschen', 'etwa 100 Menschen', 'de', 'changed'],
  ['10–12 Räume', '10-12 Räume', 'de', 'unchanged'],
  ['10–12 Räume', '10 bis 12 Räume', 'de', 'unchanged'],
  ['10–12 Räume', '10–13 Räume', 'de', 'changed'],
  ['Telefon 0511 168-0', 'Telefon (0511) 168 0', 'de', 'unchanged'],
  ['Telefon 0511 168-0', 'Telefon +49 511 168-0', 'de', 'unchanged'],
  ['Telefon 0511 168-0', 'Telefon 0511 168-1', 'de', 'changed'],
  ['Drucksache 0094/2008', 'Drucksache 0094/2009', 'de', 'changed'],
  ['zwanzig Projekte', '20 Projekte', 'de', 'unchanged'],
  ['twenty people', '20 people', 'en', 'unchanged'],
  ['566.000 Euro', '566 000 €', 'de', 'unchanged'],
  ['566.000 Euro', '0,566 Mio. Euro', 'de', 'unchanged'],
  ['566.000 Euro', '560.000 Euro', 'de', 'changed'],
  ['5 млн евро', '5 миллионов евро', 'ru', 'unchanged'],
  ['die dritte Sitzung', 'die 3. Sitzung', 'de', 'check'],
  ['the third meeting', 'the fourth meeting', 'en', 'changed'],
  ['Von 2008 bis 2021', '2008–2021', 'de', 'unchanged'],
  ['im Schuljahr 2024/25', 'im Schuljahr 2024/2025', 'de', 'unchanged'],
  ['Kinder ab 6 Jahren', 'Kinder bis 6 Jahren', 'de', 'changed'],
  ['mindestens 5', 'höchstens 5', 'de', 'changed'],
  ['mindestens 5', 'mind. 5', 'de', 'unchanged'],
  ['WIR2.0', 'WIR 2.0', 'de', 'unchanged'],
  ['LIP 2.0', 'LIP 20', 'de', 'changed'],
  ['Straße 5a', 'Straße 5b', 'de', 'changed'],
]

const DATES: Edit[] = [
  ['am 15. März 2024', 'am 15.03.2024', 'de', 'unchanged'],
  ['am 15.3.2024', 'am 15.03.24', 'de', 'unchanged'],
  ['am 15. März 2024', 'am 2024-03-15', 'de', 'unchanged'],
  ['am 15. März 2024', 'am 15. Mrz. 2024', 'de', 'unchanged'],
  ['am 15. März 2024', 'am 16.03.2024', 'de', 'changed'],
  ['am 15. März 2024', 'am 15. Mai 2024', 'de', 'changed'],
  ['am 15. März', 'am 15.03.', 'de', 'unchanged'],
  ['im März 2024', 'im 03/2024', 'de', 'unchanged'],
  ['on 15 March 2024', 'on March 15, 2024', 'en', 'unchanged'],
  ['on March 15th, 2024', 'on 15 March 2024', 'en', 'unchanged'],
  ['on 15 March 2024', 'on 15 May 2024', 'en', 'changed'],
  ['15 Mart 2024', '15.03.2024', 'tr', 'unchanged'],
  ['15 марта 2024', '15.03.2024', 'ru', 'unchanged'],
  ['15 март 2024', '15.04.2024', 'bg', 'changed'],
  ['15 de marzo de 2024', '15/3/2024', 'es', 'unchanged'],
  ['15 marzo 2024', '15/03/2024', 'it', 'unchanged'],
  ['15 مارس 2024', '2024/03/15', 'ar', 'unchanged'],
  ['Beginn 18:30 Uhr', 'Beginn 18.30 Uhr', 'de', 'unchanged'],
  ['Beginn 18:30', 'Beginn 18.30', 'de', 'unchanged'],
  ['Beginn 18 Uhr', 'Beginn 18:00 Uhr', 'de', 'unchanged'],
  ['Beginn 18:30 Uhr', 'Beginn 18:30', 'de', 'unchanged'],
  ['Beginn 18:30 Uhr', 'Beginn 18:45 Uhr', 'de', 'changed'],
  ['Beginn 8:30 Uhr', 'Beginn 08:30 Uhr', 'de', 'unchanged'],
  ['Starts at 6:30 pm', 'Starts at 18:30', 'en', 'unchanged'],
  ['Starts at 6:30 pm', 'Starts at 6:30 am', 'en', 'changed'],
  ['18–20 Uhr', '18 bis 20 Uhr', 'de', 'unchanged'],
  ['Montag bis Freitag', 'Mo–Fr', 'de', 'unchanged'],
  ['Montag bis Freitag', 'Montag bis Donnerstag', 'de', 'changed'],
  ['Freitag, 15. März 2024', 'Fr., 15.03.2024', 'de', 'unchanged'],
  ['ساعت ۱۸:۳۰', 'ساعت 18.30', 'fa', 'unchanged'],
  ['15 مارس 2024', '15 آذار 2024', 'ar', 'unchanged'],
  ['15ê adarê 2024', '15.03.2024', 'kmr', 'unchanged'],
]

/** A number with its unit or ending, written out or in short. */
const UNITS: Edit[] = [
  ['Das sind 20 km.', 'Das sind 20 Kilometer.', 'de', 'unchanged'],
  ['Das sind 20 Kilometer.', 'Das sind 20 Meilen.', 'de', 'changed'],
  ['Das sind 20 km.', 'Das sind 20 m.', 'de', 'changed'],
  ['Das sind 20 m.', 'Das sind 20 m².', 'de', 'changed'],
  ['Das sind 2,5 kg.', 'Das sind 2,5 Kilogramm.', 'de', 'unchanged'],
  ['a walk of 3 km', 'a walk of three kilometres', 'en', 'unchanged'],
  ['путь 5 км', 'путь 5 километров', 'ru', 'unchanged'],
  ['It costs $500.', 'It costs 500 US dollars.', 'en', 'unchanged'],
  ['Es kostet 500 $.', 'Es kostet 500 US-Dollar.', 'de', 'unchanged'],
  ['The 2nd survey', 'The second survey', 'en', 'unchanged'],
  ['The 2nd survey', 'The third survey', 'en', 'changed'],
  ['La 2ª encuesta', 'La segunda encuesta', 'es', 'unchanged'],
  ['La 2ª indagine', 'La seconda indagine', 'it', 'unchanged'],
  ['Il 1° marzo 2024', 'Il 1 marzo 2024', 'it', 'unchanged'],
  ['Начало 15 марта 2024 года', 'Начало 15.03.2024', 'ru', 'unchanged'],
  ['Начало 15 март 2024 г.', 'Начало 15.03.2024', 'bg', 'unchanged'],
]

const SPELLING: Edit[] = [
  ['Er muß kommen.', 'Er muss kommen.', 'de', 'unchanged'],
  ['Der Ausschuß tagt.', 'Der Ausschuss tagt.', 'de', 'unchanged'],
  ['Sie sagt, daß es geht.', 'Sie sagt, dass es geht.', 'de', 'unchanged'],
  ['Trinken in Maßen', 'Trinken in Massen', 'de', 'check'],
  ['Wir gehen in in den Raum.', 'Wir gehen in den Raum.', 'de', 'unchanged'],
  ['This is is open.', 'This is open.', 'en', 'unchanged'],
  ['der Antrag ist da.', 'Der Antrag ist da.', 'de', 'unchanged'],
  ['Ein Ort im Stadteil', 'Ein Ort im Stadtteil', 'de', 'unchanged'],
  ['Die Komission tagt.', 'Die Kommission tagt.', 'de', 'unchanged'],
  ['Die Schiffahrt', 'Die Schifffahrt', 'de', 'unchanged'],
  ['Für die Intergation', 'Für die Integration', 'de', 'unchanged'],
  ['The goverment decides.', 'The government decides.', 'en', 'check'],
  ['The comittee decides.', 'The committee decides.', 'en', 'unchanged'],
  ['Für die Integraton', 'Für die Integration', 'de', 'check'],
  ['Die Forderung der Räume', 'Die Förderung der Räume', 'de', 'check'],
  ['Die Ausstellung im Rathaus', 'Die Aufstellung im Rathaus', 'de', 'check'],
  ['Sie schreiben den Bericht.', 'Sie schrieben den Bericht.', 'de', 'check'],
  ['Die Räume für dem Rat', 'Die Räume für den Rat', 'de', 'check'],
  ['Rad Weg am Fluss', 'Radweg am Fluss', 'de', 'unchanged'],
  ['Das Stadtteil-Zentrum', 'Das Stadtteilzentrum', 'de', 'unchanged'],
  ['10-jährige Kinder', '10jährige Kinder', 'de', 'unchanged'],
  ['co-operation of all', 'cooperation of all', 'en', 'unchanged'],
  ['Миграционно-интеграционный план', 'Миграционноинтеграционный план', 'ru', 'unchanged'],
  ['Ещё один план', 'Еще один план', 'ru', 'unchanged'],
  ['می‌شود', 'میشود', 'fa', 'unchanged'],
  ['كتاب علي', 'کتاب علی', 'fa', 'unchanged'],
  ['İSTANBUL’DA', 'istanbul\'da', 'tr', 'unchanged'],
  ['A & B sind dabei.', 'A und B sind dabei.', 'de', 'unchanged'],
  ['z. B. Miete', 'zum Beispiel Miete', 'de', 'unchanged'],
  ['Die Wand ist neu.', 'Die Bank ist neu.', 'de', 'changed'],
  ['Die Leitung hat Frau Meier.', 'Die Leitung hat Frau Meyer.', 'de', 'changed'],
  ['Es sprach Anna Hoffmann.', 'Es sprach Anna Hofmann.', 'de', 'changed'],
  ['It was led by Hoffmann.', 'It was led by Hofmann.', 'en', 'changed'],
  ['Das Sachgebiet antwortet.', 'Das Kuratorium antwortet.', 'de', 'changed'],
  ['Er kommt vor acht.', 'Er kommt von acht.', 'de', 'changed'],
  ['Sie wird gefördert.', 'Sie wurde gefördert.', 'de', 'changed'],
  ['Es ist offen.', 'Es ist offen?', 'de', 'check'],
  ['Die Foerderung', 'Die Förderung', 'de', 'unchanged'],
  ['Das Kind, das das sagt', 'Das Kind, das sagt', 'de', 'unchanged'],
  ['Er ist weiß.', 'Er ist weiss.', 'de', 'unchanged'],
  ['مُدَرِّس جديد', 'مدرس جديد', 'ar', 'unchanged'],
  ['می رود', 'می‌رود', 'fa', 'unchanged'],
]

const NEGATIONS: Edit[] = [
  ['Er muss nicht kommen.', 'Er muss kommen.', 'de', 'changed'],
  ['Es gibt einen Raum.', 'Es gibt keinen Raum.', 'de', 'changed'],
  ['Das ist möglich.', 'Das ist unmöglich.', 'de', 'changed'],
  ['This is possible.', 'This is impossible.', 'en', 'changed'],
  ['They can go.', 'They can\'t go.', 'en', 'changed'],
  ['Gelirler.', 'Gelmezler.', 'tr', 'changed'],
  ['می‌شود', 'نمی‌شود', 'fa', 'changed'],
  ['این می‌رود', 'این نمی‌رود', 'fa', 'changed'],
  ['правильно', 'неправильно', 'ru', 'changed'],
  ['Es posible.', 'No es posible.', 'es', 'changed'],
  ['È possibile.', 'Non è possibile.', 'it', 'changed'],
  ['هذا ممكن', 'هذا غير ممكن', 'ar', 'changed'],
  ['mit Antrag', 'ohne Antrag', 'de', 'changed'],
  ['nicht nicht gefördert', 'nicht gefördert', 'de', 'check'],
  ['It isn’t free.', 'It is not free.', 'en', 'unchanged'],
  ['It isn’t free.', 'It is free.', 'en', 'changed'],
  ['Oda ücretsiz.', 'Oda ücretli.', 'tr', 'changed'],
  ['Yapılır.', 'Yapılmaz.', 'tr', 'changed'],
  ['Herkes katılmadı.', 'Herkes katıldı.', 'tr', 'changed'],
  ['kostenlos', 'kostenpflichtig', 'de', 'changed'],
  ['Der Rat stimmt zu.', 'Der Rat stimmt nicht zu.', 'de', 'changed'],
]

const GENDER: Edit[] = [
  ['Alle Schüler*innen kommen.', 'Alle Schüler:innen kommen.', 'de', 'unchanged'],
  ['Alle Schüler*innen kommen.', 'Alle Schülerinnen und Schüler kommen.', 'de', 'unchanged'],
  ['Alle Schüler und Schülerinnen kommen.', 'Alle Schülerinnen und Schüler kommen.', 'de', 'unchanged'],
  ['Alle SchülerInnen kommen.', 'Alle Schüler_innen kommen.', 'de', 'unchanged'],
  ['Alle Schüler/-innen kommen.', 'Alle Schüler/innen kommen.', 'de', 'unchanged'],
  ['Alle Expert*innen', 'Expertinnen und Experten', 'de', 'changed'],
  ['Die Expert*innen', 'Die Expertinnen und Experten', 'de', 'unchanged'],
  ['mit den Ärzt:innen', 'mit den Ärztinnen und Ärzten', 'de', 'unchanged'],
  ['Ein*e Schüler*in kommt.', 'Ein:e Schüler:in kommt.', 'de', 'unchanged'],
  ['Alle Schüler*innen kommen.', 'Alle Schülerinnen kommen.', 'de', 'changed'],
  ['Alle Schüler kommen.', 'Alle Schüler*innen kommen.', 'de', 'check'],
  ['Alle Teilnehmer*innen kommen.', 'Alle Teilnehmenden kommen.', 'de', 'check'],
  ['Alle Schüler*innen kommen.', 'Alle Lehrer*innen kommen.', 'de', 'changed'],
  ['los alumnos y las alumnas', 'las alumnas y los alumnos', 'es', 'unchanged'],
  ['los alumnos/as', 'los alumn@s', 'es', 'unchanged'],
  ['Mitarbeiter(innen)', 'Mitarbeiter*innen', 'de', 'unchanged'],
  ['Kolleginnen und Kollegen', 'Kolleg*innen', 'de', 'unchanged'],
]

const EDITS = [...MARKS, ...NUMBERS, ...DATES, ...UNITS, ...SPELLING, ...NEGATIONS, ...GENDER]

const only = (marked: string): Paragraph[] =>
  [{ place: 'text/0', text: marked.replace(/\ue002[^\ue003]*\ue003|[\ue000\ue001]/g, ''), marked, under: [] }]

/** The weight of what has changed. */
function verdictOn(before: Paragraph[], now: Paragraph[], language: LocaleCode): Verdict {
  const weights = changedParagraphs(before, now, language).map(({ weight }) => weight)
  return weights.includes('changed') ? 'changed' : (weights[0] ?? 'unchanged')
}

describe('an edit of a source', () => {
  it.each(EDITS)('from „%s“ to „%s“ (%s): %s', (before, after, language, expected) => {
    expect(verdictOn(only(before), only(after), language)).toBe(expected)
  })

  it.each(EDITS)('that is undone, from „%s“ to „%s“ (%s) and back: %s', (before, after, language, expected) => {
    expect(verdictOn(only(after), only(before), language)).toBe(expected)
  })
})

/** Paragraphs, each with the headings, or the question and speaker, to which it belongs. */
const placed = (...texts: [text: string, ...under: string[]][]): Paragraph[] =>
  texts.map(([text, ...under], index) => ({ place: `text/${index}`, text, under }))

const WHOLE: [edit: string, before: Paragraph[], after: Paragraph[], expected: Verdict][] = [
  [
    'two answers are swapped',
    placed(['Was?', 'A'], ['Ja.', 'Was?', 'A'], ['Wann?', 'A'], ['Morgen.', 'Wann?', 'A']),
    placed(['Was?', 'A'], ['Morgen.', 'Was?', 'A'], ['Wann?', 'A'], ['Ja.', 'Wann?', 'A']), 'changed',
  ],
  [
    'two speakers are swapped',
    placed(['Anna', 'Was?'], ['Ja.', 'Was?', 'Anna'], ['Berta', 'Wann?'], ['Nein.', 'Wann?', 'Berta']),
    placed(['Berta', 'Was?'], ['Ja.', 'Was?', 'Berta'], ['Anna', 'Wann?'], ['Nein.', 'Wann?', 'Anna']), 'changed',
  ],
  [
    'two headings are swapped',
    placed(['Gefördert'], ['Miete', 'Gefördert'], ['Nicht gefördert'], ['Reisen', 'Nicht gefördert']),
    placed(['Nicht gefördert'], ['Miete', 'Nicht gefördert'], ['Gefördert'], ['Reisen', 'Gefördert']), 'changed',
  ],
  [
    'a paragraph moves under another heading',
    placed(['Ja'], ['Miete', 'Ja'], ['Reisen', 'Ja'], ['Nein'], ['Auto', 'Nein']),
    placed(['Ja'], ['Miete', 'Ja'], ['Nein'], ['Reisen', 'Nein'], ['Auto', 'Nein']), 'changed',
  ],
  [
    'whole sections trade places',
    placed(['Ja'], ['Miete', 'Ja'], ['Nein'], ['Auto', 'Nein']),
    placed(['Nein'], ['Auto', 'Nein'], ['Ja'], ['Miete', 'Ja']), 'unchanged',
  ],
  [
    'a paragraph becomes a heading',
    placed(['Ja'], ['Miete', 'Ja'], ['Nein', 'Ja'], ['Auto', 'Ja']),
    placed(['Ja'], ['Miete', 'Ja'], ['Nein'], ['Auto', 'Nein']), 'unchanged',
  ],
  [
    'a heading becomes a paragraph',
    placed(['Ja'], ['Miete', 'Ja']), placed(['Ja'], ['Miete']), 'unchanged',
  ],
  [
    'a typing error is mended in a question',
    placed(['Was muß sein?'], ['Ja.', 'Was muß sein?']), placed(['Was muss sein?'], ['Ja.', 'Was muss sein?']),
    'unchanged',
  ],
  [
    'two equal answers stay where they are',
    placed(['A?'], ['Ja.', 'A?'], ['B?'], ['Ja.', 'B?']), placed(['B?'], ['Ja.', 'B?'], ['A?'], ['Ja.', 'A?']),
    'unchanged',
  ],
  [
    'a note of an earlier version, which knew no headings and no links, is read',
    [{ place: 'text/0', text: 'Zum Antrag' }],
    [{ place: 'text/0', text: 'Zum Antrag', marked: link('Zum Antrag', 'https://a.example'), under: ['Ja'] }],
    'unchanged',
  ],
  [
    'a note of an earlier version, which knew no films, is read',
    [{ place: 'title', text: 'Film' }],
    [...placed(['Film']), { place: 'body/0/url', text: '', marked: link('', 'https://vimeo.com/1'), under: [] }],
    'unchanged',
  ],
  [
    'a note of an earlier version is compared by its words',
    [{ place: 'text/0', text: 'Zum Antrag' }],
    [{ place: 'text/0', text: 'Kein Antrag', marked: link('Kein Antrag', 'https://a.example'), under: [] }], 'changed',
  ],
]

describe('an edit of several paragraphs', () => {
  it.each(WHOLE)('%s', (_edit, before, after, expected) => {
    expect(verdictOn(before, after, 'de')).toBe(expected)
  })
})

it('are as many edits as the README says', () => {
  const count = EDITS.length + WHOLE.length
  console.log(`${count} edits of known meaning`)
  expect(count).toBeGreaterThanOrEqual(60)
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(
    ` ${count} edits of known meaning `,
  )
})
