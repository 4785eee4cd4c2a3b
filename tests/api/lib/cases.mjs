// Cases: bringing a message, an order or a suggestion into any state by the steps that real people
// would take.
import { city, loginOf, made, newResident, signInByPassword, signInByPhone } from './people.mjs'
import { form, png } from './pictures.mjs'

export const NOTICE = city.notice.version
export const content = (what = '村口的路灯坏了。') => ({ where: '示例村村口', what, ask: '请修好。' })
export const draft = (deputy, more = {}) => ({ deputy: deputy.code, content: content(), notice_version: NOTICE, ...more })

// Stations of four counties, each with a liaison office and four deputies or more.
const STATIONS = ['S9P69H', 'SAJ6AW', 'S7ED97', 'SQK73Q']
const UNIT_CLERKS = city.staff.filter((row) => row.role === 'unit')

/** One neighbourhood: a station with two of its deputies, its clerk and that of its county's office. */
function neighbourhood(nth) {
  const code = STATIONS[nth % STATIONS.length]
  const station = city.stations.find((row) => row.code === code)
  const township = city.regions.find((row) => row.code === station.township)
  const deputies = city.deputies.filter((row) => row.station === code && row.status === 'active')
  const turn = Math.floor(nth / STATIONS.length)
  return {
    deputy: deputies[turn % deputies.length],
    signatory: deputies[(turn + 1) % deputies.length],
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

/**
 * Everybody of one neighbourhood and two units, signed in; `nth` picks them. The last two are a unit
 * and a deputy by their accounts; what they are here is their part in a case.
 */
export async function signInCast(server, nth = 0) {
  const place = neighbourhood(nth)
  const phone = (number) => known(server, number, signInByPhone)
  const staff = (login) => known(server, login, signInByPassword)
  const clerk = (index) => staff(UNIT_CLERKS[index % UNIT_CLERKS.length].login)
  const people = await Promise.all([
    newResident(server),
    phone(place.deputy.phone),
    staff(place.clerk),
    staff(place.office),
    staff(nth % 2 ? 'shenhe-2' : 'shenhe-1'),
    staff(nth % 2 ? 'huifang-2' : 'huifang-1'),
    clerk(nth),
    staff(loginOf('supervisor')),
    staff(loginOf('administrator')),
    clerk(nth + 1),
    phone(place.signatory.phone),
  ])
  people[1].code = place.deputy.code
  people[10].code = place.signatory.code
  return Object.fromEntries(ACCOUNTS.map((account, i) => [account, people[i]]))
}

export const ACCOUNTS = [
  'resident', 'deputy', 'station', 'liaison_office', 'reviewer', 'callback', 'unit', 'supervisor',
  'administrator', 'assisting_unit', 'joint_signatory',
]

export async function sendMessage(cast, what) {
  const body = draft(cast.deputy, { content: content(what) })
  return made(await cast.resident.post('/api/v1/messages', body))
}

export const nowOf = async (server) => (await (await fetch(`${server.url}/api/v1/city`)).json()).now

/** So many days after, or before, the day of an instant; as a day is written. */
export function dayAfter(instant, days) {
  const day = new Date(`${instant.slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

export const contactAt = (at) => ({ person: '李样本', number: '15400000001', at, satisfied: 'satisfied' })

export const replyBody = async (server) => ({
  text: '已到现场修好。',
  public_reply: '路灯已修好。',
  contact: contactAt(await nowOf(server)),
})

/** Nothing comes in here from an assisting unit unless a test says so. */
const ABSENCES = { absences: '协办单位电话答复，不另行文。' }

const promiseBody = async (server) => {
  const now = await nowOf(server)
  return { measures: '分两期改造。', answerable: '张示例', until: dayAfter(now, 40), contact: contactAt(now) }
}

export const formalReply = async (server, code = 'A') => {
  const now = await nowOf(server)
  const promised = ['B', 'C'].includes(code) && { promised_on: dayAfter(now, 60) }
  return { code, text: '已纳入工作安排。', signed_by: '张示例', contact: contactAt(now), ...promised, ...ABSENCES }
}

export const wording = (more = '') => ({
  title: `关于改善农村道路照明的建议${more}`,
  facts: `三个村的主路没有路灯，夜间事故多发。${more}`,
  proposal: `请将三个村的主路纳入今年的照明改造。${more}`,
})

/** Dispatched or referred to the unit, the other unit assisting. */
const toUnits = (cast) => ({
  unit: cast.unit.person.unit.id,
  assisting: [{ unit: cast.assisting_unit.person.unit.id, task: '配合查勘。' }],
})

/** The papers of a return, whole; the leader's signed opinion is a picture of the unit's own. */
export async function returnPapers(cast) {
  const attachment = made(await cast.unit.post('/api/v1/attachments', form(png())))
  return {
    reason: '不属本单位职责。',
    proposed_unit: cast.assisting_unit.person.unit.id,
    basis: '三定规定第二条。',
    leader: '王试一',
    opinion: [attachment.id],
  }
}

/** The numbers of other orders that a body names where none was made for it. */
const NO_ORDER = { order: 'GD00000000000' }

/** A body that fits each action, so that only the rules can refuse it. */
export const bodies = (server, cast) => ({
  look: () => ({}),
  answer: () => ({ text: '已经了解。' }),
  'station-answer': () => ({ text: '站里答复您。' }),
  question: () => ({ text: '在村口哪一边?' }),
  supplement: () => ({ text: '在东边。' }),
  comments: () => ({ text: '我会跟进。' }),
  'call-notes': () => ({ text: '已打12345问过。' }),
  publication: () => ({ title: '村口路灯不亮' }),
  'publication-end': () => ({}),
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
  'line-answer': () => ({ category: 'consultation', text: '按规定可以办理。' }),
  appending: () => NO_ORDER,
  'earlier-result': () => NO_ORDER,
  links: () => NO_ORDER,
  escalation: () => ({ reason: '涉及全市，超出热线范围。' }),
  dispatch: () => toUnits(cast),
  receipt: () => ({}),
  category: () => ({ category: 'complaint', urgent: false, reason: '核实后更正。' }),
  return: () => returnPapers(cast),
  'return-grant': () => ({}),
  'return-refusal': () => ({ reason: '属于你单位职责。' }),
  extension: async () => ({ cause: '连日暴雨。', until: dayAfter(await nowOf(server), 9) }),
  'extension-grant': () => ({}),
  'extension-refusal': () => ({ reason: '不属客观原因。' }),
  assistance: () => ({ text: '已配合查勘。' }),
  reply: async (kind = 'order') => (kind === 'order' ? { ...(await replyBody(server)), ...ABSENCES } : formalReply(server)),
  promise: async () => ({ ...(await promiseBody(server)), ...ABSENCES }),
  progress: () => ({ text: '已完成一半。' }),
  'unit-callbacks': () => ({ outcome: 'satisfied' }),
  callbacks: () => ({ outcome: 'dissatisfied' }),
  redo: () => ({ reason: '没有修好。' }),
  'supervised-redo': () => ({ reason: '两次都没有修好。' }),
  supervision: () => ({ notice: '请三日内报告进展。' }),
  'supervision-end': () => ({ reason: '已经办妥。' }),
  adoption: () => wording(),
  declining: () => ({ reason: '已有规划。' }),
  revision: () => wording('(改)'),
  invitations: () => ({ deputy: cast.joint_signatory.code }),
  signature: () => ({}),
  filing: () => ({}),
  'turning-back': () => ({ reason: 'not_concrete', text: '请写明是哪几条路。' }),
  registration: () => ({}),
  referral: () => ({ ...toUnits(cast), difficulty: 'ordinary' }),
  evaluation: () => ({ score: 'satisfied' }),
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
TO_ORDER_STATE.appended = [] // into another order, which is made first
TO_ORDER_STATE.escalated = [['reviewer', 'escalation']]
TO_ORDER_STATE.withdrawn = [['deputy', 'withdrawal']]
TO_ORDER_STATE.tracked = [...TO_ORDER_STATE.handling, ['unit', 'promise']]
TO_ORDER_STATE.replied = [...TO_ORDER_STATE.handling, ['unit', 'reply']]
TO_ORDER_STATE.disputed = [...TO_ORDER_STATE.replied, ['callback', 'callbacks']]
TO_ORDER_STATE.archived = [...TO_ORDER_STATE.replied, ['callback', 'callbacks', { outcome: 'satisfied' }]]

// A suggestion begins as a draft, but for those that the hotline escalates.
const TO_SUGGESTION_STATE = {
  proposed: [],
  declined: [['deputy', 'declining']],
  drafted: [['deputy', 'invitations']],
  withdrawn: [['deputy', 'invitations'], ['deputy', 'withdrawal']],
}
TO_SUGGESTION_STATE.filed = [...TO_SUGGESTION_STATE.drafted, ['joint_signatory', 'signature'], ['deputy', 'filing']]
TO_SUGGESTION_STATE.registered = [...TO_SUGGESTION_STATE.filed, ['liaison_office', 'registration']]
TO_SUGGESTION_STATE.referred = [...TO_SUGGESTION_STATE.registered, ['liaison_office', 'referral']]
TO_SUGGESTION_STATE.evaluating = [...TO_SUGGESTION_STATE.referred, ['unit', 'reply']]
TO_SUGGESTION_STATE.closed = [...TO_SUGGESTION_STATE.evaluating, ['deputy', 'evaluation']]
TO_SUGGESTION_STATE.promised = [
  ...TO_SUGGESTION_STATE.referred, ['unit', 'reply', (server) => formalReply(server, 'B')], ['deputy', 'evaluation'],
]
const ESCALATED = ['proposed', 'declined']

export const MESSAGE_STATES = Object.keys(TO_MESSAGE_STATE)
export const ORDER_STATES = Object.keys(TO_ORDER_STATE)
export const SUGGESTION_STATES = Object.keys(TO_SUGGESTION_STATE)

/** A step is by whom, what, and with which body, where it is not the one that fits. */
export async function takeSteps(server, cast, ref, steps) {
  for (const [role, noun, body] of steps) {
    const given = typeof body === 'function' ? await body(server) : body
    ref = await cast[role].does(ref, noun, given ?? (await bodies(server, cast)[noun](ref.kind)))
  }
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
  const ref = { kind: 'order', id: order.id, number: order.number }
  if (state !== 'appended') return { ...ref, ...(await takeSteps(server, cast, ref, TO_ORDER_STATE[state])) }
  const earlier = await orderIn(server, cast, 'submitted')
  return takeSteps(server, cast, ref, [['reviewer', 'appending', { order: earlier.number }]])
}

/** What the deputy begins by himself. */
export const draftSuggestion = async (cast, more = {}) =>
  made(await cast.deputy.post('/api/v1/suggestions', { wording: wording(), ...more }))

export async function suggestionIn(server, cast, state) {
  const steps = TO_SUGGESTION_STATE[state]
  if (!ESCALATED.includes(state)) return takeSteps(server, cast, await draftSuggestion(cast), steps)
  const { suggestions } = await cast.deputy.sees(await orderIn(server, cast, 'escalated'))
  return takeSteps(server, cast, { kind: 'suggestion', id: suggestions[0].id }, steps)
}

export const caseIn = { message: messageIn, order: orderIn, suggestion: suggestionIn }
