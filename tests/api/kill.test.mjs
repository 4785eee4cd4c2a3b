// Power cuts under load: what was answered is there, once; what was not may be asked again under its
// key; the timeline is whole. The moments of the cuts come from a seed that is printed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { bodies, draft, content, formalReply, signInCast, wording } from './lib/cases.mjs'
import { SEED, random } from './lib/seed.mjs'
import { startServer } from './lib/server.mjs'

const CLIENTS = 10
const CUTS = 8
const ACKS_BETWEEN = 150

const wait = (ms) => new Promise((done) => setTimeout(done, ms))

/** Counts what was answered, so that cuts come while things happen. */
class Journal {
  acks = [] // {ref, version, noun, text}
  sent = { message: new Map(), suggestion: new Map() } // the text or title of each: its id
  retried = 0
  #waiting = []

  add(ack) {
    this.acks.push(ack)
    this.#waiting = this.#waiting.filter(({ count, done }) => this.acks.length < count || done())
  }
  reach(count) {
    return new Promise((done) => this.#waiting.push({ count, done: () => done() }))
  }
}

/** The same request under the same key until it is answered. */
async function untilAnswered(journal, ask) {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      // fetch throws TypeError when the connection broke before or within the answer.
      if (!(error instanceof TypeError)) throw error
      journal.retried++
      await wait(20)
    }
  }
}

const NOUN_OF = { comment: 'comments', supplement: 'supplement' }

class Client {
  constructor(server, journal, cast, nth) {
    Object.assign(this, { server, journal, cast, nth, count: 0 })
  }

  #text(what) {
    return `${what} ${this.nth}-${++this.count}-${randomUUID()}`
  }

  async #make(kind, role, text, body) {
    const headers = { 'Idempotency-Key': randomUUID() }
    const answer = await untilAnswered(this.journal, () => this.cast[role].post(`/api/v1/${kind}s`, body, headers))
    assert.equal(answer.status, 201, answer.text)
    this.journal.sent[kind].set(text, answer.json.id)
    this.journal.add({ ref: answer.json, version: 1, noun: 'make' })
    return answer.json
  }

  #send() {
    const text = this.#text('件')
    return this.#make('message', 'resident', text, draft(this.cast.deputy, { content: content(text) }))
  }

  #draft() {
    const title = this.#text('建议')
    return this.#make('suggestion', 'deputy', title, { wording: { ...wording(), title } })
  }

  /** Acts on the case as it is; looks again, with a new key, when somebody was faster. */
  async #act(role, ref, noun, body) {
    for (;;) {
      const seen = await untilAnswered(this.journal, () => this.cast[role].sees(ref))
      const headers = { 'Idempotency-Key': randomUUID() }
      const answer = await untilAnswered(this.journal, () => this.cast[role].act(seen, noun, body, headers))
      if (answer.status === 412) continue
      assert.equal(answer.status, 201, answer.text)
      // A step that brings others by itself is answered with the last of them.
      this.journal.add({ ref, version: seen.version + 1, noun, text: body.text ?? body.reason })
      return
    }
  }

  async #chat(ref) {
    const turns = [['deputy', 'comments'], ['resident', 'supplement'], ['deputy', 'comments']]
    await Promise.all(turns.map(([role, noun]) => this.#act(role, ref, noun, { text: this.#text(noun) })))
  }

  /** Each step with the body given, or the one that fits. */
  async #steps(ref, steps) {
    const body = bodies(this.server, this.cast)
    for (const [role, noun, given] of steps) {
      const make = typeof given === 'function' ? given : () => given ?? body[noun](ref.kind)
      await this.#act(role, ref, noun, await untilAnswered(this.journal, make))
    }
  }

  async #throughTheHotline(ref, road) {
    await this.#act('deputy', ref, 'hotline-pass', { category: 'help' })
    const { order } = await untilAnswered(this.journal, () => this.cast.resident.sees(ref))
    const begin = [['reviewer', 'acceptance'], ['reviewer', 'dispatch'], ['unit', 'receipt']]
    const end = [['unit', 'reply'], ['callback', 'callbacks', { outcome: 'satisfied' }]]
    await this.#steps({ kind: 'order', id: order.id }, [...begin, ...ROADS[road], ...end])
    await this.#act('deputy', ref, 'relay', { text: this.#text('relay') })
  }

  async #throughTheOffice() {
    const promise = () => formalReply(this.server, 'B')
    await this.#steps(await this.#draft(), [
      ['deputy', 'revision', ({ ...wording(), title: this.#text('改') })], ['deputy', 'invitations'], ['joint_signatory', 'signature'],
      ['deputy', 'filing'], ['liaison_office', 'registration'], ['liaison_office', 'referral'], ['assisting_unit', 'assistance'],
      ['unit', 'reply', promise], ['deputy', 'evaluation'], ['unit', 'progress'], ['unit', 'reply'], ['deputy', 'evaluation'],
    ])
  }

  async run(isOver) {
    for (let turn = this.nth; !isOver(); turn++) {
      const ref = await this.#send()
      await this.#chat(ref)
      if (turn % 4 === 0) await this.#throughTheOffice()
      else await this.#throughTheHotline(ref, (turn % 4) - 1)
    }
  }
}

