// The live stream: everybody hears of his own cases, each change once and in order, also after an
// interruption.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { draftSuggestion, messageIn, orderIn, sendMessage, signInCast, takeSteps } from './lib/cases.mjs'
import { newResident } from './lib/people.mjs'
import { Stream } from './lib/stream.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
})

const whatOf = (events) => events.map(({ data }) => `${data.kind} ${data.id} ${data.version} ${data.action}`)
const timelineOf = async (person, ref) =>
  (await person.sees(ref)).timeline.map(({ version, action }) => `${ref.kind} ${ref.id} ${version} ${action}`)

describe('a stream', () => {
  test('tells each change once, as it happens', async () => {
    const stream = await Stream.open(cast.resident)
    const ref = await messageIn(server, cast, 'answered')
    const expected = await timelineOf(cast.resident, ref)
    assert.deepEqual(whatOf(await stream.next(expected.length)), expected)
    stream.close()
  })

  test("tells nothing of other people's cases", async () => {
    const stranger = await newResident(server)
    const stream = await Stream.open(stranger)
    await messageIn(server, cast, 'at_hotline')
    const sent = await sendMessage({ resident: stranger, deputy: cast.deputy })
    assert.deepEqual(whatOf(await stream.next(1)), [`message ${sent.id} 1 send`])
    stream.close()
  })

  test('tells each role what that role sees', async () => {
    const roles = ['resident', 'deputy', 'reviewer', 'unit']
    const streams = await Promise.all(roles.map((role) => Stream.open(cast[role])))
    const message = await messageIn(server, cast, 'at_hotline')
    const { order } = await cast.resident.sees(message)
    const ref = { kind: 'order', id: order.id }
    await cast.reviewer.does(ref, 'acceptance', { category: 'help', urgent: false })
    await cast.reviewer.does(ref, 'dispatch', { unit: cast.unit.person.unit.id })
    await cast.unit.does(ref, 'receipt', {})
    const messages = await timelineOf(cast.resident, { kind: 'message', id: message.id })
    const orders = await timelineOf(cast.reviewer, ref)
    const heard = [messages, [...messages, ...orders], orders, orders.slice(-2)]
    for (const [i, stream] of streams.entries()) {
      assert.deepEqual(whatOf(await stream.next(heard[i].length)), heard[i], roles[i])
      stream.close()
    }
  })

  /** Who heard what of one case while `act` took place; whatever else they heard is an error. */
  async function heardBy(people, act) {
    const streams = await Promise.all(people.map((person) => Stream.open(person)))
    const ref = await act()
    const all = await timelineOf(cast.supervisor, ref)
    return {
      ref,
      all,
      /** Exactly these, in this order; a second passes for whoever should hear nothing more. */
      async expect(person, expected) {
        const stream = streams[people.indexOf(person)]
        assert.deepEqual(whatOf(await stream.next(expected.length)), expected)
        assert.deepEqual(await stream.nextWithin(1, 200), [])
        stream.close()
      },
    }
  }

  test('tells the supervisor of every order, an assisting unit from the dispatch on', async () => {
    const far = await signInCast(server, 5)
    const message = await messageIn(server, cast, 'with_deputy')
    const hears = [cast.supervisor, cast.assisting_unit, far.assisting_unit, cast.administrator]
    const { ref, all, expect } = await heardBy(hears, async () => {
      await cast.deputy.does(message, 'hotline-pass', { category: 'help' })
      const { order } = await cast.resident.sees(message)
      const ref = { kind: 'order', id: order.id }
      await takeSteps(server, cast, ref, [
        ['reviewer', 'acceptance'], ['reviewer', 'dispatch'], ['unit', 'receipt'], ['assisting_unit', 'assistance'],
        ['supervisor', 'supervision'], ['supervisor', 'supervision-end'], ['unit', 'reply'],
      ])
      return ref
    })
    await expect(cast.supervisor, all)
    await expect(cast.assisting_unit, all.slice(all.indexOf(`order ${ref.id} 3 dispatch`)))
    await expect(far.assisting_unit, [])
    await expect(cast.administrator, [])
  })

  test('tells a unit nothing more of an order that was returned', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const { ref: { id }, all, expect } = await heardBy([cast.unit, cast.supervisor], () =>
      takeSteps(server, cast, ref, [['unit', 'return'], ['reviewer', 'return-grant'], ['reviewer', 'dispatch', { unit: cast.assisting_unit.person.unit.id }]]))
    const asked = all.indexOf(`order ${id} 5 request_return`)
    await expect(cast.supervisor, all.slice(asked))
    await expect(cast.unit, all.slice(asked, asked + 1))
  })

  test('tells a joint signatory from the invitation on, an office from the filing on', async () => {
    const far = await signInCast(server, 9)
    const hears = [cast.deputy, cast.joint_signatory, cast.liaison_office, cast.unit, cast.assisting_unit, far.deputy, far.liaison_office, cast.reviewer]
    const { ref, all, expect } = await heardBy(hears, async () => {
      const ref = await draftSuggestion(cast)
      return takeSteps(server, cast, ref, [
        ['deputy', 'revision'], ['deputy', 'invitations'], ['joint_signatory', 'signature'], ['deputy', 'filing'],
        ['liaison_office', 'registration'], ['liaison_office', 'referral'], ['assisting_unit', 'assistance'], ['unit', 'reply'],
        ['deputy', 'evaluation'],
      ])
    })
    const from = (action) => all.slice(all.findIndex((what) => what.startsWith(`suggestion ${ref.id} `) && what.endsWith(` ${action}`)))
    await expect(cast.deputy, all)
    await expect(cast.joint_signatory, from('invite'))
    await expect(cast.liaison_office, from('file'))
    await expect(cast.unit, from('refer'))
    await expect(cast.assisting_unit, from('refer'))
    for (const stranger of [far.deputy, far.liaison_office, cast.reviewer]) await expect(stranger, [])
  })

  test('goes on where it was interrupted, again and again, while things happen', async () => {
    const heard = []
    let lastId
    const ref = await sendMessage(cast)
    const stopAt = 40
    const acting = (async () => {
      for (let i = 0; i < stopAt; i++) await cast.deputy.does(ref, 'comments', { text: `第${i}次` })
    })()
    let ended = false
    acting.finally(() => (ended = true))
    while (!ended) {
      const stream = await Stream.open(cast.resident, lastId)
      heard.push(...(await stream.nextWithin(3, 50)))
      stream.close()
      lastId = heard.at(-1)?.id ?? lastId
      // The first stream without an id begins now, so what came before is not told to it.
      lastId ??= '1'
    }
    await acting
    const last = await Stream.open(cast.resident, lastId)
    heard.push(...(await last.nextWithin(1000, 300)))
    last.close()
    const ids = heard.map(({ id }) => Number(id))
    assert.deepEqual(ids, [...new Set(ids)].sort((a, b) => a - b), 'in order, none twice')
    const mine = whatOf(heard).filter((what) => what.startsWith(`message ${ref.id} `))
    assert.deepEqual(mine.filter((what) => what.endsWith('comment')), (await timelineOf(cast.resident, ref)).filter((what) => what.endsWith('comment')))
  })

  test('tells what was missed however much others did meanwhile', async () => {
    const quiet = await newResident(server)
    const first = await sendMessage({ resident: quiet, deputy: cast.deputy })
    const before = await Stream.open(quiet, '1')
    const [{ id: lastId }] = await before.next(1)
    before.close()
    // More than a stream looks back at once.
    const busy = await Promise.all(Array.from({ length: 24 }, () => newResident(server)))
    await Promise.all(
      busy.map(async (resident) => {
        for (let i = 0; i < 45; i++) await sendMessage({ resident, deputy: cast.deputy })
      }),
    )
    const second = await sendMessage({ resident: quiet, deputy: cast.deputy })
    const after = await Stream.open(quiet, lastId)
    assert.deepEqual(whatOf(await after.next(1)), [`message ${second.id} 1 send`])
    assert.notEqual(first.id, second.id)
    after.close()
  })

  test('a last id that is none is as good as none', async () => {
    for (const id of ['x', '-1', '0', '99999999999999999999', '']) {
      const stream = await Stream.open(cast.resident, id)
      assert.deepEqual(await stream.nextWithin(1, 50), [])
      stream.close()
    }
  })
})
