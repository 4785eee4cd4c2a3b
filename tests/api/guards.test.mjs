// The guards over HTTP: each condition of a step that people take refuses with its own code, its own
// words and its citation. Three need more than a request: for the two that are about time the demo's
// clock moves, and a deputy's term is ended in the database, since no page does that.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  bodies, dayAfter, draft, draftSuggestion, formalReply, messageIn, nowOf, orderIn, replyBody,
  sendMessage, signInCast, suggestionIn, takeSteps, wording,
} from './lib/cases.mjs'
import { city, made, newResident } from './lib/people.mjs'
import { form, png } from './lib/pictures.mjs'
import { isOfPeople, readRules } from './lib/rules.mjs'
import { sqlite, startServer } from './lib/server.mjs'

let server
let rows
before(async () => {
  server = await startServer()
  rows = Object.values(await readRules()).flat()
})

const actOn = async (cast, role, ref, noun, body) => {
  const given = body ?? (await bodies(server, cast)[noun](ref.kind))
  return cast[role].act(await cast[role].sees(ref), noun, given)
}

const tried = new Set()
/** `ask` makes a request that only this guard stands against. */
function guard(code, what, ask) {
  tried.add(code)
  // Not two in a row with the same people: each may only act so often.
  const nth = tried.size * 2
  test(`${code}: ${what}`, async () => {
    const answer = await ask(await signInCast(server, nth))
    assert.deepEqual([answer.status, answer.json.code], [409, code], answer.text)
    const { refusal } = rows.flatMap((row) => row.when).find((rule) => rule.code === code)
    assert.deepEqual(answer.json.text, refusal)
    assert.ok(answer.json.basis.law && answer.json.basis.title.en)
  })
}

describe('messages', () => {
  const send = (cast, more) => cast.resident.post('/api/v1/messages', draft(cast.deputy, more))
  const suspended = city.deputies.find((row) => row.status === 'suspended')

  guard('deputy_active', 'one who is suspended', (cast) => send(cast, { deputy: suspended.code }))
  guard('notice_accepted', 'an old notice', (cast) => send(cast, { notice_version: '2020-1' }))
  guard('attachments_usable', "another person's attachment", async (cast) => {
    const other = await newResident(server)
    const attachment = made(await other.post('/api/v1/attachments', form(png())))
    return send(cast, { attachments: [attachment.id] })
  })
  guard('joinable', 'a message that nobody is shown', async (cast) => {
    const other = await sendMessage(cast)
    return send(cast, { joins: other.id })
  })
  guard('title_general', 'a telephone in the title', async (cast) =>
    actOn(cast, 'deputy', await sendMessage(cast), 'publication', { title: '请打 154 0000 0011' }))
  guard('published', 'what nobody was shown is taken back', async (cast) =>
    actOn(cast, 'station', await sendMessage(cast), 'publication-end'))
  guard('not_looked_before', 'a second look', async (cast) => {
    const ref = await sendMessage(cast)
    await cast.deputy.does(ref, 'look', {})
    return actOn(cast, 'deputy', ref, 'look')
  })
  guard('nobody_acted', 'withdrawn after an office had it', async (cast) => {
    const ref = await messageIn(server, cast, 'with_deputy', [['deputy', 'office-pass'], ['liaison_office', 'give-back']])
    return actOn(cast, 'resident', ref, 'withdrawal')
  })
  guard('not_rated_before', 'a second rating', async (cast) => {
    const ref = await messageIn(server, cast, 'answered')
    await cast.resident.does(ref, 'rating', { score: 'dissatisfied' })
    return actOn(cast, 'resident', ref, 'rating')
  })
  guard('other_office', 'the county passes to the county', async (cast) => {
    const ref = await messageIn(server, cast, 'with_office')
    return actOn(cast, 'liaison_office', ref, 'office-pass', { office: 'county' })
  })
  guard('call_plausible', 'a call before the message came', async (cast) => {
    const ref = await messageIn(server, cast, 'with_deputy')
    return actOn(cast, 'deputy', ref, 'call-notes', { text: '已打12345。', at: '2020-01-01T09:00:00+08:00' })
  })
  guard('call_order_known', "another deputy's order", async (cast) => {
    const other = await signInCast(server, 1)
    const order = await other.reviewer.sees(await orderIn(server, other, 'submitted'))
    const ref = await messageIn(server, cast, 'with_deputy')
    return actOn(cast, 'deputy', ref, 'call-notes', { text: '已打12345。', order_number: order.number })
  })
  guard('fill_left_blank', 'what the resident wrote himself', async (cast) => {
    const body = draft(cast.deputy, { content: { where: '示例村', when: '昨晚', what: '路灯坏了。', ask: '请修好。' } })
    const ref = made(await cast.resident.post('/api/v1/messages', body))
    return actOn(cast, 'deputy', ref, 'hotline-pass', { fill: { when: '上周' } })
  })
  guard('deputy_gone', 'the station answers for one who serves', async (cast) => {
    const ref = await messageIn(server, cast, 'with_station')
    return actOn(cast, 'station', ref, 'station-answer')
  })
  for (const noun of ['answer', 'give-back'])
    guard('deputy_serving', `${noun} to one whose term ended`, async (cast) => {
      const ref = await messageIn(server, cast, 'with_station')
      const put = (status) =>
        sqlite(server.data, `pragma busy_timeout = 5000; update deputy set status = '${status}' where code = '${cast.deputy.code}'`)
      await put('ended')
      const answer = await actOn(cast, 'station', ref, noun)
      await put('active')
      return answer
    })
})

