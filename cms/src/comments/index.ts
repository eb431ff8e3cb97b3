/** Comments beside a form: whoever may read a draft may ask and answer, whoever writes it says what is done. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { type Paragraph, SOURCE_LANGUAGE } from 'shared-types'
import { nameOfPlace } from '../content-model/places'
import { type AskedDraft, findAskedDraft, may } from '../rows/asked-draft'
import { refuse } from '../rules/problems'
import { permissionsAt } from '../strapi/permissions'
import { namesOf } from '../together/told'
import { textIn } from '../translation/paragraphs'
import { type Comment, findComments, markDone, placeNow, writeComment } from './comment'

/** As many characters as a remark of a handover. */
const LONGEST = 2000
/** More that is left to do nobody reads. */
const MOST_OPEN = 100

/** As the panel beside a form reads it. */
export interface ToldComment extends Pick<Comment, 'id' | 'quote' | 'text'> {
  /** Where the paragraph stands now; null for the whole text, and where it stands nowhere any more. */
  at: { place: string, name: string } | null
  isOfWhole: boolean
  /** What the paragraph says now; null where it says the same. */
  now: string | null
  isDone: boolean
  /** Who wrote it; null where the account is gone. */
  who: string | null
  /** ISO 8601. */
  when: string
  mayMark: boolean
}

/** What can be commented on, in the order of the form. */
export interface CommentPlace {
  place: string
  name: string
  text: string
}

export interface ToldComments {
  comments: ToldComment[]
  places: CommentPlace[]
}

/**
 * `GET /comments/api::page.page/<documentId>?locale=de`; `POST` with `place` (empty for the whole text) and `text`;
 * `PUT` to `/<documentId>/<id>` with `isDone`. Each answers with all of the draft.
 */
export function registerComments(strapi: Core.Strapi): void {
  const route = (
    method: 'GET' | 'POST' | 'PUT', more: string, handler: (ctx: Context, draft: AskedDraft) => Promise<Refusal>,
  ) => ({
    method, path: `/comments/:uid/:documentId${more}`, config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { type: 'admin' as const },
    handler: async (ctx: Context) => {
      const draft = await findAskedDraft(strapi, ctx)
      if (!draft) return ctx.notFound()
      if (!may(strapi, ctx.state.userAbility, draft, 'read')) return ctx.forbidden()
      const refusal = await handler(ctx, draft)
      if (refusal) ctx[refusal]()
      else ctx.body = { data: await told(strapi, ctx, draft) }
    },
  })
  strapi.server.routes({
    type: 'admin',
    routes: [
      route('GET', '', () => Promise.resolve(null)), route('POST', '', (ctx, draft) => comment(strapi, ctx, draft)),
      route('PUT', '/:id', (ctx, draft) => mark(strapi, ctx, draft)),
    ],
  })
}

/** How what is not done is answered; null where it is done. */
type Refusal = 'badRequest' | 'forbidden' | 'notFound' | null

async function comment(strapi: Core.Strapi, ctx: Context, draft: AskedDraft): Promise<Refusal> {
  const { place, text } = Object(Reflect.get(ctx.request, 'body'))
  if (typeof place !== 'string' || typeof text !== 'string') return 'badRequest'
  const meant = (await paragraphsOf(strapi, draft)).find(paragraph => paragraph.place === place)
  const isOpen = { ...draft.keys, doneOn: null }
  refuse([
    ...text.trim() === '' ? ['Bitte schreiben Sie, worum es geht.'] : [],
    ...text.trim().length > LONGEST ? [`Eine Anmerkung hat höchstens ${LONGEST} Zeichen.`] : [],
    ...place !== '' && !meant ? ['Dieser Absatz steht nicht mehr da. Bitte wählen Sie einen anderen.'] : [],
    ...(await findComments(strapi, isOpen)).length >= MOST_OPEN
      ? [`Hier stehen schon ${MOST_OPEN} offene Anmerkungen. Bitte erledigen Sie erst einige.`]
      : [],
  ].map(message => ({ path: [], message })))
  await writeComment(strapi, draft.keys, { place, quote: meant?.text ?? '', text: text.trim(), account: ctx.state.user.id })
  return null
}

async function mark(strapi: Core.Strapi, ctx: Context, draft: AskedDraft): Promise<Refusal> {
  const { isDone } = Object(Reflect.get(ctx.request, 'body'))
  const id = Number(ctx.params.id)
  if (typeof isDone !== 'boolean' || !Number.isSafeInteger(id)) return 'badRequest'
  const [found] = await findComments(strapi, { ...draft.keys, id })
  if (!found) return 'notFound'
  if (!mayMark(strapi, ctx, draft, found)) return 'forbidden'
  await markDone(strapi, found, isDone)
  return null
}

/** Whoever writes the draft, and who asked. */
function mayMark(strapi: Core.Strapi, ctx: Context, draft: AskedDraft, { account }: Comment): boolean {
  return account === ctx.state.user.id || may(strapi, ctx.state.userAbility, draft, 'update')
}

async function told(strapi: Core.Strapi, ctx: Context, draft: AskedDraft): Promise<ToldComments> {
  const isReadable = readable(strapi, ctx, draft)
  const comments = (await findComments(strapi, draft.keys)).filter(({ place }) => isReadable(place))
  const names = await namesOf(strapi, comments.map(({ account }) => account))
  const paragraphs = (await paragraphsOf(strapi, draft)).filter(({ place }) => isReadable(place))
  const nameAt = (place: string) => nameOfPlace(strapi, draft.schema, place)
  return {
    comments: comments.map((one) => {
      const { id, quote, text, account, madeOn, doneOn } = one
      const found = one.place === '' ? null : placeNow(one, paragraphs)
      return {
        id, quote, text, at: found && { place: found.place, name: nameAt(found.place) }, isOfWhole: one.place === '',
        now: found?.now ?? null, isDone: doneOn !== null, who: names.get(account) ?? null,
        when: new Date(madeOn).toISOString(), mayMark: mayMark(strapi, ctx, draft, one),
      }
    }),
    places: paragraphs.map(({ place, text }) => ({ place, name: nameAt(place), text })),
  }
}

/** Whether what stands at a place may be read by who asks: an administrator's own role may leave out a field. */
function readable(strapi: Core.Strapi, ctx: Context, { schema, row }: AskedDraft): (place: string) => boolean {
  const reader = permissionsAt(strapi, ctx.state.userAbility, schema.uid)
  return place => place === '' || reader.can.read(row, place.split('/')[0])
}

/** What stands in the draft, with words in it. */
async function paragraphsOf(strapi: Core.Strapi, { schema, row, keys }: AskedDraft): Promise<Paragraph[]> {
  const locale = row.locale ?? SOURCE_LANGUAGE
  const paragraphs = await textIn(strapi, schema, { documentId: keys.document, locale, audience: 'editors' })
  return paragraphs.filter(({ text }) => text !== '')
}
