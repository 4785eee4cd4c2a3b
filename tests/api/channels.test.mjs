// How a notice leaves the house: through web push and WeChat's stand-ins, which are as strict as the
// real ones. A letter's turn is brought forward in the store, so that no test waits for a time.
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { content, draft, signInCast } from './lib/cases.mjs'
import { Person, made, newResident, signInByPassword } from './lib/people.mjs'
import { newFolder, run, sqlite, startServer } from './lib/server.mjs'
import { PushService } from './stand-ins/push-service.mjs'
import { Wechat } from './stand-ins/wechat.mjs'

const pushService = await new PushService().start()
const wechat = await new Wechat().start()
after(() => Promise.all([pushService.stop(), wechat.stop()]))

const CONFIGURATION = `
allowed_hosts = ["127.0.0.1:${pushService.port}", "127.0.0.1:${wechat.port}"]
[push]
contact = "mailto:admin@example.org"
[wechat]
base = "${wechat.origin}"
appid = "${wechat.appid}"
secret = "${wechat.secret}"
template = "${wechat.template}"
[wechat.fields]
thing1 = "sentence"
time2 = "time"
character_string3 = "number"
`

function configuration(text = CONFIGURATION, mode = 0o600) {
  const file = join(newFolder(), 'channels.toml')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

let server
let cast
before(async () => {
  server = await startServer({ more: ['--channels', configuration(), '--log', 'debug'] })
  cast = await signInCast(server)
})

const refusedAs = (answer, status, code) => assert.deepEqual([answer.status, answer.json.code], [status, code], answer.text)
const choose = (person, channel) => person.send('POST', '/api/v1/people/me/notices', { body: { channel } })
const noticesOf = async (person) => (await person.get('/api/v1/people/me/notices')).json
const subscribe = (person, subscription) => person.post('/api/v1/push-subscriptions', subscription)
const stored = async (sql) => JSON.parse((await sqlite(server.data, `pragma busy_timeout = 5000; ${sql}`)).replace(/^5000\n?/, '') || '[]')

/** The deliveries of a person, oldest first. */
const deliveriesOf = ({ person }) =>
  stored(`select json_group_array(json_object('id', id, 'state', state, 'tries', tries, 'why', why, 'next_at', next_at)) from (select * from delivery where person_id = ${person.id} order by id)`)
const bringForward = () => sqlite(server.data, `pragma busy_timeout = 5000; update delivery set next_at = 1 where state = 'queued'`)

/** Asks until it is so; what never becomes so ends by the runner's limit. */
async function until(ask, holds) {
  for (;;) {
    const found = await ask()
    if (holds(found)) return found
    await new Promise((done) => setTimeout(done, 50))
  }
}
const ended = (person, count) =>
  until(() => deliveriesOf(person), (all) => all.filter(({ state }) => !['queued', 'sending'].includes(state)).length >= count)

/** A resident with a browser that is told. */
async function withBrowser() {
  const resident = await newResident(server)
  pushService.vapidKey = (await noticesOf(resident)).push_key
  const browser = pushService.newBrowser()
  const { id } = made(await subscribe(resident, browser.subscription))
  assert.equal((await choose(resident, 'push')).status, 200)
  return { resident, browser, id }
}

const WHAT = '井盖坏了，在我家门口。'
const ANSWER = '已经请人去换。'
/** Something happens of which the resident is told once: his message is answered. */
async function event(resident) {
  const sent = made(await resident.post('/api/v1/messages', draft(cast.deputy, { content: content(WHAT) })))
  await cast.deputy.does(sent, 'answer', { text: ANSWER })
  return sent
}

// What proves the sender right below proves something only if the stand-ins refuse what is wrong.
describe('the stand-ins refuse', () => {
  const ask = async (url, body, headers = {}) => fetch(url, { method: 'POST', body, headers })

  test('a push without, or with another sender\'s, signature, and what no browser can read', async () => {
    const service = await new PushService().start()
    const browser = service.newBrowser()
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' })
    const k = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url')
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const vapid = (claims) => {
      const text = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: service.origin, exp: Math.floor(Date.now() / 1000) + 600, sub: 'mailto:a@example.org', ...claims })}`
      const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
      return `vapid t=${text}.${signature}, k=${k}`
    }
    const headers = (authorization, more = {}) => ({ authorization, 'content-encoding': 'aes128gcm', ttl: '60', ...more })
    const right = vapid({})
    for (const wrong of ['', right.replace(/k=./, 'k=A'), right.replace(/\.[^.]+, k/, '.AAAA, k'), vapid({ aud: 'https://other.example' }), vapid({ exp: 1 }), vapid({ exp: Math.floor(Date.now() / 1000) + 90_000 }), vapid({ sub: 'me' })])
      assert.equal((await ask(browser.endpoint, 'x', headers(wrong))).status, 403, wrong)
    for (const less of [{ ttl: '' }, { 'content-encoding': 'gzip' }, { topic: 'a b' }, { urgency: 'now' }])
      assert.equal((await ask(browser.endpoint, 'x', headers(right, less))).status, 400)
    assert.equal((await ask(browser.endpoint, randomBytes(200), headers(right))).status, 400)
    assert.equal((await ask(`${service.origin}/push/nobody`, 'x', headers(right))).status, 404)
    service.vapidKey = 'another'
    assert.equal((await ask(browser.endpoint, 'x', headers(right))).status, 403)
    await service.stop()
  })

  test('a message that is too long, a text for an object, an old token, a second send for one consent', async () => {
    const stranger = await new Wechat().start()
    const post = async (path, body) => (await ask(stranger.origin + path, JSON.stringify(body))).json()
    const { appid, secret, template } = stranger
    const token = async (more = {}) => (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret, ...more })).access_token
    assert.equal(await token({ secret: 'x' }), undefined)
    const first = await token()
    assert.equal(await token(), first)
    const data = { thing1: { value: '一句话' }, time2: { value: '2026-11-24 09:00' }, character_string3: { value: 'LY1' } }
    const send = async (more = {}, by = first) => (await post(`/cgi-bin/message/subscribe/send?access_token=${by}`, { touser: 'o1', template_id: template, data, ...more })).errcode
    stranger.consent('o1')
    assert.equal(await send({ data: { ...data, thing1: { value: '字'.repeat(21) } } }), 47003)
    assert.equal(await send({ data: JSON.stringify(data) }), 47003)
    assert.equal(await send({ data: { thing1: data.thing1 } }), 47003)
    assert.equal(await send({ template_id: 'other' }), 40037)
    assert.equal(await send({}, 'foreign'), 40014)
    assert.equal(await send({ touser: 'o2' }), 43101)
    assert.equal(await send({ data: { ...data, thing1: { value: '字'.repeat(20) } } }), 0)
    assert.equal(await send(), 43101)
    const second = await token({ force_refresh: true })
    assert.notEqual(second, first)
    assert.equal(await send(), 42001)
    await stranger.stop()
  })
})

describe('without a configuration', () => {
  let bare
  before(async () => {
    bare = await startServer()
  })

  test('everything is listed, nothing is available, and each says why', async () => {
    const resident = await newResident(bare)
    const notices = await noticesOf(resident)
    assert.equal(notices.channel, 'none')
    assert.deepEqual(notices.channels.map(({ channel, available }) => [channel, available]), [['none', true], ['push', false], ['wechat', false], ['sms', false]])
    for (const { available, why } of notices.channels) assert.equal(available, !(why?.zh && why?.en))
    assert.ok(!('push_key' in notices))
    for (const channel of ['push', 'wechat', 'sms']) refusedAs(await choose(resident, channel), 409, 'channel_not_available')
    refusedAs(await subscribe(resident, pushService.newBrowser().subscription), 503, 'no_push')
    refusedAs(await resident.post('/api/v1/wechat-consents', { template: 'x', accepted: true }), 503, 'no_wechat')
    refusedAs(await new Person(bare).post('/api/v1/wechat-sessions', { code: 'x' }), 503, 'no_wechat')
  })
})

describe('the configuration', () => {
  const serve = (file) => run(['serve', '--data', newFolder(), '--listen', '127.0.0.1:0', '--channels', file])

  test('that others may read is refused', async () => {
    const { code, err } = await serve(configuration(CONFIGURATION, 0o604))
    assert.equal(code, 2)
    assert.match(err, /others may read it/)
  })

  test('that is wrong is refused with its line, and without the secret', async () => {
    for (const [text, words] of [
      ['[push]\n', /line 1: `contact` is missing/],
      ['[push]\ncontact = "admin"\n', /line 2: this begins with mailto/],
      ['[sms]\n', /there is no `sms`/],
      [`[wechat]\nappid = "x"\nsecret = "${wechat.secret}" x\n`, /line 3/],
      ['[wechat]\nappid = "x"\nsecret = "y"\ntemplate = "z"\n[wechat.fields]\nphrase1 = "sentence"\n', /line 6: fields are/],
    ]) {
      const { code, err } = await serve(configuration(text))
      assert.equal(code, 2)
      assert.match(err, words)
      assert.ok(!err.includes(wechat.secret))
    }
  })
})

describe('a subscription', () => {
  const good = () => pushService.newBrowser().subscription

  test('of an address that is no push service is refused', async () => {
    const { resident } = await withBrowser()
    const endpoints = [
      'https://169.254.169.254/latest/meta-data', 'https://localhost/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://10.0.0.1/x',
      `http://127.0.0.1:${server.port}/x`, `https://127.0.0.1:${server.port}/x`, 'http://fcm.googleapis.com/x', 'https://fcm.googleapis.com:8443/x',
      'https://fcm.googleapis.com.evil.example/x', 'https://evil.example/fcm.googleapis.com', 'https://fcm.googleapis.com@evil.example/x',
      'https://x:y@fcm.googleapis.com/x', 'https://push.apple.com.evil.example/', 'https://push.apple.com/x', 'https://2130706433/x',
      'file:///etc/passwd', 'gopher://fcm.googleapis.com/x', 'fcm.googleapis.com/x', '', '/x', `https://fcm.googleapis.com/${'x'.repeat(1000)}`,
    ]
    for (const endpoint of endpoints) refusedAs(await subscribe(resident, { ...good(), endpoint }), 422, 'bad_push_endpoint')
    for (const endpoint of ['https://fcm.googleapis.com/fcm/send/x', 'https://updates.push.services.mozilla.com/x', 'https://web.push.apple.com/x'])
      made(await subscribe(resident, { ...good(), endpoint }))
  })

  test('with keys that are none is refused', async () => {
    const { resident } = await withBrowser()
    const subscription = good()
    const noPoint = Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString('base64url')
    for (const keys of [{ p256dh: '' }, { p256dh: 'x' }, { p256dh: subscription.keys.auth }, { p256dh: noPoint }, { auth: '' }, { auth: 'AAAA' }, { auth: '照片' }, { auth: `${subscription.keys.auth}AAAA` }])
      refusedAs(await subscribe(resident, { ...subscription, keys: { ...subscription.keys, ...keys } }), 422, 'bad_push_keys')
    for (const body of [{}, { endpoint: 1 }, { ...subscription, colour: 'red' }, { endpoint: subscription.endpoint, keys: {} }])
      assert.equal((await subscribe(resident, body)).status, 422)
    assert.equal((await subscribe(resident, '{')).status, 400)
  })

  test('asked for twice is one; an eleventh replaces the oldest', async () => {
    const { resident, browser, id } = await withBrowser()
    assert.equal(made(await subscribe(resident, browser.subscription)).id, id)
    const ids = []
    for (let i = 0; i < 10; i++) ids.push(made(await subscribe(resident, good())).id)
    assert.equal((await noticesOf(resident)).browsers_count, 10)
    assert.deepEqual((await stored(`select json_group_array(id) from (select id from push_subscription where person_id = ${resident.person.id} order by id)`)), ids)
  })

  test('is ended by its own person only', async () => {
    const [one, other] = [await withBrowser(), await withBrowser()]
    const end = (person) => person.send('DELETE', `/api/v1/push-subscriptions/${one.id}`)
    refusedAs(await end(other.resident), 404, 'not_there')
    assert.equal((await end(one.resident)).status, 204)
    refusedAs(await end(one.resident), 404, 'not_there')
    await event(one.resident)
    await until(() => stored(`select json_group_array(state) from outbox where target = 'resident:${one.resident.person.id}'`), (all) => all.includes('no_channel'))
    assert.equal(pushService.countOf(one.browser), 0)
  })

  test('of a browser that two people use goes to the one who came last', async () => {
    const { resident, browser } = await withBrowser()
    const later = await newResident(server)
    made(await subscribe(later, browser.subscription))
    await choose(later, 'push')
    assert.equal((await noticesOf(resident)).browsers_count, 0)
  })

  test('needs a session and its token', async () => {
    const nobody = new Person(server)
    for (const [method, path] of [['GET', 'people/me/notices'], ['POST', 'people/me/notices'], ['POST', 'push-subscriptions'], ['DELETE', 'push-subscriptions/1'], ['POST', 'wechat-consents']])
      refusedAs(await nobody.send(method, `/api/v1/${path}`, { body: method === 'POST' ? {} : undefined }), 401, 'not_signed_in')
    const resident = await newResident(server)
    refusedAs(await resident.send('POST', '/api/v1/push-subscriptions', { body: good(), headers: { 'X-CSRF-Token': 'x' } }), 403, 'bad_csrf')
  })
})

