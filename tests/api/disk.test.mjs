// A full disk: what can't be kept is refused clearly, nothing is half done, and when there is room
// again the server goes on. Tried on a small file system of its own where one may be mounted, and
// everywhere with a limit on the size of files.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { draft, content, sendMessage, signInCast } from './lib/cases.mjs'
import { Person, made } from './lib/people.mjs'
import { form, png } from './lib/pictures.mjs'
import { newFolder, startServer } from './lib/server.mjs'

/** A file system of eight megabytes; nothing when this machine doesn't let us mount one. */
function mountSmallDisk() {
  const folder = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  after(() => execFileSync('umount', ['-l', folder]))
  const ballast = join(folder, 'ballast')
  const fill = () => {
    const file = openSync(ballast, 'w')
    try {
      for (;;) writeSync(file, Buffer.alloc(4096))
    } catch (error) {
      assert.equal(error.code, 'ENOSPC')
    }
    closeSync(file)
  }
  return { folder, wrap: [], fill, free: () => rmSync(ballast) }
}

/** No file may grow, or be written at all, for a while: prlimit on the running program. */
function limitOfFileSize() {
  const set = (server, size) => execFileSync('prlimit', [`--pid=${server.process.pid}`, `--fsize=${size}`])
  return {
    folder: newFolder(),
    // The signal that comes with the limit is not for us; the error is.
    wrap: ['sh', '-c', 'trap "" XFSZ; exec "$0" "$@"'],
    fill: (server) => set(server, '0:'),
    free: (server) => set(server, 'unlimited:'),
  }
}

const refusedClearly = (answer) => {
  assert.equal(answer.status, 503, answer.text)
  assert.equal(answer.json.code, 'store_failed')
  assert.ok(Number(answer.headers.get('retry-after')) >= 1)
  assert.ok(answer.json.text.zh && answer.json.text.en)
}

/** Sends messages, each under its own key, until one is refused; what was sent and what was not. */
async function untilRefused(cast) {
  const kept = []
  for (let i = 0; i < 5000; i++) {
    const what = `第${i}件 ${'长'.repeat(2000)}`
    const ask = { body: draft(cast.deputy, { content: content(what) }), headers: { 'Idempotency-Key': randomUUID() } }
    const answer = await cast.resident.post('/api/v1/messages', ask.body, ask.headers)
    if (answer.status !== 201) return { kept, ask, answer }
    kept.push(answer.json)
  }
  throw new Error('the disk never was full')
}

async function tryIt(disk) {
  const server = await startServer({ data: disk.folder, wrap: disk.wrap })
  const cast = await signInCast(server)
  const before = await sendMessage(cast)
  disk.fill(server)

  const { kept, ask, answer } = await untilRefused(cast)
  refusedClearly(answer)
  refusedClearly(await cast.deputy.act(before, 'answer', { text: '长'.repeat(2000) }))
  refusedClearly(await cast.resident.post('/api/v1/attachments', form(png(300, 300))))
  refusedClearly(await new Person(server).post('/api/v1/sessions', { login: 'shenhe-1', password: 'hengyang-demo' }))

  // Reading goes on, and shows what was answered and nothing else.
  const seen = await cast.deputy.sees(before)
  assert.deepEqual([seen.version, seen.state], [1, 'with_deputy'])
  const { json } = await cast.resident.get('/api/v1/messages?box=all&limit=100')
  assert.equal(json.items.length, Math.min(100, kept.length + 1))

  disk.free(server)
  const again = made(await cast.resident.post('/api/v1/messages', ask.body, ask.headers))
  assert.ok(!kept.some(({ id }) => id === again.id))
  made(await cast.deputy.act(before, 'answer', { text: '好。' }))
  made(await cast.resident.post('/api/v1/attachments', form(png(300, 300))))
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  const { code, out } = await server.verify()
  assert.equal(code, 0, out)
}

describe('a full disk', () => {
  const small = mountSmallDisk()
  test('that is really full', { skip: !small && 'this machine does not let us mount one' }, () => tryIt(small))
  test('by a limit on files', () => tryIt(limitOfFileSize()))
})
