// Suggestions over HTTP: who may begin one and with what, whom it is hidden from until it is filed,
// joint signatures, and what a reply and its evaluation lead to.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { ACCOUNTS, bodies, draftSuggestion, formalReply, messageIn, orderIn, sendMessage, signInCast, suggestionIn, takeSteps, wording } from './lib/cases.mjs'
import { Person, city, loginOf, signInByPassword } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
let far
let cityOffice
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  far = await signInCast(server, 9)
  cityOffice = await signInByPassword(server, loginOf('liaison_office', (row) => row.region === city.code))
})

const begin = (person, body) => person.post('/api/v1/suggestions', body)
const statusFor = async (person, ref) => (await person.get(`/api/v1/suggestions/${ref.id}`)).status

describe('beginning one', () => {
  test('is for deputies only', async () => {
    for (const account of ACCOUNTS.filter((name) => !['deputy', 'joint_signatory'].includes(name))) {
      const answer = await begin(cast[account], { wording: wording() })
      assert.deepEqual([answer.status, answer.json.code], [404, 'not_there'], account)
    }
    assert.equal((await begin(new Person(server), { wording: wording() })).status, 401)
  })

  test('title, facts and proposal are all needed', async () => {
    for (const field of ['title', 'facts', 'proposal'])
      for (const value of [undefined, '', '  ', 7]) {
        const answer = await begin(cast.deputy, { wording: { ...wording(), [field]: value } })
        assert.deepEqual([answer.status, answer.json.errors[0].path], [422, `/wording/${field}`])
      }
    const wrong = [[{}, '/wording'], [{ wording: wording(), office: 'province' }, '/office'], [{ wording: wording(), deputy: 'D9RATC' }, '/deputy']]
    for (const [body, path] of wrong) {
      const answer = await begin(cast.deputy, body)
      assert.deepEqual([answer.status, answer.json.errors[0].path], [422, path])
    }
  })

  test("a message can't just be forwarded", async () => {
    const sent = await sendMessage(cast, '整条街的下水道都堵了。')
    const { number, content } = await cast.resident.sees(sent)
    const forwards = [
      { facts: content.what }, { proposal: content.ask }, { facts: '请修好。', proposal: '请修好。' }, { title: '请修路', proposal: '请修路' },
    ]
    for (const forward of forwards) {
      const answer = await begin(cast.deputy, { wording: { ...wording(), ...forward }, messages: [number] })
      assert.deepEqual([answer.status, answer.json.code], [409, 'own_words'], JSON.stringify(forward))
    }
  })

  test('the resident who wrote sees where it stands, and no draft', async () => {
    const sent = await sendMessage(cast)
    const { number } = await cast.resident.sees(sent)
    const ref = await draftSuggestion(cast, { messages: [number] })
    assert.equal(await statusFor(cast.resident, ref), 404)
    const told = async () => (await cast.resident.sees(sent)).suggestions.map(({ id, state }) => [id, state])
    assert.deepEqual(await told(), [])
    await cast.deputy.does(ref, 'filing', {})
    assert.deepEqual(await told(), [[ref.id, 'filed']])
    await cast.liaison_office.does(ref, 'registration', {})
    assert.deepEqual(await told(), [[ref.id, 'registered']])
    assert.equal(await statusFor(cast.resident, ref), 404)
  })

  test('the same key makes one', async () => {
    const headers = { 'Idempotency-Key': 'the-same-key-twice-1' }
    const ask = () => cast.deputy.post('/api/v1/suggestions', { wording: wording() }, headers)
    const [first, second] = [await ask(), await ask()]
    assert.deepEqual([first.status, second.status], [201, 201])
    assert.equal(first.json.id, second.json.id)
  })

  test('its number begins with JY, and it goes to the county unless it is said', async () => {
    const office = async (more) => (await cast.deputy.sees(await draftSuggestion(cast, more))).office.code
    const county = city.staff.find((row) => row.login === 'lianluo-hengnan').region
    assert.deepEqual([await office({}), await office({ office: 'county' }), await office({ office: 'city' })], [county, county, city.code])
    assert.match((await draftSuggestion(cast)).number, /^JY\d{8}-\d{6}$/)
  })
})

describe('a draft', () => {
  test("is there for nobody but its deputy, those he invited, and who oversees", async () => {
    const ref = await draftSuggestion(cast)
    for (const account of ACCOUNTS) {
      const expected = ['deputy', 'supervisor'].includes(account) ? 200 : 404
      assert.equal(await statusFor(cast[account], ref), expected, account)
      if (!['supervisor', 'administrator'].includes(account)) assert.equal(await statusFor(far[account], ref), 404, `another ${account}`)
    }
    await cast.deputy.does(ref, 'invitations', { deputy: cast.joint_signatory.code })
    assert.equal(await statusFor(cast.joint_signatory, ref), 200)
    assert.equal(await statusFor(cast.liaison_office, ref), 404)
  })

  test("is not changed or filed by another deputy, nor by who signs jointly", async () => {
    const ref = await suggestionIn(server, cast, 'drafted')
    const { version } = await cast.deputy.sees(ref)
    for (const noun of ['revision', 'invitations', 'filing', 'withdrawal']) {
      const body = await bodies(server, cast)[noun]()
      for (const [person, status, code] of [[far.deputy, 404, 'not_there'], [cast.joint_signatory, 403, 'not_yours']]) {
        const answer = await person.act({ ...ref, version }, noun, body)
        assert.deepEqual([answer.status, answer.json.code], [status, code], noun)
      }
    }
  })

  test('is signed jointly by those who were invited', async () => {
    const ref = await suggestionIn(server, cast, 'drafted')
    await cast.joint_signatory.does(ref, 'signature', {})
    const { signatories } = await cast.deputy.sees(ref)
    assert.equal(signatories.length, 1)
    assert.equal(signatories[0].code, cast.joint_signatory.code)
    assert.ok(signatories[0].signed_at)
  })
})

