// What every request of a person goes through: session, token, origin, the two headers of an action,
// and the rules' own refusals as they go over the wire.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { draft, sendMessage, signInCast } from './lib/cases.mjs'
import { Person, made, newResident } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
})

const refusedAs = (answer, status, code) => {
  assert.equal(answer.status, status, answer.text)
  assert.equal(answer.json.code, code)
  assert.equal(answer.json.type, `/problems/${code}`)
  assert.equal(answer.json.status, status)
  assert.ok(answer.json.text.zh && answer.json.text.en)
}

describe('who asks', () => {
  test('nobody: 401 at every address of a person', async () => {
    const nobody = new Person(server)
    const sent = await sendMessage(cast)
    for (const path of ['/messages?box=all', `/messages/${sent.id}`, '/orders?queue=review', '/orders/1', '/queues', '/units', '/live', '/attachments/1', '/sessions/current'])
      refusedAs(await nobody.get(`/api/v1${path}`), 401, 'not_signed_in')
    refusedAs(await nobody.post('/api/v1/messages', draft(cast.deputy)), 401, 'not_signed_in')
    refusedAs(await nobody.act(sent, 'answer', { text: 'x' }), 401, 'not_signed_in')
  })

  test('a made-up session is nobody', async () => {
    const forger = new Person(server)
    for (const cookie of ['mashang_session=x', 'mashang_session=', `mashang_session=${'A'.repeat(43)}`, 'other=1']) {
      forger.cookie = cookie
      refusedAs(await forger.get('/api/v1/sessions/current'), 401, 'not_signed_in')
    }
  })

  test('without the right token nothing changes', async () => {
    const sent = await sendMessage(cast)
    for (const token of [undefined, '', 'x', cast.resident.csrf])
      refusedAs(await cast.deputy.act(sent, 'answer', { text: 'x' }, { 'X-CSRF-Token': token }), 403, 'bad_csrf')
    const { status } = await cast.deputy.send('DELETE', '/api/v1/sessions/current', { headers: { 'X-CSRF-Token': 'x' } })
    assert.equal(status, 403)
    assert.equal((await cast.deputy.sees(sent)).version, sent.version)
  })

  test("from another site's page nothing changes", async () => {
    const sent = await sendMessage(cast)
    const host = new URL(server.url).host
    const others = ['https://evil.example', 'null', `http://evil-${host}`, `http://${host}.evil.example`, 'http://127.0.0.1:1', `ftp://${host}`]
    for (const origin of others)
      refusedAs(await cast.deputy.act(sent, 'answer', { text: 'x' }, { Origin: origin }), 403, 'bad_csrf')
    made(await cast.deputy.act(sent, 'answer', { text: 'x' }, { Origin: server.url }))
  })

  test('who signed out is nobody, at once', async () => {
    const someone = await newResident(server)
    const out = await someone.send('DELETE', '/api/v1/sessions/current')
    assert.equal(out.status, 204)
    assert.match(out.headers.get('set-cookie'), /mashang_session=;.*Max-Age=0/)
    refusedAs(await someone.get('/api/v1/sessions/current'), 401, 'not_signed_in')
  })

  test('the session cookie is not for scripts', async () => {
    const person = new Person(server)
    const answer = await person.post('/api/v1/sessions', { login: 'shenhe-1', password: 'hengyang-demo' })
    const cookie = made(answer) && answer.headers.get('set-cookie')
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Lax/)
    assert.match(cookie, /Path=\//)
  })
})

describe("somebody else's case", () => {
  test('looks like one that is not there, whatever is asked of it', async () => {
    const sent = await sendMessage(cast)
    const stranger = await newResident(server)
    const none = { kind: 'message', id: 987654, version: 1 }
    const asks = [
      (ref) => stranger.get(`/api/v1/messages/${ref.id}`),
      (ref) => stranger.act(ref, 'rating', { score: 'satisfied' }),
      (ref) => stranger.act(ref, 'withdrawal', {}),
      (ref) => cast.reviewer.get(`/api/v1/messages/${ref.id}`),
      (ref) => stranger.act({ ...ref, version: 77 }, 'supplement', { text: 'x' }),
      (ref) => stranger.get(`/api/v1/orders/${ref.id}`),
    ]
    for (const ask of asks) {
      const [real, invented] = [await ask(sent), await ask(none)]
      refusedAs(real, 404, 'not_there')
      assert.equal(real.text, invented.text)
      assert.deepEqual([...real.headers.keys()], [...invented.headers.keys()])
    }
  })

  test('an attachment too', async () => {
    const stranger = await newResident(server)
    assert.equal((await stranger.get('/api/v1/attachments/987654')).status, 404)
  })
})

