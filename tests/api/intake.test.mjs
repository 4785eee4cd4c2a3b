// The hotline's intake: what is recorded, answered on the line, appended, told again, linked or
// escalated, and what the resident and his deputy see of it.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { messageIn, orderIn, signInCast, takeSteps } from './lib/cases.mjs'
import { newResident } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
})

/** A message at the hotline with its order. */
async function passedOn(people = cast) {
  const message = await messageIn(server, people, 'at_hotline')
  const { order } = await people.resident.sees(message)
  return { message, order: { kind: 'order', id: order.id, number: order.number } }
}
const SOLVED = [
  ['reviewer', 'acceptance'], ['reviewer', 'dispatch'], ['unit', 'receipt'], ['unit', 'reply'], ['callback', 'callbacks', { outcome: 'satisfied' }],
]

describe('without dispatch', () => {
  for (const body of [
    { category: 'praise', text: '已转达表扬。' }, { category: 'praise', kind: 'praise', text: '已转达表扬。' },
    { category: 'complaint', kind: 'withdrawn', text: '本人电话撤回。' }, { category: 'help', kind: 'invalid', text: '没有内容。' },
    { category: 'criticism', kind: 'nuisance', text: '反复骚扰。' },
  ])
    test(`recorded: ${body.category} ${body.kind ?? ''}`, async () => {
      const { message, order } = await passedOn()
      await cast.reviewer.does(order, 'record', body)
      const view = await cast.deputy.sees(order)
      assert.deepEqual([view.state, view.record_kind, view.outcome], ['archived', body.kind ?? 'praise', body.text])
      const { state, result } = await cast.deputy.sees(message)
      assert.deepEqual([state, result.text], ['result_back', body.text])
    })

  test('answered on the line', async () => {
    const { message, order } = await passedOn()
    await cast.reviewer.does(order, 'line-answer', { category: 'consultation', text: '凭身份证到窗口办理。' })
    assert.equal((await cast.deputy.sees(order)).state, 'archived')
    assert.equal((await cast.deputy.sees(message)).result.text, '凭身份证到窗口办理。')
  })

  test('withdrawn by the deputy: the message is with him again', async () => {
    const { message, order } = await passedOn()
    await cast.deputy.does(order, 'withdrawal', { reason: '已自行协调。' })
    assert.deepEqual([(await cast.deputy.sees(order)).state, (await cast.deputy.sees(message)).state], ['withdrawn', 'with_deputy'])
  })
})

describe('the same person about the same matter', () => {
  test('is appended to the open order, which then answers both', async () => {
    const [first, second] = [await passedOn(), await passedOn()]
    await cast.reviewer.does(second.order, 'appending', { order: first.order.number, note: '同一处路灯。' })
    const view = await cast.reviewer.sees(second.order)
    assert.equal(view.state, 'appended')
    assert.deepEqual([view.joined.id, view.joined.number], [first.order.id, first.order.number])
    const { addenda } = await cast.reviewer.sees(first.order)
    assert.equal(addenda.length, 1)
    assert.equal((await cast.resident.sees(second.message)).order.id, first.order.id)
    await takeSteps(server, cast, first.order, SOLVED)
    for (const { message } of [first, second]) assert.equal((await cast.deputy.sees(message)).state, 'result_back')
  })

  test('an appended order says where the other one stands', async () => {
    const [first, second] = [await passedOn(), await passedOn()]
    await cast.reviewer.does(first.order, 'acceptance', { category: 'help', urgent: false })
    await cast.reviewer.does(second.order, 'appending', { order: first.order.number })
    assert.equal((await cast.reviewer.sees(second.order)).joined.state, 'accepted')
  })

  test('is told the result of a closed order', async () => {
    const [first, second] = [await passedOn(), await passedOn()]
    await takeSteps(server, cast, first.order, SOLVED)
    await cast.reviewer.does(second.order, 'earlier-result', { order: first.order.number })
    const { result } = await cast.deputy.sees(second.message)
    assert.equal(result.text, '路灯已修好。')
  })
})

describe('different persons about the same matter', () => {
  test('are linked, and nobody is dropped', async () => {
    const first = await passedOn()
    const second = await passedOn({ ...cast, resident: await newResident(server) })
    await cast.reviewer.does(second.order, 'links', { order: first.order.number })
    for (const [one, other] of [[first, second], [second, first]]) {
      const { state, same_matter: same } = await cast.reviewer.sees(one.order)
      assert.equal(state, 'submitted')
      assert.deepEqual(same.map(({ id }) => id), [other.order.id])
    }
  })

  test("are the hotline's and the units' to know of, and no deputy's", async () => {
    const ref = await orderIn(server, cast, 'handling')
    const second = await passedOn({ ...cast, resident: await newResident(server) })
    await cast.reviewer.does(second.order, 'links', { order: ref.number })
    for (const [account, count] of [['reviewer', 1], ['callback', 1], ['supervisor', 1], ['unit', 1], ['assisting_unit', 1], ['deputy', 0]])
      assert.equal((await cast[account].sees(ref)).same_matter.length, count, account)
  })

  test('the page of one that is open tells of each that is linked later', async () => {
    const first = await passedOn()
    for (let count = 1; count <= 3; count++) {
      const another = await passedOn({ ...cast, resident: await newResident(server) })
      await cast.reviewer.does(another.order, 'links', { order: first.order.number })
      assert.equal((await cast.reviewer.sees(first.order)).same_matter.length, count)
    }
  })

  test('the fifth of them falls under supervision', async () => {
    const first = await orderIn(server, cast, 'handling')
    for (let nth = 2; nth <= 5; nth++) {
      const another = await orderIn(server, { ...cast, resident: await newResident(server) }, 'handling')
      await cast.reviewer.does(another, 'links', { order: first.number })
      const { supervisions } = await cast.reviewer.sees(another)
      assert.deepEqual(supervisions.map(({ causes }) => causes.map(({ en }) => en)), nth < 5 ? [] : [['Many orders on one matter']])
    }
  })
})
