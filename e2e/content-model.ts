/** Entries of every public type, made from the schemas: whatever texts a form has are filled. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { paragraph, to } from './editor'
import { root } from './product'

interface Attribute {
  type: string
  target?: string
  component?: string
  components?: string[]
  repeatable?: boolean
  enum?: string[]
  private?: boolean
  allowedTypes?: string[]
  pluginOptions?: { lip?: { format?: string } }
}

interface Schema {
  attributes: Record<string, Attribute>
  pluginOptions?: { lip?: { exactlyOne?: string[][] } }
}

export interface ContentType extends Schema {
  uid: string
  kind: 'collectionType' | 'singleType'
  info: { singularName: string }
  options: { draftAndPublish: boolean }
}

/** Every type that readers know, each after those to which it relates. */
export function publicTypes(): ContentType[] {
  const types = globSync('cms/src/api/*/content-types/*/schema.json', { cwd: root })
    .filter(file => !file.includes('/ledger/'))
    .sort()
    .map((file): ContentType => {
      const [domain, , name] = file.split('/').slice(3)
      return { ...JSON.parse(readFileSync(path.join(root, file), 'utf8')), uid: `api::${domain}.${name}` }
    })
  const ordered = new Set<ContentType>()
  const seen = new Set<string>()
  const visit = (type: ContentType) => {
    if (seen.has(type.uid)) return
    seen.add(type.uid)
    for (const uid of targetsOf(type)) types.filter(other => other.uid === uid).forEach(visit)
    ordered.add(type)
  }
  types.forEach(visit)
  return [...ordered]
}

function targetsOf(schema: Schema): string[] {
  return Object.values(schema.attributes).flatMap(({ target, component, components }) => [
    ...(target ? [target] : []),
    ...[component ?? [], components ?? []].flat().flatMap(uid => targetsOf(componentOf(uid))),
  ])
}

function componentOf(uid: string): Schema {
  return JSON.parse(readFileSync(path.join(root, `cms/src/components/${uid.replace('.', '/')}.json`), 'utf8'))
}

/** With what an entry is filled. `place` names the field, such as `measure.citations.page`. */
export interface Filling {
  /** At most 255 characters. */
  line: (place: string) => string
  text: (place: string) => string
  slug: string
  date: string
  url: string
  language: string
  /** Ids in the media library, by what a field allows. */
  files: Record<string, number>
  /** The documentId of the entry of another type, where there is one. */
  related: (uid: string) => string | undefined
}

/** What its form sends. Switches stay as they are, and of what excludes each other the first is given. */
export function valuesOf({ info, ...schema }: ContentType, filling: Filling): Record<string, unknown> {
  return partOf(schema, info.singularName, filling)
}

function partOf(schema: Schema, place: string, filling: Filling): Record<string, unknown> {
  const excluded = schema.pluginOptions?.lip?.exactlyOne?.flatMap(([, ...others]) => others) ?? []
  const given = Object.entries(schema.attributes).filter(
    ([name, attribute]) => !attribute.private && !excluded.includes(name),
  )
  return Object.fromEntries(
    given
      .map(([name, attribute]) => [name, valueOf(attribute, `${place}.${name}`, filling)])
      .filter(([, value]) => value !== undefined),
  )
}

function valueOf(attribute: Attribute, place: string, filling: Filling): unknown {
  const {
    type, target = '', component, components, repeatable, allowedTypes: [allowed = ''] = [], enum: choices,
  } = attribute
  const format = attribute.pluginOptions?.lip?.format
  if (type === 'string' || type === 'text')
    return format ? formatted(format, filling) : type === 'string' ? filling.line(place) : filling.text(place)
  if (type === 'blocks') return richText(filling.text(place), filling)
  if (type === 'enumeration') return choices?.[0]
  if (type === 'integer') return 1
  if (type === 'media') return { id: filling.files[allowed] }
  if (components)
    return components.map(uid => ({
      __component: uid,
      ...partOf(componentOf(uid), `${place}.${uid.split('.')[1]}`, filling),
    }))
  const part = component && partOf(componentOf(component), place, filling)
  if (part) return repeatable ? [part] : part
  const related = type === 'relation' && filling.related(target)
  return related ? to(related) : undefined
}

function formatted(format: string, { slug, date, url, language }: Filling): string | undefined {
  return { slug, 'edtf': date, 'web-address': url, 'video-address': url, language }[format]
}

/** In every form that a text can have. */
function richText(text: string, { url }: Filling): object[] {
  const words = { type: 'text', text }
  return [
    paragraph(text),
    { type: 'heading', level: 2, children: [words] },
    {
      type: 'list', format: 'unordered',
      children: [{ type: 'list-item', children: [{ ...words, bold: true, italic: true }] }],
    },
    { type: 'quote', children: [{ ...words, code: true }] },
    { type: 'code', language: text.slice(0, 250), children: [words] },
    { type: 'paragraph', children: [{ type: 'link', url, children: [words] }] },
  ]
}
