/** Runs cms and web beside each other, and stops both together. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './environment.mjs'

/** So long a program may answer those who have asked before it is ended. */
const STOP_MILLISECONDS = 15_000
const POLL_MILLISECONDS = 200

const STRAPI = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js')

/** In MB, as in docker-compose.yml: without a bound, V8 lets a gigabyte of garbage lie in web. */
const PROGRAMS = [
  { name: 'cms', cwd: 'cms', args: ['--max-old-space-size=768', STRAPI, 'start'] },
  { name: 'web', cwd: 'web', args: ['--max-old-space-size=256', '.output/server/index.mjs'] },
]

/** Starts both; `stopped` is kept when both have ended, with the name of the one that ended by itself, if any. */
export function serve(env) {
  const running = PROGRAMS.map(({ name, cwd, args }) => {
    const options = { cwd: path.join(root, cwd), env, stdio: ['ignore', 'inherit', 'inherit'] }
    const child = spawn(process.execPath, args, options)
    return { name, child, ended: new Promise(resolve => child.once('exit', () => resolve(name))) }
  })
  let isStopping = false
  const stop = async () => {
    isStopping = true
    // The website first: the pages it is still making ask the cms.
    for (const { child, ended } of running.toReversed()) {
      child.kill('SIGTERM')
      const clock = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS)
      await ended
      clearTimeout(clock)
    }
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
