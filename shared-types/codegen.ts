import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: '../cms/schema.graphql',
  documents: 'src/operations/*.graphql',
  generates: {
    'src/generated/operations.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        enumType: 'string-literal',
        useTypeImports: true,
        dedupeFragments: true,
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', I18NLocaleCode: 'string', ID: 'string' },
      },
    },
    'src/generated/contract.ts': { plugins: ['./contract-plugin.ts'] },
  },
}

export default config
