// Recordings and videos: taken whatever their name says, cleaned, bounded, one at a time, and played
// piece by piece.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { before, describe, test } from 'node:test'
import { draft, signInCast } from './lib/cases.mjs'
import { SECRETS, film, voice, webFilm } from './lib/media.mjs'
import { made } from './lib/people.mjs'
import { form, png } from './lib/pictures.mjs'
import { newFolder, sqlite, startServer } from './lib/server.mjs'

let server
let cast
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
})

/** Work of several seconds, so that something else can happen meanwhile; made once. */
let long
const longFilm = () => (long ??= webFilm(58, '640x480'))
const upload = (bytes, headers, options) => cast.resident.post('/api/v1/attachments', form(bytes, options), headers)
const wait = (ms) => new Promise((done) => setTimeout(done, ms))

/** Comes back once the server has a child, which is at work on a recording. */
async function working() {
  const threads = `/proc/${server.process.pid}/task`
  const childrenOf = (thread) => readFile(`${threads}/${thread}/children`, 'utf8').catch(() => '')
  const children = async () => (await Promise.all((await readdir(threads)).map(childrenOf))).join('')
  while (!(await children())) await wait(10)
}
const refusedAs = (answer, status, code) => {
  assert.equal(answer.status, status, answer.text)
  assert.equal(answer.json.code, code)
  assert.ok(answer.json.text.zh && answer.json.text.en)
}
async function bytesOf(person, id, range) {
  const headers = { Cookie: person.cookie, ...(range && { Range: range }) }
  const response = await fetch(`${server.url}/api/v1/attachments/${id}`, { headers })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('what is taken', () => {
  test('a video, and what was hidden in it is gone', async () => {
    const sent = await film()
    for (const secret of SECRETS) assert.ok(sent.includes(secret))
    const card = made(await upload(sent))
    assert.deepEqual([card.kind, card.media_type, card.width, card.height, card.seconds], ['video', 'video/mp4', 64, 48, 2])
    const { bytes, headers } = await bytesOf(cast.resident, card.id)
    assert.equal(headers.get('content-type'), 'video/mp4')
    assert.equal(bytes.length, card.size)
    for (const secret of SECRETS) assert.ok(!bytes.includes(secret), secret)
  })

  test('a recording, whatever its type says', async () => {
    const card = made(await upload(await voice(), {}, { type: 'image/png' }))
    assert.deepEqual([card.kind, card.media_type, card.seconds, card.width], ['audio', 'audio/mp4', 2, undefined])
    const { bytes } = await bytesOf(cast.resident, card.id)
    assert.equal(bytes.toString('latin1', 4, 8), 'ftyp')
    for (const secret of SECRETS) assert.ok(!bytes.includes(secret), secret)
  })

  test('a photo has no seconds', async () => {
    const card = made(await upload(png()))
    assert.deepEqual([card.kind, card.seconds], ['photo', undefined])
  })

  test('in a message it is shown with its kind, to whoever sees the message', async () => {
    const [sound, photo] = [made(await upload(await voice())), made(await upload(png(7, 7)))]
    const sent = made(await cast.resident.post('/api/v1/messages', draft(cast.deputy, { attachments: [sound.id, photo.id] })))
    const { attachments } = await cast.deputy.sees(sent)
    assert.deepEqual(attachments, [
      { id: sound.id, kind: 'audio', media_type: 'audio/mp4', seconds: 2 },
      { id: photo.id, kind: 'photo', media_type: 'image/jpeg' },
    ])
    assert.equal((await bytesOf(cast.deputy, sound.id)).status, 200)
    assert.equal((await bytesOf(cast.unit, sound.id)).status, 404)
  })
})

describe('what is not', () => {
  test('a text called a film, a zip', async () => {
    refusedAs(await upload(Buffer.from('This is no film. '.repeat(20))), 422, 'not_media')
    refusedAs(await upload(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)])), 422, 'not_media')
  })

  test('half a film, and a header without one', async () => {
    const whole = await film(10)
    refusedAs(await upload(whole.subarray(0, whole.length / 2)), 422, 'media_damaged')
    refusedAs(await upload(Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), Buffer.alloc(400, 7)])), 422, 'media_damaged')
  })

  test('more than two minutes of sound, more than one of film', async () => {
    refusedAs(await upload(await voice(125)), 422, 'media_too_long')
    refusedAs(await upload(await film(65)), 422, 'media_too_long')
  })
})

