// The small commands: text in, text out.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { messageIn, orderIn, signInCast, suggestionIn } from './lib/cases.mjs'
import { ROOT, newFolder, run, sqlite, startServer } from './lib/server.mjs'

describe('due --batch', () => {
  // Each line: received; 24 hours in modes A and B; 1, 3 and 5 working days. Counted by hand from the
  // State Council's notices.
  const VECTORS = `
    2022-10-28T16:00  2022-10-31T16:00  2022-10-29T16:00  2022-10-31  2022-11-02  2022-11-04
    2022-10-29T10:00  2022-11-01T00:00  2022-10-30T10:00  2022-10-31  2022-11-02  2022-11-04
    2022-09-30T16:00  2022-10-08T16:00  2022-10-01T16:00  2022-10-08  2022-10-10  2022-10-12
    2024-02-08T17:00  2024-02-09T17:00  2024-02-09T17:00  2024-02-09  2024-02-19  2024-02-21
    2025-01-26T12:00  2025-01-27T12:00  2025-01-27T12:00  2025-01-27  2025-02-06  2025-02-08
    2025-09-30T18:00  2025-10-09T18:00  2025-10-01T18:00  2025-10-09  2025-10-11  2025-10-14
    2026-02-13T16:00  2026-02-14T16:00  2026-02-14T16:00  2026-02-14  2026-02-25  2026-02-27
    2026-02-14T16:00  2026-02-24T16:00  2026-02-15T16:00  2026-02-24  2026-02-26  2026-02-28
    2026-09-24T10:00  2026-09-28T10:00  2026-09-25T10:00  2026-09-28  2026-09-30  2026-10-09`
  // 24 hours that end at the last moment of a working day are told as that moment.
  const moment = (text) => Date.parse(text.replace('T24:00', 'T00:00')) + (text.includes('T24:00') ? 86_400_000 : 0)

  test('agrees with the table', async () => {
    const rows = VECTORS.trim().split('\n').map((line) => line.trim().split(/ +/))
    const asked = []
    const expected = []
    for (const [start, hoursA, hoursB, ...days] of rows) {
      const ask = (limit, mode, end) => asked.push(`${start}+08:00\t${limit}\t${mode}`) && expected.push(moment(`${end}+08:00`))
      ask('24 hours', 'A', hoursA)
      ask('24 hours', 'B', hoursB)
      ask('24 hours', 'C', `${days[0]}T24:00`)
      for (const [i, count] of [1, 3, 5].entries())
        for (const mode of 'ABC') ask(`${count} working day${count > 1 ? 's' : ''}`, mode, `${days[i]}T24:00`)
    }
    const { code, out } = await run(['due', '--batch'], { input: asked.join('\n') })
    assert.equal(code, 0)
    assert.deepEqual(out.trim().split('\n').map(moment), expected)
  })

  test('answers every line, whatever it is', async () => {
    const input = ['', 'x', 'x\ty\tz', '2026-01-01T09:00+08:00\t3 working days\tA', '\u0000\t\t', '9'.repeat(100_000)].join('\n')
    const { code, out } = await run(['due', '--batch'], { input })
    assert.equal(code, 0)
    const lines = out.trimEnd().split('\n')
    assert.equal(lines.length, 6)
    assert.equal(lines.filter((line) => line.startsWith('error: ')).length, 5)
  })
})

