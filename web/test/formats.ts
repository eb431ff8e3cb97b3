/** What validators say of what programs read. An empty list is what one wants. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import jsonFeed from 'jsonfeed-schema/schema-v1.json'
import { validateXML } from 'xmllint-wasm'

const schemas = path.join(import.meta.dirname, 'schemas')
const sitemapSchemas = path.join(path.dirname(createRequire(import.meta.url).resolve('sitemap/package.json')), 'schema')

/** What xmllint says of a feed, by the grammar of its format. */
export async function feedComplaints(format: 'atom' | 'rss', xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml, schema: readFileSync(path.join(schemas, `${format}.rng`), 'utf8'), extension: 'relaxng',
  })
  return errors.map(({ message }) => message)
}

/** What xmllint says of a sitemap. */
export async function sitemapComplaints(xml: string): Promise<string[]> {
  const sitemapsOrg = {
    fileName: 'sitemaps-org.xsd', contents: readFileSync(path.join(sitemapSchemas, 'sitemap.xsd'), 'utf8'),
  }
  const { errors } = await validateXML({
    xml, schema: readFileSync(path.join(schemas, 'sitemap.xsd'), 'utf8'), preload: sitemapsOrg,
  })
  return errors.map(({ message }) => message)
}

const ajv = new Ajv({ allErrors: true })
formats.default(ajv)
const isJsonFeed = ajv.compile(jsonFeed)

/** What ajv says of a JSON Feed. */
export function jsonFeedComplaints(json: string): string[] {
  isJsonFeed(JSON.parse(json))
  return (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
