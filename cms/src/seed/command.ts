/** `npm run seed`: adds the entries that were never seeded and touches nothing else. */
import path from 'node:path'
import { createStrapi } from '@strapi/strapi'
import { seed } from '.'

Object.assign(process.env, { SEED: 'none' })

async function main(): Promise<void> {
  const strapi = await createStrapi({
    appDir: process.cwd(), distDir: path.join(process.cwd(), 'dist'), serveAdminPanel: false,
  }).load()
  const added = await seed(strapi)
  console.log(added === 0 ? 'Nothing to add: every entry has been seeded before.' : `${added} entries added.`)
  await strapi.destroy()
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
