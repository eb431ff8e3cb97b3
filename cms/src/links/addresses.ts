/** Addresses elsewhere to which an entry leads: in fields of their own, and in links within its texts. */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { nodesIn } from '../advice/texts'
import { labelOf, type Schema, schemaOf } from '../content-model/schema'
import { readEnvironment } from '../environment'
import { componentsIn, componentUid } from '../rows/components'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'

export interface AddressAt {
  path: Problem['path']
  /** As editors call the attribute, in quotation marks. */
  label: string
  /** Without what stands after a `#`. */
  address: string
}

export function addressesIn(
  strapi: Core.Strapi, schema: Schema, row: Values, path: Problem['path'] = [],
): AddressAt[] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]): AddressAt[] => {
    const here = [...path, name]
    if (attribute.component || attribute.components)
      return componentsIn(row[name]).flatMap((part, index) =>
        addressesIn(strapi, schemaOf(strapi, componentUid(part, attribute.component)), part, [...here, index]))
    const isAddress = attribute.pluginOptions?.lip?.format?.endsWith('-address')
    const urls = isAddress ? [row[name]] : nodesIn(row[name], 'link').map(link => valueAt(link, 'url'))
    return urls.flatMap((url) => {
      const address = elsewhere(url)
      return address === null ? [] : [{ path: here, label: labelOf(schema, name), address }]
    })
  })
}

/** An address of the web that is not one of this website; null for everything else. */
function elsewhere(url: unknown): string | null {
  if (typeof url !== 'string' || !/^https?:/.test(url) || !URL.canParse(url)) return null
  const address = new URL(url)
  const { siteUrl, adminUrl } = readEnvironment()
  address.hash = ''
  return [siteUrl, adminUrl].includes(address.origin) ? null : address.href
}