describe('rules', () => {
  test('as JSON: every row cited in both languages', async () => {
    const rules = JSON.parse((await run(['rules', '--format', 'json'])).out)
    for (const { rows } of rules.lifecycles)
      for (const row of rows) {
        assert.ok(row.from && row.action && row.to && row.who.length > 0)
        assert.ok(row.basis.law && row.basis.article && row.basis.title.zh && row.basis.title.en)
      }
    assert.ok(rules.limits.length > 0)
  })

  test('as pages in Chinese and English, and as diagrams', async () => {
    const zh = (await run(['rules', '--format', 'zh'])).out
    const en = (await run(['rules', '--format', 'en'])).out
    assert.match(zh, /^# .*规则/)
    assert.match(en, /^# .*rules/)
    assert.doesNotMatch(en.replace(/码上找代表/g, ''), /undefined|\{\w+\}/)
    const diagrams = (await run(['rules', '--format', 'mermaid'])).out
    const kinds = JSON.parse((await run(['rules', '--format', 'json'])).out).lifecycles
    assert.equal(diagrams.match(/^stateDiagram-v2$/gm).length, kinds.length)
    const { code, err } = await run(['rules', '--format', 'pdf'])
    assert.notEqual(code, 0)
    assert.match(err, /format/)
  })
})

describe('openapi', () => {
  test('every reference leads somewhere, every operation is told whole', async () => {
    const api = JSON.parse((await run(['openapi'])).out)
    assert.match(api.openapi, /^3\.1\./)
    const refs = new Set()
    JSON.stringify(api, (key, value) => (key === '$ref' && refs.add(value), value))
    assert.ok(refs.size > 30)
    for (const ref of refs) {
      const found = ref.slice(2).split('/').reduce((at, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], api)
      assert.ok(ref.startsWith('#/') && found, ref)
    }
    for (const [path, methods] of Object.entries(api.paths))
      for (const [method, operation] of Object.entries(methods)) {
        assert.ok(operation.summary, `${method} ${path}`)
        assert.ok(Object.keys(operation.responses).length > 0, `${method} ${path}`)
        const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name)
        assert.deepEqual(inPath, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name), path)
      }
    const used = new Set([...refs].map((ref) => ref.split('/').pop()))
    for (const name of Object.keys(api.components.schemas)) assert.ok(used.has(name), `${name} is described and not used`)
  })

  test('the server tells the same', async () => {
    const server = await startServer()
    const told = await (await fetch(`${server.url}/api/openapi.json`)).json()
    assert.deepEqual(told, JSON.parse((await run(['openapi'])).out))
  })
})

describe('verify', () => {
  const tampered = async (sql, expected) => {
    const server = await startServer()
    const cast = await signInCast(server)
    await messageIn(server, cast, 'answered')
    await orderIn(server, cast, 'handling')
    await suggestionIn(server, cast, 'referred')
    await server.stop()
    const whole = await server.verify()
    assert.equal(whole.code, 0, whole.out)
    assert.match(whole.out, /The timeline is whole\./)
    await sqlite(server.data, sql)
    const broken = await server.verify()
    assert.equal(broken.code, 1, broken.out)
    assert.match(broken.out, expected)
    assert.match(broken.out, /The timeline is BROKEN\./)
  }
  const DROP = 'drop trigger event_stays_as_it_is; drop trigger event_stays;'

  test('names a changed entry', () =>
    tampered(`${DROP} update event set actor_name = '别人' where seq = 2`, /Event 2 of message 1 was changed/))
  test('names a missing entry', () =>
    tampered(`${DROP} delete from event where seq = 3`, /Event 4 .* follows event 2/))
  test('names a case that is not what its entries make of it', () =>
    tampered("update message set doc = replace(doc, '村口', '村尾') where id = 1", /document of message 1 is not what its events/))
  test('names a case that has another state', () =>
    tampered("update orders set state = 'archived' where id = 1", /order 1/i))
  test('names a suggestion that another words', () =>
    tampered("update suggestion set doc = replace(doc, '三个村', '十个村') where id = 1", /document of suggestion 1 is not what its events/))
  test('names a limit that was prolonged', () =>
    tampered("update clock set due_at = due_at + 86400000 where case_kind = 'suggestion' and clock = 'reply_limit'", /suggestion 1/i))
  test('names an assisting unit that was put there', () =>
    tampered("update case_party set party = 30 where case_kind = 'order'", /order 1/i))

  test('the entries themselves refuse to be changed', async () => {
    const server = await startServer()
    await messageIn(server, await signInCast(server), 'answered')
    await server.stop()
    for (const sql of ['update event set at = 0', 'delete from event'])
      await assert.rejects(sqlite(server.data, sql), /append-only/)
  })

  test('a folder that is none', async () => {
    const { code, err } = await run(['verify', '--data', join(newFolder(), 'nowhere')])
    assert.notEqual(code, 0)
    assert.ok(err)
  })
})

test('the help names every command, and the README no other', async () => {
  const { out } = await run(['--help'])
  for (const command of ['serve', 'demo', 'due', 'rules', 'openapi', 'verify', 'password']) assert.match(out, new RegExp(`^ +${command}\\b`, 'm'))
  for (const [, command] of readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/bin\/mashang (\w+)/g)) assert.match(out, new RegExp(`^ +${command}\\b`, 'm'))
})
