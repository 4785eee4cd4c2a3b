// The replay tool against a server that goes away in the middle, and killed itself: every row is
// filed once and comes to rest.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOT, newFolder, sqlite, startServer } from './lib/server.mjs'

const ROWS = 40
const rowOf = (i) => `"第${i}件，路灯坏了，\n""请""修好。",示例村${i}组`

function replay(server, csv, progress) {
  const args = ['--csv', csv, '--text', 'detail', '--where', 'place', '--server', server.url, '--progress', progress]
  const child = spawn(process.execPath, [join(ROOT, 'tools/replay/replay.mjs'), ...args])
  let out = ''
  child.stdout.on('data', (bytes) => (out += bytes))
  const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal, out })))
  return { child, ended }
}

const factsIn = (file) => {
  try {
    return readFileSync(file, 'utf8').split('\n').length
  } catch {
    return 0
  }
}
async function untilFacts(file, count) {
  while (factsIn(file) < count) await new Promise((done) => setTimeout(done, 20))
}

test('a replay that is cut off twice files every row once', async (t) => {
  const server = await startServer()
  const folder = newFolder()
  const [csv, progress] = [join(folder, 'rows.csv'), join(folder, 'progress.jsonl')]
  writeFileSync(csv, ['\uFEFFdetail,place', ...Array.from({ length: ROWS }, (_, i) => rowOf(i))].join('\r\n'))

  const first = replay(server, csv, progress)
  await untilFacts(progress, 30)
  await server.kill()
  await server.start()
  await untilFacts(progress, 110)
  first.child.kill('SIGKILL')
  await first.ended
  // Whoever was just signing in would have to wait a minute for another code.
  await sqlite(server.data, 'pragma busy_timeout = 5000; update sign_in_code set sent_at = 1')
  const second = await replay(server, csv, progress).ended
  assert.equal(second.code, 0, second.out)
  t.diagnostic(second.out.trim().split('\n').at(-1))

  await server.stop()
  assert.equal((await server.verify()).code, 0)
  const counts = "select count(*), count(distinct json_extract(doc, '$.content.what')), sum(state = 'closed') from message"
  assert.equal(await sqlite(server.data, counts), `${ROWS}|${ROWS}|${ROWS}`)
})
