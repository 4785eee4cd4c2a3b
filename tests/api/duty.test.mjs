// A deputy's everyday from outside: calls he notes, what he fills in for the hotline, the answers he
// keeps, his duty record, and the days of his station.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { dayAfter, messageIn, nowOf, orderIn, sendMessage, signInCast } from './lib/cases.mjs'
import { made } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let server
before(async () => void (server = await startServer()))

describe('a call to the hotline', () => {
  test('is on the timeline for all, with its words for the desks', async () => {
    const cast = await signInCast(server)
    const order = await cast.deputy.sees(await orderIn(server, cast, 'submitted'))
    const message = { kind: 'message', id: order.message.id }
    await cast.deputy.does(message, 'call-notes', { text: '已打12345催问。', order_number: order.number })
    const his = await cast.deputy.sees(message)
    assert.equal(his.state, 'at_hotline')
    assert.deepEqual(his.call_notes.map((one) => [one.text, one.order]), [
      ['已打12345催问。', { id: order.id, number: order.number }],
    ])
    const residents = await cast.resident.sees(message)
    assert.deepEqual(residents.call_notes, [])
    const entry = residents.timeline.at(-1)
    assert.deepEqual([entry.action, entry.note], ['note_call', undefined])
  })

  test('stops the clock that waits for his look', async () => {
    const cast = await signInCast(server, 1)
    const ref = await sendMessage(cast)
    await cast.deputy.does(ref, 'call-notes', { text: '已打12345问过。' })
    const seen = await cast.deputy.sees(ref)
    assert.equal(seen.state, 'with_deputy')
    assert.ok(seen.clocks.find((one) => one.clock === 'look_limit').stopped_at)
    const withdrawn = await cast.resident.act(await cast.resident.sees(ref), 'withdrawal', {})
    assert.equal(withdrawn.json.code, 'nobody_acted')
  })

  test('its time is that of the call', async () => {
    const cast = await signInCast(server, 2)
    const ref = await sendMessage(cast)
    const at = (await cast.deputy.sees(ref)).created_at
    await cast.deputy.does(ref, 'call-notes', { text: '当时就打了。', at })
    assert.equal((await cast.deputy.sees(ref)).call_notes[0].at, at)
  })
})

test('what the message left blank is filled into the order, and the message stays', async () => {
  const cast = await signInCast(server, 3)
  const ref = await sendMessage(cast)
  await cast.deputy.does(ref, 'hotline-pass', { fill: { when: '每天傍晚', who: '放学的孩子', before: '问过社区' } })
  const message = await cast.deputy.sees(ref)
  assert.equal(message.content.when, undefined)
  const order = await cast.deputy.sees({ kind: 'order', id: message.order.id })
  assert.equal(order.content.when, '每天傍晚')
  assert.equal(order.content.who, '放学的孩子')
  assert.equal(order.content.before, '问过社区')
  assert.equal(order.content.what, message.content.what)
})

describe('answer templates', () => {
  const list = async (person, language = 'zh') =>
    (await person.get('/api/v1/answer-templates', { 'Accept-Language': language })).json.items

  test("are the city's for everybody, in the reader's language", async () => {
    const cast = await signInCast(server, 4)
    const city = await list(cast.station)
    assert.ok(city.length >= 6)
    assert.ok(city.every((one) => !one.own && one.id === undefined && /[一-龥]/.test(one.text)))
    assert.ok((await list(cast.station, 'en')).every((one) => /^Hello/.test(one.text)))
  })

  test('a deputy keeps and removes his own', async () => {
    const cast = await signInCast(server, 5)
    const kept = made(await cast.deputy.post('/api/v1/answer-templates', { title: '面谈', text: '欢迎到站里来。' }))
    assert.deepEqual((await list(cast.deputy))[0], { id: kept.id, title: '面谈', text: '欢迎到站里来。', own: true })
    assert.ok((await list(cast.joint_signatory)).every((one) => one.text !== '欢迎到站里来。'))
    const remove = (person) => person.send('DELETE', `/api/v1/answer-templates/${kept.id}`)
    assert.equal((await remove(cast.joint_signatory)).status, 404)
    assert.equal((await remove(cast.deputy)).status, 204)
    assert.equal((await remove(cast.deputy)).status, 404)
  })

  test('are bounded, and a deputy\'s alone', async () => {
    const cast = await signInCast(server, 6)
    const keep = (person, title, text) => person.post('/api/v1/answer-templates', { title, text })
    assert.equal((await keep(cast.deputy, '', '好')).status, 422)
    assert.equal((await keep(cast.deputy, '好', '长'.repeat(2001))).status, 422)
    assert.equal((await keep(cast.station, '好', '好')).status, 404)
    assert.equal((await keep(cast.resident, '好', '好')).status, 404)
    for (let i = 0; i < 50; i++) made(await keep(cast.deputy, `第${i}条`, '好'))
    const full = await keep(cast.deputy, '再一条', '好')
    assert.deepEqual([full.status, full.json.code], [409, 'too_many_templates'])
  })
})

