// Server: the API as the replay uses it. Everything is sent again under the same key until the
// server has answered, so a restart of the server in the middle loses and doubles nothing.
import { createHash } from 'node:crypto'

const RESIDENTS = 60
const TRIES_MAX = 600
const PAUSE_MS = 500
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const keyOf = (...parts) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 40)

export class Refused extends Error {
  constructor(status, problem, path) {
    super(`${path}: ${status} ${problem.code}: ${problem.text?.en ?? problem.detail ?? ''}`)
    this.status = status
  }
}

export class Server {
  constructor(url, progress) {
    this.url = url
    this.progress = progress
    this.counts = { requests: 0, later: 0, gone: 0, faster: 0 }
    this.sessions = new Map()
  }

  /** Finds out whom it may play. */
  async start() {
    const city = await this.get('/api/v1/city')
    if (!city.demo) throw new Error('this server is not a demo, so its people can not be played')
    this.noticeVersion = city.notice.version
    this.people = (await this.get('/api/v1/demo')).people
    // Only deputies whose number the guide tells can be played.
    const phones = new Map(this.#of('deputy').map((person) => [person.name, person.phone]))
    this.deputies = (await this.#allDeputies()).filter((deputy) => phones.has(deputy.name))
    this.phones = phones
    if (this.deputies.length === 0) throw new Error('the guide of this demo tells no deputy')
    const { items } = await this.get('/api/v1/units', await this.staff('reviewer', '0'))
    this.units = items.filter((unit) => this.#clerksNear('unit', unit.name).length > 0)
    if (this.units.length === 0) throw new Error('the guide of this demo tells no unit')
  }

  #of(role) {
    return this.people.filter((person) => person.role === role)
  }

  async #allDeputies() {
    const deputies = []
    for (let cursor = ''; cursor !== undefined; ) {
      const page = await this.get(`/api/v1/deputies?limit=100&cursor=${encodeURIComponent(cursor)}`)
      deputies.push(...page.items.filter((deputy) => deputy.status === 'active'))
      cursor = page.next
    }
    return deputies
  }

  /** Asks until there is an answer that is not “later”; how long to wait is the server's to say. */
  async #answered(path, request) {
    for (let attempt = 1; attempt <= TRIES_MAX; attempt++) {
      this.counts.requests++
      try {
        const response = await fetch(this.url + path, request)
        const text = await response.text()
        if (response.status !== 429 && response.status !== 503) return { response, text }
        this.counts.later++
        await wait(1000 * Number(response.headers.get('retry-after') ?? 1))
      } catch {
        this.counts.gone++
        await wait(PAUSE_MS)
      }
    }
    throw new Error(`${this.url} does not answer`)
  }

  async #send(method, path, { as, body, key, version } = {}) {
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'en' }
    if (as) Object.assign(headers, { Cookie: as.cookie, 'X-CSRF-Token': as.csrf })
    if (key) headers['Idempotency-Key'] = key
    if (version) headers['If-Match'] = `"${version}"`
    const { response, text } = await this.#answered(path, { method, headers, body: body && JSON.stringify(body) })
    const json = text ? JSON.parse(text) : {}
    if (!response.ok) throw new Refused(response.status, json, path)
    return { json, cookie: response.headers.get('set-cookie')?.split(';')[0] }
  }

  async get(path, as) {
    return (await this.#send('GET', path, { as })).json
  }

  async #signIn(body) {
    const { json, cookie } = await this.#send('POST', '/api/v1/sessions', { body })
    const { unit, station } = json.person
    return { cookie, csrf: json.csrf, of: (unit ?? station)?.name }
  }

  /** A kept session is used again while it is good: a code can be had only five times an hour. */
  async #open(name, signIn) {
    const kept = this.progress.sessions.get(name)
    if (kept && (await this.get('/api/v1/sessions/current', kept).catch(() => undefined))) return kept
    const session = await signIn()
    this.progress.noteSession(name, session)
    return session
  }

  /** Opened once, however many ask for it at the same time. */
  #session(name, signIn) {
    if (!this.sessions.has(name)) this.sessions.set(name, this.#open(name, signIn))
    return this.sessions.get(name)
  }

  phone(phone) {
    return this.#session(phone, async () => {
      const { json } = await this.#send('POST', '/api/v1/sign-in-codes', { body: { phone } })
      return this.#signIn({ phone, code: json.demo_code })
    })
  }

  deputy(name) {
    return this.phone(this.phones.get(name))
  }

  #person({ login, password }) {
    return this.#session(login, () => this.#signIn({ login, password }))
  }

  /** Somebody of that role; which of several, the key decides. */
  staff(role, key) {
    const people = this.#of(role)
    if (people.length === 0) throw new Error(`the demo has nobody for the role ${role}`)
    return this.#person(people[parseInt(key.slice(-6), 16) % people.length])
  }

  /** Those whose words in the guide name the place, the shortest first: one name may begin another. */
  #clerksNear(role, name) {
    const near = this.#of(role).filter((person) => person.text.zh.includes(name))
    return near.sort((a, b) => a.text.zh.length - b.text.zh.length)
  }

  /** The clerk of a unit or a station; only his session says for certain where he works. */
  async clerk(role, name) {
    for (const person of this.#clerksNear(role, name)) {
      const session = await this.#person(person)
      if (session.of === name) return session
    }
    throw new Error(`the demo has no clerk of ${name}`)
  }

  /** A message tells nobody its county, so the offices are asked. */
  async officeThatSees(id) {
    for (const person of this.#of('liaison_office')) {
      const clerk = await this.#person(person)
      if (await this.get(`/api/v1/messages/${id}`, clerk).catch(() => undefined)) return clerk
    }
    throw new Error(`no liaison office sees message ${id}`)
  }

  /** "review 0, dispatch 0, ...": what lies where in the console. */
  async queues() {
    const { items } = await this.get('/api/v1/queues', await this.staff('reviewer', '0'))
    return items.map(({ queue, count }) => `${queue} ${count}`).join(', ')
  }

  /** Files a row as one of the residents and gives what is needed to follow it. */
  async fileMessage({ key, content }) {
    const number = parseInt(key.slice(0, 8), 16)
    const phone = `${number % 2 ? '154' : '194'}${10000000 + (number % RESIDENTS)}`
    const deputy = this.deputies[number % this.deputies.length]
    const { json } = await this.#send('POST', '/api/v1/messages', {
      as: await this.phone(phone),
      key: keyOf('file', key),
      body: { deputy: deputy.code, content, notice_version: this.noticeVersion },
    })
    return { id: json.id, phone, deputy: deputy.name }
  }

  /** Takes an action on a case as it was seen, once: the key is the case, its version and the noun. */
  async act(as, kind, seen, noun, body) {
    const path = `/api/v1/${kind}s/${seen.id}/${noun}`
    const key = keyOf(kind, seen.id, seen.version, noun)
    return (await this.#send('POST', path, { as, body, version: seen.version, key })).json
  }
}
