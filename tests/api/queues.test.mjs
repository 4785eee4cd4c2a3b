// The queues of every desk: cases in all states, some with a request or under supervision, and each
// queue holds exactly those that belong there, for those whose they are.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { ACCOUNTS, ORDER_STATES, SUGGESTION_STATES, caseIn, dayAfter, signInCast, takeSteps } from './lib/cases.mjs'
import { startServer } from './lib/server.mjs'

const WITH_UNITS = ['dispatched', 'handling', 'tracked', 'replied', 'disputed']
const AT_WORK = ['submitted', 'accepted', ...WITH_UNITS]
const ENDED = ['rejected', 'appended', 'escalated', 'withdrawn', 'archived']
const OFFICE_WORK = ['filed', 'registered', 'referred', 'evaluating', 'promised']
const RESTING = ['declined', 'withdrawn', 'closed']

const is = (...states) => ({ state }) => states.includes(state)
/** By account: what lies in each queue, of the cases that were made. */
const QUEUES = {
  order: {
    reviewer: {
      review: is('submitted'), dispatch: is('accepted'), decide: is('disputed'), requests: ({ asked }) => asked,
      callback: is('replied'), tracked: is('tracked'), supervised: ({ supervised }) => supervised, watch: is(...AT_WORK), done: is(...ENDED),
    },
    callback: { callback: is('replied'), tracked: is('tracked'), watch: is(...AT_WORK), done: is(...ENDED) },
    unit: {
      sign: is('dispatched'), handle: is('handling'), tracked: is('tracked'), replied: is('replied', 'disputed'),
      supervised: ({ supervised }) => supervised, assist: () => false, done: is('archived'),
    },
    assisting_unit: {
      sign: () => false, handle: () => false, tracked: () => false, replied: () => false, supervised: () => false, done: () => false,
      assist: ({ state, assisted }) => ['dispatched', 'handling'].includes(state) && !assisted,
    },
    supervisor: { tracked: is('tracked'), supervised: ({ supervised }) => supervised, watch: is(...AT_WORK), done: is(...ENDED) },
    deputy: { watch: is(...AT_WORK), done: is(...ENDED) },
  },
  suggestion: {
    deputy: {
      mine: is('proposed', 'drafted', 'evaluating'), to_sign: () => false, cosigned: () => false,
      watch: is(...OFFICE_WORK), done: is(...RESTING),
    },
    joint_signatory: {
      mine: () => false, watch: () => false, done: () => false,
      to_sign: ({ state, signed }) => state === 'drafted' && !signed,
      cosigned: is(...OFFICE_WORK, 'closed'),
    },
    liaison_office: {
      check: is('filed'), refer: is('registered'), requests: ({ asked }) => asked, promises: is('promised'),
      watch: is(...OFFICE_WORK), done: is('closed'),
    },
    unit: { to_reply: is('referred'), replied: is('evaluating'), assist: () => false, promises: is('promised'), done: is('closed') },
    assisting_unit: {
      to_reply: () => false, replied: () => false, promises: () => false, done: () => false,
      assist: ({ state, assisted }) => state === 'referred' && !assisted,
    },
    supervisor: { watch: is(...OFFICE_WORK), promises: is('promised'), done: is(...RESTING) },
  },
}

let server
let cast
let far
const cases = { order: [], suggestion: [] }

async function addCase(kind, state, steps = [], facts = {}) {
  const { id } = await takeSteps(server, cast, await caseIn[kind](server, cast, state), steps)
  cases[kind].push({ id, state, ...facts })
}

before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  far = await signInCast(server, 9)
  for (const state of ORDER_STATES)
    // A promise puts an order under supervision by itself. An order that was appended to is open too.
    await addCase('order', state, [], { supervised: state === 'tracked' })
  await proposedBy('escalated')
  for (const state of SUGGESTION_STATES) await addCase('suggestion', state)
  for (const state of ['proposed', 'declined']) await caseOfOrder(state)
  await appendedTo()
  await addCase('order', 'handling', [['supervisor', 'supervision']], { supervised: true })
  await addCase('order', 'dispatched', [['unit', 'return']], { asked: true })
  const due = async () => (await cast.unit.get('/api/v1/orders?queue=handle&limit=1')).json.items[0].next_due.due_at
  await addCase('order', 'handling', [['unit', 'extension', { cause: '暴雨。', until: dayAfter(await due(), 0) }]], { asked: true })
  await addCase('order', 'handling', [['assisting_unit', 'assistance']], { assisted: true })
  await addCase('suggestion', 'referred', [['assisting_unit', 'assistance']], { assisted: true })
  await addCase('suggestion', 'referred', [['unit', 'return']], { asked: true })
  await addCase('suggestion', 'drafted', [['joint_signatory', 'signature']], { signed: true })
})

