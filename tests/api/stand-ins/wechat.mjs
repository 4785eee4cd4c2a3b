// WeChat, as far as its documents say how it answers: always 200, and what happened in `errcode`. It
// refuses what WeChat refuses: a code used twice, a token that is old or not its own, a text where an
// object belongs, a field that is too long or not of the template, and a message without a consent.
// Alone: node wechat.mjs PORT.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

const random = () => randomBytes(18).toString('base64url')
const count = (text) => [...text].length

/** Whether a value fits the kind of its field. */
const FITS = {
  thing: (text) => count(text) >= 1 && count(text) <= 20,
  time: (text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(text),
  character_string: (text) => count(text) >= 1 && count(text) <= 32 && /^[\x21-\x7e]+$/.test(text),
}

export class Wechat {
  appid = 'wx1234567890abcdef'
  secret = random()
  template = random()
  fields = ['thing1', 'time2', 'character_string3']
  #codes = new Map() // code -> openid
  #consents = new Map() // openid -> how many
  #tokens = [] // {token, expires}; the last is the current one
  #next = [] // errcodes to answer to the next sends
  #waiting = []
  sent = [] // messages that were taken
  asked = [] // every request: {path, errcode}

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

  /** What wx.login gives to the mini-program of that person. */
  newCode(openid = `o${random()}`) {
    const code = random()
    this.#codes.set(code, openid)
    return code
  }

  /** The person pressed "allow". */
  consent(openid) {
    this.#consents.set(openid, (this.#consents.get(openid) ?? 0) + 1)
  }

  /** Every token that was given out is good for nothing now. */
  forgetTokens() {
    for (const token of this.#tokens) token.expires = 0
  }

  answerNextSends(...errcodes) {
    this.#next = errcodes
  }

  countOf(path) {
    return this.asked.filter((row) => row.path === path).length
  }
  async reached(path, least) {
    while (this.countOf(path) < least) await new Promise((done) => this.#waiting.push(done))
  }

  async #take(request, response) {
    const parts = []
    for await (const part of request) parts.push(part)
    const url = new URL(request.url, this.origin)
    const answer = this.#answer(request.method, url, Buffer.concat(parts).toString('utf8'))
    this.asked.push({ path: url.pathname, errcode: answer.errcode ?? 0 })
    for (const done of this.#waiting.splice(0)) done()
    response.writeHead(200, { 'Content-Type': 'application/json; encoding=utf-8' }).end(JSON.stringify(answer))
  }

  #answer(method, url, text) {
    if (url.pathname === '/sns/jscode2session' && method === 'GET') return this.#session(url.searchParams)
    if (method !== 'POST') return { errcode: 43002, errmsg: 'require POST method' }
    let body
    try {
      body = JSON.parse(text)
    } catch {
      return { errcode: 47001, errmsg: 'data format error' }
    }
    if (url.pathname === '/cgi-bin/stable_token') return this.#token(body)
    if (url.pathname === '/cgi-bin/message/subscribe/send') return this.#send(url.searchParams.get('access_token'), body)
    return { errcode: 48001, errmsg: 'api unauthorized' }
  }

  #session(query) {
    if (query.get('appid') !== this.appid) return { errcode: 40013, errmsg: 'invalid appid' }
    if (query.get('secret') !== this.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
    if (query.get('grant_type') !== 'authorization_code') return { errcode: 40002, errmsg: 'invalid grant_type' }
    const openid = this.#codes.get(query.get('js_code'))
    if (!openid) return { errcode: 40029, errmsg: 'invalid code' }
    this.#codes.delete(query.get('js_code'))
    return { openid, session_key: random() }
  }

  #token({ grant_type: grant, appid, secret, force_refresh: force = false }) {
    if (grant !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' }
    if (appid !== this.appid || secret !== this.secret) return { errcode: 40001, errmsg: 'invalid credential' }
    const last = this.#tokens.at(-1)
    if (last && last.expires > Date.now() && !force) return { access_token: last.token, expires_in: 7200 }
    this.forgetTokens()
    const token = random()
    this.#tokens.push({ token, expires: Date.now() + 7_200_000 })
    return { access_token: token, expires_in: 7200 }
  }

  #send(token, body) {
    const known = this.#tokens.find((row) => row.token === token)
    if (!known) return { errcode: 40014, errmsg: 'invalid access_token' }
    if (known.expires <= Date.now()) return { errcode: 42001, errmsg: 'access_token expired' }
    const planned = this.#next.shift()
    if (planned) return { errcode: planned, errmsg: 'planned' }
    if (body.template_id !== this.template) return { errcode: 40037, errmsg: 'invalid template_id' }
    const wrong = this.#wrongData(body.data)
    if (wrong) return { errcode: 47003, errmsg: `argument invalid! ${wrong}` }
    const left = this.#consents.get(body.touser) ?? 0
    if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    this.#consents.set(body.touser, left - 1)
    this.sent.push(body)
    return { errcode: 0, errmsg: 'ok', msgid: this.sent.length }
  }

  #wrongData(data) {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data is no object'
    if (Object.keys(data).sort().join() !== [...this.fields].sort().join()) return 'fields are not those of the template'
    for (const [name, field] of Object.entries(data)) {
      const fits = FITS[name.replace(/\d+$/, '')]
      if (typeof field?.value !== 'string' || !fits?.(field.value)) return `${name}.value`
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const wechat = await new Wechat().start(Number(process.argv[2] ?? 0))
  const { origin, appid, secret, template } = wechat
  console.log(JSON.stringify({ origin, appid, secret, template, code: wechat.newCode() }))
}
