import path from 'node:path'
import { operationLimits } from '../src/graphql/limits'

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
  'content-releases': { enabled: false },
  'review-workflows': { enabled: false },
}
