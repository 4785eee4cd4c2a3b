// What lies between the hotline, or a liaison office, and the units: returns with their papers,
// several units on one case, and warnings of clocks that run out.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { bodies, dayAfter, orderIn, replyBody, returnPapers, signInCast, suggestionIn, takeSteps } from './lib/cases.mjs'
import { made } from './lib/people.mjs'
import { form, png } from './lib/pictures.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
})

const asks = async (person, ref, noun, body) => person.act(await person.sees(ref), noun, body)
const AT_UNITS = { order: ['dispatched', 'handling'], suggestion: ['referred'] }
const refAt = (kind, state) => (kind === 'order' ? orderIn : suggestionIn)(server, cast, state)
const DECIDES = { order: 'reviewer', suggestion: 'liaison_office' }

describe('a return', () => {
  const SPOILT = {
    'without its reason': ({ reason: _, ...papers }) => papers,
    'without the unit proposed': ({ proposed_unit: _, ...papers }) => papers,
    'proposing the unit itself': (papers) => ({ ...papers, proposed_unit: cast.unit.person.unit.id }),
    'proposing no unit': (papers) => ({ ...papers, proposed_unit: 987654 }),
    'without its basis': ({ basis: _, ...papers }) => papers,
    'without the leader': ({ leader: _, ...papers }) => papers,
    "without the leader's opinion": ({ opinion: _, ...papers }) => papers,
    'with an empty opinion': (papers) => ({ ...papers, opinion: [] }),
    'with an opinion that nobody uploaded': (papers) => ({ ...papers, opinion: [987654] }),
  }
  for (const [kind, states] of Object.entries(AT_UNITS))
    for (const state of states)
      test(`of ${kind} ${state} with a paper missing is refused`, async () => {
        const ref = await refAt(kind, state)
        const seen = await cast.unit.sees(ref)
        for (const [what, spoil] of Object.entries(SPOILT)) {
          const answer = await asks(cast.unit, ref, 'return', spoil(await returnPapers(cast)))
          assert.deepEqual([answer.status, answer.json.code], [409, 'return_papers_complete'], what)
        }
        assert.deepEqual(await cast.unit.sees(ref), seen)
      })

  test("with another person's picture is refused", async () => {
    const ref = await orderIn(server, cast, 'handling')
    const attachment = made(await cast.assisting_unit.post('/api/v1/attachments', form(png())))
    const answer = await asks(cast.unit, ref, 'return', { ...(await returnPapers(cast)), opinion: [attachment.id] })
    assert.deepEqual([answer.status, answer.json.code], [409, 'return_papers_complete'])
  })

  test('an empty text is a field error, not a missing paper', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const answer = await asks(cast.unit, ref, 'return', { ...(await returnPapers(cast)), basis: ' ' })
    assert.deepEqual([answer.status, answer.json.errors[0].path], [422, '/basis'])
  })

  for (const [kind, state] of [['order', 'dispatched'], ['order', 'handling'], ['suggestion', 'referred']])
    test(`of ${kind} ${state} granted takes it from both units; the first receipt is kept`, async () => {
      const ref = await refAt(kind, state)
      await takeSteps(server, cast, ref, [['unit', 'return'], [DECIDES[kind], 'return-grant']])
      for (const unit of ['unit', 'assisting_unit'])
        assert.equal((await cast[unit].get(`/api/v1/${kind}s/${ref.id}`)).status, 404, unit)
      const { work, clocks } = await cast[DECIDES[kind]].sees(ref)
      assert.equal(work.unit, undefined)
      assert.deepEqual([work.earlier.length, work.returns.length, work.returns[0].granted], [1, 1, true])
      assert.equal(work.earlier[0].unit_name, cast.unit.person.unit.name)
      assert.deepEqual(clocks.filter((run) => !run.stopped_at).map(({ clock }) => clock),
        [kind === 'order' ? 'dispatch_limit' : 'refer_limit'])
      // Dispatched anew, to the one that was proposed.
      const anew = { unit: cast.assisting_unit.person.unit.id, ...(kind === 'suggestion' && { difficulty: 'ordinary' }) }
      await cast[DECIDES[kind]].does(ref, kind === 'order' ? 'dispatch' : 'referral', anew)
      assert.equal((await cast.assisting_unit.sees(ref)).work.unit.id, anew.unit)
      assert.equal((await cast.unit.get(`/api/v1/${kind}s/${ref.id}`)).status, 404)
    })

  for (const [kind, limit] of [['order', 'work_limit'], ['suggestion', 'reply_limit']])
    test(`of a ${kind} refused leaves the limit as it was, and there is no second one`, async () => {
      const ref = await refAt(kind, AT_UNITS[kind].at(-1))
      const due = (view) => view.clocks.find(({ clock }) => clock === limit).due_at
      const before = due(await cast.unit.sees(ref))
      await takeSteps(server, cast, ref, [['unit', 'return'], [DECIDES[kind], 'return-refusal']])
      const view = await cast.unit.sees(ref)
      assert.equal(due(view), before)
      assert.equal(view.actions.find(({ noun }) => noun === 'return').allowed, false)
    })

  test('its papers are seen by those who decide, and by no stranger', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const papers = await returnPapers(cast)
    await cast.unit.does(ref, 'return', papers)
    const attachment = `/api/v1/attachments/${papers.opinion[0]}`
    assert.equal((await cast.reviewer.get(attachment)).status, 200)
    assert.equal((await cast.resident.get(attachment)).status, 404)
  })
})

