/** The history of an entry in a language: what was done, by whom, and what it said then. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { inTurn } from '../lifecycle/in-turn'
import { type AskedDraft, findAskedRow, may } from '../rows/asked-draft'
import { isValues } from '../rows/components'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { refuse } from '../rules/problems'
import { shapeProblems } from '../shapes/shape'
import { trimmed } from '../shapes/trimmed'
import { permissionsAt } from '../strapi/permissions'
import { noteNamed, standingOf } from '../together/check'
import type { FormState } from '../together/form-state'
import { wantedState } from '../together/sent'
import { type Difference, differencesBetween, type MayRead, readable } from './differences'
import { type ToldHistory, tellHistory } from './told'
import { NOW, stateAt } from './states'
import { takenInto } from './taken'

/** What differs between two states; where the newer one is the form, what would be put into it. */
export interface Comparison {
  differences: Difference[]
  /** By the names of attributes. */
  taken: Record<string, unknown>
}

const MOST_LETTERS = 80

/**
 * `GET /histories/api::page.page/<documentId>?locale=de` tells the last states, with `&until=` earlier ones;
 * `GET …/<state>?with=<state>` compares two of them, `POST …/<state>` one with a form that sends its values. Each for
 * whoever may read the entry. `POST /histories/…/<documentId>` with a `name` gives it to what stands there now, for
 * whoever may change it.
 */
export function registerHistories(strapi: Core.Strapi): void {
  const route = (
    method: 'GET' | 'POST', path: string, answer: (ctx: Context, asked: AskedDraft) => Promise<object | null>,
    deed: 'read' | 'update' = 'read',
  ) => ({
    method, path: `/histories/:uid/:documentId${path}`, config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { type: 'admin' as const },
    handler: async (ctx: Context) => {
      const asked = await findAskedRow(strapi, ctx)
      if (!asked) return ctx.notFound()
      if (!may(strapi, ctx.state.userAbility, asked, deed)) return ctx.forbidden()
      const data = await answer(ctx, asked)
      if (!data) return ctx.notFound('Dieser Stand wird nicht mehr aufgehoben.')
      ctx.body = { data }
    },
  })
  strapi.server.routes({
    type: 'admin',
    routes: [
      route('GET', '', (ctx, asked) => tell(strapi, ctx, asked)),
      route('POST', '', (ctx, asked) => giveName(strapi, ctx, asked), 'update'),
      route('GET', '/:state', (ctx, asked) => compareStates(strapi, ctx, asked)),
      route('POST', '/:state', (ctx, asked) => compareWithForm(strapi, ctx, asked)),
    ],
  })
}

async function tell(strapi: Core.Strapi, ctx: Context, asked: AskedDraft): Promise<ToldHistory> {
  const { schema, keys } = asked
  const mayRead = reading(strapi, ctx, asked)
  const { now } = await standingOf(strapi, schema, keys.document, keys.language)
  const until = Number(ctx.query.until)
  return tellHistory(strapi, schema, keys, {
    now, until: Number.isSafeInteger(until) && until > 0 ? until : null,
    read: state => readable(strapi, schema, state, mayRead),
  })
}

async function giveName(strapi: Core.Strapi, ctx: Context, asked: AskedDraft): Promise<ToldHistory> {
  const given: unknown = Reflect.get(Object(Reflect.get(ctx.request, 'body')), 'name')
  const name = typeof given === 'string' ? given.trim() : ''
  if (!name || name.length > MOST_LETTERS)
    refuse([{ path: ['name'], message: `Bitte geben Sie einen Namen mit höchstens ${MOST_LETTERS} Zeichen an.` }])
  const { document, language } = asked.keys
  await inTurn(strapi, document, () => noteNamed(strapi, asked.schema, { document, language, name }))
  return tell(strapi, ctx, asked)
}

async function compareStates(strapi: Core.Strapi, ctx: Context, asked: AskedDraft): Promise<Comparison | null> {
  const { schema, keys } = asked
  const { now } = await standingOf(strapi, schema, keys.document, keys.language)
  const at = (key: unknown) => stateAt(strapi, keys, { key: String(key ?? NOW), now })
  const [before, after] = [await at(ctx.params.state), await at(ctx.query.with)]
  if (!before || !after) return null
  const differences = await differ(strapi, ctx, asked, [before, after])
  return { differences, taken: {} }
}

/** The older of both is the state, and the newer one what the form says, saved or not. */
async function compareWithForm(strapi: Core.Strapi, ctx: Context, asked: AskedDraft): Promise<Comparison | null> {
  const { schema, keys } = asked
  const body: unknown = Reflect.get(ctx.request, 'body')
  const { now, row } = await standingOf(strapi, schema, keys.document, keys.language)
  const kept = await stateAt(strapi, keys, { key: String(ctx.params.state), now })
  if (!kept || !now || !row || !isValues(body)) return null
  const sent = trimmed(strapi, schema, body)
  refuse(shapeProblems(strapi, schema, sent))
  const before = readable(strapi, schema, kept, reading(strapi, ctx, asked))
  const differences = await differ(strapi, ctx, asked, [before, wantedState(strapi, schema.uid, now, sent)])
  const names = differences.map(({ name }) => name)
  return { differences, taken: await takenInto(strapi, schema, before, names, { row, language: keys.language }) }
}

function differ(
  strapi: Core.Strapi, ctx: Context, asked: AskedDraft, states: [FormState, FormState],
): Promise<Difference[]> {
  const { schema, keys: { language } } = asked
  const mayRead = reading(strapi, ctx, asked)
  const [before, now] = states.map(state => readable(strapi, schema, withoutWithdrawnNames(state), mayRead))
  return differencesBetween(strapi, schema, { before: before ?? {}, now: now ?? {}, language })
}

function reading(strapi: Core.Strapi, ctx: Context, { schema, row }: AskedDraft): MayRead {
  const permissions = permissionsAt(strapi, ctx.state.userAbility, schema.uid)
  return path => permissions.can.read(row, path)
}
