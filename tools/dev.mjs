/** `npm run dev`: cms and web, rebuilt while you write. */
import { spawn } from 'node:child_process'
import { readEnvironment, root } from './environment.mjs'
import { prepare } from './prepare.mjs'

await prepare()
const { port, cmsPort, host, dataDirectory } = readEnvironment()
const env = {
  CMS_URL: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${cmsPort}`,
  ...process.env,
  NODE_ENV: 'development',
  PORT: String(port),
  CMS_PORT: String(cmsPort),
  HOST: host,
  DATA_DIR: dataDirectory,
}
const programs = ['cms', 'web'].map(workspace =>
  spawn('npm', ['run', 'dev', '-w', workspace], { cwd: root, env, stdio: 'inherit' }),
)
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => programs.forEach(program => program.kill('SIGTERM')))
