/** The only place of the cms that reads the environment. What each variable means stands in `.env.example`. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What Strapi reads by itself: it calls nobody, tries no paid feature, and begins with German. */
Object.assign(process.env, {
  STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true', STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'de',
})

const ROLES = ['writer', 'reader'] as const
const SEEDS = ['none', 'facts', 'examples'] as const
/** Which addresses elsewhere are looked at: none, those on the internet, those in the server's own network as well. */
const LINK_CHECKS = ['off', 'public', 'all'] as const
const ARCHIVE = 'https://archive.org/wayback/available'

/** A file in the data directory while a portal begins; whoever wants a new beginning makes it. */
export const NEW_BEGINNING = 'new-beginning'

export interface Environment {
  /** Whether it writes, as one does, or only reads what that one writes. */
  role: (typeof ROLES)[number]
  host: string
  port: number
  /** Absolute; holds database, uploads and secrets. */
  dataDirectory: string
  /** Where SQLite keeps everything, absolute. */
  databaseFile: string
  /** PostgreSQL instead of SQLite; null for SQLite in the data directory. */
  databaseUrl: string | null
  siteUrl: string
  /** Whether a proxy of ours stands in front and says who asks: else the address of a connection counts. */
  isBehindProxy: boolean
  /** Where editors reach the admin: for links that are handed over or mailed. */
  adminUrl: string
  seed: (typeof SEEDS)[number]
  adminEmail: string
  /** Null: a random one is written to `first-admin` in the data directory. */
  adminPassword: string | null
  /** Where mail goes out, and to whom; null: no mail is sent. */
  mail: { server: string, from: string, to: string } | null
  /** The service that drafts translations, without a slash at its end, and its key; null: there is none. */
  translating: { address: string, key: string | null } | null
  /** Whether addresses elsewhere are looked at from time to time, and who is asked for copies; null for nobody. */
  links: { checks: (typeof LINK_CHECKS)[number], archive: string | null }
  /** How long a session in the admin lasts, in hours. */
  sessionHours: number
  /** How long one statement may keep PostgreSQL at work; SQLite cannot be interrupted. */
  statementSeconds: number
  secrets: Secrets
}

/** Made once, on the first start, and kept in the data directory. */
interface Secrets {
  appKeys: string[]
  adminJwtSecret: string
  apiTokenSalt: string
  transferTokenSalt: string
  encryptionKey: string
  /** Whoever holds it may read drafts: web, and nobody else. */
  previewKey: string
}

let environment: Environment | undefined

export function readEnvironment(): Environment {
  environment ??= fromProcess()
  return environment
}

function fromProcess(): Environment {
  const { env } = process
  const dataDirectory = path.resolve(env.DATA_DIR || path.join(process.cwd(), '..', '.data'))
  mkdirSync(path.join(dataDirectory, 'public', 'uploads'), { recursive: true })
  return {
    role: roleFrom(env.CMS_ROLE || 'writer'),
    host: env.HOST || '127.0.0.1',
    port: portFrom(env.CMS_PORT || '1337'),
    dataDirectory,
    databaseFile: path.join(dataDirectory, 'lip-lab.db'),
    databaseUrl: env.DATABASE_URL || null,
    siteUrl: addressFrom('SITE_URL', env.SITE_URL || `http://127.0.0.1:${env.PORT || '3000'}`),
    isBehindProxy: behindProxyFrom(env.BEHIND_PROXY || '') || /^https:/.test(env.SITE_URL ?? ''),
    adminUrl: addressFrom('ADMIN_URL', env.ADMIN_URL || `http://127.0.0.1:${env.CMS_PORT || '1337'}`),
    seed: seedFrom(env.SEED || 'facts'),
    adminEmail: env.ADMIN_EMAIL || 'admin@example.org',
    adminPassword: env.ADMIN_PASSWORD || null,
    mail: mailFrom(env),
    translating: translatingFrom(env),
    links: linksFrom(env),
    sessionHours: wholeFrom('SESSION_HOURS', env.SESSION_HOURS || '12', { unit: 'hours', most: 168 }),
    statementSeconds: wholeFrom('STATEMENT_SECONDS', env.STATEMENT_SECONDS || '30', { unit: 'seconds', most: 3600 }),
    secrets: secretsIn(dataDirectory),
  }
}

