// The rules in force, as anybody may read them: no session, both languages, the same as the command.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { run, startServer } from './lib/server.mjs'

let server
before(async () => void (server = await startServer()))

const ask = (init) => fetch(`${server.url}/api/v1/rulebook`, init)

test('a stranger reads what the command prints', async () => {
  const answer = await ask()
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type'), /^application\/json/)
  assert.deepEqual(await answer.json(), JSON.parse((await run(['rules', '--format', 'json'])).out))
})

test('every row is a sentence of the regulation, in both languages', async () => {
  const { lifecycles } = await (await ask()).json()
  const printed = {}
  for (const language of ['zh', 'en']) printed[language] = (await run(['rules', '--format', language])).out
  for (const { rows } of lifecycles)
    for (const { sentence } of rows)
      for (const language of ['zh', 'en']) assert.ok(printed[language].includes(`- ${sentence[language]}\n`), sentence[language])
})

test('a row leads from a state of its lifecycle, or from the beginning, to a state of it', async () => {
  const { lifecycles } = await (await ask()).json()
  for (const { kind, states, rows } of lifecycles) {
    const known = new Set(states.map(({ code }) => code))
    for (const { from, to } of rows) {
      assert.ok(from === 'blank' || known.has(from), `${kind} ${from}`)
      assert.ok(known.has(to), `${kind} ${to}`)
    }
  }
})

test('nobody writes to it', async () => {
  assert.equal((await ask({ method: 'POST', body: '{}' })).status, 405)
})
