/**
 * The cms, booted in this process: to write examples into its tables, and to count what a question asks of its
 * database.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../tools/environment.mjs'

const folder = path.join(root, 'cms')
export const fromCms = createRequire(path.join(folder, 'package.json'))
const { createStrapi } = fromCms('@strapi/strapi')
const { print } = fromCms('graphql')

/** The operations of the pages, as web sends them. */
export const operations = fromCms('shared-types')

/** Strapi counts its uploads at a moment of its own, and puts single statements into transactions. */
const BESIDES = /upload_folders|\bfiles\b|strapi_core_store|^(BEGIN|COMMIT)/

/** Boots on the database that the environment names; an empty one gets the facts. */
export async function bootCms() {
  process.chdir(folder)
  const strapi = await createStrapi({
    appDir: folder, distDir: path.join(folder, 'dist'), serveAdminPanel: false,
  }).load()
  strapi.log.level = 'error'
  return strapi
}

/** The body of a GraphQL request. */
export function bodyOf({ document, variables }) {
  return JSON.stringify({ query: print(document), variables })
}

/** How many statements a question takes when the register has to be read for it. */
export async function statementsOf(strapi, { document, variables }) {
  const { startFollowing } = fromCms('./dist/src/ledger/followers')
  const { currentContract } = fromCms('./dist/src/graphql/contract/contract')
  const { askContract } = fromCms('./dist/src/graphql/snapshot')
  let count = 0
  const counting = ({ sql }) => {
    count += Number(!BESIDES.test(sql))
  }
  await startFollowing(strapi)
  strapi.db.connection.on('query', counting)
  await askContract(currentContract(), document, variables)
  strapi.db.connection.off('query', counting)
  return count
}
