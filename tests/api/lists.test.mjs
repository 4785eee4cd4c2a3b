// Queues page by page: nothing lost, nothing double, in the order of what runs out first.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { messageIn, sendMessage, signInCast } from './lib/cases.mjs'
import { startServer } from './lib/server.mjs'

const CASES = 53

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  // Half of them pass on, so that two states are merged into one list.
  for (let i = 0; i < CASES; i++) {
    if (i % 2) await sendMessage(cast, `第${i}件`)
    else await messageIn(server, cast, 'at_hotline')
  }
})

async function allPages(person, path, limit) {
  const items = []
  let pages = 0
  for (let cursor; cursor !== null; pages++) {
    const { status, json } = await person.get(`${path}&limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    assert.equal(status, 200)
    assert.ok(json.items.length <= limit)
    items.push(...json.items)
    cursor = json.next ?? null
  }
  return { items, pages }
}

describe('paging', () => {
  for (const limit of [1, 7, 53, 100])
    test(`${CASES} cases by ${limit}`, async () => {
      const { items, pages } = await allPages(cast.resident, '/api/v1/messages?box=all', limit)
      assert.equal(items.length, CASES)
      assert.equal(new Set(items.map(({ id }) => id)).size, CASES)
      assert.equal(pages, Math.ceil(CASES / limit))
    })

  test('is twenty a page when nothing is said', async () => {
    const { json } = await cast.resident.get('/api/v1/messages?box=open')
    assert.equal(json.items.length, 20)
    assert.ok(json.next)
  })

  test('goes by what runs out first', async () => {
    const { items } = await allPages(cast.reviewer, '/api/v1/orders?queue=review', 10)
    assert.equal(items.length, Math.ceil(CASES / 2))
    const due = items.map((item) => Date.parse(item.next_due.due_at))
    assert.deepEqual(due, [...due].sort((a, b) => a - b))
  })

  test('loses and doubles nothing that stays while others come and go', async () => {
    const first = (await cast.deputy.get('/api/v1/messages?box=waiting&limit=10')).json
    await sendMessage(cast, '新来的')
    await cast.deputy.does({ kind: 'message', id: first.items[0].id }, 'answer', { text: '好。' })
    const seen = new Set(first.items.map(({ id }) => id))
    for (let cursor = first.next; cursor; ) {
      const { json } = await cast.deputy.get(`/api/v1/messages?box=waiting&limit=10&cursor=${encodeURIComponent(cursor)}`)
      for (const { id } of json.items) assert.ok(!seen.has(id), `${id} twice`) || seen.add(id)
      for (const { id } of json.items) seen.add(id)
      cursor = json.next
    }
    assert.ok(seen.size >= Math.floor(CASES / 2))
  })

  test('a wrong cursor or limit is told', async () => {
    const wrong = { cursor: ['x', '1', '1.x', '.', '-1.1', '1.-1', '1.1.1', '99999999999999999999.1', '%00'], limit: ['0', '101', '-1', 'x', '1.5', ''] }
    for (const [name, values] of Object.entries(wrong))
      for (const value of values) {
        const answer = await cast.resident.get(`/api/v1/messages?box=all&${name}=${encodeURIComponent(value)}`)
        assert.equal(answer.status, 400, `${name}=${value}`)
        assert.equal(answer.json.code, `bad_${name}`)
      }
  })

  test('a queue nobody has is told', async () => {
    for (const box of ['', 'x', 'review', "all' or 1=1"])
      assert.equal((await cast.resident.get(`/api/v1/messages?box=${encodeURIComponent(box)}`)).json.code, 'no_such_queue')
  })
})

test('queues count what lies in them', async () => {
  const { json } = await cast.reviewer.get('/api/v1/queues')
  const review = json.items.find(({ queue }) => queue === 'review')
  assert.equal(review.count, Math.ceil(CASES / 2))
  assert.equal(review.late, 0)
})

describe('places are for everybody', () => {
  test('stations and deputies by pages and by words', async () => {
    const nobody = { get: (path) => cast.resident.get(path, { Cookie: undefined }) }
    const deputies = await allPages(nobody, '/api/v1/deputies?q=', 7)
    assert.equal(new Set(deputies.items.map(({ code }) => code)).size, deputies.items.length)
    assert.ok(deputies.items.length >= 50)
    for (const limit of ['0', '101', 'x']) assert.equal((await nobody.get(`/api/v1/stations?limit=${limit}`)).json.code, 'bad_limit')
    for (const q of ['%', '_', "'", '\\', '(', '🙂'])
      assert.deepEqual((await nobody.get(`/api/v1/deputies?q=${encodeURIComponent(q)}`)).json.items, [], q)
  })

  test('their codes are drawn', async () => {
    const svg = await cast.resident.get(`/qr/deputies/${cast.deputy.code}.svg`)
    assert.equal(svg.status, 200)
    assert.equal(svg.headers.get('content-type'), 'image/svg+xml')
    assert.equal((await cast.resident.get('/qr/deputies/DXXXXX.svg')).status, 404)
    const short = await cast.resident.get(`/d/${cast.deputy.code}`)
    assert.equal(short.status, 302)
    assert.equal(short.headers.get('location'), `/m/#/pages/deputy/deputy?code=${cast.deputy.code}`)
    const crooked = await cast.resident.get('/d/%22%3E%3Cscript%3E')
    assert.equal(crooked.headers.get('location'), '/m/#/pages/deputy/deputy?code=')
  })
})