describe('the headers of an action', () => {
  test('no key: 400', async () => {
    const sent = await sendMessage(cast)
    for (const key of [undefined, '', 'k'.repeat(101)]) {
      refusedAs(await cast.deputy.act(sent, 'answer', { text: 'x' }, { 'Idempotency-Key': key }), 400, 'idempotency_key_missing')
      refusedAs(await cast.resident.post('/api/v1/messages', draft(cast.deputy), { 'Idempotency-Key': key }), 400, 'idempotency_key_missing')
    }
  })

  test('no version: 428', async () => {
    const sent = await sendMessage(cast)
    for (const tag of [undefined, '', '"x"', '*', '"0"', '"-1"'])
      refusedAs(await cast.deputy.act(sent, 'answer', { text: 'x' }, { 'If-Match': tag }), 428, 'if_match_missing')
  })

  test('the same key twice: one effect, the same answer', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const body = draft(cast.deputy)
    const answers = await Promise.all([1, 2, 3].map(() => cast.resident.post('/api/v1/messages', body, headers)))
    for (const answer of answers) assert.equal(made(answer).id, answers[0].json.id)
    const acted = await Promise.all([1, 2, 3].map(() => cast.deputy.act(answers[0].json, 'comments', { text: 'x' }, headers)))
    for (const answer of acted) assert.deepEqual(made(answer), acted[0].json)
    assert.equal((await cast.deputy.sees(answers[0].json)).version, 2)
  })

  test("the same key with another body or address: 422; another person's key is another key", async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const sent = made(await cast.resident.post('/api/v1/messages', draft(cast.deputy), headers))
    const other = draft(cast.deputy, { content: { where: '别处', what: '别的', ask: '别的' } })
    refusedAs(await cast.resident.post('/api/v1/messages', other, headers), 422, 'idempotency_key_reused')
    refusedAs(await cast.resident.act(sent, 'supplement', { text: 'x' }, headers), 422, 'idempotency_key_reused')
    const someone = await newResident(server)
    assert.notEqual(made(await someone.post('/api/v1/messages', draft(cast.deputy), headers)).id, sent.id)
  })

  test('a refused request does not use its key up', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const sent = await sendMessage(cast)
    refusedAs(await cast.deputy.act({ ...sent, version: 9 }, 'comments', { text: 'x' }, headers), 412, 'faster')
    made(await cast.deputy.act(sent, 'comments', { text: 'x' }, headers))
  })
})

describe('two people at once', () => {
  test('one acts; the others are told what changed since', async () => {
    const sent = await sendMessage(cast)
    const texts = ['甲', '乙', '丙', '丁']
    const answers = await Promise.all(texts.map((text) => cast.deputy.act(sent, 'answer', { text })))
    const won = answers.filter((answer) => answer.status === 201)
    const lost = answers.filter((answer) => answer.status !== 201)
    assert.equal(won.length, 1)
    for (const answer of lost) {
      refusedAs(answer, 412, 'faster')
      assert.equal(answer.json.version, 2)
      assert.deepEqual(answer.json.changes.map(({ version, action }) => [version, action]), [[2, 'answer']])
    }
    assert.equal((await cast.resident.sees(sent)).answers.length, 1)
  })
})

describe('what a rule refuses', () => {
  test('not from here: 409 with code, sentence and citation', async () => {
    const sent = await sendMessage(cast)
    const answer = await cast.deputy.act(sent, 'relay', { text: 'x' })
    refusedAs(answer, 409, 'not_from_here')
    assert.equal(answer.json.version, 1)
    assert.equal(answer.json.detail, answer.json.text.en)
    const { law, article, title } = answer.json.basis
    assert.ok(law && article && title.zh && title.en)
    const chinese = await cast.deputy.act(sent, 'relay', { text: 'x' }, { 'Accept-Language': 'zh-CN' })
    assert.equal(chinese.json.detail, chinese.json.text.zh)
  })

  test("not yours: 403, and a collection that is another role's", async () => {
    const sent = await sendMessage(cast)
    refusedAs(await cast.resident.act(sent, 'answer', { text: 'x' }), 403, 'not_yours')
    refusedAs(await cast.deputy.post('/api/v1/messages', draft(cast.deputy)), 403, 'not_yours')
    refusedAs(await cast.resident.get('/api/v1/orders?queue=review'), 404, 'no_such_queue')
    refusedAs(await cast.unit.get('/api/v1/orders?queue=review'), 404, 'no_such_queue')
    refusedAs(await cast.reviewer.get('/api/v1/messages?box=all'), 404, 'no_such_queue')
  })
})

test('a view that is the same is not sent again, and one that changed is', async () => {
  const sent = await sendMessage(cast)
  const path = `/api/v1/messages/${sent.id}`
  const first = await cast.resident.get(path)
  const tag = first.headers.get('etag')
  const same = await cast.resident.get(path, { 'If-None-Match': tag })
  assert.equal(same.status, 304)
  assert.equal(same.text, '')
  await cast.deputy.does(sent, 'hotline-pass', { category: 'help' })
  const changed = await cast.resident.get(path, { 'If-None-Match': tag })
  assert.equal(changed.status, 200)

  // What the order does shows in the message, though the message itself did not change.
  await cast.reviewer.does({ kind: 'order', id: changed.json.order.id }, 'acceptance', { category: 'help', urgent: false })
  const followed = await cast.resident.get(path, { 'If-None-Match': changed.headers.get('etag') })
  assert.equal(followed.status, 200)
  assert.equal(followed.json.order.state, 'accepted')
})
