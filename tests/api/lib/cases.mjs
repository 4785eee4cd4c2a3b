// Cases: bringing a message or an order into any state by the steps that real people would take.
import { city, loginOf, made, newResident, signInByPassword, signInByPhone } from './people.mjs'

export const NOTICE = city.notice.version
export const content = (what = '村口的路灯坏了。') => ({ where: '示例村村口', what, ask: '请修好。' })
export const draft = (deputy, more = {}) => ({ deputy: deputy.code, content: content(), notice_version: NOTICE, ...more })

// Stations of four counties, each with a liaison office and four deputies or more.
const STATIONS = ['S9P69H', 'SAJ6AW', 'S7ED97', 'SQK73Q']
const UNIT_CLERKS = city.staff.filter((row) => row.role === 'unit')

/** One neighbourhood: a station with one of its deputies, its clerk and that of its county's office. */
function neighbourhood(nth) {
  const code = STATIONS[nth % STATIONS.length]
  const station = city.stations.find((row) => row.code === code)
  const township = city.regions.find((row) => row.code === station.township)
  const deputies = city.deputies.filter((row) => row.station === code && row.status === 'active')
  return {
    deputy: deputies[Math.floor(nth / STATIONS.length) % deputies.length],
    clerk: loginOf('station', (row) => row.station === code),
    office: loginOf('liaison_office', (row) => row.region === township.parent),
  }
}

/** Signed in once on each server: a number gets one code a minute. */
function known(server, name, signIn) {
  server.known ??= new Map()
  if (!server.known.has(name)) server.known.set(name, signIn(server, name))
  return server.known.get(name)
}

/** Everybody of one neighbourhood and one unit, signed in; `nth` picks them. */
export async function signInCast(server, nth = 0) {
  const place = neighbourhood(nth)
  const phone = (number) => known(server, number, signInByPhone)
  const staff = (login) => known(server, login, signInByPassword)
  const [resident, deputy, station, liaison_office, reviewer, callback, unit] = await Promise.all([
    newResident(server),
    phone(place.deputy.phone),
    staff(place.clerk),
    staff(place.office),
    staff(nth % 2 ? 'shenhe-2' : 'shenhe-1'),
    staff(nth % 2 ? 'huifang-2' : 'huifang-1'),
    staff(UNIT_CLERKS[nth % UNIT_CLERKS.length].login),
  ])
  deputy.code = place.deputy.code
  return { resident, deputy, station, liaison_office, reviewer, callback, unit }
}

export async function sendMessage(cast, what) {
  const body = draft(cast.deputy, { content: content(what) })
  return made(await cast.resident.post('/api/v1/messages', body))
}

export const replyBody = async (server, cast) => {
  const { now } = (await cast.resident.get('/api/v1/city')).json
  return {
    text: '已到现场修好。',
    public_reply: '路灯已修好。',
    contact: { person: '李样本', number: '15400000001', at: now, satisfied: 'satisfied' },
  }
}

/** A body that fits each action, so that only the rules can refuse it. */
export const bodies = (server, cast) => ({
  look: () => ({}),
  answer: () => ({ text: '已经了解。' }),
  question: () => ({ text: '在村口哪一边?' }),
  supplement: () => ({ text: '在东边。' }),
  comments: () => ({ text: '我会跟进。' }),
  'station-pass': () => ({}),
  'office-pass': () => ({}),
  'hotline-pass': () => ({ category: 'help' }),
  'give-back': () => ({}),
  relay: () => ({ text: '已修好。' }),
  rating: () => ({ score: 'dissatisfied' }),
  'second-question': () => ({ text: '又坏了。' }),
  withdrawal: () => ({}),
  acceptance: () => ({ category: 'help', urgent: false }),
  rejection: () => ({ reason: 'not_concrete', text: '没有写明地点。' }),
  record: () => ({ category: 'praise', text: '已登记。' }),
  dispatch: () => ({ unit: cast.unit.person.unit.id }),
  receipt: () => ({}),
  reply: () => replyBody(server, cast),
  callbacks: () => ({ outcome: 'dissatisfied' }),
  redo: () => ({ reason: '没有修好。' }),
  supervision: () => ({ reason: '两次都没有修好。' }),
})

// What was done, by whom, to come from a new case to each state.
const TO_MESSAGE_STATE = {
  with_deputy: [],
  asked_back: [['deputy', 'question']],
  with_station: [['deputy', 'station-pass']],
  with_office: [['deputy', 'office-pass']],
  at_hotline: [['deputy', 'hotline-pass']],
  result_back: [['deputy', 'station-pass'], ['station', 'answer']],
  answered: [['deputy', 'answer']],
  withdrawn: [['resident', 'withdrawal']],
  closed: [['deputy', 'answer'], ['resident', 'rating', { score: 'satisfied' }]],
}
const TO_ORDER_STATE = {
  submitted: [],
  accepted: [['reviewer', 'acceptance']],
  rejected: [['reviewer', 'rejection']],
  dispatched: [['reviewer', 'acceptance'], ['reviewer', 'dispatch']],
  handling: [['reviewer', 'acceptance'], ['reviewer', 'dispatch'], ['unit', 'receipt']],
}
TO_ORDER_STATE.replied = [...TO_ORDER_STATE.handling, ['unit', 'reply']]
TO_ORDER_STATE.disputed = [...TO_ORDER_STATE.replied, ['callback', 'callbacks']]
TO_ORDER_STATE.archived = [...TO_ORDER_STATE.replied, ['callback', 'callbacks', { outcome: 'satisfied' }]]

export const MESSAGE_STATES = Object.keys(TO_MESSAGE_STATE)
export const ORDER_STATES = Object.keys(TO_ORDER_STATE)

export async function takeSteps(server, cast, ref, steps) {
  for (const [role, noun, body] of steps)
    ref = await cast[role].does(ref, noun, body ?? (await bodies(server, cast)[noun]()))
  return ref
}

/** `before` are steps to take first, such as passing it to an office and getting it back. */
export async function messageIn(server, cast, state, before = []) {
  const sent = await sendMessage(cast)
  return takeSteps(server, cast, sent, [...before, ...TO_MESSAGE_STATE[state]])
}

export async function orderIn(server, cast, state) {
  const message = await messageIn(server, cast, 'at_hotline')
  const { order } = await cast.resident.sees(message)
  return takeSteps(server, cast, { kind: 'order', id: order.id }, TO_ORDER_STATE[state])
}
