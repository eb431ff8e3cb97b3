/** What a text must look like: one function for each `format` in the schemas, and what holds for every text. */
import type { Core } from '@strapi/strapi'
import {
  DATE_EXAMPLES, isLocaleCode, isPaperNumber, isSlug, isVideoAddress, LOCALES, localeOf, parseHistoricalDate,
  VIDEO_HOSTS,
} from 'shared-types'
import { type Attribute, type Format, isLocalised, labelOf, type Schema, schemaOf } from '../content-model/schema'
import { linkProblems } from './links'
import type { Problem } from './problems'
import { componentsIn, componentUid } from '../rows/components'
import type { Values } from '../rows/rows'

/** The longest text a single line may hold: what both databases store. */
const LINE_CHARACTERS = 255
/** From so many letters on, a text without one letter of its language's script is in the wrong language. */
const ENOUGH_LETTERS = 20

/** Every problem of the texts of an entry in a language, components included. */
export function formatProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, locale: string, path: Problem['path'] = [],
): Problem[] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    const here = [...path, name]
    const value = values[name]
    if (attribute.component || attribute.components)
      return componentProblems(strapi, attribute.component, value, locale, here)
    if (attribute.type === 'blocks') return linkProblems(value, labelOf(schema, name), here)
    if (typeof value !== 'string' || value === '') return []
    const isOfScript = isLocalised(attribute) && !attribute.pluginOptions?.lip?.isProperName
    const message
      = lineProblem(schema, name, attribute, value)
        ?? (isOfScript ? scriptProblem(labelOf(schema, name), value, locale) : null)
    return message ? [{ path: here, message }] : []
  })
}

function componentProblems(
  strapi: Core.Strapi, uid: string | undefined, value: unknown, locale: string, path: Problem['path'],
): Problem[] {
  return componentsIn(value).flatMap((component, index) =>
    formatProblems(strapi, schemaOf(strapi, componentUid(component, uid)), component, locale, [...path, index]),
  )
}

function lineProblem(schema: Schema, name: string, attribute: Attribute, text: string): string | null {
  const label = labelOf(schema, name)
  if (attribute.type === 'string' && text.length > LINE_CHARACTERS)
    return `${label} hat ${text.length} Zeichen; höchstens ${LINE_CHARACTERS} sind möglich.`
  const format = attribute.pluginOptions?.lip?.format
  const problem = format ? FORMATS[format](text) : null
  return problem && `${label}: ${problem}`
}

const FORMATS: Record<Format, (text: string) => string | null> = {
  'edtf': dateProblem,
  'slug': text =>
    isSlug(text)
      ? null
      : `„${text}“ geht nicht in eine Adresse. Erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche, `
        + `zum Beispiel „bildung-2008“.`,
  'paper-number': text =>
    isPaperNumber(text)
      ? null
      : `„${text}“ ist keine Drucksachennummer. Richtig ist vierstellige Nummer, Schrägstrich, vierstelliges Jahr, `
        + `zum Beispiel „0094/2008“, mit Ergänzungen „0094/2008 N1 E1“, eine Anfrage „H-0390/2019“ oder die eines `
        + `Bezirksrats „15-2735/2018 S1“.`,
  'web-address': addressProblem,
  'video-address': text =>
    addressProblem(text)
    ?? (isVideoAddress(text)
      ? null
      : `„${text}“ führt nicht zu einer Videoseite, die wir kennen. Möglich sind: ${VIDEO_HOSTS.join(', ')}. Andere `
        + `Seiten verlinken Sie bitte im Baustein „Text“.`),
  'language': text =>
    isLocaleCode(text)
      ? null
      : `„${text}“ ist keine Sprache dieser Website. Möglich sind: ${LOCALES.map(({ code, name }) => `${code} `
        + `(${name})`).join(', ')}.`,
}

function dateProblem(text: string): string | null {
  if (parseHistoricalDate(text)) return null
  const [from, to] = text.split('/')
  const isBackwards = from && to && parseHistoricalDate(from) && parseHistoricalDate(to)
  if (isBackwards) return `In „${text}“ liegt das Ende vor dem Anfang. Richtig wäre „${to}/${from}“.`
  return `„${text}“ ist kein Datum, das es gibt oder das wir lesen können. Richtig sind zum Beispiel: ${DATE_EXAMPLES}.`
}

function addressProblem(text: string): string | null {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return null
  return `„${text}“ ist keine Internetadresse. Richtig wäre zum Beispiel „https://www.hannover.de/“.`
}

function scriptProblem(label: string, text: string, locale: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const { script, name } = localeOf(locale)
  if (letters < ENOUGH_LETTERS || new RegExp(`\\p{Script=${script}}`, 'u').test(text)) return null
  return `${label} gehört zur Sprache ${name}, enthält aber keinen Buchstaben ihrer Schrift. Vielleicht ist oben die `
    + `falsche Sprache gewählt?`
}
