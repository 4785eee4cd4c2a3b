// The administrator's pages: nobody else's; a trial changes nothing; a wrong rulebook or notice is
// told with its place and leaves what is in force; a case stays under the version it began with.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { ACCOUNTS, dayAfter, nowOf, orderIn, signInCast, takeSteps } from './lib/cases.mjs'
import { Person, made } from './lib/people.mjs'
import { ROOT, run, startServer } from './lib/server.mjs'

const TOML = readFileSync(join(ROOT, 'data/limits/hunan-hengyang-2022.toml'), 'utf8')
const CALENDAR = (year) => readFileSync(join(ROOT, `data/calendar/${year}.json`), 'utf8')
const ROUTES = {
  regulation: undefined,
  'rulebook-trials': { toml: TOML },
  rulebooks: { toml: TOML, reason: '试一试。' },
  notices: { text: CALENDAR(2026) },
}

let server
let cast
let admin
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  admin = cast.administrator
})

const ask = (person, route, body = ROUTES[route]) =>
  body ? person.post(`/api/v1/admin/${route}`, body) : person.get(`/api/v1/admin/${route}`)
const regulation = async () => (await ask(admin, 'regulation')).json

/** The next version as a city would write it: from today on, help has three working days. */
async function nextToml(change = (text) => text) {
  const today = (await nowOf(server)).slice(0, 10)
  const last = (await regulation()).versions.at(-1).version
  const text = TOML.replace('version = 1\nfrom = 2022-10-28', `version = ${last + 1}\nfrom = ${today}`)
    .replace('class = "help"\nlength = "5 working days"', 'class = "help"\nlength = "3 working days"')
  return change(text)
}

const limitOf = (view, name) => view.clocks.findLast(({ clock }) => clock === name)

