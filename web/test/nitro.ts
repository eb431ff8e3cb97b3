/** Stands in for what Nitro brings into every handler: its auto-imports. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as h3 from 'h3'
import * as articleChoice from '../server/utils/article-choice'
import * as cited from '../server/utils/cited'
import * as dataFiles from '../server/utils/data-files'
import * as environment from '../server/utils/environment'
import * as found from '../server/utils/found'
import * as locale from '../server/utils/locale'
import * as asked from '../server/utils/asked'

const languages = path.join(import.meta.dirname, '../../shared-types/languages')
const faces = path.join(import.meta.dirname, '../server/share/fonts')
const useStorage = () => ({
  getItem: async (name: string) => JSON.parse(await readFile(path.join(languages, name), 'utf8')),
  getItemRaw: (name: string) => readFile(path.join(faces, name)),
})

const useRuntimeConfig = () => ({ app: { buildId: 'test' } })

Object.assign(
  globalThis, h3, articleChoice, cited, dataFiles, environment, found, locale, asked, { useStorage, useRuntimeConfig },
)
