// Server: the API as the replay uses it. Everything is retried under the same key until the server has
// answered, so a restart of the server in the middle loses and doubles nothing.
import { createHash } from 'node:crypto'

const RESIDENTS = 24
const TRIES = 60
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const keyOf = (...parts) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 40)

export class Refused extends Error {
  constructor(status, problem) {
    super(`${status} ${problem.code}: ${problem.text?.en ?? problem.detail ?? ''}`)
    this.status = status
    this.problem = problem
  }
}

export class Server {
  constructor(url) {
    this.url = url
    this.requests = 0
    this.sessions = new Map()
    this.deputies = []
  }

  /** Finds out whom it may play. */
  async start() {
    const city = await this.send('GET', '/api/v1/city')
    if (!city.demo) throw new Error('this server is not a demo, so its people can not be played')
    this.noticeVersion = city.notice.version
    this.guide = await this.send('GET', '/api/v1/demo')
    for (let next = ''; next !== undefined; ) {
      const page = await this.send('GET', `/api/v1/deputies?limit=100&cursor=${encodeURIComponent(next)}`)
      this.deputies.push(...page.items.filter((deputy) => deputy.status === 'active'))
      next = page.next
    }
    if (this.deputies.length === 0) throw new Error('the city has no deputies')
    this.phones = new Map(this.guide.people.filter((p) => p.role === 'deputy').map((p) => [p.name, p.phone]))
    // Only deputies whose number the guide tells can be played.
    this.deputies = this.deputies.filter((deputy) => this.phones.has(deputy.name))
    this.units = (await this.send('GET', '/api/v1/units', { as: await this.staff('reviewer') })).items
  }

  async send(method, path, { as, body, key, version } = {}) {
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'en' }
    if (as) Object.assign(headers, { Cookie: as.cookie, 'X-CSRF-Token': as.csrf })
    if (key) headers['Idempotency-Key'] = key
    if (version) headers['If-Match'] = `"${version}"`
    for (let attempt = 1; ; attempt++) {
      let response
      try {
        this.requests++
        response = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) })
      } catch (error) {
        if (attempt >= TRIES) throw error
        await wait(500)
        continue
      }
      if ((response.status === 429 || response.status === 503) && attempt < TRIES) {
        await wait(1000 * Number(response.headers.get('retry-after') ?? 1))
        continue
      }
      const text = await response.text()
      const json = text ? JSON.parse(text) : {}
      if (!response.ok) throw new Refused(response.status, json)
      if (path === '/api/v1/sessions') json.cookie = response.headers.get('set-cookie').split(';')[0]
      return json
    }
  }

  /** A session kept for later use, opened once however many ask for it at the same time. */
  session(name, open) {
    if (!this.sessions.has(name)) this.sessions.set(name, open())
    return this.sessions.get(name)
  }

  phone(phone) {
    return this.session(phone, async () => {
      const sent = await this.send('POST', '/api/v1/sign-in-codes', { body: { phone } })
      return this.send('POST', '/api/v1/sessions', { body: { phone, code: sent.demo_code } })
    })
  }

  deputy(name) {
    return this.phone(this.phones.get(name))
  }

  staff(role, belongs = () => true) {
    const person = this.guide.people.find((p) => p.role === role && belongs(p))
    if (!person) throw new Error(`the demo has nobody for the role ${role}`)
    const { login, password } = person
    return this.session(login, () => this.send('POST', '/api/v1/sessions', { body: { login, password } }))
  }

  unit(name) {
    return this.staff('unit', (person) => person.text.zh.startsWith(`${name} `))
  }

  /** Files a row as one of the residents and gives what is needed to follow it. */
  async fileMessage({ key, content }) {
    const number = parseInt(key.slice(0, 8), 16)
    const phone = `154${String(10000000 + (number % RESIDENTS)).slice(0, 8)}`
    const deputy = this.deputies[number % this.deputies.length]
    const done = await this.send('POST', '/api/v1/messages', {
      as: await this.phone(phone),
      key: keyOf('file', key),
      body: { deputy: deputy.code, content, notice_version: this.noticeVersion },
    })
    return { id: done.id, phone, deputy: deputy.name }
  }

  /** Takes an action on a case as it stands, once: the key is the case's version and the noun. */
  async act(as, kind, id, noun, body) {
    const path = `/api/v1/${kind}s/${id}`
    const { version } = await this.send('GET', path, { as })
    return this.send('POST', `${path}/${noun}`, { as, body, version, key: keyOf(kind, id, version, noun) })
  }
}