describe('whose these pages are', () => {
  for (const route of Object.keys(ROUTES))
    test(`${route} is there for the administrator only`, async () => {
      for (const account of ACCOUNTS.filter((name) => name !== 'administrator')) {
        const answer = await ask(cast[account], route)
        assert.deepEqual([answer.status, answer.json.code], [404, 'not_there'], account)
      }
      const nobody = await ask(new Person(server), route)
      assert.equal(nobody.status, 401)
    })

  test('none of the refused has changed anything', async () => {
    const { versions, latest_toml: latest, years } = await regulation()
    assert.deepEqual(versions.map(({ version, in_force: inForce }) => [version, inForce]), [[1, true]])
    assert.equal(latest, TOML)
    assert.deepEqual(years, [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  test('the token and the origin are asked for here too', async () => {
    const answer = await admin.post('/api/v1/admin/rulebook-trials', { toml: TOML }, { 'X-CSRF-Token': undefined })
    assert.equal(answer.status, 403)
  })
})

describe('a trial', () => {
  test('tells which limits would move, and moves none', async () => {
    const order = await orderIn(server, cast, 'handling')
    const [seen, before] = [await cast.unit.sees(order), await regulation()]
    const answer = await ask(admin, 'rulebook-trials', { toml: await nextToml() })
    assert.equal(answer.status, 200, answer.text)
    const { open_count: open, moved_count: movedCount, moved } = answer.json
    assert.deepEqual([movedCount, moved.length], [1, 1])
    assert.ok(open > movedCount)
    const { due_at: due } = limitOf(seen, 'work_limit')
    assert.deepEqual([moved[0].kind, moved[0].id, moved[0].number, moved[0].clock, moved[0].due_at],
      ['order', order.id, seen.number, 'work_limit', due])
    assert.ok(Date.parse(moved[0].would_be_due_at) < Date.parse(due))
    assert.deepEqual(await cast.unit.sees(order), seen)
    assert.deepEqual(await regulation(), before)
  })
})

describe('a wrong rulebook', () => {
  const limit = (clock, of) => new RegExp(`\\[\\[limit\\]\\]\nclock = "${clock}"\nclass = "${of}"\n[^\\[]*`)
  const SPOILT = {
    'a limit without its length': [(text) => text.replace('class = "help"\nlength = "3 working days"\n', 'class = "help"\n'), /`length` is missing/],
    'a length that is none': [(text) => text.replace('"24 hours"', '"24 parrots"'), /24 parrots|length/],
    'a limit left out': [(text) => text.replace(limit('sign_limit', 'any'), ''), /no \[\[limit\]\] for sign_limit, any/],
    'a category without its limit': [(text) => text.replace(limit('work_limit', 'idea'), ''), /no \[\[limit\]\] for work_limit, idea/],
    'the same limit twice from the same day': [(text) => text + text.match(limit('sign_limit', 'any'))[0], /says again/],
    'an unknown clock': [(text) => text.replace('"sign_limit"', '"nap_limit"'), /`nap_limit` is no clock/],
    'an unknown category': [(text) => text.replace('class = "idea"', 'class = "dream"'), /`dream` is no class/],
    'a promise with a limit': [(text) => text.replace('clock = "sign_limit"', 'clock = "follow_up"'), /due on the day promised/],
    'an article that is not in the law': [(text) => text.replace('"hengyang-2022 sign-for"', '"hengyang-2022 naps"'), /no article of law/],
    'a count left out': [(text) => text.replace(/^redo_max.*$/m, ''), /\[counts\] must have `redo_max`/],
    'a count of nought': [(text) => text.replace(/redo_max = \{ value = 2/, 'redo_max = { value = 0'), /`value` must be a number from 1/],
    'a code twice': [(text) => text.replace('code = "B"', 'code = "A"'), /says again/],
    'no TOML': [(text) => text.replace('[counts]', '[counts'), /./],
  }
  for (const [what, [spoil, expected]] of Object.entries(SPOILT))
    test(what, async () => {
      const good = await nextToml()
      const toml = spoil(good)
      assert.notEqual(toml, good)
      const before = await regulation()
      for (const [route, body] of [['rulebook-trials', { toml }], ['rulebooks', { toml, reason: '调整。' }]]) {
        const answer = await ask(admin, route, body)
        assert.equal(answer.status, 422, answer.text)
        const [{ path, text }, ...more] = answer.json.errors
        assert.deepEqual([path, more], ['/toml', []])
        assert.match(text.en, /^line \d+: /)
        assert.match(text.en, expected)
        assert.match(text.zh, /^第\d+行：.*[\u4e00-\u9fff]/)
      }
      assert.deepEqual(await regulation(), before)
    })

  test('one that is not the next', async () => {
    const good = await nextToml()
    const yesterday = dayAfter(await nowOf(server), -1)
    const others = [
      good.replace('version = 2', 'version = 1'), good.replace('version = 2', 'version = 3'),
      good.replace('id = "hunan-hengyang-2022"', 'id = "hunan-elsewhere"'), good.replace(/^from = \S+$/m, `from = ${yesterday}`),
    ]
    for (const toml of others) {
      assert.notEqual(toml, good)
      const answer = await ask(admin, 'rulebooks', { toml, reason: '调整。' })
      assert.equal(answer.status, 422, answer.text)
      assert.match(answer.json.errors[0].text.en, /must have the id hunan-hengyang-2022 and the version 2/)
    }
  })

  test('one without a reason, or with more than is asked', async () => {
    const toml = await nextToml()
    for (const body of [{ toml }, { toml, reason: '' }, { toml, reason: '调整。', version: 2 }, { reason: '调整。' }])
      assert.equal((await ask(admin, 'rulebooks', body)).status, 422)
  })
})

describe('a new version', () => {
  test('is in force for what begins now; what runs keeps its own, also after a restart', async () => {
    const running = await orderIn(server, cast, 'submitted')
    const toml = await nextToml()
    const answer = await ask(admin, 'rulebooks', { toml, reason: '求助类改为三个工作日。' })
    assert.equal(answer.status, 201, answer.text)
    assert.equal(answer.json.version, 2)

    await server.stop()
    await server.start()
    const { versions, latest_toml: latest } = await regulation()
    assert.deepEqual(versions.map(({ version, in_force: inForce, reason }) => [version, inForce, reason]),
      [[1, false, ''], [2, true, '求助类改为三个工作日。']])
    assert.ok(versions[1].adopted_at && !versions[0].adopted_at)
    assert.equal(latest, toml.trim())
    const printed = (await admin.get('/api/v1/rulebook')).json
    assert.equal(printed.version, 2)

    const steps = [['reviewer', 'acceptance'], ['reviewer', 'dispatch']]
    await takeSteps(server, cast, running, steps)
    const begun = await orderIn(server, cast, 'dispatched')
    for (const [ref, version, length] of [[running, 1, '5 working days'], [begun, 2, '3 working days']]) {
      const view = await cast.unit.sees(ref)
      assert.deepEqual([view.rulebook, limitOf(view, 'work_limit').limit.en], [version, length])
    }
  })

  test('is followed by the next one only', async () => {
    const again = await ask(admin, 'rulebooks', { toml: (await nextToml()).replace('version = 3', 'version = 2'), reason: '再来。' })
    assert.equal(again.status, 422)
  })
})

/** A year's notice with its first five days off, so that some working day is always among them. */
const noticeOf = (year, change = () => {}) => {
  const off = [1, 2, 3, 4, 5].map((day) => `${year}-01-0${day}`)
  const holidays = [{ name: { zh: '元旦', en: "New Year's Day" }, off, work: [] }]
  const file = { year, notices: [{ reference: `国办发明电〔${year - 1}〕9号`, issued: `${year - 1}-11-05`, holidays }] }
  change(file, file.notices[0], holidays[0])
  return JSON.stringify(file)
}

describe('a wrong notice', () => {
  const SPOILT = {
    'no year': [(file) => delete file.year, '/year'],
    'no notices': [(file) => (file.notices = []), '/notices'],
    'a number that is none': [(_, notice) => (notice.reference = '九号'), '/notices/0/reference'],
    'a day of issue that is none': [(_, notice) => (notice.issued = '2026-13-01'), '/notices/0/issued'],
    'a holiday in another year': [(_, __, holiday) => (holiday.off = ['2031-01-01']), '/notices/0/holidays/0/off/0'],
    'days off that do not follow': [(_, __, holiday) => holiday.off.splice(2, 1), '/notices/0/holidays/0/off/2'],
    'a make-up day in the week': [(file, __, holiday) => (holiday.work = [weekday(file.year)]), '/notices/0/holidays/0/work/0'],
    'a name in one language': [(_, __, holiday) => delete holiday.name.en, '/notices/0/holidays/0/name/en'],
    'a field too many': [(file) => (file.version = 2), '/version'],
  }
  const weekday = (year) => [10, 11, 12].map((day) => `${year}-01-${day}`).find((day) => new Date(day).getUTCDay() % 6)
  for (const [what, [spoil, path]] of Object.entries(SPOILT))
    test(what, async () => {
      const before = await regulation()
      const answer = await ask(admin, 'notices', { text: noticeOf(Math.max(...before.years) + 1, spoil) })
      assert.equal(answer.status, 422, answer.text)
      const found = answer.json.errors.find((error) => error.path === path)
      assert.ok(found, `${path} is not among ${answer.text}`)
      assert.ok(found.text.en && found.text.zh.match(/[\u4e00-\u9fff]/))
      assert.deepEqual(await regulation(), before)
    })

  test('a text that is no JSON', async () => {
    const answer = await ask(admin, 'notices', { text: '关于2027年部分节假日安排的通知' })
    assert.equal(answer.status, 422, answer.text)
    assert.ok(answer.json.errors[0].text.zh)
  })
})

describe("the next year's notice", () => {
  const moveTo = async (day) => {
    let now = await nowOf(server)
    while (now.slice(0, 10) < day) now = (await admin.post('/api/v1/demo/clock', { advance: '1 day' })).json.now
    return now
  }

  test('moves what was provisional and nothing else, and the timeline says so', async (t) => {
    const { years } = await regulation()
    const year = Math.max(...years, Number((await nowOf(server)).slice(0, 4)) - 1) + 1
    const settled = await orderIn(server, cast, 'handling')
    await moveTo(`${year - 1}-12-29`)
    const provisional = await orderIn(server, cast, 'handling')
    const untouched = await cast.deputy.sees(settled)
    const before = await cast.deputy.sees(provisional)
    const due = limitOf(before, 'work_limit')
    assert.equal(due.provisional, true)
    // It may have moved under supervision by itself while the clock went on; that is not asked here.
    const settledDue = untouched.clocks.filter((clock) => !clock.provisional).map(({ clock, due_at: at }) => [clock, at])

    const answer = await ask(admin, 'notices', { text: noticeOf(year) })
    assert.equal(answer.status, 201, answer.text)
    assert.equal(answer.json.year, year)
    assert.ok(answer.json.moved_count >= 1)

    const after = await cast.deputy.sees(provisional)
    const moved = limitOf(after, 'work_limit')
    assert.equal(moved.provisional, false)
    assert.ok(Date.parse(moved.due_at) > Date.parse(due.due_at))
    assert.deepEqual(moved.moves.map(({ by, from, to }) => [by, from, to]), [['recount', due.due_at, moved.due_at]])
    const entry = after.timeline.at(-1)
    assert.deepEqual([entry.action, entry.actor.role, entry.from, entry.to], ['recount', 'system', 'handling', 'handling'])
    assert.equal(after.version, before.version + 1)
    const now = await cast.deputy.sees(settled)
    for (const [clock, at] of settledDue) assert.ok(now.clocks.some((run) => run.clock === clock && run.due_at === at), clock)

    assert.ok((await regulation()).years.includes(year))
    assert.equal(made(await ask(admin, 'notices', { text: noticeOf(year) })).moved_count, 0)
    assert.equal((await cast.deputy.sees(provisional)).version, after.version)
    t.diagnostic(`${due.due_at} became ${moved.due_at}`)
  })

  test('is still there after a restart, and the timeline whole', async () => {
    const { years } = await regulation()
    await server.stop()
    await server.start()
    assert.deepEqual((await regulation()).years, years)
    await server.stop()
    const { code, out } = await run(['verify', '--data', server.data])
    assert.equal(code, 0, out)
  })
})
