/** Runs cms and web beside each other, and stops both together. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './environment.mjs'

const STOP_MILLISECONDS = 15_000
const POLL_MILLISECONDS = 200

const PROGRAMS = [
  { name: 'cms', cwd: 'cms', args: [path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'] },
  { name: 'web', cwd: 'web', args: ['.output/server/index.mjs'] },
]

/** Starts both; `stopped` is kept when both have ended, with the name of the one that ended by itself, if any. */
export function serve(env) {
  const running = PROGRAMS.map(({ name, cwd, args }) => {
    const child = spawn(process.execPath, args, { cwd: path.join(root, cwd), env, stdio: ['ignore', 'inherit', 'inherit'] })
    return { name, child, ended: new Promise(resolve => child.once('exit', () => resolve(name))) }
  })
  let isStopping = false
  const stop = async () => {
    isStopping = true
    for (const { child } of running) child.kill('SIGTERM')
    const clock = setTimeout(() => running.forEach(({ child }) => child.kill('SIGKILL')), STOP_MILLISECONDS)
    await Promise.all(running.map(({ ended }) => ended))
    clearTimeout(clock)
  }
  const stopped = Promise.race(running.map(({ ended }) => ended)).then(async (name) => {
    const byItself = isStopping ? null : name
    await stop()
    return byItself
  })
  return { stop, stopped }
}

/** Kept when the address answers 200. */
export async function isAnswering(address, signal) {
  while (!signal.aborted) {
    const isReady = await fetch(address).then(answer => answer.ok, () => false)
    if (isReady) return true
    await new Promise(resolve => setTimeout(resolve, POLL_MILLISECONDS))
  }
  return false
}
