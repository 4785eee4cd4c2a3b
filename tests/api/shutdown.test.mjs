// An administrator's stop: what was begun is answered, streams end, the exit code is 0, and nothing
// that was answered is lost.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import { draft, content, sendMessage, signInCast } from './lib/cases.mjs'
import { Stream } from './lib/stream.mjs'
import { startServer } from './lib/server.mjs'

/** A message whose head the server has read and confirmed, and whose body is still to come. */
function begin(server, person, body) {
  const text = Buffer.from(JSON.stringify(body))
  const asked = request(`${server.url}/api/v1/messages`, {
    method: 'POST',
    agent: false,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': text.length,
      'Idempotency-Key': randomUUID(),
      'X-CSRF-Token': person.csrf,
      Cookie: person.cookie,
      Expect: '100-continue',
    },
  })
  const answered = new Promise((done, fail) => {
    asked.once('error', fail)
    asked.once('response', (response) => {
      const bytes = []
      response.on('data', (part) => bytes.push(part))
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, json: JSON.parse(Buffer.concat(bytes)) }))
      response.on('error', fail)
    })
  })
  const confirmed = new Promise((done) => asked.once('continue', done))
  asked.flushHeaders()
  return { confirmed, finish: () => (asked.end(text), answered) }
}

async function untilClosedToNewcomers(server) {
  for (;;) {
    const refused = await new Promise((done) => {
      const socket = connect(server.port, '127.0.0.1')
      socket.once('connect', () => (socket.destroy(), done(false)))
      socket.once('error', () => done(true))
    })
    if (refused) return
  }
}

test('requests that were begun are answered, and the exit code is 0', async () => {
  const server = await startServer()
  const cast = await signInCast(server)
  const before = await sendMessage(cast)
  const stream = await Stream.open(cast.resident)
  const texts = Array.from({ length: 12 }, (_, i) => `第${i}件`)
  const begun = texts.map((text) => begin(server, cast.resident, draft(cast.deputy, { content: content(text) })))
  await Promise.all(begun.map(({ confirmed }) => confirmed))

  const ended = server.stop()
  await untilClosedToNewcomers(server)
  const answers = await Promise.all(begun.map(({ finish }) => finish()))
  for (const answer of answers) {
    assert.equal(answer.status, 201)
    assert.equal(answer.headers.connection, 'close')
  }
  await stream.ended
  assert.deepEqual(await ended, { code: 0, signal: null })

  assert.equal((await server.verify()).code, 0)
  const again = await startServer({ data: server.data })
  Object.assign(cast.resident, { server: again })
  const { json } = await cast.resident.get('/api/v1/messages?box=all&limit=100')
  assert.deepEqual(new Set(json.items.map(({ id }) => id)), new Set([before.id, ...answers.map(({ json: made }) => made.id)]))
})

test('a stop from the keyboard is the same', async () => {
  const server = await startServer()
  server.process.kill('SIGINT')
  assert.deepEqual(await server.ended, { code: 0, signal: null })
})

test('a folder that is in use, or no folder, is said in one sentence', async () => {
  const server = await startServer()
  await assert.rejects(startServer({ data: server.data }), /in use by another running server/)
  await assert.rejects(startServer({ data: '/proc/nowhere' }), /can't be made/)
})
