// Server: the real program, started on a free port with a data folder of its own. Invariant: every
// server and folder that a test file makes is gone when the file ends.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after } from 'node:test'

export const ROOT = resolve(import.meta.dirname, '../../..')
export const MASHANG = resolve(process.env.MASHANG_PROGRAM ?? join(ROOT, 'build/release/bin/mashang'))

const servers = new Set()
const folders = new Set()
after(async () => {
  await Promise.all([...servers].map((server) => server.kill()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-api-'))
  folders.add(folder)
  return folder
}

/** Runs a command of the program to its end. */
export function run(args, { input = '' } = {}) {
  return new Promise((done) => {
    const child = execFile(MASHANG, args, { maxBuffer: 1 << 26 }, (error, out, err) =>
      done({ code: error ? error.code : 0, out, err }),
    )
    child.stdin.end(input)
  })
}

/** The sqlite3 shell on the database of a folder. */
export function sqlite(folder, sql) {
  return new Promise((done, fail) => {
    const file = join(folder, 'mashang.db')
    execFile('sqlite3', ['-batch', '-bail', file, sql], (error, out) => (error ? fail(error) : done(out.trim())))
  })
}

class Server {
  constructor({ data, stories, wrap, more }) {
    this.data = data ?? newFolder()
    this.stories = stories
    this.wrap = wrap
    this.more = more
    this.port = 0
  }

  /** Starts, or starts again on the same port; comes back when the server says that it listens. */
  async start() {
    const args = ['demo', '--data', this.data, '--listen', `127.0.0.1:${this.port}`]
    if (!this.stories) args.push('--no-stories')
    // The tests stand for people at many places: each gives the address of its own machine.
    args.push('--trusted-proxy', '127.0.0.1', ...this.more)
    const command = [...this.wrap, MASHANG, ...args]
    this.output = ''
    this.process = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] })
    servers.add(this)
    this.ended = new Promise((done) => this.process.once('exit', (code, signal) => done({ code, signal })))
    await this.#listening()
  }

  #listening() {
    return new Promise((done, fail) => {
      const hear = (bytes) => {
        this.output += bytes
        const found = this.output.match(/http:\/\/localhost:(\d+)\/m\//)
        if (found) this.port = Number(found[1])
        if (found) done()
      }
      this.process.stdout.on('data', hear)
      this.process.stderr.on('data', hear)
      this.process.once('error', fail)
      this.ended.then(({ code, signal }) => fail(new Error(`no server (${code ?? signal}): ${this.output}`)))
    })
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  /** Ends it like a power cut. */
  async kill() {
    this.process.kill('SIGKILL')
    servers.delete(this)
    return this.ended
  }

  /** Ends it like an administrator. */
  async stop() {
    this.process.kill('SIGTERM')
    servers.delete(this)
    return this.ended
  }

  verify() {
    return run(['verify', '--data', this.data])
  }
}

/** `wrap` is a command that the program is started under, `more` are arguments of its own. */
export async function startServer({ data, stories = false, wrap = [], more = [] } = {}) {
  const server = new Server({ data, stories, wrap, more })
  await server.start()
  return server
}
