/** The only place of the tools that reads the environment; a file `.env` beside package.json counts too. */
import { existsSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** What `npm start` needs to know. Throws a sentence where a variable cannot be used. */
export function readEnvironment() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const { PORT, CMS_PORT, HOST, DATA_DIR } = process.env
  return {
    port: portFrom('PORT', PORT || '3000'),
    cmsPort: portFrom('CMS_PORT', CMS_PORT || '1337'),
    host: HOST || '127.0.0.1',
    dataDirectory: path.resolve(root, DATA_DIR || '.data'),
  }
}

function portFrom(name, text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${name} is "${text}". It must be a number from 1 to 65535.`)
  return port
}