describe('several units', () => {
  const dispatched = async (body) => asks(cast.reviewer, await orderIn(server, cast, 'accepted'), 'dispatch', body)
  const lead = () => cast.unit.person.unit.id
  const other = () => cast.assisting_unit.person.unit.id

  test('unknown and doubled ones are refused', async () => {
    const refused = [
      [{ unit: 987654 }, 'unit_known'], [{ unit: lead(), assisting: [{ unit: 987654 }] }, 'unit_known'],
      [{ unit: lead(), assisting: [{ unit: lead() }] }, 'units_distinct'],
      [{ unit: lead(), assisting: [{ unit: other() }, { unit: other(), task: '第二次。' }] }, 'units_distinct'],
    ]
    for (const [body, code] of refused) {
      const answer = await dispatched(body)
      assert.deepEqual([answer.status, answer.json.code], [409, code], JSON.stringify(body))
    }
  })

  test('what is no unit is a field error', async () => {
    const wrong = [
      [{}, '/assisting'], [[{}], '/assisting/0/unit'], [[{ unit: 'x' }], '/assisting/0/unit'],
      [[{ unit: other(), task: '' }], '/assisting/0/task'],
    ]
    for (const [assisting, path] of wrong) {
      const answer = await dispatched({ unit: lead(), assisting })
      assert.deepEqual([answer.status, answer.json.errors[0].path], [422, path], JSON.stringify(assisting))
    }
  })

  for (const kind of ['order', 'suggestion'])
    test(`each that assists in a ${kind} has a clock of its own`, async () => {
      const third = await signInCast(server, 2)
      const ref = await refAt(kind, kind === 'order' ? 'accepted' : 'registered')
      const assisting = [{ unit: other(), task: '配合。' }, { unit: third.unit.person.unit.id }]
      const more = kind === 'order' ? {} : { difficulty: 'wide' }
      await cast[DECIDES[kind]].does(ref, kind === 'order' ? 'dispatch' : 'referral', { unit: lead(), assisting, ...more })
      const owing = async () => {
        const { clocks } = await cast.unit.sees(ref)
        return clocks.filter(({ clock, stopped_at: at }) => clock === 'assist_limit' && !at).map(({ unit }) => unit.id)
      }
      assert.deepEqual(new Set(await owing()), new Set(assisting.map(({ unit }) => unit)))
      await third.unit.does(ref, 'assistance', { text: '已配合。' })
      assert.deepEqual(await owing(), [other()])
      if (kind === 'order') await cast.unit.does(ref, 'receipt', {})
      const held = (await cast.unit.sees(ref)).actions.find(({ noun }) => noun === 'reply')
      assert.equal(held.allowed, true, 'an absence may be explained, so the form opens')
      await cast.assisting_unit.does(ref, 'assistance', { text: '也已配合。' })
      const { work, actions } = await cast.unit.sees(ref)
      assert.deepEqual(new Set(work.assisting.map(({ text }) => text)), new Set(['已配合。', '也已配合。']))
      assert.equal(actions.find(({ noun }) => noun === 'reply').allowed, true)
    })

  test('an absence that is explained is enough', async () => {
    const ref = await orderIn(server, cast, 'handling')
    await cast.unit.does(ref, 'reply', { ...(await replyBody(server)), absences: '协办单位正在防汛。' })
    const view = await cast.deputy.sees(ref)
    assert.equal(view.state, 'replied')
    assert.equal(view.clocks.some(({ clock, stopped_at: at }) => clock === 'assist_limit' && !at), false)
  })

  test('whoever assists takes no step of the lead', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const { actions } = await cast.assisting_unit.sees(ref)
    assert.deepEqual(actions.map(({ noun }) => noun), ['assistance'])
    for (const noun of ['reply', 'promise', 'return', 'extension']) {
      const answer = await asks(cast.assisting_unit, ref, noun, await bodies(server, cast)[noun]())
      assert.deepEqual([answer.status, answer.json.code], [403, 'not_yours'], noun)
    }
  })
})