describe('orders at the hotline', () => {
  const inReview = (noun, body) => async (cast) => actOn(cast, 'reviewer', await orderIn(server, cast, 'submitted'), noun, body)
  /** Two orders of one person; the second one names the first. */
  const naming = (noun, state) => async (cast) => {
    const first = await orderIn(server, cast, state)
    const { number } = await cast.reviewer.sees(first)
    return actOn(cast, 'reviewer', await orderIn(server, cast, 'submitted'), noun, { order: number })
  }
  /** The first order is another person's. */
  const ofAnother = (noun) => async (cast) => {
    const first = await orderIn(server, { ...cast, resident: await newResident(server) }, 'handling')
    return actOn(cast, 'reviewer', await orderIn(server, cast, 'submitted'), noun, { order: first.number })
  }

  guard('needs_handling', 'praise is not accepted', inReview('acceptance', { category: 'praise', urgent: false }))
  guard('needs_handling', 'nor is anything made praise later', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    return actOn(cast, 'reviewer', ref, 'category', { category: 'praise', urgent: false, reason: '像表扬。' })
  })
  guard('needs_no_dispatch', 'a complaint is not just recorded', inReview('record', { category: 'complaint', text: '记下。' }))
  guard('needs_no_dispatch', 'nor is it praise because it is said so',
    inReview('record', { category: 'complaint', kind: 'praise', text: '记下。' }))
  guard('is_consultation', 'help is not answered on the line', inReview('line-answer', { category: 'help', text: '办不了。' }))
  guard('earlier_known', 'appended to no order', inReview('appending', { order: 'GD20200101-000001' }))
  guard('earlier_known', "appended to another person's", ofAnother('appending'))
  guard('earlier_known', "told another person's result", ofAnother('earlier-result'))
  guard('earlier_known', 'appended to itself', async (cast) => {
    const ref = await orderIn(server, cast, 'submitted')
    return actOn(cast, 'reviewer', ref, 'appending', { order: ref.number })
  })
  guard('earlier_open', 'appended to a closed one', naming('appending', 'archived'))
  guard('earlier_answered', 'the result of an open one', naming('earlier-result', 'handling'))
  guard('other_order_known', 'linked to no order', inReview('links', { order: 'GD20200101-000001' }))
  guard('not_head_of_group', 'linked away from those that are linked to it', async (cast) => {
    const [first, second, third] = [await orderIn(server, cast, 'submitted'), await orderIn(server, cast, 'submitted'), await orderIn(server, cast, 'submitted')]
    await cast.reviewer.does(second, 'links', { order: first.number })
    return actOn(cast, 'reviewer', first, 'links', { order: third.number })
  })
  guard('other_matter', 'linked twice', async (cast) => {
    const [first, second] = [await orderIn(server, cast, 'submitted'), await orderIn(server, cast, 'submitted')]
    await cast.reviewer.does(second, 'links', { order: first.number })
    return actOn(cast, 'reviewer', second, 'links', { order: first.number })
  })
  guard('category_differs', 'changed to what it is', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    return actOn(cast, 'reviewer', ref, 'category', { category: 'help', urgent: false, reason: '核实。' })
  })
  const dispatch = (given) => async (cast) =>
    actOn(cast, 'reviewer', await orderIn(server, cast, 'accepted'), 'dispatch', given(cast.unit.person.unit.id, cast.assisting_unit.person.unit.id))
  guard('unit_known', 'to no unit', dispatch(() => ({ unit: 987654 })))
  guard('unit_known', 'with the assistance of no unit', dispatch((unit) => ({ unit, assisting: [{ unit: 987654 }] })))
  guard('units_distinct', 'the lead assists itself', dispatch((unit) => ({ unit, assisting: [{ unit }] })))
  guard('units_distinct', 'one assists twice', dispatch((unit, other) => ({ unit, assisting: [{ unit: other }, { unit: other }] })))
  guard('return_asked', 'granted without a request', async (cast) =>
    actOn(cast, 'reviewer', await orderIn(server, cast, 'dispatched'), 'return-grant'))
  guard('return_asked', 'refused without a request', async (cast) =>
    actOn(cast, 'reviewer', await orderIn(server, cast, 'handling'), 'return-refusal'))
  for (const noun of ['extension-grant', 'extension-refusal'])
    guard('extension_asked', `${noun} without a request`, async (cast) => actOn(cast, 'reviewer', await orderIn(server, cast, 'handling'), noun))

  const REDO_TWICE = [['reviewer', 'redo'], ['unit', 'reply'], ['callback', 'callbacks']]
  guard('redone_under_twice', 'a third redo', async (cast) => {
    const ref = await orderIn(server, cast, 'disputed')
    await takeSteps(server, cast, ref, [...REDO_TWICE, ...REDO_TWICE])
    return actOn(cast, 'reviewer', ref, 'redo')
  })
  guard('not_supervised', 'opened twice', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await cast.reviewer.does(ref, 'supervision', { notice: '请报告。' })
    return actOn(cast, 'supervisor', ref, 'supervision')
  })
  guard('supervised', 'lifted where there is none', async (cast) =>
    actOn(cast, 'supervisor', await orderIn(server, cast, 'handling'), 'supervision-end'))
})

