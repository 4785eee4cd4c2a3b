// The real server, as a visitor of the demo starts it: on a free port, with a data folder of its own.
// Invariant: it never outlives the run, and nothing of it stays on the disk.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../../build/release/bin/mashang', import.meta.url))
const program = process.env.MASHANG_PROGRAM ?? built

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createServer()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}

function untilReady(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk) => {
      said += chunk
      if (said.includes('Stop with Ctrl-C')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => reject(new Error(`can't start ${program}: ${error.message}`)))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
}

/** Starts a demo, with or without its weeks of history; `more` are further words of the command. */
export async function startServer({ stories, more = [] }) {
  const data = await mkdtemp(join(tmpdir(), 'mashang-e2e-'))
  const address = `127.0.0.1:${await freePort()}`
  const base = `http://${address}`
  const words = ['demo', '--data', data, '--listen', address, '--public-url', base, ...more]
  const child = spawn(program, stories ? words : [...words, '--no-stories'])
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) {
      await new Promise((resolve) => child.once('exit', resolve))
    }
    await rm(data, { recursive: true, force: true })
  }
  try {
    await untilReady(child)
  } catch (error) {
    await stop()
    throw error
  }
  return { base, stop }
}
