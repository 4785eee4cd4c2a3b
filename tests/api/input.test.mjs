// What strangers send: every refusal says what is wrong and where, and what is kept is what was typed.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { NOTICE, content, draft, sendMessage, signInCast } from './lib/cases.mjs'
import { made, newResident } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
let resident
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  resident = cast.resident
})

const send = (body, headers) => resident.post('/api/v1/messages', body, headers)
const problems = (answer) => answer.json.errors.map(({ path, code }) => `${path} ${code}`).sort()

describe('a body that is no message', () => {
  const malformed = ['', '{', '{"deputy":}', '[1,]', '{"a":1}{"a":2}', 'null null', '\u0000', '{"deputy":"\\ud800"}']
  for (const text of malformed)
    test(`malformed: ${JSON.stringify(text)}`, async () => {
      const answer = await send(text)
      assert.equal(answer.status, 400)
      assert.equal(answer.json.code, 'bad_json')
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    })

  test('nested deeper than any form of ours', async () => {
    const answer = await send('['.repeat(5000) + ']'.repeat(5000))
    assert.equal(answer.status, 400)
    assert.equal(answer.json.code, 'bad_json')
  })

  test('text that is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"deputy":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
    const answer = await send(bytes)
    assert.equal(answer.status, 400)
    assert.equal(answer.json.code, 'bad_json')
  })

  test('larger than any message can be', async () => {
    const answer = await send({ ...draft(cast.deputy), content: content('大'.repeat(30_000)) })
    assert.equal(answer.status, 413)
    assert.equal(answer.json.code, 'body_too_large')
  })

  test('no JSON by its own word', async () => {
    for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await send(JSON.stringify(draft(cast.deputy)), { 'Content-Type': type })
      assert.equal(answer.status, 415)
      assert.equal(answer.json.code, 'json_expected')
    }
  })
})

describe('a message with mistakes in it', () => {
  test('every mistake is named at once, each with its place', async () => {
    const answer = await send({
      deputy: 7,
      content: { where: '', what: ['路灯'], ask: null, when: 'x'.repeat(201), colour: 'red' },
      attachments: [1, 'two'],
      position: { lat: '26.9' },
    })
    assert.equal(answer.status, 422)
    assert.equal(answer.json.code, 'invalid_fields')
    assert.deepEqual(problems(answer), [
      '/attachments/1 wrong_type',
      '/content/ask wrong_type',
      '/content/colour unknown_field',
      '/content/what wrong_type',
      '/content/when too_long',
      '/content/where too_short',
      '/deputy wrong_type',
      '/notice_version missing',
      '/position/lat wrong_type',
      '/position/lng missing',
    ])
    for (const { text } of answer.json.errors) assert.ok(text.zh && text.en)
  })

  test('the document itself may be of the wrong type', async () => {
    for (const text of ['[]', '"x"', '7', 'null', 'true']) {
      const answer = await send(text)
      assert.equal(answer.status, 422)
      assert.deepEqual(problems(answer), [' wrong_type'])
    }
  })

  test('a text of 8000 characters is kept, one more is too long', async () => {
    // Three bytes each: lengths are counted in characters.
    const fits = made(await send(draft(cast.deputy, { content: content('灯'.repeat(8000)) })))
    assert.equal([...(await resident.sees(fits)).content.what].length, 8000)
    const answer = await send(draft(cast.deputy, { content: content('灯'.repeat(8001)) }))
    assert.deepEqual(problems(answer), ['/content/what too_long'])
    assert.match(answer.json.errors[0].text.en, /8000/)
  })

  test('control characters are refused, lines and tabs are not', async () => {
    for (const code of [0x00, 0x01, 0x08, 0x1b, 0x7f, 0x9f]) {
      const answer = await send(draft(cast.deputy, { content: content(`a${String.fromCharCode(code)}b`) }))
      assert.deepEqual(problems(answer), ['/content/what control_character'])
    }
    const kept = made(await send(draft(cast.deputy, { content: content('第一行\r\n第二行\t完') })))
    assert.equal((await resident.sees(kept)).content.what, '第一行\n第二行\t完')
  })

  test('a place must be on the earth', async () => {
    for (const position of [{ lat: 91, lng: 0 }, { lat: 0, lng: -180.5 }, { lat: 1e300, lng: 0 }]) {
      const answer = await send(draft(cast.deputy, { position }))
      assert.equal(answer.status, 422, JSON.stringify(position))
    }
    const kept = made(await send(draft(cast.deputy, { position: { lat: 26.9, lng: 112.6 } })))
    assert.deepEqual((await resident.sees(kept)).position, { lat: 26.9, lng: 112.6 })
  })

  test('numbers that are no whole numbers, or too large for one', async () => {
    for (const number of ['1.5', '9223372036854775808', '1e400'])
      assert.match(String((await send(`{"deputy":"x","attachments":[${number}]}`)).status), /^4(00|22)$/)
  })

  test('a deputy nobody knows, and a notice that is out of date', async () => {
    const nobody = await send(draft({ code: 'DXXXXX' }))
    assert.equal(nobody.status, 404)
    const old = await send(draft(cast.deputy, { notice_version: '1999-1' }))
    assert.equal(old.status, 409)
    assert.equal(old.json.code, 'notice_accepted')
    assert.ok(NOTICE)
  })
})