function mailFrom({ SMTP_URL, MAIL_FROM, MAIL_TO }: NodeJS.ProcessEnv): Environment['mail'] {
  if (!SMTP_URL) return null
  if (!/^smtps?:\/\//.test(SMTP_URL) || !URL.canParse(SMTP_URL))
    throw new Error(
      'SMTP_URL is no address of a mail server. It must look like smtp://name:password@mail.example.org:587.',
    )
  for (const [name, value] of Object.entries({ MAIL_FROM, MAIL_TO }))
    if (!value?.includes('@')) throw new Error(`${name} is "${value ?? ''}". With SMTP_URL it must be a mail address.`)
  return { server: SMTP_URL, from: String(MAIL_FROM), to: String(MAIL_TO) }
}

/** What is wrong is not repeated: it may hold a password. */
function translatingFrom({ TRANSLATE_URL, TRANSLATE_KEY }: NodeJS.ProcessEnv): Environment['translating'] {
  if (!TRANSLATE_URL) return null
  const address = URL.canParse(TRANSLATE_URL) ? new URL(TRANSLATE_URL) : null
  if (!address || !/^https?:$/.test(address.protocol) || address.href !== address.origin + address.pathname)
    throw new Error(
      'TRANSLATE_URL is no address of a translation service. It must look like https://translate.example.org, without '
      + 'a name, a password or a question mark; a key stands in TRANSLATE_KEY.',
    )
  return { address: address.href.replace(/\/+$/, ''), key: TRANSLATE_KEY || null }
}

function linksFrom(env: NodeJS.ProcessEnv): Environment['links'] {
  const text = env.LINK_CHECKS || 'off'
  const checks = LINK_CHECKS.find(candidate => candidate === text)
  if (!checks) throw new Error(`LINK_CHECKS is "${text}". It must be one of: ${LINK_CHECKS.join(', ')}.`)
  const archive = env.LINK_ARCHIVE || ARCHIVE
  if (archive !== 'none' && !(/^https?:\/\//.test(archive) && URL.canParse(archive)))
    throw new Error(`LINK_ARCHIVE is "${archive}". It must be an address such as ${ARCHIVE}, or none.`)
  return { checks, archive: archive === 'none' ? null : archive }
}

function portFrom(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`CMS_PORT is "${text}". It must be a number from 1 to 65535.`)
  return port
}

function behindProxyFrom(text: string): boolean {
  if (!['', 'yes'].includes(text)) throw new Error(`BEHIND_PROXY is "${text}". It must be yes, or empty.`)
  return text === 'yes'
}

function wholeFrom(name: string, text: string, { unit, most }: { unit: string, most: number }): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new Error(`${name} is "${text}". It must be a number of ${unit} from 1 to ${most}.`)
  return number
}

function addressFrom(name: string, text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Error(`${name} is "${text}". It must be an address such as https://example.org.`)
  return new URL(text).origin
}

function roleFrom(text: string): Environment['role'] {
  const role = ROLES.find(candidate => candidate === text)
  if (!role) throw new Error(`CMS_ROLE is "${text}". It must be one of: ${ROLES.join(', ')}.`)
  return role
}

function seedFrom(text: string): Environment['seed'] {
  const seed = SEEDS.find(candidate => candidate === text)
  if (!seed) throw new Error(`SEED is "${text}". It must be one of: ${SEEDS.join(', ')}.`)
  return seed
}

function secretsIn(dataDirectory: string): Secrets {
  const file = path.join(dataDirectory, 'secrets.json')
  if (!existsSync(file)) writeFileSync(path.join(dataDirectory, NEW_BEGINNING), '')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600, flag: 'wx' })
  const secrets: Secrets = JSON.parse(readFileSync(file, 'utf8'))
  return secrets
}

function newSecrets(): Secrets {
  return {
    appKeys: [secret(), secret()],
    adminJwtSecret: secret(),
    apiTokenSalt: secret(),
    transferTokenSalt: secret(),
    encryptionKey: secret(),
    previewKey: secret(),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}
