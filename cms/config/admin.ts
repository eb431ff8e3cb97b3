import { readEnvironment } from '../src/environment'

const { siteUrl, secrets, sessionHours } = readEnvironment()

const HOUR_SECONDS = 60 * 60
const REMEMBERED_SECONDS = 14 * 24 * HOUR_SECONDS

export default {
  auth: {
    secret: secrets.adminJwtSecret,
    cookie: { secure: siteUrl.startsWith('https:') },
    // Whoever types for two hours is not idle, although the cms hears nothing meanwhile.
    sessions: {
      idleSessionLifespan: sessionHours * HOUR_SECONDS,
      maxSessionLifespan: sessionHours * HOUR_SECONDS,
      maxRefreshTokenLifespan: REMEMBERED_SECONDS,
    },
  },
  // It counts right passwords too, and by account: `src/sign-in/attempts.ts` stands in its place.
  rateLimit: { enabled: false },
  apiToken: { salt: secrets.apiTokenSalt },
  transfer: { token: { salt: secrets.transferTokenSalt } },
  secrets: { encryptionKey: secrets.encryptionKey },
  // Our own stands beside the form (`src/admin/previews`, ADR 0064): Strapi's takes the place of the form.
  preview: { enabled: false },
  flags: { nps: false, promoteEE: false, docLinks: false },
}
