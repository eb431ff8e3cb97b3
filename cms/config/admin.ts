import { readEnvironment } from '../src/environment'

const { siteUrl, secrets } = readEnvironment()

export default {
  auth: {
    secret: secrets.adminJwtSecret,
    cookie: { secure: siteUrl.startsWith('https:') },
    sessions: { maxSessionLifespan: 12 * 60 * 60, maxRefreshTokenLifespan: 14 * 24 * 60 * 60 },
  },
  apiToken: { salt: secrets.apiTokenSalt },
  transfer: { token: { salt: secrets.transferTokenSalt } },
  secrets: { encryptionKey: secrets.encryptionKey },
  flags: { nps: false, promoteEE: false, docLinks: false },
}
