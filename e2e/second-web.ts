import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { freePort, root } from './product'

/** Another website on a cms, of the built product. */
export interface SecondWeb {
  /** Its address, without a slash at the end. */
  address: string
  /** Kept when it has ended. */
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

/** startSecondWeb starts one that answers; what it keeps is gone with it, unless a folder is named. */
export async function startSecondWeb(
  cms: string, { dataDirectory, port }: { dataDirectory?: string, port?: number } = {},
): Promise<SecondWeb> {
  const folder = dataDirectory ?? mkdtempSync(path.join(tmpdir(), 'lip-lab-web-'))
  const PORT = String(port ?? await freePort())
  const child = spawn(process.execPath, ['.output/server/index.mjs'], {
    cwd: path.join(root, 'web'),
    env: { ...process.env, PORT, HOST: '127.0.0.1', CMS_URL: cms, DATA_DIR: folder },
    stdio: 'ignore',
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  const address = `http://127.0.0.1:${PORT}`
  const isUp = () => fetch(`${address}/healthz`).then(({ ok }) => ok, () => false)
  await vi.waitUntil(isUp, { timeout: 20_000, interval: 100 })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await ended
    if (!dataDirectory) rmSync(folder, { recursive: true, force: true })
  }
  return { address, stop }
}
