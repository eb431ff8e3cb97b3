/**
 * What readers send: kept for the editors, mailed to them where a mail server is set up, deleted when its time is over.
 * The form of the website judges it before and holds off spam (`web/server/contact`); nobody else reaches this address.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { type Message, MESSAGE_DAYS, MESSAGE_KINDS, messageProblems, valueAt } from 'shared-types'
import { readEnvironment } from './environment'
import { MESSAGE } from './content-model/uids'
import { daily } from './storage/daily'

/**
 * However many readers there are: more in an hour is no conversation. They are kept all the same, marked, for some of
 * them are from readers.
 */
const MOST_IN_AN_HOUR = 200
/** Of the marked ones so many are kept; then the oldest of them make room. */
const MOST_IN_FLOOD = 2000
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

export function registerMessages(strapi: Core.Strapi): void {
  strapi.server.routes([
    { method: 'POST', path: '/messages', handler: (ctx: Context) => receive(strapi, ctx), config: { auth: false } },
  ])
}

/** Deletes what is too old, now and once a day. */
export function keepMessagesShort(strapi: Core.Strapi): Promise<void> {
  return daily(strapi, 'Old messages were not deleted', () => deleteOld(strapi))
}

async function deleteOld(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .query(MESSAGE)
    .deleteMany({ where: { receivedOn: { $lt: new Date(Date.now() - MESSAGE_DAYS * DAY) } } })
}

async function receive(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const message = messageIn(ctx)
  if (!message || messageProblems(message).length > 0) {
    ctx.status = 400
    return
  }
  const flood = await floodNow(strapi)
  const label = `${WORDS[message.kind]} · ${message.text.trim().replace(/\s+/g, ' ').slice(0, 80)}`
  await Reflect.apply(strapi.documents, strapi, [MESSAGE]).create({
    data: { ...message, label, receivedOn: new Date(), isInFlood: flood !== null },
  })
  if (flood === null) await sendMail(strapi, message)
  else await boundFlood(strapi, message, flood)
  ctx.status = 204
}

/** How many marked messages came within the hour; null as long as there is no flood. */
async function floodNow(strapi: Core.Strapi): Promise<number | null> {
  const messages = strapi.db.query(MESSAGE)
  const receivedOn = { $gt: new Date(Date.now() - HOUR) }
  if (await messages.count({ where: { receivedOn } }) < MOST_IN_AN_HOUR) return null
  return messages.count({ where: { receivedOn, isInFlood: true } })
}

/** One mail tells of a flood. What is marked is bounded; what is not is never deleted for it. */
async function boundFlood(strapi: Core.Strapi, message: Message, before: number): Promise<void> {
  if (before === 0) await sendMail(strapi, { ...message, text: `${FLOOD}\n\n${message.text}` })
  const messages = strapi.db.query(MESSAGE)
  const surplus = await messages.count({ where: { isInFlood: true } }) - MOST_IN_FLOOD
  if (surplus <= 0) return
  const oldest: { id: number }[] = await messages.findMany({
    select: ['id'], where: { isInFlood: true }, orderBy: { id: 'asc' }, limit: surplus,
  })
  await messages.deleteMany({ where: { id: { $in: oldest.map(({ id }) => id) } } })
}

const FLOOD = `In der letzten Stunde kamen über ${MOST_IN_AN_HOUR} Nachrichten. Weitere werden aufbewahrt und sind in `
  + `der Verwaltung als „In einer Flut“ markiert; gemailt wird nur diese eine.`

const WORDS: Record<Message['kind'], string> = { question: 'Frage', correction: 'Korrektur' }

function messageIn({ request }: Context): Message | null {
  const body: Record<string, unknown> = Object(valueAt(request, 'body'))
  const text = (name: string) => typeof body[name] === 'string' ? body[name] : ''
  const kind = MESSAGE_KINDS.find(candidate => candidate === body.kind)
  return kind
    ? {
        kind, page: text('page'), text: text('text'), replyTo: text('replyTo'), language: text('language').slice(0, 20),
      }
    : null
}

/** A mail that cannot be sent loses nothing: the message is kept. */
async function sendMail(strapi: Core.Strapi, { kind, page, text, replyTo, language }: Message): Promise<void> {
  const { mail, siteUrl } = readEnvironment()
  if (!mail) return
  const lines = [
    text, '', `— ${page ? siteUrl + page : siteUrl}`,
    `— ${WORDS[kind]}, ${language}${replyTo ? `, Antwort an ${replyTo}` : ''}`,
  ].join('\n')
  try {
    await strapi
      .plugin('email')
      .service('email')
      .send({
        to: mail.to, from: mail.from,
        ...(replyTo && { replyTo }),
        subject: `${WORDS[kind]} über die Website`, text: lines, html: `<pre>${asHtml(lines)}</pre>`,
      })
  } catch (error) {
    strapi.log.error(`A message was kept, but not mailed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
