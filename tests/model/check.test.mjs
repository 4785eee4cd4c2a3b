// The checker agrees with the tables as they are, and finds each fault that is put into them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { run } from '../api/lib/server.mjs'
import { check, tablesOf } from './check.mjs'

const { out: PRINTED } = await run(['rules', '--format', 'json'])
const rules = () => tablesOf(JSON.parse(PRINTED))

const without = (names, name) => names.filter((other) => other !== name)
const is = (from, action) => (row) => row.from === from && row.action === action
const faultsOf = (spoilt) => check(spoilt).checks.flatMap(({ kind, name, faults }) => faults.map((fault) => `${kind}, ${name}: ${fault}`))

/** Spoils the rules, and expects a fault that begins so. */
function finds(what, spoil, expected) {
  test(what, () => {
    const spoilt = rules()
    spoil(spoilt)
    assert.notDeepEqual(spoilt, rules(), 'nothing was spoilt')
    const faults = faultsOf(spoilt)
    assert.ok(faults.some((fault) => fault.startsWith(expected)), `expected "${expected}" among:\n${faults.join('\n')}`)
  })
}

function drop(table, hits) {
  const kept = table.filter((row) => !hits(row))
  table.splice(0, table.length, ...kept)
}

const addStart = (table, from, action, clock) => table.find(is(from, action)).starts.push(clock)

function neverStop(table, clock) {
  for (const row of table) row.stops = without(row.stops, clock)
}

describe('the tables as they are', () => {
  test('have no fault', () => assert.deepEqual(faultsOf(rules()), []))

  test('are gone through in full', () => {
    const { lifecycles } = check(rules())
    for (const kind of ['message', 'order', 'suggestion']) assert.ok(lifecycles.some((lifecycle) => lifecycle.kind === kind), kind)
    for (const { counts } of lifecycles) {
      assert.ok(counts.situations > counts.states)
      assert.ok(counts.steps >= counts.rows)
    }
  })

  test('are told in one line each, and the faults by the exit code', () => {
    const program = join(import.meta.dirname, 'check.mjs')
    const good = spawnSync(process.execPath, [program], { input: PRINTED, encoding: 'utf8' })
    assert.match(good.stdout, /^order: \d+ states, \d+ rows, \d+ clocks, \d+ situations, \d+ steps$/m)
    assert.match(good.stdout, /^\d+ passed, 0 failed$/m)
    assert.equal(good.status, 0)
    const bad = spawnSync(process.execPath, [program], { input: JSON.stringify({ ...rules(), limits: [] }), encoding: 'utf8' })
    assert.match(bad.stdout, /^FAILED order, every clock has a limit: work_limit has no limit$/m)
    assert.equal(bad.status, 1)
  })
})

describe('a fault is found:', () => {
  finds('a dropped row', ({ order }) => drop(order, is('accepted', 'dispatch')), 'order, every state can be reached: dispatched')
  finds('a dead end', ({ message }) => drop(message, ({ from }) => from === 'asked_back'), 'message, no dead end: asked_back')
  finds('a state where a case goes round for ever',
    ({ order }) => drop(order, ({ from, to }) => from === 'replied' && to !== 'replied'),
    'order, every case can come to rest: replied')
  finds('a clock that is never stopped', ({ order }) => neverStop(order, 'callback_limit'),
    'order, no clock runs in a case at rest: callback_limit')
  finds('a clock that nothing can stop where it runs', ({ order }) => neverStop(order, 'callback_limit'),
    'order, every clock can be stopped wherever it runs: callback_limit')
  finds('a doubled row', ({ message }) => message.push({ ...message.find(is('with_deputy', 'look')), to: 'closed' }),
    'message, one row for a state and an action: with_deputy.look')
  finds('a row for nobody', ({ order }) => { order.find(is('closed', 'archive')).who = [] },
    'order, every row may be taken by somebody: closed.archive')
  finds('a state that is never reached',
    ({ message }) => message.push({ ...message.find(is('with_deputy', 'look')), from: 'limbo', starts: [], stops: [] }),
    'message, every state can be reached: limbo')
  finds('a clock started twice', ({ order }) => addStart(order, 'dispatched', 'sign_for', 'work_limit'),
    'order, no clock is started twice: dispatched.sign_for starts work_limit')
  finds('a clock named twice in a row', ({ order }) => addStart(order, 'blank', 'submit', 'review_limit'),
    'order, no clock is started twice: blank.submit names')
  finds('a clock that is started and forgotten', ({ message }) => addStart(message, 'with_deputy', 'look', 'relay_limit'),
    'message, no clock is started twice: with_deputy.look')
  finds('a clock stopped in vain', ({ order }) => order.find(is('dispatched', 'sign_for')).stops.push('review_limit'),
    'order, no clock is stopped in vain: dispatched.sign_for stops review_limit')
  finds('a row that waits for a clock that never runs',
    ({ message }) => { message.find(is('with_deputy', 'remind')).starts = [] },
    'message, every row can be taken: with_deputy.tell_station')
  finds('a clock moved by the row that stops it',
    ({ order }) => { order.find(is('dispatched', 'sign_for')).moves = ['sign_limit'] },
    'order, no clock is moved that is started or stopped: dispatched.sign_for')
  finds('a clock without limit', (all) => { all.limits = all.limits.filter(({ clock }) => clock !== 'look_limit') },
    'message, every clock has a limit: look_limit')
  finds('states that only the system brings about',
    ({ order }) => { for (const row of order) row.who = ['system'] },
    'order, every state is brought about by somebody: submitted')
  finds('a case that goes on after its end', ({ message }) => message.push({ ...message.find(is('asked_back', 'comment')), from: 'closed', to: 'closed' }),
    'message, no dead end: closed is named in RESTING')
  finds('a lifecycle whose ends are not declared', (all) => { all.petition = all.order }, 'petition, no dead end: archived')
  finds('a limit without mode', ({ limits }) => { limits[0].mode = 'D' }, 'limits, every limit has a length, a mode and a citation')
  finds('no lifecycle at all', (all) => { for (const kind of Object.keys(all)) delete all[kind] }, 'rules, there are lifecycles')
  for (const part of ['law', 'article', 'title'])
    finds(`a missing ${part}`, ({ order }) => { delete order[3].basis[part] }, 'order, every row is cited')
  for (const language of ['zh', 'en'])
    finds(`a blank title (${language})`, ({ message }) => { message[5].basis.title[language] = ' ' }, 'message, every row is cited')
})

describe('whichever row is spoilt:', () => {
  /** Spoils each row in turn, where there is something to spoil, and expects a fault. */
  function everywhere(what, spoil) {
    test(what, () => {
      for (const { kind } of check(rules()).lifecycles)
        for (const i of rules()[kind].keys()) {
          const spoilt = rules()
          if (spoil(spoilt[kind], i) === false) continue
          assert.notDeepEqual(faultsOf(spoilt), [], `${kind}, row ${i}: ${JSON.stringify(rules()[kind][i])}`)
        }
    })
  }

  everywhere('its citation lost', (table, i) => { delete table[i].basis.article })
  everywhere('the row doubled', (table, i) => { table.push(table[i]) })
  everywhere('led to nowhere', (table, i) => { table[i].to = 'limbo' })
  everywhere('its clocks not stopped', (table, i) => {
    // Where a case stays in its state, a clock that goes on is stopped by a later row: no fault of form.
    if (table[i].stops.length === 0 || table[i].from === table[i].to) return false
    table[i].stops = []
  })
})