describe('a notice by push', () => {
  test('says one sentence and where to look, nothing of the case, once for each event', async () => {
    const { resident, browser } = await withBrowser()
    const second = pushService.newBrowser()
    made(await subscribe(resident, second.subscription))
    const first = await event(resident)
    await Promise.all([pushService.reached(browser, 1), pushService.reached(second, 1)])
    const later = await event(resident)
    await Promise.all([pushService.reached(browser, 2), pushService.reached(second, 2)])
    await ended(resident, 4)
    for (const { read } of [browser, second]) {
      assert.deepEqual(read.map(({ url }) => url.replace(/^.*\/m\//, '/m/')), [first, later].map(({ id }) => `/m/#/pages/message/message?id=${id}`))
      assert.deepEqual(read[0].text, { zh: '您的留言有新进展，请打开查看。', en: 'Message: there is news for you. Please have a look.' })
      const whole = JSON.stringify(read)
      for (const word of [WHAT, ANSWER, '井盖', resident.person.name, cast.deputy.person.name, first.number]) assert.ok(!whole.includes(word), word)
    }
    assert.deepEqual((await deliveriesOf(resident)).map(({ state, tries }) => [state, tries]), Array(4).fill(['sent', 1]))
    const refused = pushService.asked.filter(({ status, why }) => status >= 400 && why !== 'planned')
    assert.deepEqual(refused, [], 'nothing was malformed')
  })

  test('goes to nobody who chose none; the row is kept', async () => {
    const { resident, browser } = await withBrowser()
    await choose(resident, 'none')
    await event(resident)
    await until(() => stored(`select json_group_array(state) from outbox where target = 'resident:${resident.person.id}'`), (all) => all.length > 0 && all.every((state) => state === 'no_channel'))
    assert.deepEqual(await deliveriesOf(resident), [])
    assert.equal(pushService.countOf(browser), 0)
  })

  test('is tried again after 503 and 429, not before the service wants it', async () => {
    const { resident, browser } = await withBrowser()
    pushService.answerNext(browser, { status: 503 }, { status: 429, retryAfter: '3600' })
    await event(resident)
    const queuedAfter = (tries) => until(() => deliveriesOf(resident), ([row]) => row?.state === 'queued' && row.tries === tries)
    const waitOf = ({ next_at: at }) => Math.round((at - Date.now()) / 1000)
    const [busy] = await queuedAfter(1)
    assert.equal(busy.why, '503')
    assert.ok(waitOf(busy) >= 5 && waitOf(busy) <= 13, `${waitOf(busy)} s`)
    await bringForward()
    const [slower] = await queuedAfter(2)
    assert.ok(waitOf(slower) >= 3_590 && waitOf(slower) <= 3_601, `${waitOf(slower)} s`)
    await bringForward()
    const [done] = await ended(resident, 1)
    assert.deepEqual([done.state, done.tries, browser.read.length], ['sent', 3, 1])
  })

  test('is given up after three days', async () => {
    const { resident, browser } = await withBrowser()
    pushService.answerNext(browser, { status: 503 }, { status: 503 })
    await event(resident)
    await until(() => deliveriesOf(resident), ([row]) => row?.state === 'queued' && row.tries === 1)
    await sqlite(server.data, `pragma busy_timeout = 5000; update delivery set next_at = 1, created_at = created_at - 259200000 where person_id = ${resident.person.id}`)
    const [row] = await ended(resident, 1)
    assert.deepEqual([row.state, row.tries], ['failed', 2])
  })

  test('ends a subscription that is gone', async () => {
    for (const status of [404, 410]) {
      const { resident, browser } = await withBrowser()
      pushService.answerNext(browser, { status })
      await event(resident)
      const [row] = await ended(resident, 1)
      assert.deepEqual([row.state, row.why], ['no_channel', String(status)])
      assert.equal((await noticesOf(resident)).browsers_count, 0)
    }
  })

  test('is not sent where a service leads on, nor again where it says no', async () => {
    const { resident, browser } = await withBrowser()
    const elsewhere = pushService.newBrowser()
    pushService.answerNext(browser, { status: 307, location: elsewhere.endpoint }, { status: 400 })
    await event(resident)
    await ended(resident, 1)
    await event(resident)
    const rows = await ended(resident, 2)
    assert.deepEqual(rows.map(({ state, why }) => [state, why]), [['failed', '307'], ['failed', '400']])
    assert.equal(pushService.countOf(elsewhere), 0)
  })

  test('leaves for no address inside, even if the store says so', async () => {
    const { resident, browser } = await withBrowser()
    const inside = `https://localhost:${server.port}/api/v1/city`
    await sqlite(server.data, `pragma busy_timeout = 5000; update push_subscription set endpoint = '${inside}' where endpoint = '${browser.endpoint}'`)
    await event(resident)
    const [row] = await ended(resident, 1)
    assert.deepEqual([row.state, row.why], ['failed', 'address not allowed'])
  })
})

describe('after kill -9', () => {
  test('what may have arrived is not sent again, what had not left is', async () => {
    const { resident, browser } = await withBrowser()
    const waiting = await withBrowser()
    pushService.answerNext(waiting.browser, { status: 503 })
    await event(waiting.resident)
    await until(() => deliveriesOf(waiting.resident), ([row]) => row?.state === 'queued' && row.tries === 1)
    pushService.answerNext(browser, 'hold')
    await event(resident)
    await pushService.reached(browser, 1)
    await server.kill()
    await server.start()
    const [row] = await ended(resident, 1)
    assert.deepEqual([row.state, row.why], ['unknown', 'stopped'])
    await bringForward()
    await ended(waiting.resident, 1)
    assert.equal(waiting.browser.read.length, 1)
    await event(resident)
    await ended(resident, 2)
    assert.deepEqual([pushService.countOf(browser), browser.read.length], [2, 1])
    assert.equal((await noticesOf(resident)).push_key, pushService.vapidKey, 'the key pair is kept')
  })
})

const signIn = (code, machine = new Person(server)) => machine.send('POST', '/api/v1/wechat-sessions', { body: { code } })

/** A resident whom WeChat knows by this openid. */
async function fromWechat(openid = `o${randomUUID()}`) {
  const resident = await newResident(server)
  const { bind } = (await signIn(wechat.newCode(openid))).json
  const machine = new Person(server)
  const { phone } = await phoneOf(resident)
  await sqlite(server.data, `pragma busy_timeout = 5000; delete from sign_in_code where phone = '${phone}'`)
  const { demo_code: code } = made(await machine.post('/api/v1/sign-in-codes', { phone }))
  const answer = await machine.send('POST', '/api/v1/sessions', { body: { phone, code, wechat_bind: bind } })
  made(answer)
  return { resident: machine.take(answer), openid, phone }
}
const phoneOf = async ({ person }) => ({ phone: await sqlite(server.data, `select phone from person where id = ${person.id}`) })

describe('signing in from the mini-program', () => {
  test('binds once by phone and code, then comes in directly', async () => {
    const openid = `o${randomUUID()}`
    const unbound = await signIn(wechat.newCode(openid))
    refusedAs(unbound, 409, 'wechat_unbound')
    assert.ok(unbound.json.bind.length >= 40 && unbound.json.text.zh)
    const { resident } = await fromWechat(openid)
    const again = await signIn(wechat.newCode(openid))
    assert.equal(again.status, 201)
    assert.equal(again.json.person.id, resident.person.id)
    assert.match(again.headers.get('set-cookie'), /^mashang_session=.*HttpOnly/)
    const machine = new Person(server).take(again)
    assert.equal((await machine.get('/api/v1/sessions/current')).status, 200)
  })

  test('with a code that WeChat does not know, or knew before', async () => {
    const code = wechat.newCode()
    refusedAs(await signIn(code), 409, 'wechat_unbound')
    for (const bad of [code, 'made-up', '', 'a&secret=x', '代码', 'x'.repeat(300)]) refusedAs(await signIn(bad), 422, 'bad_wechat_code')
  })

  test('a token binds once, for ten minutes, and costs no code when it is old', async () => {
    const { bind } = (await signIn(wechat.newCode())).json
    const machine = new Person(server)
    const phone = '15470000001'
    const { demo_code: code } = made(await machine.post('/api/v1/sign-in-codes', { phone }))
    const ask = (body) => machine.send('POST', '/api/v1/sessions', { body })
    refusedAs(await ask({ phone, code, wechat_bind: 'made-up' }), 422, 'wechat_bind_expired')
    refusedAs(await ask({ phone, code: code === '000000' ? '111111' : '000000', wechat_bind: bind }), 422, 'wrong_code')
    made(await ask({ phone, code, wechat_bind: bind }))
    await sqlite(server.data, `pragma busy_timeout = 5000; delete from sign_in_code where phone = '${phone}'`)
    const { demo_code: next } = made(await machine.post('/api/v1/sign-in-codes', { phone }))
    refusedAs(await ask({ phone, code: next, wechat_bind: bind }), 422, 'wechat_bind_expired')
    const old = (await signIn(wechat.newCode())).json.bind
    await sqlite(server.data, 'pragma busy_timeout = 5000; update wechat_bind set expires_at = 1')
    refusedAs(await ask({ phone, code: next, wechat_bind: old }), 422, 'wechat_bind_expired')
    made(await ask({ phone, code: next }))
    assert.equal((await ask({ login: 'shenhe-1', password: 'hengyang-demo', wechat_bind: bind })).status, 422, 'no staff')
    assert.equal(await sqlite(server.data, `select count(*) from wechat_bind where token_hash = '${bind}'`), '0', 'only hashes are kept')
  })

  test("a suspended deputy's WeChat opens nothing", async () => {
    const openid = `o${randomUUID()}`
    const { bind } = (await signIn(wechat.newCode(openid))).json
    const { phone } = await phoneOf(cast.signatory ?? cast.joint_signatory)
    await sqlite(server.data, `pragma busy_timeout = 5000; delete from sign_in_code where phone = '${phone}'`)
    const machine = new Person(server)
    const { demo_code: code } = made(await machine.post('/api/v1/sign-in-codes', { phone }))
    made(await machine.send('POST', '/api/v1/sessions', { body: { phone, code, wechat_bind: bind } }))
    assert.equal((await signIn(wechat.newCode(openid))).json.person.role, 'deputy')
    const status = (value) => cast.administrator.post('/api/v1/admin/deputy-statuses', { deputy: cast.joint_signatory.code, status: value })
    made(await status('suspended'))
    refusedAs(await signIn(wechat.newCode(openid)), 409, 'wechat_unbound')
    made(await status('active'))
    assert.equal((await signIn(wechat.newCode(openid))).status, 201)
  })
})

/** What both sides note when the person presses "allow". */
async function consent(resident, openid) {
  wechat.consent(openid)
  return made(await resident.post('/api/v1/wechat-consents', { template: wechat.template, accepted: true }))
}

describe('a notice by WeChat', () => {
  test('is not for who never came from there', async () => {
    const resident = await newResident(server)
    const { channels, templates } = await noticesOf(resident)
    assert.deepEqual(templates, [wechat.template])
    assert.equal(channels.find(({ channel }) => channel === 'wechat').available, false)
    refusedAs(await choose(resident, 'wechat'), 409, 'channel_not_available')
  })

  test('takes one consent for one message; without one the row says so', async () => {
    const { resident, openid } = await fromWechat()
    assert.equal((await choose(resident, 'wechat')).status, 200)
    assert.equal((await consent(resident, openid)).left_count, 1)
    const sent = await event(resident)
    await ended(resident, 1)
    await event(resident)
    const rows = await ended(resident, 2)
    assert.deepEqual(rows.map(({ state }) => state), ['sent', 'no_channel'])
    const messages = wechat.sent.filter(({ touser }) => touser === openid)
    assert.equal(messages.length, 1)
    assert.equal(messages[0].page, `pages/message/message?id=${sent.id}`)
    assert.equal(messages[0].data.thing1.value, '您的留言有新进展，请打开查看。')
    assert.equal((await noticesOf(resident)).consents_count, 0)
  })

  test('consents are counted once for each key; a refusal takes none back', async () => {
    const { resident } = await fromWechat()
    const ask = (body, key) => resident.post('/api/v1/wechat-consents', body, { 'Idempotency-Key': key })
    const yes = { template: wechat.template, accepted: true }
    for (let i = 0; i < 3; i++) assert.equal(made(await ask(yes, 'k1')).left_count, 1)
    assert.equal(made(await ask({ ...yes, accepted: false }, 'k2')).left_count, 1)
    refusedAs(await ask({ ...yes, accepted: false }, 'k1'), 422, 'idempotency_key_reused')
    refusedAs(await ask({ ...yes, template: 'other' }, 'k3'), 422, 'unknown_template')
    refusedAs(await ask(yes, undefined), 400, 'idempotency_key_missing')
    assert.equal((await ask({ template: wechat.template }, 'k4')).status, 422)
  })

  test('where WeChat knows of no consent, there is none (43101)', async () => {
    const { resident } = await fromWechat()
    await choose(resident, 'wechat')
    for (let i = 0; i < 2; i++) made(await resident.post('/api/v1/wechat-consents', { template: wechat.template, accepted: true }))
    await event(resident)
    const [row] = await ended(resident, 1)
    assert.deepEqual([row.state, row.why], ['no_channel', '43101'])
    assert.equal((await noticesOf(resident)).consents_count, 0)
  })

  test('asks for a new token once when the old one is void', async () => {
    const { resident, openid } = await fromWechat()
    await choose(resident, 'wechat')
    await consent(resident, openid)
    const before = wechat.countOf('/cgi-bin/stable_token')
    wechat.forgetTokens()
    await event(resident)
    const [row] = await ended(resident, 1)
    assert.equal(row.state, 'sent')
    assert.equal(wechat.countOf('/cgi-bin/stable_token'), before + 1)
    await consent(resident, openid)
    await event(resident)
    await ended(resident, 2)
    assert.equal(wechat.countOf('/cgi-bin/stable_token'), before + 1, 'the token is kept')
  })

  test('is tried again when WeChat is busy, with its consent; not when it says no', async () => {
    const { resident, openid } = await fromWechat()
    await choose(resident, 'wechat')
    await consent(resident, openid)
    wechat.answerNextSends(-1, 47003)
    await event(resident)
    await until(() => deliveriesOf(resident), ([row]) => row?.state === 'queued' && row.tries === 1)
    assert.equal((await noticesOf(resident)).consents_count, 1)
    await bringForward()
    const [row] = await ended(resident, 1)
    assert.deepEqual([row.state, row.why, row.tries], ['failed', '47003', 2])
  })
})

describe('staff', () => {
  test('are told in their own words, and led to the console', async () => {
    const clerk = await signInByPassword(server, 'shenhe-1')
    const browser = pushService.newBrowser()
    made(await subscribe(clerk, browser.subscription))
    await choose(clerk, 'push')
    const resident = await newResident(server)
    const sent = made(await resident.post('/api/v1/messages', draft(cast.deputy)))
    await cast.deputy.does(sent, 'hotline-pass', { category: 'help' })
    await pushService.reached(browser, 1)
    await ended(clerk, 1)
    assert.match(browser.read[0].url, /\/console\/#\/orders\/\d+$/)
    assert.equal(browser.read[0].text.zh, '有一件工单有新情况，请打开查看。')
    await choose(clerk, 'none')
  })
})

test('no secret, token, key or address is in the log', async () => {
  const token = JSON.parse(await sqlite(server.data, `select value from setting where key = 'wechat_access_token'`)).token
  const key = await sqlite(server.data, `select value from setting where key = 'push_private_key'`)
  assert.match(server.output, /notice_not_sent/)
  for (const secret of [wechat.secret, token, key, '/push/', 'access_token=', 'js_code']) assert.ok(!server.output.includes(secret), secret)
})

test('the store is whole at the end', async () => {
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  const { code, out } = await server.verify()
  assert.equal(code, 0, out)
})
