/** `npm start`: installs, builds, seeds an empty database, serves. Later starts skip what is done. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { readEnvironment } from './environment.mjs'
import { prepare } from './prepare.mjs'
import { isAnswering, serve } from './serve.mjs'

async function start() {
  const { port, cmsPort, host, dataDirectory } = readEnvironment()
  await refuseTakenPort('PORT', port, host)
  await refuseTakenPort('CMS_PORT', cmsPort, host)
  refuseUnwritable(dataDirectory)
  await prepare()

  console.log('starting cms and website …')
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}`
  const { stop, stopped } = serve({
    CMS_URL: `${address}:${cmsPort}`,
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    CMS_PORT: String(cmsPort),
    HOST: host,
    DATA_DIR: dataDirectory,
  })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop)

  const over = new AbortController()
  const ended = stopped.finally(() => over.abort())
  if (await isAnswering(`${address}:${port}/readyz`, over.signal)) announce({ address, port, cmsPort, dataDirectory })
  const failed = await ended
  if (failed)
    throw new Error(
      `${failed} has stopped by itself; its last words stand above. Nothing is lost: the content is in `
      + `${dataDirectory}. Try again: npm start`,
    )
}

function refuseTakenPort(name, port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', ({ code }) => reject(new Error(code === 'EADDRINUSE'
      ? `Port ${port} is in use. Stop the program that uses it, or choose another one: ${name}=${port + 100} npm start`
      : `${name}=${port} on ${host} cannot be used (${code}). Choose another one: ${name}=${port + 10_000} npm start`)))
    probe.listen(port, host, () => probe.close(resolve))
  })
}

function refuseUnwritable(directory) {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch {
    throw new Error(
      `The data directory ${directory} cannot be written. Give yourself the right to, or choose another one: `
      + `DATA_DIR=~/lip-lab-data npm start`,
    )
  }
}

function announce({ address, port, cmsPort, dataDirectory }) {
  const firstAdmin = path.join(dataDirectory, 'first-admin')
  console.log(`editors sign in at ${address}:${cmsPort}/admin`)
  if (existsSync(firstAdmin)) console.log(`the first administrator's password is in ${firstAdmin}`)
  console.log(`ready ${address}:${port}`)
}

start().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
