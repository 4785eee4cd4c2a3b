// Following from outside: receipt codes, which open a message to whoever holds one and to nobody who
// guesses; and what people may do with their own data.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { draft, messageIn, sendMessage, signInCast } from './lib/cases.mjs'
import { Person, made, newResident, signInByPhone } from './lib/people.mjs'
import { sqlite, startServer } from './lib/server.mjs'

let server
before(async () => void (server = await startServer()))

/** Asks from a new machine unless one is given; not patiently, since the limits are tried here. */
const lookUp = (number, code, person = new Person(server)) =>
  person.send('POST', '/api/v1/look-ups', { body: { number, code }, headers: { 'Idempotency-Key': undefined } })

/** A code that is not the right one. */
const wrongOf = (code) => (code.startsWith('0') ? '1' : '0') + code.slice(1)

describe('a receipt code', () => {
  test('comes with the message and shows it to whoever holds it', async () => {
    const cast = await signInCast(server)
    const ref = await sendMessage(cast, '门口的路灯坏了，我姓章。')
    assert.match(ref.receipt_code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    assert.equal((await cast.resident.sees(ref)).receipt_code, ref.receipt_code)
    assert.equal((await cast.deputy.sees(ref)).receipt_code, undefined)
    await cast.deputy.does(ref, 'comments', { text: '记下了。' })
    await cast.deputy.does(ref, 'answer', { text: '已请人去修。' })
    const { status, json, text } = await lookUp(ref.number, ref.receipt_code)
    assert.equal(status, 200, text)
    assert.equal(json.number, ref.number)
    assert.equal(json.state, 'answered')
    assert.ok(json.state_text.zh && json.holder.text.zh && json.deputy.name && json.created_at)
    assert.deepEqual(json.answers.map((one) => one.text), ['已请人去修。'])
    assert.equal(json.timeline.length, (await cast.resident.sees(ref)).timeline.length)
  })

  test('shows neither who wrote nor what he wrote', async () => {
    const cast = await signInCast(server, 1)
    await cast.resident.post('/api/v1/people/me/corrections', { name: '章例五' })
    const ref = await sendMessage(cast, '门口的路灯坏了，我姓章。')
    await cast.deputy.does(ref, 'question', { text: '在哪一边？' })
    await cast.resident.does(ref, 'supplement', { text: '在东边第三盏。' })
    const { text } = await lookUp(ref.number, ref.receipt_code)
    const phone = await sqlite(server.data, `select phone from person where id = ${cast.resident.person.id}`)
    for (const hidden of ['章', '第三盏', '路灯', '村口', phone])
      assert.ok(!text.includes(hidden), `${hidden}: ${text}`)
    assert.ok(text.includes('群众'))
  })

  test('is read however it is typed', async () => {
    const ref = await sendMessage(await signInCast(server, 2))
    const typed = ref.receipt_code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    const number = ` ${ref.number.toLowerCase().replace('-', '').replaceAll('0', 'O')} `
    assert.equal((await lookUp(number, typed)).status, 200)
    assert.equal((await lookUp(ref.number, ref.receipt_code.replace('-', ''))).status, 200)
  })

  test('a wrong code, a wrong number and nonsense are refused alike', async () => {
    const ref = await sendMessage(await signInCast(server, 3))
    const nobodys = ref.number.replace(/\d+$/, '999999')
    const answers = await Promise.all([
      lookUp(ref.number, wrongOf(ref.receipt_code)),
      lookUp(nobodys, ref.receipt_code),
      lookUp('编号', '不知道'),
      lookUp(ref.number, '-'),
    ])
    for (const answer of answers) {
      assert.equal(answer.status, 404)
      assert.equal(answer.json.code, 'no_such_receipt')
      assert.equal(answer.text, answers[0].text)
    }
    assert.equal((await lookUp('', 'x')).status, 422)
    assert.equal((await lookUp(ref.number, 'x'.repeat(41))).status, 422)
  })

  test('is not guessed from many machines: the number is locked for a while', async () => {
    const ref = await sendMessage(await signInCast(server, 4))
    for (let i = 0; i < 8; i++) assert.equal((await lookUp(ref.number, wrongOf(ref.receipt_code))).status, 404)
    const locked = await lookUp(ref.number, wrongOf(ref.receipt_code))
    assert.equal(locked.status, 429)
    assert.equal(locked.json.code, 'too_many_look_ups')
    assert.ok(Number(locked.headers.get('retry-after')) > 0)
    assert.equal((await lookUp(ref.number, ref.receipt_code)).status, 429)
  })

  test('nor from one machine over many numbers', async () => {
    const guesser = new Person(server)
    const answers = []
    for (let i = 0; i < 21; i++) answers.push(await lookUp(`LY20260101-${100000 + i}`, 'AAAA-AAAA', guesser))
    assert.deepEqual([...new Set(answers.slice(0, 20).map((one) => one.status))], [404])
    assert.equal(answers[20].status, 429)
  })

  test('who looks up the right one is not counted as a guesser of its number', async () => {
    const ref = await sendMessage(await signInCast(server, 5))
    for (let i = 0; i < 12; i++) assert.equal((await lookUp(ref.number, ref.receipt_code)).status, 200)
  })
})

describe('own data', () => {
  const exportOf = (person) => person.get('/api/v1/people/me/export')
  const erase = (person) => person.post('/api/v1/people/me/erasure', {})
  const phoneOf = (person) => sqlite(server.data, `select phone from person where id = ${person.person.id}`)
  const nameOf = (person) => sqlite(server.data, `select name from person where id = ${person.person.id}`)
  const advance = (person) => person.post('/api/v1/demo/clock', { advance: '1 hour' })

  test('the export holds all that is his and nothing of others', async () => {
    const cast = await signInCast(server, 6)
    const other = await newResident(server)
    const ref = await sendMessage(cast, '我家楼下的井盖坏了。')
    const later = await sendMessage(cast, '还有路灯也坏了。')
    made(await other.post('/api/v1/messages', draft(cast.deputy, { content: { where: '别处', what: '别人的事', ask: '办' } })))
    await cast.deputy.does(ref, 'answer', { text: '已请人去修。' })
    const answer = await exportOf(cast.resident)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-disposition'), /^attachment; filename=/)
    const { json, text } = answer
    assert.deepEqual(json.messages.map((one) => one.number), [ref.number, later.number])
    assert.equal(json.person.id, cast.resident.person.id)
    assert.equal(json.person.phone, await phoneOf(cast.resident))
    assert.equal(json.sessions.length, 1)
    for (const his of ['我家楼下的井盖坏了。', '还有路灯也坏了。', '已请人去修。', ref.receipt_code, later.receipt_code])
      assert.ok(text.includes(his), his)
    for (const not of ['别人的事', await phoneOf(other), 'csrf', 'token']) assert.ok(!text.includes(not), not)
    assert.deepEqual((await exportOf(cast.deputy)).json.messages, [])
    assert.equal((await new Person(server).get('/api/v1/people/me/export')).status, 401)
  })

  test('a corrected name is the one that is shown from now on', async () => {
    const cast = await signInCast(server, 7)
    const ref = await sendMessage(cast)
    assert.equal((await cast.resident.post('/api/v1/people/me/corrections', { name: '章例六' })).status, 201)
    assert.equal((await cast.resident.get('/api/v1/sessions/current')).json.person.name, '章例六')
    assert.equal((await cast.resident.sees(ref)).resident.name, '章例六')
    assert.equal((await cast.deputy.sees(ref)).resident.name, '章*')
    const wrong = await cast.resident.post('/api/v1/people/me/corrections', { name: '' })
    assert.equal(wrong.status, 422)
    const of_office = await cast.deputy.post('/api/v1/people/me/corrections', { name: '章例六' })
    assert.deepEqual([of_office.status, of_office.json.code], [403, 'identity_of_office'])
  })

  test('with nothing open the name and the number are erased at once, and the session ends', async () => {
    const cast = await signInCast(server, 8)
    const ref = await sendMessage(cast)
    await cast.resident.does(ref, 'withdrawal', {})
    const phone = await phoneOf(cast.resident)
    const answer = made(await erase(cast.resident))
    assert.equal(answer.state, 'erased')
    assert.ok(answer.text.zh && answer.text.en)
    assert.equal(await nameOf(cast.resident), '已注销')
    assert.equal(await phoneOf(cast.resident), '')
    assert.equal((await cast.resident.get('/api/v1/sessions/current')).status, 401)
    assert.deepEqual((await cast.deputy.sees(ref)).resident, { name: '已注销', phone: '****' })
    const dump = await sqlite(server.data, '.dump')
    assert.ok(!dump.includes(phone), 'the number is nowhere in the store')
    const anew = await signInByPhone(server, phone)
    assert.notEqual(anew.person.id, cast.resident.person.id)
    assert.deepEqual((await anew.get('/api/v1/messages?box=all')).json.items, [])
  })

  test('while a message is open it is locked, and erased when the last one closes', async () => {
    const cast = await signInCast(server, 9)
    const ref = await sendMessage(cast)
    assert.equal(made(await erase(cast.resident)).state, 'locked')
    assert.equal(made(await erase(cast.resident)).state, 'locked')
    const { requests } = (await exportOf(cast.resident)).json
    assert.deepEqual(requests.map((one) => [one.kind, one.done_at]), [['erasure', undefined]])
    await cast.deputy.does(ref, 'answer', { text: '已修好。' })
    await advance(cast.deputy)
    assert.notEqual(await nameOf(cast.resident), '已注销')
    await cast.resident.does(ref, 'rating', { score: 'satisfied' })
    await advance(cast.deputy)
    assert.equal(await nameOf(cast.resident), '已注销')
    assert.equal(await phoneOf(cast.resident), '')
  })

  test('no name and no number of a resident is in the timeline or in a case', async () => {
    const cast = await signInCast(server, 10)
    await cast.resident.post('/api/v1/people/me/corrections', { name: '章例七' })
    const ref = await messageIn(server, cast, 'at_hotline')
    const written = await sqlite(server.data,
      `select actor_name, details from event where case_kind = 'message' and case_id = ${ref.id};
       select doc from message where id = ${ref.id}; select doc from orders where message_id = ${ref.id}`)
    for (const hidden of ['章例七', await phoneOf(cast.resident)]) assert.ok(!written.includes(hidden), hidden)
  })

  test('names of office are not theirs to erase', async () => {
    const cast = await signInCast(server, 11)
    for (const person of [cast.deputy, cast.station, cast.reviewer]) {
      const answer = await erase(person)
      assert.deepEqual([answer.status, answer.json.code], [403, 'identity_of_office'])
    }
  })
})

describe('earlier messages of the same resident', () => {
  test('are shown as far as the reader may see them', async () => {
    const cast = await signInCast(server, 12)
    const first = await sendMessage(cast, '第一件')
    const elsewhere = made(await cast.resident.post('/api/v1/messages', draft({ code: cast.joint_signatory.code })))
    const last = await sendMessage(cast, '第二件')
    const numbers = async (person) =>
      (await person.get(`/api/v1/messages/${last.id}/earlier`)).json.items.map((one) => one.number)
    assert.deepEqual(await numbers(cast.deputy), [first.number])
    assert.deepEqual(await numbers(cast.resident), [elsewhere.number, first.number])
    assert.deepEqual((await cast.deputy.get(`/api/v1/messages/${first.id}/earlier`)).json.items, [])
    for (const stranger of [cast.joint_signatory, cast.liaison_office, cast.reviewer, await newResident(server)])
      assert.equal((await stranger.get(`/api/v1/messages/${last.id}/earlier`)).status, 404)
  })
})

test('after all this the timeline still proves every case', async () => {
  await server.stop()
  const { code, out, err } = await server.verify()
  assert.equal(code, 0, out + err)
})
