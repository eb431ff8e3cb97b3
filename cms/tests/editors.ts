/** Editors at their forms: each with an account and a session of their own, over the admin's HTTP interface. */
import { expect } from 'vitest'
import type { Cms, Values } from './strapi'

/** A form that somebody has open. */
export interface Form {
  documentId: string
  /** As the admin shows it: the whole entry. */
  values: Values
  /** On what it is built, as the admin sends it. */
  builtOn: string
}

export interface Reply {
  status: number
  data: Values
  meta: { cameIn?: { place: string, who: string, when: string }[], builtOn?: Record<string, string> }
  error: { message: string, name: string, details: Refusal } | null
  /** Of the panel beside a translation. */
  builtOn: string
  /** Of the panel that says who is here too. */
  others: Values[]
  saved: Values[]
}

interface Refusal {
  kind: string
  seen?: string
  title?: string
  contested: { key: string, place: string, mine: string, theirs: string, mark: string, who: string, when: string }[]
}

export interface Editor {
  name: string
  /** The number of her window. */
  tab: string
  /** Opens the form of an entry, or of its translation. */
  open: (uid: string, documentId: string, locale?: string) => Promise<Form>
  /** Saves the whole form with these changes. */
  save: (
    uid: string,
    form: Form,
    changes: Values,
    options?: { locale?: string, headers?: Record<string, string> },
  ) => Promise<Reply>
  /** Saves the whole form with these changes and publishes it. */
  publish: (
    uid: string,
    form: Form,
    changes?: Values,
    options?: { locale?: string, headers?: Record<string, string> },
  ) => Promise<Reply>
  send: (
    method: string, address: string, values?: Values | FormData, headers?: Record<string, string>,
  ) => Promise<Reply>
  /** What she gets as a file. */
  download: (address: string) => Promise<Response>
}

const PASSWORD = 'Passwort-123'

/** Somebody of the role „Redaktion“, or of another, signed in, in a window of her own. */
export async function editor(cms: Cms, name: string, code = 'strapi-editor'): Promise<Editor> {
  const [firstname = '', lastname = ''] = name.split(' ')
  const email = `${firstname}.${lastname}@example.org`.toLowerCase()
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
  await cms.strapi
    .service('admin::user')
    .create({ email, firstname, lastname, password: PASSWORD, isActive: true, roles: [role.id] })
  return windowOf(cms, name, email)
}

/** A window of somebody who has an account. */
export async function windowOf(cms: Cms, name: string, email: string): Promise<Editor> {
  const signedIn = await fetch(`${cms.address}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  expect(signedIn.status).toBe(200)
  const {
    data: { token },
  } = JSON.parse(await signedIn.text())
  const tab = crypto.randomUUID()
  const send: Editor['send'] = async (method, address, values, headers = {}) => {
    const isForm = values instanceof FormData
    const response = await fetch(cms.address + address, {
      method,
      headers: {
        // A connection that was kept does not outlive the seconds in which a large file is read.
        ...(isForm ? { Connection: 'close' } : { 'Content-Type': 'application/json' }),
        'Authorization': `Bearer ${token}`, 'X-Tab': tab, ...headers,
      },
      body: isForm ? values : values && JSON.stringify(values),
    })
    const {
      data = {},
      meta = {},
      error = null,
      builtOn = '',
      others = [],
      saved = [],
    } = JSON.parse((await response.text()) || '{}')
    return { status: response.status, data, meta, error, builtOn, others, saved }
  }
  const address = (uid: string, documentId: string, locale: string) =>
    `/content-manager/collection-types/${uid}/${documentId}?locale=${locale}`
  const write
    = (method: string, step: string): Editor['save'] =>
      (uid, form, changes, { locale = 'de', headers = {} } = {}) =>
        send(
          method,
          address(uid, form.documentId + step, locale),
          { ...form.values, ...changes },
          { 'X-Built-On': form.builtOn, ...headers },
        )
  return {
    name,
    tab,
    send,
    download: address => fetch(cms.address + address, { headers: { Authorization: `Bearer ${token}` } }),
    open: async (uid, documentId, locale = 'de') => {
      const { status, data, meta } = await send('GET', address(uid, documentId, locale))
      expect(status).toBe(200)
      return { documentId, values: formOf(cms, uid, data), builtOn: meta.builtOn?.[documentId] ?? '' }
    },
    save: write('PUT', ''),
    publish: (uid, form, changes = {}, options) => write('POST', '/actions/publish')(uid, form, changes, options),
  }
}

/** As a form sends back what it was given: relations are what is connected and disconnected. */
function formOf(cms: Cms, uid: string, data: Values): Values {
  const types: Record<string, { attributes: Record<string, { type: string, component?: string }> }> = {
    ...cms.strapi.contentTypes,
    ...cms.strapi.components,
  }
  const form: Values
    = 'id' in data && !uid.startsWith('api::')
      ? { id: data.id, ...('__component' in data && { __component: data.__component }) }
      : {}
  for (const [name, { type, component }] of Object.entries(types[uid]?.attributes ?? {})) {
    const value = data[name]
    const part = (one: Values) => formOf(cms, component ?? String(one.__component), one)
    if (
      [
        'createdBy',
        'updatedBy',
        'localizations',
        'createdAt',
        'updatedAt',
        'publishedAt',
        'documentId',
        'locale',
      ].includes(name)
    )
      continue
    if (type === 'relation') form[name] = { connect: [], disconnect: [] }
    else if (Array.isArray(value) && (component || type === 'dynamiczone')) form[name] = value.map(part)
    else form[name] = component && value ? part(Object(value)) : value
  }
  return form
}