// What an order meets while its unit has it.
const ROADS = [
  [['assisting_unit', 'assistance'], ['reviewer', 'supervision']],
  [['unit', 'return'], ['reviewer', 'return-refusal'], ['reviewer', 'category']],
  [['unit', 'promise'], ['unit', 'progress']],
]

async function cutPower(server, journal, chance) {
  for (let cut = 0; cut < CUTS; cut++) {
    await journal.reach(journal.acks.length + Math.ceil(chance() * ACKS_BETWEEN))
    await wait(chance() * 10)
    await server.kill()
    await server.start()
  }
  await journal.reach(journal.acks.length + ACKS_BETWEEN)
}

const LISTS = {
  message: ['resident', 'messages?box=all'],
  order: ['deputy', 'orders?queue=done'],
  suggestion: ['deputy', 'suggestions?queue=done'],
}
async function viewsOf(casts, kind) {
  const views = new Map()
  for (const cast of casts) {
    const [role, box] = LISTS[kind]
    for (let cursor = ''; cursor !== undefined; ) {
      const { json } = await cast[role].get(`/api/v1/${box}&limit=100${cursor && `&cursor=${cursor}`}`)
      for (const { id } of json.items) views.set(id, await cast[role].sees({ kind, id }))
      cursor = json.next
    }
  }
  return views
}

test('acknowledged work survives power cuts, and nothing is done twice', async (t) => {
  t.diagnostic(`MASHANG_SEED=${SEED}`)
  const server = await startServer()
  const casts = await Promise.all(Array.from({ length: CLIENTS }, (_, nth) => signInCast(server, nth)))
  const journal = new Journal()
  let over = false
  const clients = casts.map((cast, nth) => new Client(server, journal, cast, nth))
  const working = Promise.all(clients.map((client) => client.run(() => over)))
  await Promise.race([cutPower(server, journal, random()), working.then(() => assert.fail('the clients ended early'))])
  over = true
  await working
  t.diagnostic(`${journal.acks.length} answers in ${CUTS} cuts, ${journal.retried} requests sent again`)

  const views = Object.fromEntries(await Promise.all(Object.keys(LISTS).map(async (kind) => [kind, await viewsOf(casts, kind)])))
  for (const { ref, version, noun } of journal.acks) {
    const entry = views[ref.kind].get(ref.id)?.timeline.find((row) => row.version === version)
    assert.ok(entry, `${noun} of ${ref.kind} ${ref.id} is gone`)
    if (NOUN_OF[entry.action]) assert.equal(NOUN_OF[entry.action], noun)
  }
  const messages = views.message
  const texts = [...messages.values()].map((view) => view.content.what)
  assert.equal(new Set(texts).size, texts.length, 'no message twice')
  for (const [text, id] of journal.sent.message) assert.equal(messages.get(id).content.what, text)
  assert.equal(views.suggestion.size, journal.sent.suggestion.size, 'no suggestion twice')
  const notes = new Set()
  for (const view of messages.values())
    for (const { note } of view.timeline) {
      if (!note?.match(/[0-9a-f]{8}-/)) continue
      assert.ok(!notes.has(note), `twice: ${note}`)
      notes.add(note)
    }
  for (const { noun, text } of journal.acks)
    if (['comments', 'supplement'].includes(noun)) assert.ok(notes.has(text), `gone: ${text}`)

  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  const { code, out } = await server.verify()
  assert.equal(code, 0, out)
  t.diagnostic(out.trim().split('\n').join('; '))
})
