// Places: stations by distance, stations and deputies by any of their words, the borders.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { Person, city } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'

let nobody
before(async () => void (nobody = new Person(await startServer())))

const items = async (path) => {
  const answer = await nobody.get(`/api/v1/${path}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.json.items
}
const codes = (found) => found.map(({ code }) => code)
const inName = (word) => `q=${encodeURIComponent(word)}`

describe('near', () => {
  test('the nearest station first, each with its distance', async () => {
    const from = city.stations.find(({ code }) => code === 'SQQFCQ').position
    const found = await items(`stations?near=${from.lat},${from.lng}&limit=100`)
    assert.equal(found.length, city.stations.length)
    assert.deepEqual([found[0].code, found[0].distance_m], ['SQQFCQ', 0])
    const distances = found.map(({ distance_m }) => distance_m)
    assert.deepEqual(distances, distances.toSorted((a, b) => a - b))
    assert.deepEqual(found[0].position, from)
  })

  test('page by page none is lost', async () => {
    const all = codes(await items('stations?near=26.9,112.6&limit=100'))
    const pages = []
    for (let next = ''; next !== undefined; ) {
      const { json } = await nobody.get(`/api/v1/stations?near=26.9,112.6&limit=5&cursor=${next}`)
      pages.push(...codes(json.items))
      next = json.next
    }
    assert.deepEqual(pages, all)
  })

  test('what is no place is told', async () => {
    for (const near of ['', '26.9', 'x,y', '26.9,200', '1,2,3']) {
      const answer = await nobody.get(`/api/v1/stations?near=${near}`)
      assert.deepEqual([answer.status, answer.json.code], [400, 'bad_position'], near)
    }
  })

  test('without a place nobody is told a distance', async () => {
    for (const { distance_m, position } of await items('stations')) {
      assert.equal(distance_m, undefined)
      assert.ok(position.lat > 26 && position.lat < 28 && position.lng > 111 && position.lng < 114)
    }
  })
})

describe('by words', () => {
  test('a station by its name, address, township and county', async () => {
    for (const word of ['雁峰街道人大', '试点路', '雁峰街道', '雁峰区'])
      assert.ok(codes(await items(`stations?${inName(word)}`)).includes('SQQFCQ'), word)
    assert.equal((await items(`stations?${inName('雁峰区')}`)).length, 4)
    assert.deepEqual(await items(`stations?${inName('没有的地方')}`), [])
  })

  test('a deputy by his name, station, township and county', async () => {
    const deputy = city.deputies.find((row) => row.station === 'SQQFCQ')
    for (const word of [deputy.name, '雁峰街道人大', '雁峰街道', '雁峰区'])
      assert.ok(codes(await items(`deputies?limit=100&${inName(word)}`)).includes(deputy.code), word)
    const there = new Set(city.stations.filter((row) => row.township.startsWith('430426')).map(({ code }) => code))
    for (const { station } of await items(`deputies?limit=100&${inName('祁东县')}`)) assert.ok(there.has(station.code))
  })

  test('signs of a pattern stand for themselves', async () => {
    for (const word of ['%', '_', '\\']) assert.deepEqual(await items(`stations?${inName(word)}`), [], word)
  })
})

test('the borders of all counties, small enough for a phone', async () => {
  const answer = await nobody.get('/api/v1/city/outline')
  assert.equal(answer.status, 200)
  assert.ok(answer.text.length < 60_000)
  assert.equal(answer.json.type, 'FeatureCollection')
  const counties = city.regions.filter(({ parent }) => parent === city.code).map(({ code }) => code)
  assert.deepEqual(answer.json.features.map(({ id }) => id).toSorted(), counties.toSorted())
  for (const { geometry } of answer.json.features) {
    const [ring] = geometry.coordinates
    assert.deepEqual(ring[0], ring.at(-1), 'closed')
    for (const [lng, lat] of ring) assert.ok(lng > 111 && lng < 114 && lat > 26 && lat < 28)
  }
})
