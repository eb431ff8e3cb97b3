/** Stands in for what Nitro brings into every handler: its auto-imports. */
import * as h3 from 'h3'
import * as environment from '../server/utils/environment'
import * as found from '../server/utils/found'
import * as locale from '../server/utils/locale'
import * as queries from '../server/utils/queries'

Object.assign(globalThis, h3, environment, found, locale, queries)
