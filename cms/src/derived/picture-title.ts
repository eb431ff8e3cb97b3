import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { FILE } from '../content-model/uids'
import type { Values } from '../rows/rows'

/** A picture to which nobody gave a name is called as its file is, without the ending. */
export async function pictureTitle(strapi: Core.Strapi, before: Values | null, values: Values): Promise<Values> {
  const title = 'title' in values ? values.title : before?.title
  if (typeof title === 'string' && title.trim() !== '') return {}
  const file = values.file ?? before?.file
  const id = valueAt(file, 'id') ?? file
  if (typeof id !== 'number') return {}
  const found: { name: string } | null = await strapi.db.query(FILE).findOne({ select: ['name'], where: { id } })
  return found ? { title: found.name.replace(/\.\w+$/, '') } : {}
}
