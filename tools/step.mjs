/**
 * Runs one step of installing or building: says what it does, keeps quiet while it goes well, shows everything when it
 * fails.
 */
import { spawn } from 'node:child_process'

const TICK_MILLISECONDS = 1000
const SIGNALS = ['SIGTERM', 'SIGINT']

/**
 * @param {{ does: string, command: string[], cwd: string, env?: object, ifItFails: string }} step
 * `does` completes a line such as "installing packages"; `ifItFails` says what to do.
 */
export async function runStep({ does, command, cwd, env = {}, ifItFails }) {
  const startedAt = Date.now()
  const clock = showProgress(does, startedAt)
  const { code, output } = await run(command, { cwd, env: { ...process.env, ...env } })
  clearInterval(clock)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  if (code === 0) return write(`${does}: done in ${seconds} s\n`)
  process.stderr.write(`\n${output}\n`)
  throw new Error(`${does}: failed (exit code ${code}; its output stands above). ${ifItFails}`)
}

function showProgress(does, startedAt) {
  if (!process.stdout.isTTY) {
    process.stdout.write(`${does} …\n`)
    return undefined
  }
  const show = () => write(`${does} … ${Math.round((Date.now() - startedAt) / 1000)} s`)
  show()
  return setInterval(show, TICK_MILLISECONDS)
}

/** On a terminal a line replaces the one before. */
function write(text) {
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[2K${text}` : text)
}

function run([program, ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    // Whoever is stopped in the middle of a step stops the step too.
    const stop = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    for (const signal of SIGNALS) process.once(signal, stop)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { output += text })
    child.on('error', reject)
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve({ code, output })
    })
  })
}