/** The day after a running limit's last day. */
async function dayAfterLimit(person, ref) {
  const { clocks } = await person.sees(ref)
  const { due_at: due } = clocks.find(({ clock, stopped_at: stopped }) => clock === 'work_limit' && !stopped)
  return dayAfter(due, 0) // due at 24:00, which is the next day's beginning
}
async function askExtension(cast, ref) {
  const until = await dayAfterLimit(cast.unit, ref)
  return cast.unit.does(ref, 'extension', { cause: '连日暴雨。', until })
}

describe('orders at their units', () => {
  const RETURN_REFUSED = [['unit', 'return'], ['reviewer', 'return-refusal']]
  guard('not_returned_before', 'after a refusal', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await takeSteps(server, cast, ref, RETURN_REFUSED)
    return actOn(cast, 'unit', ref, 'return')
  })
  guard('no_return_asked', 'asked twice', async (cast) => {
    const ref = await orderIn(server, cast, 'dispatched')
    await takeSteps(server, cast, ref, [['unit', 'return']])
    return actOn(cast, 'unit', ref, 'return')
  })
  guard('return_papers_complete', 'with nothing', async (cast) =>
    actOn(cast, 'unit', await orderIn(server, cast, 'dispatched'), 'return', {}))
  guard('extension_left', 'a second one', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await askExtension(cast, ref)
    await takeSteps(server, cast, ref, [['reviewer', 'extension-grant']])
    return actOn(cast, 'unit', ref, 'extension', { cause: '又有暴雨。', until: await dayAfterLimit(cast.unit, ref) })
  })
  guard('no_extension_asked', 'asked twice', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await askExtension(cast, ref)
    return actOn(cast, 'unit', ref, 'extension')
  })
  const extension = (days) => async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    const until = dayAfter(await dayAfterLimit(cast.unit, ref), days)
    return actOn(cast, 'unit', ref, 'extension', { cause: '连日暴雨。', until })
  }
  guard('extension_reasonable', 'to the day it is due anyway', extension(-1))
  guard('extension_reasonable', 'by more than the limit is long', extension(40))
  guard('owes_assistance', 'a second part', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await cast.assisting_unit.does(ref, 'assistance', { text: '已查勘。' })
    return actOn(cast, 'assisting_unit', ref, 'assistance')
  })
  const replyContacted = (at) => async (cast) => {
    const body = await replyBody(server)
    return actOn(cast, 'unit', await orderIn(server, cast, 'handling'), 'reply', { ...body, contact: { ...body.contact, at } })
  }
  guard('caller_contacted', 'in the future', replyContacted('2099-01-01T00:00:00+08:00'))
  guard('caller_contacted', 'before the dispatch', replyContacted('2020-01-01T00:00:00+08:00'))
  guard('assistants_settled', 'one part is missing', async (cast) =>
    actOn(cast, 'unit', await orderIn(server, cast, 'handling'), 'reply', await replyBody(server)))
  guard('promise_ahead', 'for today', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    const body = await bodies(server, cast).promise()
    return actOn(cast, 'unit', ref, 'promise', { ...body, until: dayAfter(body.contact.at, 0) })
  })
})