describe('limits', () => {
  const runOf = async (ref, name) => (await cast.unit.sees(ref)).clocks.find(({ clock, stopped_at: at }) => clock === name && !at)

  test('an extension that is granted moves the limit, with both values kept', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const before = await runOf(ref, 'work_limit')
    const until = dayAfter(before.due_at, 0)
    await takeSteps(server, cast, ref, [['unit', 'extension', { cause: '连日暴雨。', until }], ['reviewer', 'extension-grant', { note: '同意。' }]])
    const after = await runOf(ref, 'work_limit')
    assert.equal(after.due_at, `${dayAfter(until, 1)}T00:00:00+08:00`)
    assert.equal(after.started_at, before.started_at)
    assert.deepEqual(after.moves.map(({ by, from, to }) => [by, from, to]), [['grant_extension', before.due_at, after.due_at]])
    assert.deepEqual((await cast.unit.sees(ref)).extensions.map(({ granted }) => granted), [true])
  })

  test('one that is refused moves nothing, and may be asked for again', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const { due_at: due } = await runOf(ref, 'work_limit')
    const ask = ['unit', 'extension', { cause: '连日暴雨。', until: dayAfter(due, 0) }]
    await takeSteps(server, cast, ref, [ask, ['reviewer', 'extension-refusal']])
    assert.equal((await runOf(ref, 'work_limit')).due_at, due)
    await takeSteps(server, cast, ref, [ask])
  })

  test('another category counts anew from the same start', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const [help, helping] = [await runOf(ref, 'work_limit'), await runOf(ref, 'assist_limit')]
    await cast.reviewer.does(ref, 'category', { category: 'consultation', urgent: false, reason: '只是询问。' })
    const [consultation, assisting] = [await runOf(ref, 'work_limit'), await runOf(ref, 'assist_limit')]
    assert.deepEqual([help.limit.en, consultation.limit.en], ['5 working days', '3 working days'])
    assert.equal(consultation.started_at, help.started_at)
    assert.deepEqual(consultation.moves.map(({ by, from, to }) => [by, from, to]), [['change_category', help.due_at, consultation.due_at]])
    assert.deepEqual(assisting.moves.map(({ from, to }) => [from, to]), [[helping.due_at, assisting.due_at]])
    await cast.reviewer.does(ref, 'category', { category: 'help', urgent: false, reason: '还要办理。' })
    assert.equal((await runOf(ref, 'work_limit')).due_at, help.due_at)
  })

  test('a promise is due on its day, and is followed under supervision', async () => {
    const ref = await orderIn(server, cast, 'tracked')
    const { promises, supervisions, clocks } = await cast.unit.sees(ref)
    const run = clocks.find(({ clock, stopped_at: at }) => clock === 'follow_up' && !at)
    assert.equal(run.due_at, `${dayAfter(promises[0].until, 1)}T00:00:00+08:00`)
    assert.equal(supervisions.length, 1)
    assert.deepEqual(clocks.filter(({ stopped_at: at }) => !at).map(({ clock }) => clock).sort(), ['follow_up', 'supervision_limit'])
  })
})

