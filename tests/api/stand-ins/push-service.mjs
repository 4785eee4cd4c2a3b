// A push service and the browser behind it, as strict as the standards: it looks at who asks (RFC
// 8292), and reads what was said as a browser would (RFC 8291), with no code of ours. What it answers
// is said beforehand. Alone: node push-service.mjs PORT.
import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'

const hmac = (key, ...parts) => createHmac('sha256', key).update(Buffer.concat(parts)).digest()
const derive = (salt, secret, info, size) => hmac(hmac(salt, secret), info, Buffer.from([1])).subarray(0, size)
const named = (name) => Buffer.from(`${name}\0`)

/** A browser that subscribed: its keys, and what it could read. */
export class Browser {
  constructor(endpoint) {
    this.endpoint = endpoint
    this.ecdh = createECDH('prime256v1')
    this.ecdh.generateKeys()
    this.auth = randomBytes(16)
    this.read = [] // parsed texts
  }

  /** What a page hands in. */
  get subscription() {
    const p256dh = this.ecdh.getPublicKey().toString('base64url')
    return { endpoint: this.endpoint, keys: { p256dh, auth: this.auth.toString('base64url') } }
  }

  /** The text of one encrypted body; throws when it is none for this browser. */
  decrypt(body) {
    const salt = body.subarray(0, 16)
    if (body.readUInt32BE(16) < 18 || body[20] !== 65) throw new Error('header of aes128gcm')
    const sender = body.subarray(21, 86)
    const sealed = body.subarray(86)
    const info = Buffer.concat([named('WebPush: info'), this.ecdh.getPublicKey(), sender])
    const secret = derive(this.auth, this.ecdh.computeSecret(sender), info, 32)
    const key = derive(salt, secret, named('Content-Encoding: aes128gcm'), 16)
    const nonce = derive(salt, secret, named('Content-Encoding: nonce'), 12)
    const open = createDecipheriv('aes-128-gcm', key, nonce)
    open.setAuthTag(sealed.subarray(-16))
    const text = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()])
    const end = text.lastIndexOf(2)
    if (end < 0 || text.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('no mark of the last record')
    return text.subarray(0, end).toString('utf8')
  }
}

/** What is wrong with the header Authorization; undefined when nothing is. */
function wrongVapid(header, origin, knownKey) {
  const found = header?.match(/^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/)
  if (!found) return 'no vapid'
  const [, head, claims, signature, k] = found
  const point = Buffer.from(k, 'base64url')
  if (point.length !== 65 || point[0] !== 4) return 'k is no key'
  if (knownKey && k !== knownKey) return 'k is not the key that the browser subscribed with'
  const part = (from, to) => point.subarray(from, to).toString('base64url')
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65) } })
  const signed = Buffer.from(`${head}.${claims}`)
  if (!verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) return 'signature'
  const { alg } = JSON.parse(Buffer.from(head, 'base64url'))
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url'))
  if (alg !== 'ES256') return `alg ${alg}`
  if (aud !== origin) return `aud ${aud}`
  const seconds = exp - Date.now() / 1000
  if (!(seconds > 0 && seconds <= 86_400)) return `exp in ${seconds} s`
  if (!/^(mailto:|https:)/.test(sub ?? '')) return `sub ${sub}`
}

function wrongHeaders(headers, body) {
  if (headers['content-encoding'] !== 'aes128gcm') return 'content-encoding'
  if (!/^\d+$/.test(headers.ttl ?? '')) return 'ttl'
  if (headers.urgency && !['very-low', 'low', 'normal', 'high'].includes(headers.urgency)) return 'urgency'
  if (headers.topic && !/^[\w-]{1,32}$/.test(headers.topic)) return 'topic'
  if (body.length > 4096) return 'size'
}

export class PushService {
  #browsers = new Map() // path -> browser
  #answers = new Map() // path -> what to answer next, else 201
  #waiting = []
  asked = [] // every request: {path, status, why}
  vapidKey = undefined // the public key that browsers subscribed with

  async start(port = 0) {
    this.server = createServer((request, response) => this.#take(request, response))
    await new Promise((done) => this.server.listen(port, '127.0.0.1', done))
    this.port = this.server.address().port
    this.origin = `http://127.0.0.1:${this.port}`
    return this
  }

  stop() {
    this.server.closeAllConnections()
    return new Promise((done) => this.server.close(done))
  }

  newBrowser() {
    const path = `/push/${randomBytes(12).toString('base64url')}`
    const browser = new Browser(this.origin + path)
    this.#browsers.set(path, browser)
    return browser
  }

  /** The next answers at that browser: {status, retryAfter}; `hold` never answers. */
  answerNext(browser, ...answers) {
    this.#answers.set(new URL(browser.endpoint).pathname, answers)
  }

  /** When so many requests were made to that browser. */
  async reached(browser, count) {
    while (this.countOf(browser) < count) await new Promise((done) => this.#waiting.push(done))
  }
  countOf(browser) {
    return this.asked.filter(({ path }) => path === new URL(browser.endpoint).pathname).length
  }

  async #take(request, response) {
    const parts = []
    for await (const part of request) parts.push(part)
    const planned = this.#answers.get(request.url)?.shift()
    const { status, why, retryAfter } = this.#judge(request, Buffer.concat(parts), planned)
    this.asked.push({ path: request.url, status, why, headers: request.headers })
    for (const done of this.#waiting.splice(0)) done()
    if (planned === 'hold') return
    if (retryAfter) response.setHeader('Retry-After', retryAfter)
    if (planned?.location) response.setHeader('Location', planned.location)
    response.writeHead(status).end(why)
  }

  #judge(request, body, planned) {
    const browser = this.#browsers.get(request.url)
    if (request.method !== 'POST' || !browser) return { status: 404, why: 'no such subscription' }
    const why = wrongVapid(request.headers.authorization, this.origin, this.vapidKey)
    if (why) return { status: 403, why }
    const form = wrongHeaders(request.headers, body)
    if (form) return { status: 400, why: form }
    if (planned === 'hold') return { status: 0 }
    if (planned) return { status: planned.status, why: 'planned', retryAfter: planned.retryAfter }
    try {
      browser.read.push(JSON.parse(browser.decrypt(body)))
    } catch (error) {
      return { status: 400, why: error.message }
    }
    return { status: 201 }
  }
}

if (process.argv[1] === import.meta.filename) {
  const service = await new PushService().start(Number(process.argv[2] ?? 0))
  console.log(JSON.stringify({ origin: service.origin, subscription: service.newBrowser().subscription }))
}
