import path from 'node:path'

/** The only place of web that reads the environment. What each variable means stands in `.env.example`. */
export interface Environment {
  /** Where the cms answers, without a slash at the end. */
  cmsUrl: string
  /** The canonical address of the website, without a slash at the end. */
  siteUrl: string
  /** Whether a proxy says from where a request came: behind TLS there always is one. */
  isBehindProxy: boolean
  /** Where pages are kept. */
  pagesDirectory: string
}

let environment: Environment | undefined

export function readEnvironment(): Environment {
  environment ??= fromProcess()
  return environment
}

function fromProcess(): Environment {
  const siteUrl = address('SITE_URL', `http://127.0.0.1:${process.env.PORT || '3000'}`)
  return {
    cmsUrl: address('CMS_URL', `http://127.0.0.1:${process.env.CMS_PORT || '1337'}`),
    siteUrl, isBehindProxy: siteUrl.startsWith('https:'),
    pagesDirectory: path.resolve(process.env.DATA_DIR || path.join(process.cwd(), '..', '.data'), 'pages'),
  }
}

function address(name: string, byDefault: string): string {
  const text = process.env[name] || byDefault
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Error(`${name} is "${text}". It must be an address such as https://example.org.`)
  return text.replace(/\/$/, '')
}
