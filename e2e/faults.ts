/** What a save or a publish may be answered, or not: each with the sentence that its editor reads then. */
import type { Route } from 'playwright-core'

export type Answer = (route: Route) => Promise<unknown>

const HTML = '<html><h1>Bad Gateway</h1></html>'
const english = (status: number, message: string): Answer => route =>
  route.fulfill({ status, json: { data: null, error: { status, name: 'ApplicationError', message, details: {} } } })

export const FAULTS: Record<string, [Answer, RegExp]> = {
  'nobody there': [route => route.abort('connectionfailed'), /Der Server ist nicht zu erreichen/],
  '401': [english(401, 'Missing or invalid credentials'), /Anmeldung nicht anerkannt/],
  '413': [english(413, 'Payload Too Large'), /mehr, als der Server/],
  '500': [english(500, 'Internal Server Error'), /Fehler aufgetreten/],
  '502 with HTML': [route => route.fulfill({ status: 502, contentType: 'text/html', body: HTML }), /nicht bereit/],
  '200 with HTML': [route => route.fulfill({ status: 200, contentType: 'text/html', body: HTML }), /nicht bereit/],
  '400 without fields': [english(400, 'Invalid data'), /ohne einen Grund zu nennen/],
  'a part that is gone': [
    english(400, 'Some of the provided components in body are not related to the entity'),
    /Teil dieses Eintrags entfernt/,
  ],
}
