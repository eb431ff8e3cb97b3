/**
 * What a request of the admin says of itself. `X-Built-On` names the versions of rows that it was built on
 * (`<documentId>/<language>=<version>, …`), `X-Decided` what somebody decided about conflicts, `X-Seen` the versions
 * that somebody was told of and still goes on, `X-Compared` those that a translation was compared with, `X-Tab` the
 * window.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import type { Decisions } from './merge'

/** Something that came in from others, as the editor is told. */
export interface CameIn {
  /** The attribute. */
  field: string
  place: string
  who: string
  /** ISO 8601. */
  when: string
}

export interface BuiltOn {
  /** The version of each row, by `<documentId>/<language>`; `<documentId>/*` for those that are not named. */
  versions: ReadonlyMap<string, number>
  seen: ReadonlyMap<string, number>
  /** The versions of the texts that a translation was compared with. */
  compared: ReadonlyMap<string, number>
  /** The versions when the request came; only where it confirms a translation without naming any. */
  onArrival?: { language: string, version: number }[]
  decisions: Decisions
  tab: string | null
  /** Publishes what it saves. */
  isPublishing: boolean
  /** Rows that were checked already by an earlier step of this request. */
  checked: Set<string>
  cameIn: CameIn[]
}

const WINDOW = /^[\w-]{1,64}$/

/** The headers of a request. */
export function readBuiltOn(ctx: Context): BuiltOn {
  const tab = ctx.get('x-tab')
  return {
    versions: numbersIn(ctx.get('x-built-on')),
    seen: numbersIn(ctx.get('x-seen')),
    compared: numbersIn(ctx.get('x-compared')),
    decisions: Object.fromEntries(pairsIn(ctx.get('x-decided'))),
    tab: WINDOW.test(tab) ? tab : null,
    isPublishing: ctx.path.endsWith('/actions/publish'),
    checked: new Set(),
    cameIn: [],
  }
}

function pairsIn(header: string): Map<string, string> {
  return new Map(
    header
      .split(',')
      .map(pair => pair.trim().split('='))
      .flatMap(([key, value]) => (key && value ? [[key, value]] : [])),
  )
}

function numbersIn(header: string): Map<string, number> {
  return new Map(
    [...pairsIn(header)]
      .map(([key, value]): [string, number] => [key, Number(value)])
      .filter(([, value]) => Number.isSafeInteger(value)),
  )
}

/** What the request said that is being answered; null outside of one. */
export function builtOnOf(strapi: Core.Strapi): BuiltOn | null {
  return strapi.requestContext.get()?.state?.builtOn ?? null
}

/** The version of a row that a request was built on; undefined where it does not say. */
export function versionIn({ versions }: BuiltOn, document: string, language: string): number | undefined {
  return versions.get(`${document}/${language}`) ?? versions.get(`${document}/*`)
}

/** The id of the account that is signed in; null where no person asks. */
export function accountOf(strapi: Core.Strapi): number | null {
  return strapi.requestContext.get()?.state?.user?.id ?? null
}
