/** What Compose needs to be told, in `.env`: read here, so that Docker and Podman get the same. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from '../environment.mjs'

const OTHERS = 0o077

/** Returns the environment. Throws a sentence where `.env` is missing, incomplete, or read by others. */
export function refuseUnfitEnvironment() {
  const file = path.join(root, '.env')
  if (existsSync(file)) refuseReadable(file)
  if (existsSync(file)) process.loadEnvFile(file)
  if (!process.env.SITE_URL)
    throw new Error('SITE_URL is not set. Set it in .env, for example SITE_URL=http://127.0.0.1:3000')
  if (!process.env.POSTGRES_PASSWORD)
    throw new Error('POSTGRES_PASSWORD is not set. Set it in .env, to what this prints: openssl rand -hex 32')
  process.env.ADMIN_URL ||= addressOfAdmin(process.env)
  return process.env
}

/** Without a name it is published for this machine alone. */
function addressOfAdmin({ ADMIN_ADDRESS, CMS_PORT }) {
  const isNamed = ADMIN_ADDRESS && !ADMIN_ADDRESS.startsWith(':')
  return isNamed ? `https://${ADMIN_ADDRESS}` : `http://127.0.0.1:${CMS_PORT || '1337'}`
}

function refuseReadable(file) {
  if (statSync(file).mode & OTHERS)
    throw new Error(`${file} holds passwords and may be read by others on this machine. Change that: chmod 600 .env`)
}