describe('at the liaison office', () => {
  test('it is turned back with a reason of the list, stays in its sight, and comes again', async () => {
    const ref = await suggestionIn(server, cast, 'filed')
    const seen = await cast.liaison_office.sees(ref)
    const wrong = await cast.liaison_office.act(seen, 'turning-back', { reason: 'too_long', text: '太长。' })
    assert.deepEqual([wrong.status, wrong.json.errors[0].path], [422, '/reason'])
    await cast.liaison_office.does(ref, 'turning-back', { reason: 'several_matters', text: '请一事一议。' })
    const back = await cast.deputy.sees(ref)
    assert.deepEqual([back.state, back.turned_back.code, back.turned_back.text], ['drafted', 'several_matters', '请一事一议。'])
    assert.equal(await statusFor(cast.liaison_office, ref), 200)
    await takeSteps(server, cast, ref, [['deputy', 'revision'], ['deputy', 'filing'], ['liaison_office', 'registration']])
  })

  test("one for the city is the city's office's", async () => {
    const ref = await draftSuggestion(cast, { office: 'city' })
    await cast.deputy.does(ref, 'filing', {})
    assert.deepEqual([await statusFor(cityOffice, ref), await statusFor(cast.liaison_office, ref)], [200, 404])
  })

  test('what is wide has six months, what is ordinary three', async () => {
    for (const [difficulty, length] of [['ordinary', '3 months'], ['wide', '6 months']]) {
      const ref = await suggestionIn(server, cast, 'registered')
      await cast.liaison_office.does(ref, 'referral', { ...(await bodies(server, cast).referral()), difficulty })
      const { clocks } = await cast.unit.sees(ref)
      assert.equal(clocks.find(({ clock }) => clock === 'reply_limit').limit.en, length)
    }
  })
})

describe('a reply', () => {
  const replied = async (code) => {
    const ref = await suggestionIn(server, cast, 'referred')
    await cast.unit.does(ref, 'reply', await formalReply(server, code))
    return ref
  }
  const evaluated = async (code, score) => {
    const ref = await replied(code)
    await cast.deputy.does(ref, 'evaluation', { score })
    return (await cast.deputy.sees(ref))
  }

  for (const [code, score, state] of [
    ['A', 'satisfied', 'closed'], ['D', 'mostly', 'closed'], ['B', 'satisfied', 'promised'], ['C', 'mostly', 'promised'],
    ['A', 'dissatisfied', 'referred'], ['B', 'dissatisfied', 'referred'],
  ])
    test(`${code}, evaluated ${score}: ${state}`, async () => {
      const view = await evaluated(code, score)
      assert.equal(view.state, state)
      const running = view.clocks.filter(({ stopped_at: at }) => !at).map(({ clock }) => clock)
      assert.deepEqual(running, { closed: [], promised: ['follow_up'], referred: ['redo_reply_limit'] }[state])
    })

  test('reaches those who signed jointly too, and is not theirs to evaluate', async () => {
    const ref = await replied('A')
    const view = await cast.joint_signatory.sees(ref)
    assert.equal(view.replies[0].text, '已纳入工作安排。')
    const answer = await cast.joint_signatory.act(view, 'evaluation', { score: 'satisfied' })
    assert.deepEqual([answer.status, answer.json.code], [403, 'not_yours'])
  })

  test('keeps a promise when it is replied to again', async () => {
    const ref = await suggestionIn(server, cast, 'promised')
    await takeSteps(server, cast, ref, [['unit', 'progress'], ['unit', 'reply'], ['deputy', 'evaluation']])
    const { state, replies, work } = await cast.deputy.sees(ref)
    assert.deepEqual([state, replies.map(({ code }) => code), work.progress.length], ['closed', ['B', 'A'], 1])
  })
})

describe('what the hotline escalates', () => {
  test('is told to the resident, and proposed to the deputy, who makes it his own', async () => {
    const message = await messageIn(server, cast, 'at_hotline')
    const { order } = await cast.resident.sees(message)
    await cast.reviewer.does({ kind: 'order', id: order.id }, 'escalation', { reason: '涉及全市。' })
    const { state, suggestions } = await cast.deputy.sees(message)
    assert.deepEqual([state, suggestions.length, suggestions[0].state], ['result_back', 1, 'proposed'])
    const ref = { kind: 'suggestion', id: suggestions[0].id }
    assert.equal((await cast.deputy.sees(ref)).proposed.reason, '涉及全市。')
    await takeSteps(server, cast, ref, [['deputy', 'adoption'], ['deputy', 'filing']])
    // R15: it goes to the city's office, and not to the county's.
    assert.equal((await cityOffice.sees(ref)).title, wording().title)
    assert.equal(await statusFor(cast.liaison_office, ref), 404)
  })

  test('is declined with a reason', async () => {
    const { suggestions } = await cast.deputy.sees(await orderIn(server, cast, 'escalated'))
    const ref = { kind: 'suggestion', id: suggestions[0].id }
    const without = await cast.deputy.act(await cast.deputy.sees(ref), 'declining', {})
    assert.deepEqual([without.status, without.json.errors[0].path], [422, '/reason'])
    await cast.deputy.does(ref, 'declining', { reason: '已在规划之中。' })
    assert.equal((await cast.deputy.sees(ref)).declined, '已在规划之中。')
  })
})
