// Neighbours (R71): a matter is shown in words of the deputy or the station, nobody reads more of it,
// and whoever joins has a message of his own.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { content, draft, sendMessage, signInCast } from './lib/cases.mjs'
import { Person, city, made, newResident } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
})

const matters = async (person, query) => {
  const answer = await person.get(`/api/v1/matters?${new URLSearchParams({ deputy: cast.deputy.code, ...query })}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.json.items
}
const send = (person, more) => person.post('/api/v1/messages', draft(cast.deputy, more))
const published = async (title, more = {}) => {
  const ref = made(await send(cast.resident, more))
  return cast.deputy.does(ref, 'publication', { title })
}

describe('what is shown', () => {
  test('the title and where it stands, and nothing of the message', async () => {
    const ref = await published('河堤步道夜间照明不足', { content: content('我家门口堤上没灯，我叫张示例。') })
    const other = await newResident(server)
    const [found] = await matters(other, { text: '河堤步道照明' })
    assert.deepEqual(Object.keys(found).sort(), ['id', 'neighbours', 'since', 'state', 'title'])
    assert.deepEqual([found.id, found.title, found.state, found.neighbours], [ref.id, '河堤步道夜间照明不足', 'with_deputy', 1])
    assert.equal((await other.get(`/api/v1/messages/${ref.id}`)).status, 404)
  })

  test('at most three, the likest first, and none that is unlike', async () => {
    for (const title of ['公交站台漏雨', '公交站台没有座椅', '公交站台广告脱落', '公交站台漏雨积水']) await published(title)
    const found = await matters(cast.resident, { text: '公交站台漏雨' })
    assert.equal(found.length, 3)
    assert.equal(found[0].title, '公交站台漏雨')
    assert.deepEqual(await matters(cast.resident, { text: '完全不相干的字' }), [])
  })

  test('near before far, told in hundreds of metres', async () => {
    await published('窨井盖破损', { position: { lat: 26.9, lng: 112.6 } })
    await published('窨井盖破损', { position: { lat: 26.91, lng: 112.6 } })
    const found = await matters(cast.resident, { text: '窨井盖', lat: '26.9101', lng: '112.6' })
    assert.deepEqual(found.map(({ distance_m }) => distance_m), [100, 1100])
  })

  test('only matters of the same station, and only while they are open', async () => {
    const ref = await published('菜市场排烟扰民')
    const far = city.deputies.find((row) => row.station !== city.deputies.find(({ code }) => code === cast.deputy.code).station && row.status === 'active')
    assert.deepEqual(await matters(cast.resident, { text: '菜市场排烟', deputy: far.code }), [])
    assert.equal((await matters(cast.resident, { text: '菜市场排烟' })).length, 1)
    await cast.resident.does(ref, 'withdrawal', {})
    assert.deepEqual(await matters(cast.resident, { text: '菜市场排烟' }), [])
  })

  test('to people who are signed in, from a place on the earth', async () => {
    assert.equal((await new Person(server).get('/api/v1/matters?deputy=X&text=y')).status, 401)
    for (const query of ['lat=91&lng=0', 'lat=1', 'lat=a&lng=b']) {
      const answer = await cast.resident.get(`/api/v1/matters?deputy=${cast.deputy.code}&${query}`)
      assert.deepEqual([answer.status, answer.json.code], [400, 'bad_position'])
    }
    assert.deepEqual(await matters(cast.resident, { deputy: 'DXXXXX', text: '路灯' }), [])
  })
})

describe('who shows it', () => {
  test('the station may, and may take it back; the resident is told by the timeline', async () => {
    const ref = await sendMessage(cast)
    await cast.station.does(ref, 'publication', { title: '村口路灯损坏' })
    const seen = await cast.resident.sees(ref)
    assert.equal(seen.public_title, '村口路灯损坏')
    const entry = seen.timeline.at(-1)
    assert.deepEqual([entry.action, entry.note], ['publish', '村口路灯损坏'])
    await cast.deputy.does(ref, 'publication-end', {})
    assert.equal((await cast.deputy.sees(ref)).public_title, undefined)
  })

  test('nobody else may, and not in any words', async () => {
    const ref = await cast.deputy.sees(await sendMessage(cast))
    const refused = async (person, body, status, code) => {
      const answer = await person.act(ref, 'publication', body)
      assert.deepEqual([answer.status, answer.json.code], [status, code], answer.text)
    }
    await refused(cast.resident, { title: '路灯' }, 403, 'not_yours')
    await refused(cast.unit, { title: '路灯' }, 404, 'not_there')
    for (const title of ['  ', '字'.repeat(61)]) await refused(cast.deputy, { title }, 422, 'invalid_fields')
    for (const title of ['请打15400000011', '找 154-0000', '证号４３０４０６', '电话一五四〇〇'])
      await refused(cast.deputy, { title }, 409, 'title_general')
    made(await cast.deputy.act(ref, 'publication', { title: '3栋2单元的路灯，2026年装的' }))
  })
})

describe('who joins', () => {
  test('has a message of his own; deputy and station see both, he sees where the first stands', async () => {
    const first = await published('小区门口积水')
    const other = await newResident(server)
    const joining = made(await send(other, { joins: first.id }))
    const seen = await other.sees(joining)
    assert.deepEqual(seen.joins, { title: '小区门口积水', state: 'with_deputy' })
    assert.equal(seen.joined, undefined)
    for (const person of [cast.deputy, cast.station]) {
      const { joined } = await person.sees(first)
      assert.deepEqual(joined, { count: 1, messages: [{ id: joining.id, number: joining.number }] })
      const { joins } = await person.sees(joining)
      assert.deepEqual([joins.id, joins.number, joins.title], [first.id, first.number, '小区门口积水'])
    }
    assert.equal((await cast.resident.sees(first)).joined, undefined)
    assert.equal((await matters(other, { text: '小区门口积水' }))[0].neighbours, 2)
  })

  test('learns at once when the first moves on, and is not counted once he withdraws', async () => {
    const first = await published('文化站不开门')
    const other = await newResident(server)
    const joining = made(await send(other, { joins: first.id }))
    assert.equal((await other.sees(joining)).joins.state, 'with_deputy')
    await cast.deputy.does(first, 'answer', { text: '周末会开。' })
    assert.equal((await other.sees(joining)).joins.state, 'answered')
    await other.does(joining, 'withdrawal', {})
    assert.equal((await cast.deputy.sees(first)).joined, undefined)
  })

  test('nothing that is hidden, over, of another station or not there', async () => {
    const refused = async (joins) => {
      const answer = await send(cast.resident, { joins })
      assert.deepEqual([answer.status, answer.json.code], [409, 'joinable'], answer.text)
    }
    await refused((await sendMessage(cast)).id)
    await refused(987654)
    const over = await published('健身器材损坏')
    await cast.resident.does(over, 'withdrawal', {})
    await refused(over.id)
    const far = await signInCast(server, 1)
    const elsewhere = made(await far.resident.post('/api/v1/messages', draft(far.deputy)))
    await far.deputy.does(elsewhere, 'publication', { title: '村口路灯不亮' })
    await refused(elsewhere.id)
  })
})
