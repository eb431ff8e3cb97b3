/** A PostgreSQL of Debian for tests, with its own programs; the one of the other tests brings no pg_dump. */
import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** Where the programs are; null where they are not installed. */
export const programs = findPrograms()

/** Starts an empty server; `query` asks one of its databases, `stop` leaves nothing. */
export async function startServer(password) {
  const home = mkdtempSync(path.join(tmpdir(), 'lip-lab-postgres-'))
  const [data, secret] = [path.join(home, 'data'), path.join(home, 'secret')]
  writeFileSync(secret, password)
  for (const name of [home, secret]) if (NOBODY.uid) chownSync(name, NOBODY.uid, NOBODY.gid)
  const port = await freePort()
  run('initdb', ['-D', data, '-U', 'lip', `--pwfile=${secret}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('pg_ctl', ['-D', data, '-o', options, '-l', path.join(home, 'log'), '-w', 'start'])
  return {
    addressOf: database => `postgres://lip:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    query: (database, ...questions) => query({ port, password }, database, questions),
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function query({ port, password }, database, questions) {
  const args = questions.flatMap(question => ['-c', question])
  const env = { ...process.env, PGPASSWORD: password }
  const who = ['-XqAt', '-h', '127.0.0.1', '-p', String(port), '-U', 'lip', '-d', database]
  const { status, stdout, stderr } = spawnSync(path.join(programs, 'psql'), [...who, ...args], { encoding: 'utf8', env })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim().split('\n')
}

function run(program, args) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...NOBODY }
  const { status, stderr } = spawnSync(path.join(programs, program), args, options)
  if (status !== 0) throw new Error(stderr)
}

/** The folder with the newest programs of PostgreSQL as Debian puts them. */
function findPrograms() {
  const { stdout } = spawnSync('sh', ['-c', 'ls /usr/lib/postgresql/*/bin/*'], { encoding: 'utf8' })
  const folders = stdout.split('\n').filter(name => name.endsWith('/initdb')).map(name => path.dirname(name))
  return folders.find(name => stdout.includes(`${name}/pg_dump`)) ?? null
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
