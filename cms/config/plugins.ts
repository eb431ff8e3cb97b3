import path from 'node:path'
import { readEnvironment } from '../src/environment'
import { namedDependencies } from '../src/graphql/dependencies'
import { discreetErrors } from '../src/graphql/errors'
import { MAX_DEPTH, operationLimits } from '../src/graphql/limits/operation'
import { nameless } from '../src/graphql/replace-names'
import { UPLOAD_BYTES } from '../src/files/upload-limits'

/** More than any page asks for; comparing the fields of a larger operation with each other would block the server. */
const MAX_TOKENS = 2500

const { mail } = readEnvironment()

export default {
  'graphql': {
    config: {
      endpoint: '/graphql',
      landingPage: false,
      // Only so that Strapi does not warn: its own depth rule ends in a server error when fragments contain each other.
      // `validationRules` puts ours in its place, the first of the list.
      depthLimit: MAX_DEPTH,
      defaultLimit: 25,
      maxLimit: 100,
      subscriptions: false,
      generateArtifacts: false,
      artifacts: { schema: path.join(process.cwd(), 'schema.graphql') },
      apolloServer: {
        introspection: true, persistedQueries: false,
        // Nothing can be changed here, and nobody has an account: any website may ask, by an address too.
        csrfPrevention: false, parseOptions: { maxTokens: MAX_TOKENS }, cors: false,
        validationRules: { 0: operationLimits }, plugins: [discreetErrors, nameless, namedDependencies],
      },
    },
  },
  'upload': {
    // Which files are possible, and in which words the others are refused, is in `src/files/upload-limits.ts`.
    config: { sizeLimit: UPLOAD_BYTES },
  },
  ...(mail && {
    email: {
      config: {
        provider: 'nodemailer', providerOptions: mail.server,
        settings: { defaultFrom: mail.from, defaultReplyTo: mail.from },
      },
    },
  }),
  'content-releases': { enabled: false },
  'review-workflows': { enabled: false },
}