describe('twice and at once', () => {
  test('twice under one key: one attachment', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const bytes = await film(3)
    const first = made(await upload(bytes, headers))
    assert.deepEqual(made(await upload(bytes, headers)), first)
    refusedAs(await upload(await film(4), headers), 422, 'idempotency_key_reused')
  })

  test('a second one waits its turn, everybody else is served meanwhile', async () => {
    const [film, sound] = [await longFilm(), await voice(1)]
    const first = upload(film)
    await working()
    const second = await upload(sound)
    refusedAs(second, 503, 'media_busy')
    assert.ok(Number(second.headers.get('retry-after')) > 0)
    assert.equal((await cast.deputy.get('/api/v1/messages?box=all')).status, 200)
    made(await upload(png(6, 6)))
    assert.equal(made(await first).seconds, 58)
  })

  test('the line breaks while it is worked on: the same key goes on with it', async () => {
    const bytes = await longFilm()
    const headers = { 'Idempotency-Key': randomUUID() }
    const cut = new AbortController()
    const lost = fetch(`${server.url}/api/v1/attachments`, {
      method: 'POST', body: form(bytes), signal: cut.signal,
      headers: { Cookie: cast.resident.cookie, 'X-CSRF-Token': cast.resident.csrf, ...headers },
    }).catch(() => 'cut')
    await working()
    cut.abort()
    assert.equal(await lost, 'cut')
    const count = () => sqlite(server.data, 'select count(*) from attachment')
    const before = Number(await count())
    let answer = await upload(bytes, headers)
    while (answer.status === 503) {
      await wait(300)
      answer = await upload(bytes, headers)
    }
    assert.equal(made(answer).seconds, 58)
    assert.ok(Number(await count()) <= before + 1, 'once and no more')
  })
})

describe('playing', () => {
  let card
  let whole
  before(async () => {
    card = made(await upload(await film(5)))
    whole = (await bytesOf(cast.resident, card.id)).bytes
  })

  test('a player asks for pieces', async () => {
    const first = await bytesOf(cast.resident, card.id, 'bytes=0-1')
    assert.deepEqual([first.status, first.bytes, first.headers.get('content-range')], [206, whole.subarray(0, 2), `bytes 0-1/${whole.length}`])
    assert.equal(first.headers.get('accept-ranges'), 'bytes')
    const rest = await bytesOf(cast.resident, card.id, 'bytes=100-')
    assert.deepEqual([rest.status, rest.bytes], [206, whole.subarray(100)])
    const last = await bytesOf(cast.resident, card.id, 'bytes=-10')
    assert.deepEqual(last.bytes, whole.subarray(-10))
  })

  test('beyond the end there is nothing; several pieces are the whole', async () => {
    const beyond = await bytesOf(cast.resident, card.id, 'bytes=99999999-')
    assert.deepEqual([beyond.status, beyond.headers.get('content-range')], [416, `bytes */${whole.length}`])
    const several = await bytesOf(cast.resident, card.id, 'bytes=0-1,5-6')
    assert.deepEqual([several.status, several.bytes.length], [200, whole.length])
  })
})

describe('servers', () => {
  test('one without ffmpeg says so and takes photos', async () => {
    const bare = await startServer({ more: ['--media-tools', newFolder()] })
    const { resident } = await signInCast(bare)
    refusedAs(await resident.post('/api/v1/attachments', form(await voice(1))), 503, 'no_media_tools')
    made(await resident.post('/api/v1/attachments', form(png())))
  })

  test('one that is stopped leaves no ffmpeg behind and nothing half done', async () => {
    const stopped = await startServer()
    const { resident } = await signInCast(stopped)
    const bytes = await longFilm()
    const asked = resident.post('/api/v1/attachments', form(bytes)).then((answer) => answer.status, () => 'cut')
    await wait(800)
    await stopped.stop()
    assert.ok(['cut', 201, 503].includes(await asked))
    assert.equal(await sqlite(stopped.data, "select count(*) from attachment where size = 0"), '0')
  })
})