describe('suggestions', () => {
  guard('sources_his', "another deputy's message", async (cast) => {
    const { id } = await sendMessage({ ...cast, deputy: cast.joint_signatory })
    const { number } = await cast.resident.sees({ kind: 'message', id })
    return cast.deputy.post('/api/v1/suggestions', { wording: wording(), messages: [number] })
  })
  guard('own_words', 'facts are those of the message', async (cast) => {
    const { number } = await cast.resident.sees(await sendMessage(cast, '村里三条路都没有灯。'))
    return cast.deputy.post('/api/v1/suggestions', { wording: { ...wording(), facts: '村里三条路都没有灯。' }, messages: [number] })
  })
  guard('own_words', 'nor does a comma or a full stop make them his', async (cast) => {
    const { number } = await cast.resident.sees(await sendMessage(cast, '村里三条路都没有灯。'))
    return cast.deputy.post('/api/v1/suggestions', { wording: { ...wording(), facts: '村里三条路，都没有灯' }, messages: [number] })
  })
  guard('own_words', "adopted in the hotline's words", async (cast) => {
    const ref = await suggestionIn(server, cast, 'proposed')
    const { facts } = await cast.deputy.sees(ref)
    return actOn(cast, 'deputy', ref, 'adoption', { ...wording(), facts })
  })
  guard('own_words', 'revised into one text', async (cast) =>
    actOn(cast, 'deputy', await draftSuggestion(cast), 'revision', { ...wording(), facts: '修路。', proposal: '修路' }))
  const invite = (code) => async (cast) => actOn(cast, 'deputy', await suggestionIn(server, cast, 'drafted'), 'invitations', { deputy: code(cast) })
  guard('signatory_known', 'nobody', invite(() => 'DXXXXX'))
  guard('signatory_known', 'one who does not serve', invite(() => city.deputies.find((row) => row.status !== 'active').code))
  guard('signatory_known', 'the deputy himself', invite((cast) => cast.deputy.code))
  guard('signatory_known', 'one who was invited before', invite((cast) => cast.joint_signatory.code))
  guard('not_signed_before', 'signed twice', async (cast) => {
    const ref = await suggestionIn(server, cast, 'drafted')
    await cast.joint_signatory.does(ref, 'signature', {})
    return actOn(cast, 'joint_signatory', ref, 'signature')
  })
  guard('units_distinct', 'the lead assists itself', async (cast) => {
    const { id } = cast.unit.person.unit
    return actOn(cast, 'liaison_office', await suggestionIn(server, cast, 'registered'), 'referral',
      { unit: id, assisting: [{ unit: id }], difficulty: 'wide' })
  })
  const reply = (change) => async (cast) =>
    actOn(cast, 'unit', await suggestionIn(server, cast, 'referred'), 'reply', change(await formalReply(server, 'B')))
  guard('head_signed', 'by nobody', reply(({ signed_by: _, ...body }) => body))
  guard('reply_coded', 'no such code', reply((body) => ({ ...body, code: 'E' })))
  guard('reply_coded', 'a promise without a day', reply(({ promised_on: _, ...body }) => body))
  guard('reply_coded', 'a promise for today', reply((body) => ({ ...body, promised_on: dayAfter(body.contact.at, 0) })))
  guard('reply_coded', 'a day without a promise', reply((body) => ({ ...body, code: 'A' })))
  guard('assistants_settled', 'one part is missing', reply(({ absences: _, ...body }) => body))
})

describe('when time has passed', () => {
  const pass = async (days) => {
    for (let day = 0; day < days; day++) {
      const answer = await fetch(`${server.url}/api/v1/demo/clock`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"advance":"1 working day"}',
      })
      assert.equal(answer.status, 200)
    }
  }
  guard('return_window_open', 'a return after two working days', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await pass(2)
    return actOn(cast, 'unit', ref, 'return')
  })
  guard('work_in_time', 'an extension after the limit', async (cast) => {
    const ref = await orderIn(server, cast, 'handling')
    await pass(6)
    // By itself it falls under supervision, which would come between a look and an act.
    while ((await cast.unit.sees(ref)).supervisions.length === 0) await new Promise((done) => setTimeout(done, 20))
    return actOn(cast, 'unit', ref, 'extension', { cause: '连日暴雨。', until: dayAfter(await nowOf(server), 3) })
  })
})

test('no guard of a step that people take is left out', () => {
  const ofPeople = rows.filter(isOfPeople).flatMap((row) => row.when.map(({ code }) => code))
  assert.deepEqual(new Set(ofPeople), tried)
})
