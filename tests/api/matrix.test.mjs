// The permission matrix over HTTP: every state and action of the three lifecycles, by every account
// there is, against real cases, and what is expected read from the tables that `mashang rules`
// prints. Every cell without a row is refused and changes nothing. Guards: guards.test.mjs.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { ACCOUNTS, MESSAGE_STATES, ORDER_STATES, SUGGESTION_STATES, bodies, caseIn, messageIn, signInCast } from './lib/cases.mjs'
import { KINDS, NOUNS } from './lib/nouns.mjs'
import { isOfPeople, readRules } from './lib/rules.mjs'
import { startServer } from './lib/server.mjs'

const STATES = { message: MESSAGE_STATES, order: ORDER_STATES, suggestion: SUGGESTION_STATES }
const BEFORE_DISPATCH = ['submitted', 'accepted', 'rejected', 'appended', 'escalated', 'withdrawn']
const BEFORE_FILING = ['proposed', 'declined', 'drafted', 'withdrawn']
const BEFORE_REFERRAL = [...BEFORE_FILING, 'filed', 'registered']

/** Who sees a case in that state, when all of them have to do with it as far as the state lets them. */
const SIGHT = {
  message: (account, state) =>
    ['resident', 'deputy', 'station'].includes(account) || (account === 'liaison_office' && state !== 'withdrawn'),
  order: (account, state) =>
    ['deputy', 'reviewer', 'callback', 'supervisor'].includes(account) ||
    (['unit', 'assisting_unit'].includes(account) && !BEFORE_DISPATCH.includes(state)),
  suggestion: (account, state) =>
    ['deputy', 'supervisor'].includes(account) ||
    (account === 'joint_signatory' && !['proposed', 'declined'].includes(state)) ||
    (account === 'liaison_office' && !BEFORE_FILING.includes(state)) ||
    (['unit', 'assisting_unit'].includes(account) && !BEFORE_REFERRAL.includes(state)),
}

// The server lets a person act sixty times at once and then five times a second, and there is one
// supervisor: so several servers share the states, and each state is tried on its own.
const CELLS_EACH = 90
const places = KINDS.flatMap((kind) => {
  const each = Math.floor(CELLS_EACH / Object.keys(NOUNS[kind]).length)
  return STATES[kind].map((state, nth) => ({ kind, state, group: `${kind} ${Math.floor(nth / each)}` }))
})

let rules
before(async () => void (rules = await readRules()))

const groups = new Map()
/** The server and the people of a group of states. */
function placeOf(group) {
  const open = async () => {
    const server = await startServer()
    return { server, cast: await signInCast(server) }
  }
  if (!groups.has(group)) groups.set(group, open())
  return groups.get(group)
}

/** What the tables say of a cell: the status and code of the refusal, or nothing when a row allows. */
function expected(kind, state, action, account) {
  if (!SIGHT[kind](account, state)) return [404, 'not_there']
  const rows = rules[kind].filter((row) => row.action === action)
  const here = rows.find((row) => row.from === state)
  if (here) return here.who.includes(account) ? undefined : [403, 'not_yours']
  return rows.some((row) => row.who.includes(account)) ? [409, 'not_from_here'] : [403, 'not_yours']
}

/** One body for each action: no cell without a row looks at it any further. */
async function bodiesOf(server, cast, kind) {
  const made = bodies(server, cast)
  const pairs = Object.values(NOUNS[kind]).map(async (noun) => [noun, await made[noun](kind)])
  return Object.fromEntries(await Promise.all(pairs))
}

/** An action that a row gives is offered; where it can't be taken now, one of its guards says why. */
function checkOffered(kind, state, action, shown, cell) {
  assert.ok(shown, `${cell} is offered`)
  if (shown.allowed) return
  const { when } = rules[kind].find((row) => row.from === state && row.action === action)
  assert.ok(when.some(({ code }) => code === shown.why.code), `${cell} is held back by ${shown.why.code}`)
}

async function checkRefused(person, ref, noun, body, refusal, cell) {
  const answer = await person.act(ref, noun, body)
  assert.deepEqual([answer.status, answer.json.code], refusal, cell)
  assert.ok(answer.json.text.zh && answer.json.text.en, cell)
  if (answer.status !== 404) assert.ok(answer.json.basis.law && answer.json.basis.title.zh, cell)
}

