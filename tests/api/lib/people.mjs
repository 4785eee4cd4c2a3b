// People: who speaks to the server. Each has a machine of his own, a session and its token, and the
// headers that our pages send; a test that leaves one out says so.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './server.mjs'

export const city = JSON.parse(readFileSync(join(ROOT, 'data/hengyang/city.json'), 'utf8'))
export const PASSWORD = 'hengyang-demo'

let machines = 0
const newMachine = () => `10.0.${Math.floor(machines / 250)}.${(machines++ % 250) + 1}`
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000))

export class Person {
  constructor(server) {
    this.server = server
    this.machine = newMachine()
    this.cookie = ''
    this.csrf = ''
  }

  /** One request as it stands; the answer with its parsed body. A header set to undefined is left out. */
  async send(method, path, { body, headers = {} } = {}) {
    const all = { 'X-Forwarded-For': this.machine, 'Accept-Language': 'en' }
    if (this.cookie) Object.assign(all, { Cookie: this.cookie, 'X-CSRF-Token': this.csrf })
    if (method === 'POST') Object.assign(all, { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() })
    Object.assign(all, headers)
    for (const name of Object.keys(all)) if (all[name] === undefined) delete all[name]
    const plain = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
    if (body instanceof FormData) delete all['Content-Type']
    const response = await fetch(this.server.url + path, {
      method,
      headers: all,
      redirect: 'manual',
      body: body === undefined || plain ? body : JSON.stringify(body),
    })
    return answerOf(response)
  }

  /** The same, waiting as long as the server asks for; for tests that are not about its limits. */
  async patiently(method, path, options) {
    for (;;) {
      const answer = await this.send(method, path, options)
      if (answer.status !== 429) return answer
      await wait(Number(answer.headers.get('retry-after')))
    }
  }

  get(path, headers) {
    return this.send('GET', path, { headers })
  }

  post(path, body, headers) {
    return this.patiently('POST', path, { body, headers })
  }

  /** Takes an action on a case as `seen`, which has its kind, id and version. */
  act(seen, noun, body, headers = {}) {
    const path = `/api/v1/${seen.kind}s/${seen.id}/${noun}`
    return this.post(path, body, { 'If-Match': `"${seen.version}"`, ...headers })
  }

  /** Looks at the case as it is now, then acts; must succeed. */
  async does(ref, noun, body) {
    const seen = await this.sees(ref)
    return made(await this.act(seen, noun, body))
  }

  async sees({ kind, id }) {
    const answer = await this.get(`/api/v1/${kind}s/${id}`)
    if (answer.status !== 200) throw new Error(`${kind} ${id}: ${answer.status} ${answer.text}`)
    return answer.json
  }

  take(answer) {
    this.cookie = answer.headers.get('set-cookie').split(';')[0]
    this.csrf = answer.json.csrf
    this.person = answer.json.person
    return this
  }
}

async function answerOf(response) {
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  const json = text && type.includes('json') ? JSON.parse(text) : undefined
  return { status: response.status, headers: response.headers, text, json }
}

/** What a 201 says; anything else is the test's failure. */
export function made(answer) {
  if (answer.status !== 201) throw new Error(`not made: ${answer.status} ${answer.text}`)
  return answer.json
}

export async function signInByPhone(server, phone) {
  const person = new Person(server)
  const { demo_code: code } = made(await person.post('/api/v1/sign-in-codes', { phone }))
  const answer = await person.post('/api/v1/sessions', { phone, code })
  made(answer)
  return person.take(answer)
}

export async function signInByPassword(server, login) {
  const person = new Person(server)
  const answer = await person.post('/api/v1/sessions', { login, password: PASSWORD })
  made(answer)
  return person.take(answer)
}

/** Staff of the sample city: the n-th of that role, or the one who belongs to a place. */
export const loginOf = (role, belongs = () => true) =>
  city.staff.find((row) => row.role === role && belongs(row)).login

const LATEST_NUMBER = 15490000000
let residents = 0
/** A resident nobody has seen before. */
export const newResident = (server) => signInByPhone(server, String(LATEST_NUMBER + ++residents))
