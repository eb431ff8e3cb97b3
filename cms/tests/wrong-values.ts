/** Every attribute of every type, with what it cannot hold. */
import type { Cms, Values } from './strapi'

export interface Attribute {
  type: string
  repeatable?: boolean
  component?: string
  components?: string[]
  pluginOptions?: { lip?: object }
}

export interface Type {
  uid: string
  kind: string
  collectionName: string
  options: { draftAndPublish?: boolean }
  pluginOptions?: { lip?: { labelFrom?: string[] } }
  attributes: Record<string, Attribute>
}

/** What none of these can hold. */
const NEVER: unknown[] = [{ $ne: 1 }, [[]], [null], { toString: 'x' }]
const TEXT: unknown[] = [42, true, [], {}, 'a\0b']
const BLOCKS: unknown[] = [
  'x', 42, {}, [42], [{}], [{ type: 'nope', children: [] }], [{ type: 'paragraph' }],
  [{ type: 'paragraph', children: [null] }], [{ type: 'paragraph', children: 'x' }],
  [{ type: 'heading', level: 9, children: [{ type: 'text', text: 'x' }] }],
  [{ type: 'paragraph', children: [{ type: 'text', text: 42 }] }], [{ type: 'list', format: 'x', children: [] }],
  [{ type: 'list', format: 'ordered', children: [{ type: 'text', text: 'x' }] }], [{ type: 'image' }],
  [{ type: 'paragraph', children: [{ type: 'link', children: [] }] }],
  [{ type: 'paragraph', children: [{ type: 'text', text: 'x', bold: 'yes' }] }],
]
const WRONG: Record<string, unknown[]> = {
  string: [...TEXT, 'x'.repeat(300)],
  text: TEXT,
  integer: ['x', 1.5, 1e30, 3_000_000_000, [], {}, true],
  boolean: ['vielleicht', 3, [], {}],
  date: ['gestern', '2021-02-30', 42, [], {}],
  datetime: ['gestern', [], {}, '2021-02-30T25:00:00Z'],
  enumeration: ['nope', 42, [], {}],
  blocks: BLOCKS,
  component: ['x', 42, true],
  dynamiczone: ['x', {}, 42, [{}], [{ __component: 'nope.nope' }], [42], [{ __component: 42 }]],
  relation: [
    42.5, { connect: 'x'.repeat(300) }, { connect: [{ documentId: 42.5 }] }, { set: {} }, { connect: [null] }, true,
    { disconnect: -1 },
  ],
  media: [{}, [{}], 'a'.repeat(300), -1, { connect: [null] }, true],
}

export function typesOf({ strapi }: Cms): Type[] {
  const types: Type[] = Object.values(strapi.contentTypes).map(type =>
    JSON.parse(JSON.stringify({
      uid: type.uid, kind: type.kind, collectionName: type.collectionName, options: type.options,
      attributes: type.attributes, pluginOptions: type.pluginOptions,
    })),
  )
  return types.filter(
    ({ uid }) => uid.startsWith('api::') && (!uid.startsWith('api::ledger.') || uid === 'api::ledger.consent-record'),
  )
}

export function wrongsOf(cms: Cms, attribute: Attribute): unknown[] {
  if (!WRONG[attribute.type]) return []
  return [...WRONG[attribute.type] ?? [], ...NEVER, ...partsOf(cms, attribute)]
}

function partsOf(cms: Cms, { component, components = [], repeatable }: Attribute): unknown[] {
  if (component) return wrongParts(cms, component).map(part => repeatable ? [part] : part)
  return components.flatMap(uid => wrongParts(cms, uid).map(part => [{ __component: uid, ...part }]))
}

/** Also of the components within it. */
function wrongParts(cms: Cms, uid: string): Values[] {
  const attributes: Record<string, Attribute> = JSON.parse(
    JSON.stringify(Reflect.get(cms.strapi.components, uid).attributes),
  )
  return [
    { nope: 1 }, { id: 'x' },
    ...Object.entries(attributes).flatMap(([name, attribute]) =>
      wrongsOf(cms, attribute).map(value => ({ [name]: value }))),
  ]
}