async function checkAccount(kind, state, cast, account, ref, given) {
  const seen = await cast[account].get(`/api/v1/${kind}s/${ref.id}`)
  assert.equal(seen.status, SIGHT[kind](account, state) ? 200 : 404, `${account} looks at ${kind} ${state}`)
  const cells = Object.entries(NOUNS[kind]).map(async ([action, noun]) => {
    const cell = `${kind} ${state} ${action} by ${account}`
    const shown = seen.json?.actions?.find((row) => row.action === action)
    const refusal = expected(kind, state, action, account)
    if (!refusal) return checkOffered(kind, state, action, shown, cell)
    if (shown) assert.equal(shown.allowed, false, cell)
    return checkRefused(cast[account], ref, noun, given[noun], refusal, cell)
  })
  await Promise.all(cells)
  return cells.length
}

async function checkState(kind, state, { server, cast }, ref) {
  const given = await bodiesOf(server, cast, kind)
  const cells = await Promise.all(ACCOUNTS.map((account) => checkAccount(kind, state, cast, account, ref, given)))
  const after = await cast.deputy.sees(ref)
  assert.deepEqual([after.version, after.state], [ref.version, state], `nothing changed in ${kind} ${state}`)
  return cells.reduce((sum, count) => sum + count)
}

// An office only sees what was passed to it; what was withdrawn can't have been.
const PAST_THE_OFFICE = [['deputy', 'office-pass'], ['liaison_office', 'give-back']]
const newCase = (kind, { server, cast }, state) =>
  kind === 'message' && state !== 'withdrawn' ? messageIn(server, cast, state, PAST_THE_OFFICE) : caseIn[kind](server, cast, state)

describe('what the tables speak of', () => {
  test('the states of the tables are those that are tried', () => {
    for (const kind of KINDS) {
      const states = new Set(rules[kind].flatMap((row) => [row.from, row.to]))
      states.delete('blank')
      // A closed order archives itself, so it is never found closed.
      if (kind === 'order') states.delete('closed')
      assert.deepEqual(states, new Set(STATES[kind]), kind)
    }
  })

  test('the actions of the tables are those that are tried', () => {
    for (const kind of KINDS) {
      const ofPeople = rules[kind].filter((row) => isOfPeople(row) && row.from !== 'blank')
      assert.deepEqual(new Set(ofPeople.map((row) => row.action)), new Set(Object.keys(NOUNS[kind])), kind)
    }
  })

  test('everybody the tables speak of is among those who try', () => {
    const parts = new Set(KINDS.flatMap((kind) => rules[kind].filter(isOfPeople).flatMap((row) => row.who)))
    assert.deepEqual([...parts].filter((part) => !ACCOUNTS.includes(part)), [])
  })
})

describe('cells without a row are refused', { concurrency: true }, () => {
  for (const { kind, state, group } of places)
    test(`${kind} ${state}`, async (t) => {
      const place = await placeOf(group)
      const ref = await newCase(kind, place, state)
      const { version } = await place.cast.deputy.sees(ref)
      t.diagnostic(`${await checkState(kind, state, place, { ...ref, version })} cells`)
    })

  test('strangers of the right role see nothing of it', async () => {
    const server = await startServer()
    const [near, far] = [await signInCast(server, 0), await signInCast(server, 9)]
    const strangers = {
      message: ['with_office', ['resident', 'deputy', 'station', 'liaison_office']],
      order: ['handling', ['deputy', 'unit', 'assisting_unit']],
      suggestion: ['referred', ['deputy', 'joint_signatory', 'liaison_office', 'unit', 'assisting_unit']],
    }
    for (const [kind, [state, accounts]] of Object.entries(strangers)) {
      const ref = await newCase(kind, { server, cast: near }, state)
      const given = await bodiesOf(server, far, kind)
      for (const account of accounts)
        for (const noun of Object.values(NOUNS[kind]))
          await checkRefused(far[account], ref, noun, given[noun], [404, 'not_there'], `${kind} ${noun} by another ${account}`)
    }
  })
})
