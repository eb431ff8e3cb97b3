import path from 'node:path'
import { operationLimits } from '../src/graphql/limits'
import { UPLOAD_TYPES } from '../src/rules/upload'

const UPLOAD_BYTES = 50_000_000

export default {
  'graphql': {
    config: {
      endpoint: '/graphql',
      landingPage: false,
      depthLimit: 8,
      defaultLimit: 25,
      maxLimit: 100,
      subscriptions: false,
      generateArtifacts: false,
      artifacts: { schema: path.join(process.cwd(), 'schema.graphql') },
      apolloServer: { introspection: true, cors: false, validationRules: [operationLimits] },
    },
  },
  'upload': {
    config: { sizeLimit: UPLOAD_BYTES, security: { allowedTypes: UPLOAD_TYPES } },
  },
  'content-releases': { enabled: false },
  'review-workflows': { enabled: false },
}
