// The permission matrix over HTTP: every state, action and role of both lifecycles, against real
// cases, and what is expected read from the tables that `mashang rules` prints. Every cell without a
// row is refused and changes nothing; every guard of a person's step refuses with its own code.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { MESSAGE_STATES, ORDER_STATES, bodies, draft, messageIn, orderIn, replyBody, sendMessage, signInCast, takeSteps } from './lib/cases.mjs'
import { city, made, newResident } from './lib/people.mjs'
import { form, png } from './lib/pictures.mjs'
import { run, startServer } from './lib/server.mjs'

const NOUNS = {
  message: {
    look: 'look', answer: 'answer', ask_for_more: 'question', supplement: 'supplement', comment: 'comments',
    pass_on_station: 'station-pass', pass_on_office: 'office-pass', pass_on_hotline: 'hotline-pass',
    give_back: 'give-back', relay: 'relay', rate: 'rating', ask_again: 'second-question', withdraw: 'withdrawal',
  },
  order: {
    accept: 'acceptance', reject: 'rejection', record: 'record', dispatch: 'dispatch', sign_for: 'receipt',
    reply: 'reply', call_back: 'callbacks', redo: 'redo', supervise: 'supervision',
  },
}
const ROLES = ['resident', 'deputy', 'station', 'liaison_office', 'reviewer', 'callback', 'unit']

/** Who sees a case of that kind in that state, when all of them have to do with it. */
const SIGHT = {
  message: (role, state) =>
    ['resident', 'deputy', 'station'].includes(role) || (role === 'liaison_office' && state !== 'withdrawn'),
  order: (role, state) =>
    ['deputy', 'reviewer', 'callback'].includes(role) ||
    (role === 'unit' && !['submitted', 'accepted', 'rejected'].includes(state)),
}

let server
let rules
before(async () => {
  server = await startServer()
  const { lifecycles } = JSON.parse((await run(['rules', '--format', 'json'])).out)
  const plain = (row) => ({ ...row, who: row.who.map(({ role }) => role) })
  rules = Object.fromEntries(lifecycles.map(({ kind, rows }) => [kind, rows.map(plain)]))
})

/** What the tables say of a cell: the status and code of the refusal, or nothing when a row allows. */
function expected(kind, state, action, role) {
  if (!SIGHT[kind](role, state)) return [404, 'not_there']
  const rows = rules[kind].filter((row) => row.action === action)
  const here = rows.find((row) => row.from === state)
  if (here) return here.who.includes(role) ? undefined : [403, 'not_yours']
  return rows.some((row) => row.who.includes(role)) ? [409, 'not_from_here'] : [403, 'not_yours']
}

async function askCell(cast, role, ref, action) {
  const noun = NOUNS[ref.kind][action]
  return cast[role].act(ref, noun, await bodies(server, cast)[noun]())
}

async function checkState(kind, state, cast, ref) {
  let refused = 0
  for (const role of ROLES) {
    const seen = await cast[role].get(`/api/v1/${kind}s/${ref.id}`)
    assert.equal(seen.status, SIGHT[kind](role, state) ? 200 : 404, `${role} looks at ${kind} ${state}`)
    for (const action of Object.keys(NOUNS[kind])) {
      const refusal = expected(kind, state, action, role)
      const shown = seen.json?.actions?.find((row) => row.action === action)
      if (!refusal) {
        assert.ok(shown, `${role} is offered ${action} in ${state}`)
        continue
      }
      const answer = await askCell(cast, role, ref, action)
      const cell = `${kind} ${state} ${action} by ${role}`
      assert.deepEqual([answer.status, answer.json.code], refusal, cell)
      assert.ok(answer.json.text.zh && answer.json.text.en, cell)
      if (answer.status !== 404) assert.ok(answer.json.basis.law && answer.json.basis.title.zh, cell)
      if (shown) assert.equal(shown.allowed, false, cell)
      refused++
    }
  }
  const after = await cast.deputy.sees(ref)
  assert.deepEqual([after.version, after.state], [ref.version, state], `nothing changed in ${kind} ${state}`)
  return refused
}

// An office only sees what was passed to it; what was withdrawn can't have been.
const PAST_THE_OFFICE = [['deputy', 'office-pass'], ['liaison_office', 'give-back']]

