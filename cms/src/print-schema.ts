/** Writes the GraphQL contract to `schema.graphql`, or with `--check` fails where the file says something else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const file = path.join(process.cwd(), 'schema.graphql')
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-schema-'))
Object.assign(process.env, { DATA_DIR: dataDirectory, SEED: 'none', DATABASE_URL: '' })

async function main(): Promise<number> {
  const { createStrapi } = await import('@strapi/strapi')
  const { printContract } = await import('./graphql')
  const strapi = await createStrapi({
    appDir: process.cwd(), distDir: path.join(process.cwd(), 'dist'), serveAdminPanel: false,
  }).load()
  strapi.log.level = 'error'
  const contract = printContract()
  rmSync(dataDirectory, { recursive: true, force: true })
  if (!process.argv.includes('--check')) {
    writeFileSync(file, contract)
    return 0
  }
  if (readFileSync(file, 'utf8') === contract) return 0
  console.error('cms/schema.graphql is not what the content model says. Run: npm run generate')
  return 1
}

void main().then(code => process.exit(code))
