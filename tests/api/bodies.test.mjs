// The bodies of all actions: whatever is missing or too much is told with its place, whoever asks and
// whatever the case. What is needed is read from the description of the API.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { ACCOUNTS, bodies, signInCast } from './lib/cases.mjs'
import { KINDS, NOUNS } from './lib/nouns.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
let api
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  api = await (await fetch(`${server.url}/api/openapi.json`)).json()
})

const resolve = (schema) => (schema?.$ref ? schema.$ref.slice(2).split('/').reduce((at, name) => at[name], api) : schema)
const schemaOf = (kind, noun) =>
  resolve(api.paths[`/api/v1/${kind}s/{id}/${noun}`].post.requestBody.content['application/json'].schema)

let turn = 0
/** Whoever: a body is read before it is asked whose the case is. Each may only act so often. */
const ask = (kind, noun, body) => cast[ACCOUNTS[turn++ % ACCOUNTS.length]].act({ kind, id: 1, version: 1 }, noun, body)

for (const kind of KINDS)
  describe(`actions of a ${kind}`, () => {
    for (const noun of Object.values(NOUNS[kind]))
      test(noun, async () => {
        const whole = await bodies(server, cast)[noun](kind)
        const { required = [], properties = {} } = schemaOf(kind, noun)
        for (const field of Object.keys(whole)) assert.ok(properties[field], `${field} is described`)
        for (const field of required) {
          const { [field]: _, ...less } = whole
          const answer = await ask(kind, noun, less)
          assert.deepEqual([answer.status, answer.json.errors.map(({ path, code }) => `${path} ${code}`)], [422, [`/${field} missing`]])
        }
        const more = await ask(kind, noun, { ...whole, colour: 'red' })
        assert.deepEqual([more.status, more.json.errors.map(({ path, code }) => `${path} ${code}`)], [422, ['/colour unknown_field']])
        for (const { text } of more.json.errors) assert.ok(text.zh && text.en)
        assert.equal((await ask(kind, noun, [])).status, 422)
      })
  })

describe('fields of their own kind', () => {
  const WRONG = [
    ['order', 'extension', 'until', ['2026-02-30', '2026-13-01', '明天', '', 20261203, '2026-12-03T00:00:00+08:00']],
    ['order', 'promise', 'until', ['2026-02-30', '']],
    ['order', 'dispatch', 'unit', ['1', 1.5, null, -1e99]],
    ['order', 'category', 'category', ['urgent', '', 7]],
    ['order', 'category', 'urgent', ['true', 1]],
    ['order', 'record', 'kind', ['closed', '']],
    ['order', 'unit-callbacks', 'outcome', ['happy']],
    ['suggestion', 'referral', 'difficulty', ['hard', '']],
    ['suggestion', 'turning-back', 'reason', ['military']],
    ['suggestion', 'reply', 'promised_on', ['2026-06-31', 1]],
    ['suggestion', 'evaluation', 'score', ['good']],
    ['suggestion', 'revision', 'title', ['', '长'.repeat(201)]],
    ['suggestion', 'revision', 'facts', ['长'.repeat(8001)]],
  ]
  for (const [kind, noun, field, values] of WRONG)
    test(`${kind} ${noun}: ${field}`, async () => {
      for (const value of values) {
        const answer = await ask(kind, noun, { ...(await bodies(server, cast)[noun](kind)), [field]: value })
        assert.deepEqual([answer.status, answer.json.errors?.map(({ path }) => path)], [422, [`/${field}`]], `${value}`)
      }
    })
})
