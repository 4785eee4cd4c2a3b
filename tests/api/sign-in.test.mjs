// Codes and passwords: wrong, old, used, guessed; and the limits with their waiting times.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { city, PASSWORD, Person, made, signInByPhone } from './lib/people.mjs'
import { sqlite, startServer } from './lib/server.mjs'

let server
before(async () => {
  server = await startServer()
})

let phones = 15480000000
const newPhone = () => String(++phones)
const askCode = async (person, phone) => made(await person.send('POST', '/api/v1/sign-in-codes', { body: { phone } })).demo_code
const signIn = (person, body) => person.send('POST', '/api/v1/sessions', { body })
const wrongOf = (code) => (code === '000000' ? '111111' : '000000')

describe('a one-time code', () => {
  test('opens once', async () => {
    const person = new Person(server)
    const phone = newPhone()
    const code = await askCode(person, phone)
    made(await signIn(person, { phone, code }))
    const again = await signIn(person, { phone, code })
    assert.equal(again.status, 422)
    assert.equal(again.json.code, 'wrong_code')
  })

  test('is for its own number', async () => {
    const person = new Person(server)
    const code = await askCode(person, newPhone())
    const other = await signIn(person, { phone: newPhone(), code })
    assert.equal(other.status, 422)
  })

  test('expires', async () => {
    const person = new Person(server)
    const phone = newPhone()
    const code = await askCode(person, phone)
    // Five minutes are five minutes of the machine, so the row is made older instead.
    await sqlite(server.data, `pragma busy_timeout = 5000; update sign_in_code set expires_at = 1 where phone = '${phone}'`)
    const late = await signIn(person, { phone, code })
    assert.equal(late.status, 422)
    assert.equal(late.json.code, 'wrong_code')
  })

  test('is used up by five wrong tries', async () => {
    const person = new Person(server)
    const phone = newPhone()
    const code = await askCode(person, phone)
    for (let i = 0; i < 5; i++) assert.equal((await signIn(person, { phone, code: wrongOf(code) })).status, 422)
    const right = await signIn(person, { phone, code })
    assert.equal(right.status, 422)
    assert.equal(right.json.code, 'wrong_code')
  })

  test('is sent once a minute to a number, however it is written', async () => {
    const person = new Person(server)
    const phone = newPhone()
    await askCode(person, phone)
    for (const typed of [phone, `+86 ${phone}`, `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`]) {
      const soon = await person.send('POST', '/api/v1/sign-in-codes', { body: { phone: typed } })
      assert.equal(soon.status, 429)
      assert.equal(soon.json.code, 'code_too_soon')
      const wait = Number(soon.headers.get('retry-after'))
      assert.ok(wait >= 1 && wait <= 60, `waits ${wait}`)
    }
  })

  test('goes to mobile numbers only', async () => {
    const person = new Person(server)
    for (const phone of ['110', '0734-8888888', '12345678901', '154000000011', '1540000000a', '一五四', "15400000001'--"]) {
      const answer = await person.send('POST', '/api/v1/sign-in-codes', { body: { phone } })
      assert.equal(answer.status, 422)
      assert.equal(answer.json.code, 'bad_phone')
    }
  })

  test("of a deputy's registered number opens the deputy's account; of one who ended, a resident's", async () => {
    const active = city.deputies.find((row) => row.status === 'active')
    const ended = city.deputies.find((row) => row.status === 'ended')
    assert.equal((await signInByPhone(server, active.phone)).person.role, 'deputy')
    assert.equal((await signInByPhone(server, ended.phone)).person.role, 'resident')
  })
})

describe('a password', () => {
  test('that is wrong, and a login nobody has, are told the same', async () => {
    const wrong = await signIn(new Person(server), { login: 'shenhe-1', password: 'wrong' })
    const nobody = await signIn(new Person(server), { login: 'nobody-1', password: PASSWORD })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.text, nobody.text)
    assert.equal(wrong.json.code, 'wrong_password')
  })

  test('guessed at from many machines meets the limit of the account', async () => {
    const answers = []
    for (let i = 0; i < 12; i++) answers.push(await signIn(new Person(server), { login: 'shenhe-2', password: `guess ${i}` }))
    const late = answers.filter((answer) => answer.status === 429)
    assert.ok(late.length >= 2, `${late.length} were refused`)
    for (const answer of late) {
      assert.equal(answer.json.code, 'too_many_tries')
      assert.ok(Number(answer.headers.get('retry-after')) >= 1)
    }
  })

  test('that is right is never too often', async () => {
    for (let i = 0; i < 20; i++) made(await signIn(new Person(server), { login: 'huifang-1', password: PASSWORD }))
  })

  test('of half a form', async () => {
    for (const body of [{}, { login: 'x' }, { phone: '15400000001' }, { phone: '15400000001', password: 'x' }, { login: 'x', password: 'x', phone: '1', code: '1' }])
      assert.equal((await signIn(new Person(server), body)).status, 422)
  })
})

describe('limits', () => {
  test('one machine that tries and tries has to wait; another has not', async () => {
    const guesser = new Person(server)
    let last
    for (let i = 0; i < 300 && last?.status !== 429; i++) last = await signIn(guesser, { phone: '154', code: String(i) })
    assert.equal(last.status, 429)
    assert.equal(last.json.code, 'too_many_tries')
    assert.ok(Number(last.headers.get('retry-after')) >= 1)
    assert.equal((await signIn(new Person(server), { phone: newPhone(), code: '1' })).status, 422)
  })

  test('one person who acts without a pause has to wait; another has not', async () => {
    const [hasty, calm] = [await signInByPhone(server, newPhone()), await signInByPhone(server, newPhone())]
    const act = (person) => person.send('POST', '/api/v1/messages', { body: {} })
    const answers = await Promise.all(Array.from({ length: 120 }, () => act(hasty)))
    const late = answers.filter((answer) => answer.status === 429)
    assert.ok(late.length > 0)
    for (const answer of late) {
      assert.equal(answer.json.code, 'too_many_acts')
      assert.ok(Number(answer.headers.get('retry-after')) >= 1)
    }
    assert.equal((await act(calm)).status, 422)
    // Looking is free.
    assert.equal((await hasty.get('/api/v1/messages?box=all')).status, 200)
  })
})
