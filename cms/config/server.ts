import path from 'node:path'
import { readEnvironment } from '../src/environment'

const { host, port, isBehindProxy, dataDirectory, secrets } = readEnvironment()

export default {
  host,
  port,
  app: { keys: secrets.appKeys },
  proxy: { koa: isBehindProxy },
  dirs: { public: path.join(dataDirectory, 'public') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
  transfer: { remote: { enabled: false } },
}