describe('texts are kept as they were typed', () => {
  const texts = {
    'emoji of several characters': '路灯坏了👨‍👩‍👧‍👦🇨🇳🙏🏽',
    'right to left, with marks': 'שלום ‏مرحبا‎ 123 ‮abc‬',
    'a script': '<script>alert("路灯")</script><img src=x onerror=alert(1)>',
    'quotes and backslashes': `"'\\\\\\n\\u0000 {{actor}} %s $1 -- '; drop table message;`,
    'rare characters': '𠮷野家 㐂 𪚥',
    'outer white space goes, inner stays': '一  二',
  }
  for (const [name, what] of Object.entries(texts))
    test(name, async () => {
      const sent = made(await send(draft(cast.deputy, { content: content(what) })))
      const answer = await resident.get(`/api/v1/messages/${sent.id}`)
      assert.equal(answer.json.content.what, what)
      assert.equal(answer.headers.get('content-type'), 'application/json')
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      assert.equal((await cast.deputy.sees(sent)).content.what, what)
    })

  test('a title is cut between characters', async () => {
    await sendMessage(cast, '🙏🏽'.repeat(100))
    const { json } = await cast.deputy.get('/api/v1/messages?box=waiting&limit=100')
    for (const { title } of json.items) assert.ok(title.isWellFormed() && [...title].length <= 41)
  })
})

describe('addresses', () => {
  test('a number that is none, in every place of an id', async () => {
    for (const id of ['0', '-1', '1.5', 'x', '99999999999999999999', '1%20', '٣', '1;', '%2e%2e'])
      assert.equal((await resident.get(`/api/v1/messages/${id}`)).status, 404, id)
  })

  test('what is not there, and what may not be done to what is', async () => {
    const nowhere = await resident.get('/api/v1/nowhere')
    assert.equal(nowhere.status, 404)
    assert.equal(nowhere.json.code, 'not_found')
    const put = await resident.send('PUT', '/api/v1/messages')
    assert.equal(put.status, 405)
    assert.equal(put.headers.get('allow'), 'GET, HEAD, POST, OPTIONS')
    const options = await resident.send('OPTIONS', '/api/v1/messages')
    assert.equal(options.status, 204)
    assert.equal(options.headers.get('allow'), 'GET, HEAD, POST, OPTIONS')
    assert.equal(options.headers.get('access-control-allow-origin'), null)
  })

  test('HEAD is GET without the body', async () => {
    const sent = await sendMessage(cast)
    const get = await resident.get(`/api/v1/messages/${sent.id}`)
    const head = await resident.send('HEAD', `/api/v1/messages/${sent.id}`)
    assert.equal(head.status, 200)
    assert.equal(head.text, '')
    assert.equal(head.headers.get('content-length'), get.headers.get('content-length'))
    assert.equal(head.headers.get('etag'), get.headers.get('etag'))
  })

  test('a step of the system has no address', async () => {
    const sent = await sendMessage(cast)
    for (const noun of ['remind', 'tell_station', 'take_result', 'close', 'archive', 'send'])
      assert.equal((await resident.act(await resident.sees(sent), noun, {})).status, 404)
  })
})

test('names are masked for everybody but the resident himself', async () => {
  const someone = await newResident(server)
  const sent = made(await someone.post('/api/v1/messages', draft(cast.deputy)))
  const own = await someone.sees(sent)
  const seen = await cast.deputy.sees(sent)
  assert.match(own.resident.phone, /^\d{3}\*{4}\d{4}$/)
  assert.match(seen.resident.name, /^.\*$/)
  assert.match(seen.resident.phone, /^\d{3}\*{4}\d{4}$/)
})