describe('warnings', () => {
  const pass = async (days) => {
    for (let day = 0; day < days; day++) await cast.reviewer.post('/api/v1/demo/clock', { advance: '1 working day' })
  }
  const told = async (person, ref) =>
    (await person.get('/api/v1/warnings')).json.items.filter(({ kind, id }) => kind === ref.kind && id === ref.id).map(({ clock, mark }) => `${clock} ${mark}`)
  const untilTold = async (person, ref, warning) => {
    while (!(await told(person, ref)).includes(warning)) await new Promise((done) => setTimeout(done, 20))
  }

  test('reach the desk that is bound, then the supervisor, and nobody else', async () => {
    const far = await signInCast(server, 5)
    const ref = await orderIn(server, cast, 'handling')
    assert.deepEqual(await told(cast.unit, ref), [])
    await pass(3)
    await untilTold(cast.unit, ref, 'work_limit half')
    await untilTold(cast.assisting_unit, ref, 'assist_limit half')
    assert.deepEqual((await told(cast.assisting_unit, ref)).filter((one) => one.startsWith('work_limit')), [])
    assert.deepEqual(await told(cast.supervisor, ref), [])
    await pass(3)
    await untilTold(cast.supervisor, ref, 'work_limit overdue')
    for (const [name, person] of [['unit', far.unit], ['resident', cast.resident], ['station', cast.station]])
      assert.deepEqual(await told(person, ref), [], name)
    const { clocks } = await cast.unit.sees(ref)
    const given = clocks.find(({ clock }) => clock === 'work_limit').warnings.map(({ mark, audience }) => `${mark} ${audience}`)
    assert.deepEqual(given, ['half clerk', 'four_fifths leader', 'overdue supervisor'])
  })

  test('are followed by supervision, which rises level by level and is lifted by the supervisor', async () => {
    const ref = await orderIn(server, cast, 'handling')
    const supervision = async () => (await cast.supervisor.sees(ref)).supervisions.at(-1)
    await pass(6)
    while (!(await supervision())) await new Promise((done) => setTimeout(done, 20))
    const opened = await supervision()
    assert.equal(opened.level, 1)
    assert.deepEqual(opened.causes.map(({ en }) => /late|overdue|time/i.test(en)), [true])
    for (const level of [2, 3]) {
      await pass(6)
      while ((await supervision()).level < level) await new Promise((done) => setTimeout(done, 20))
    }
    await pass(6)
    assert.equal((await supervision()).level, 3)
    await takeSteps(server, cast, ref, [['supervisor', 'supervision-end', { reason: '已约谈。' }]])
    const ended = await supervision()
    assert.deepEqual([ended.conclusion, Boolean(ended.ended_at)], ['已约谈。', true])
    const { timeline } = await cast.unit.sees(ref)
    const raised = timeline.filter(({ action }) => action === 'raise_supervision').map(({ actor }) => actor.role)
    assert.deepEqual(raised, ['system', 'system'])
  })

  test('say when it is due, in both languages', async () => {
    const { items } = (await cast.supervisor.get('/api/v1/warnings')).json
    assert.ok(items.length > 0 && items.length <= 50)
    for (const { due_at: due, due_text: text, mark, at } of items) {
      assert.ok(text.zh && text.en)
      assert.equal(Date.parse(at) >= Date.parse(due), mark === 'overdue')
    }
  })

  test('are nobody\'s who is not signed in', async () => {
    assert.equal((await fetch(`${server.url}/api/v1/warnings`)).status, 401)
  })
})
