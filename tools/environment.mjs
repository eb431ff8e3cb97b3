/** The only place of the tools that reads the environment; a file `.env` beside package.json counts too. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Variables that hold a password, or may. */
const SECRETS = ['ADMIN_PASSWORD', 'DATABASE_URL', 'POSTGRES_PASSWORD', 'SMTP_URL', 'TRANSLATE_KEY']
const SEEDS = ['none', 'facts', 'examples']

export const root = path.resolve(import.meta.dirname, '..')

/** What `npm start` needs to know. Throws a sentence where a variable cannot be used. */
export function readEnvironment() {
  const file = path.join(root, '.env')
  if (existsSync(file)) loadFile(file)
  const { PORT, CMS_PORT, HOST, DATA_DIR, BACKUP_DIR, SEED, SITE_URL, ADMIN_URL } = process.env
  if (SEED && !SEEDS.includes(SEED)) throw new Error(`SEED is "${SEED}". It must be one of: ${SEEDS.join(', ')}.`)
  for (const [name, value] of Object.entries({ SITE_URL, ADMIN_URL }))
    if (value && !(/^https?:\/\//.test(value) && URL.canParse(value)))
      throw new Error(`${name} is "${value}". It must be an address such as https://example.org.`)
  if ((PORT || '3000') === (CMS_PORT || '1337'))
    throw new Error(`PORT and CMS_PORT are both ${PORT || '3000'}. Choose two.`)
  return {
    port: portFrom('PORT', PORT || '3000'),
    cmsPort: portFrom('CMS_PORT', CMS_PORT || '1337'),
    host: HOST || '127.0.0.1',
    dataDirectory: path.resolve(root, DATA_DIR || '.data'),
    backups: path.resolve(root, BACKUP_DIR || 'backups'),
  }
}

let isLoaded = false

function loadFile(file) {
  if (isLoaded) return
  isLoaded = true
  process.loadEnvFile(file)
  const isReadByOthers = (statSync(file).mode & 0o077) !== 0
  const secret = SECRETS.find(name => new RegExp(`^${name}=.`, 'm').test(readFileSync(file, 'utf8')))
  if (isReadByOthers && secret)
    console.warn(`warning: ${file} holds ${secret} and may be read by others. Change that: chmod 600 .env`)
}

function portFrom(name, text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`${name} is "${text}". It must be a number from 1 to 65535.`)
  return port
}