describe('the duty record', () => {
  const record = (person, query = '') => person.get(`/api/v1/duty-record?${query}`)
  const figure = (answer, code) => answer.json.figures.find((one) => one.code === code)

  test('counts what he did, with the cases behind it', async () => {
    const cast = await signInCast(server, 7)
    const before = await record(cast.deputy)
    const ref = await sendMessage(cast)
    await cast.deputy.does(ref, 'answer', { text: '已修好。' })
    await cast.resident.does(ref, 'rating', { score: 'mostly' })
    const after = await record(cast.deputy)
    for (const code of ['received', 'answered', 'rated_mostly'])
      assert.equal(figure(after, code).count, figure(before, code).count + 1, code)
    assert.ok(figure(after, 'answered').cases.some((one) => one.number === ref.number && one.id === ref.id))
    assert.ok(figure(after, 'first_answer').average_hours >= 0)
  })

  test('says n/a where nothing came, and no number', async () => {
    const cast = await signInCast(server, 8)
    const empty = await record(cast.deputy, 'from=2020-01-01&to=2020-12-31')
    assert.deepEqual(figure(empty, 'first_act'), {
      code: 'first_act', label: figure(empty, 'first_act').label, value: { zh: '暂无', en: 'n/a' }, cases: [],
    })
    assert.equal(figure(empty, 'received').count, 0)
  })

  test('is open to him, his station and the offices above it', async () => {
    const cast = await signInCast(server, 9)
    const his = `deputy=${cast.deputy.code}`
    for (const person of [cast.deputy, cast.station, cast.liaison_office])
      assert.equal((await record(person, his)).status, 200)
    for (const person of [cast.joint_signatory, cast.reviewer, cast.supervisor, cast.unit, cast.resident])
      assert.equal((await record(person, his)).status, 404)
    const elsewhere = await signInCast(server, 10)
    assert.equal((await record(elsewhere.station, his)).status, 404)
    assert.equal((await record(elsewhere.liaison_office, his)).status, 404)
    assert.equal((await record(cast.station)).status, 404)
  })

  test('asks for a time that can be', async () => {
    const cast = await signInCast(server, 11)
    for (const query of ['from=2026-13-01', 'from=2026-02-01&to=2026-01-01', 'from=2000-01-01', 'to=soon']) {
      const answer = await record(cast.deputy, query)
      assert.deepEqual([answer.status, answer.json.code], [400, 'bad_period'], query)
    }
  })
})

describe('open days', () => {
  test('stand with each station, as a sentence and as the next three', async () => {
    const { items } = await (await fetch(`${server.url}/api/v1/stations`)).json()
    for (const station of items) {
      assert.match(station.open_days.zh, /^(每|逢)/)
      assert.equal(station.next_open.length, 3)
      const days = station.next_open.map((one) => one.day)
      assert.deepEqual(days, [...new Set(days)].sort())
      assert.ok(days[0] >= (await nowOf(server)).slice(0, 10))
    }
  })

  test('are listed for the station and its deputies', async () => {
    const cast = await signInCast(server, 12)
    const days = await cast.deputy.get('/api/v1/station-days')
    assert.equal(days.status, 200)
    assert.deepEqual((await cast.station.get('/api/v1/station-days')).json, days.json)
    const last = dayAfter(await nowOf(server), 60)
    for (const one of days.json.items) {
      assert.equal(one.station.code, days.json.items[0].station.code)
      assert.ok(one.day <= last && one.from && one.to)
    }
    for (const person of [cast.resident, cast.reviewer, cast.liaison_office])
      assert.equal((await person.get('/api/v1/station-days')).status, 404)
  })
})
