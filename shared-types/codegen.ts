import type { CodegenConfig } from '@graphql-codegen/cli'
import { LISTS } from './src/generated/contract.js'
import { PAGED_TYPES } from './src/content-types.js'

/** Every document that has a page of its own, a hundred of each type at a time; a new type once its list is known. */
const SITEMAP = `query Sitemap($page: Int!) {${PAGED_TYPES.filter(type => Object.hasOwn(LISTS, type)).map(type => `
  ${LISTS[type]}: ${LISTS[type]}_connection(sort: "documentId", pagination: { page: $page, pageSize: 100 }) {
    nodes { documentId slug languages }
    pageInfo { pageCount }
  }`).join('')}
}`

const config: CodegenConfig = {
  schema: '../cms/schema.graphql',
  documents: ['src/operations/*.graphql', SITEMAP],
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