/** What the deputy was proposed when an order was escalated. */
async function proposedBy(state) {
  const { suggestions } = await cast.deputy.sees({ kind: 'order', id: cases.order.find((one) => one.state === state).id })
  cases.suggestion.push({ id: suggestions[0].id, state: 'proposed' })
}

/** The orders that were escalated on the way to a suggestion. */
async function caseOfOrder(state) {
  const { id } = cases.suggestion.findLast((one) => one.state === state)
  const { proposed } = await cast.deputy.sees({ kind: 'suggestion', id })
  cases.order.push({ id: proposed.order, state: 'escalated' })
}

/** The open order that another one went into. */
async function appendedTo() {
  const { joined } = await cast.reviewer.sees({ kind: 'order', id: cases.order.find(({ state }) => state === 'appended').id })
  const { id, state } = await cast.reviewer.sees({ kind: 'order', id: joined.id })
  cases.order.push({ id, state })
}

async function listed(person, kind, queue) {
  const items = []
  for (let cursor = ''; cursor !== undefined; ) {
    const answer = await person.get(`/api/v1/${kind}s?queue=${queue}&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    assert.equal(answer.status, 200, answer.text)
    items.push(...answer.json.items)
    cursor = answer.json.next
  }
  return items
}

const sorted = (ids) => [...ids].sort((a, b) => a - b)

for (const [kind, accounts] of Object.entries(QUEUES))
  describe(`${kind}s`, () => {
    for (const [account, queues] of Object.entries(accounts))
      test(`the queues of ${account}`, async () => {
        const { items } = (await cast[account].get('/api/v1/queues')).json
        const counts = new Map(items.filter((item) => item.kind === kind).map((item) => [item.queue, item]))
        assert.deepEqual(new Set(counts.keys()), new Set(Object.keys(queues)))
        for (const [queue, belongs] of Object.entries(queues)) {
          const expected = cases[kind].filter(belongs)
          const found = await listed(cast[account], kind, queue)
          assert.deepEqual(sorted(found.map(({ id }) => id)), sorted(expected.map(({ id }) => id)), queue)
          const { count, late, label } = counts.get(queue)
          assert.deepEqual([count, late], [expected.length, 0], queue)
          assert.ok(label.zh && label.en && label.zh !== queue, queue)
          const due = found.map((card) => Date.parse(card.next_due?.due_at ?? '9999-12-31'))
          assert.deepEqual(due, [...due].sort((a, b) => a - b), `${queue} goes by what runs out first`)
        }
      })

    test('strangers of the right role find theirs empty', async () => {
      for (const account of ['deputy', 'joint_signatory', 'liaison_office', 'unit', 'assisting_unit'])
        for (const queue of Object.keys(accounts[account] ?? {}))
          assert.deepEqual(await listed(far[account], kind, queue), [], `${queue} of another ${account}`)
    })

    test('nobody has a queue that is not his', async () => {
      const names = new Set(Object.values(accounts).flatMap(Object.keys))
      for (const account of ACCOUNTS)
        for (const queue of names) {
          if (accounts[account]?.[queue]) continue
          // An account has the queues of every part that it may have in a case.
          const twin = { unit: 'assisting_unit', assisting_unit: 'unit', deputy: 'joint_signatory', joint_signatory: 'deputy' }[account]
          if (accounts[twin]?.[queue]) continue
          const answer = await cast[account].get(`/api/v1/${kind}s?queue=${queue}`)
          assert.equal(answer.json.code, 'no_such_queue', `${queue} of ${account}`)
        }
    })
  })
