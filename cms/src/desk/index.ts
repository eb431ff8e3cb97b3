/** The start page of the admin (German: Arbeitstisch): what there is to do for whoever is signed in. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode } from 'shared-types'
import { type AppointmentLine, appointments } from './appointments'
import { type BrokenLinkLine, brokenLinksFor } from './broken-links'
import { commentsFor } from './comments'
import { deadlines } from './deadlines'
import { draftsOfOthers, ownDrafts, publishedByOthers } from './drafts'
import { handedBack, handedOver, type HandoverLine } from './handovers'
import type { DeskList } from './line'
import { messages } from './messages'
import type { Reader } from './reader'
import { type ToTranslate, toTranslate } from './translations'
import { unheard } from './unheard'

/**
 * `GET /desk?languages=ar,fa`: what the one who asks may read and do, some lines of each with the number of all;
 * translations in the languages that are named.
 */
export function registerDesk(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET', path: '/desk', handler: (ctx: Context) => answer(strapi, ctx),
        config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' },
      },
    ],
  })
}

/** What there is to do. */
export interface Desk {
  handedBack: DeskList<HandoverLine>
  handedOver: DeskList<HandoverLine>
  comments: DeskList<HandoverLine>
  mine: DeskList
  toCheck: DeskList
  toTranslate: ToTranslate[]
  unheard: DeskList
  deadlines: DeskList
  appointments: DeskList<AppointmentLine>
  brokenLinks: DeskList<BrokenLinkLine>
  published: DeskList
  messages: DeskList
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const reader: Reader = { strapi, ability: ctx.state.userAbility, account: ctx.state.user.id }
  const languages = String(ctx.query.languages ?? '').split(',').filter(isLocaleCode)
  const data: Desk = {
    handedBack: await handedBack(reader),
    handedOver: await handedOver(reader),
    comments: await commentsFor(reader),
    mine: await ownDrafts(reader),
    toCheck: await draftsOfOthers(reader),
    toTranslate: await toTranslate(reader, [...new Set(languages)]),
    unheard: await unheard(reader),
    deadlines: await deadlines(reader),
    appointments: await appointments(reader),
    brokenLinks: await brokenLinksFor(reader),
    published: await publishedByOthers(reader),
    messages: await messages(reader),
  }
  ctx.body = { data }
}
