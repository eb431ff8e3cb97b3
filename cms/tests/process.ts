/** Runs the built cms as a process of its own, as `npm start` does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'

export interface Running {
  address: string
  dataDirectory: string
  child: ChildProcess
  output: () => string
  /** Kept when it has ended, with its exit code. */
  ended: Promise<unknown>
}

/** Kept when it answers, or when it has ended before. */
export async function startProcess(dataDirectory: string, databaseUrl = '', seed = 'none'): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.resolve('..', 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production', DATA_DIR: dataDirectory, DATABASE_URL: databaseUrl, CMS_PORT: String(port), SEED: seed,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => output += String(text))
  const ended = once(child, 'exit').then(([code]: unknown[]) => code)
  const address = `http://127.0.0.1:${port}`
  while (
    child.exitCode === null
    && !(await fetch(`${address}/healthz`).then(
      ({ ok }) => ok, () => false,
    ))
  )
    await new Promise(resolve => setTimeout(resolve, 200))
  return { address, dataDirectory, child, output: () => output, ended }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
