// Programs and servers as the bench runs them: the one that is measured on the first core, whoever
// puts load on it on the last.
import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const HERE = new URL('..', import.meta.url).pathname
const MEASURED = 0
const LOAD = cpus().length - 1
export const CONNECTIONS = 64

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** What a program printed; `core` pins it. */
export async function run(core, program, ...args) {
  const pinned = ['-c', String(core), program, ...args]
  const { stdout } = await execute('taskset', pinned, { maxBuffer: 1 << 26, cwd: `${HERE}/wrk` })
  return stdout
}

export const measure = (program, ...args) => run(MEASURED, program, ...args)

/** wrk's figures for a script of bench/wrk/; a request that was not answered well is an error. */
export async function wrk(seconds, url, script, ...args) {
  const options = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', `${script}.lua`, url, '--', ...args]
  const figures = JSON.parse((await run(LOAD, 'wrk', ...options)).trim().split('\n').at(-1))
  if (figures.bad > 0) throw new Error(`${script}: ${figures.bad} requests were not answered well`)
  return figures.each_second
}

export class Server {
  /** Starts it and waits for the first answer; `startMs` is how long that took. */
  static async start(mashang, command, folder, port) {
    const server = new Server()
    server.url = `http://127.0.0.1:${port}`
    const begun = performance.now()
    const args = [command, '--data', folder, '--listen', `127.0.0.1:${port}`]
    server.child = spawn('taskset', ['-c', String(MEASURED), mashang, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    server.ended = new Promise((resolve) => server.child.once('exit', resolve))
    while (!(await server.answers())) {
      if (server.child.exitCode !== null) throw new Error(`${command} ended before it answered`)
      await wait(2)
    }
    server.startMs = performance.now() - begun
    return server
  }

  async answers() {
    try {
      return (await fetch(`${this.url}/healthz`)).ok
    } catch {
      return false
    }
  }

  /** Resident memory in MB. */
  memory() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024
  }

  async stop() {
    this.child.kill('SIGTERM')
    await this.ended
  }
}