describe('cells without a row are refused', () => {
  test('the states of the tables are those that are tried', () => {
    const states = (kind) => new Set(rules[kind].flatMap((row) => [row.from, row.to]))
    assert.deepEqual(new Set([...states('message')].filter((s) => s !== 'blank')), new Set(MESSAGE_STATES))
    // A closed order archives itself, so it is never found closed.
    assert.deepEqual(new Set([...states('order')].filter((s) => s !== 'blank' && s !== 'closed')), new Set(ORDER_STATES))
    for (const kind of ['message', 'order'])
      for (const row of rules[kind])
        if (!row.who.includes('system') && row.from !== 'blank') assert.ok(NOUNS[kind][row.action], row.action)
  })

  MESSAGE_STATES.forEach((state, nth) =>
    test(`message ${state}`, async (t) => {
      const cast = await signInCast(server, nth)
      const ref = await messageIn(server, cast, state, state === 'withdrawn' ? [] : PAST_THE_OFFICE)
      const { version } = await cast.deputy.sees(ref)
      t.diagnostic(`${await checkState('message', state, cast, { ...ref, version })} cells refused`)
    }),
  )
  ORDER_STATES.forEach((state, nth) =>
    test(`order ${state}`, async (t) => {
      const cast = await signInCast(server, nth)
      const ref = await orderIn(server, cast, state)
      const { version } = await cast.deputy.sees(ref)
      t.diagnostic(`${await checkState('order', state, cast, { ...ref, version })} cells refused`)
    }),
  )

  test('strangers of the right role see nothing of it', async () => {
    const [near, far] = [await signInCast(server, 0), await signInCast(server, 1)]
    const message = await messageIn(server, near, 'with_office')
    const order = await orderIn(server, near, 'handling')
    for (const [ref, roles] of [[message, ['resident', 'deputy', 'station', 'liaison_office']], [order, ['deputy', 'unit']]])
      for (const role of roles)
        for (const action of Object.keys(NOUNS[ref.kind])) {
          const answer = await askCell(far, role, ref, action)
          assert.deepEqual([answer.status, answer.json.code], [404, 'not_there'], `${ref.kind} ${action} by another ${role}`)
        }
  })
})

describe('guards refuse with their own code', () => {
  const tried = new Set()
  /** `ask` makes a request that only this guard stands against. */
  const guard = (code, ask) => {
    tried.add(code)
    test(code, async () => {
      const cast = await signInCast(server, tried.size)
      const answer = await ask(cast)
      assert.deepEqual([answer.status, answer.json.code], [409, code], answer.text)
      const row = [...rules.message, ...rules.order].flatMap((r) => r.when).find((g) => g.code === code)
      assert.deepEqual(answer.json.text, row.refusal)
      assert.ok(answer.json.basis.law)
    })
  }
  const send = (cast, more) => cast.resident.post('/api/v1/messages', draft(cast.deputy, more))
  const actOn = async (cast, role, ref, noun, body) => cast[role].act(await cast[role].sees(ref), noun, body)

  const suspended = city.deputies.find((row) => row.status === 'suspended')
  guard('deputy_active', (cast) => send(cast, { deputy: suspended.code }))
  guard('notice_accepted', (cast) => send(cast, { notice_version: '2020-1' }))
  guard('photos_usable', async (cast) => {
    const other = await newResident(server)
    const photo = made(await other.post('/api/v1/photos', form(png())))
    return send(cast, { photos: [photo.id] })
  })
  guard('not_looked_before', async (cast) => {
    const ref = await sendMessage(cast)
    await cast.deputy.does(ref, 'look', {})
    return actOn(cast, 'deputy', ref, 'look', {})
  })
  guard('nobody_acted', async (cast) => {
    const ref = await messageIn(server, cast, 'with_deputy', PAST_THE_OFFICE)
    return actOn(cast, 'resident', ref, 'withdrawal', {})
  })
  guard('not_rated_before', async (cast) => {
    const ref = await messageIn(server, cast, 'answered')
    await cast.resident.does(ref, 'rating', { score: 'dissatisfied' })
    return actOn(cast, 'resident', ref, 'rating', { score: 'satisfied' })
  })
  guard('other_office', async (cast) => {
    const ref = await messageIn(server, cast, 'with_office')
    return actOn(cast, 'liaison_office', ref, 'office-pass', { office: 'county' })
  })
  guard('needs_handling', async (cast) => {
    const ref = await orderIn(server, cast, 'submitted')
    return actOn(cast, 'reviewer', ref, 'acceptance', { category: 'praise', urgent: false })
  })
  guard('is_praise', async (cast) => {
    const ref = await orderIn(server, cast, 'submitted')
    return actOn(cast, 'reviewer', ref, 'record', { category: 'complaint', text: '记下。' })
  })
  guard('unit_known', async (cast) => {
    const ref = await orderIn(server, cast, 'accepted')
    return actOn(cast, 'reviewer', ref, 'dispatch', { unit: 987654 })
  })
  guard('caller_contacted', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    const body = await replyBody(server, cast)
    body.contact.at = '2099-01-01T00:00:00+08:00'
    return actOn(cast, 'unit', ref, 'reply', body)
  })
  const REDO_TWICE = [['reviewer', 'redo'], ['unit', 'reply'], ['callback', 'callbacks']]
  guard('redone_under_twice', async (cast) => {
    const ref = await orderIn(server, cast, 'disputed')
    await takeSteps(server, cast, ref, [...REDO_TWICE, ...REDO_TWICE])
    return actOn(cast, 'reviewer', ref, 'redo', { reason: '再办。' })
  })
  guard('redone_twice', async (cast) => {
    const ref = await orderIn(server, cast, 'disputed')
    return actOn(cast, 'reviewer', ref, 'supervision', { reason: '督办。' })
  })

  test('no guard of a step that people take is left out', () => {
    const ofPeople = [...rules.message, ...rules.order]
      .filter((row) => !row.who.includes('system'))
      .flatMap((row) => row.when.map((g) => g.code))
    assert.deepEqual(new Set(ofPeople), tried)
  })
})
