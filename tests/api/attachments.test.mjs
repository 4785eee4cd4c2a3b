// Photos: what is none, what is broken, what is a bomb, and whose they are.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { draft, signInCast } from './lib/cases.mjs'
import { made, newResident } from './lib/people.mjs'
import { form, png, pngClaiming } from './lib/pictures.mjs'
import { startServer } from './lib/server.mjs'

let server
let cast
let jpeg
before(async () => {
  server = await startServer()
  cast = await signInCast(server)
  const { id } = made(await upload(png(320, 200)))
  const response = await fetch(`${server.url}/api/v1/attachments/${id}`, { headers: { Cookie: cast.resident.cookie } })
  jpeg = Buffer.from(await response.arrayBuffer())
})

const upload = (bytes, options) => cast.resident.post('/api/v1/attachments', form(bytes, options))
const refusedAs = (answer, status, code) => {
  assert.equal(answer.status, status, answer.text)
  assert.equal(answer.json.code, code)
}

describe('what is uploaded', () => {
  test('a picture becomes a JPEG of ours, whatever it says it is', async () => {
    for (const type of ['image/png', 'image/jpeg', 'text/html', 'application/x-sh']) {
      const attachment = made(await upload(png(20, 10, type.length), { type }))
      assert.deepEqual([attachment.media_type, attachment.width, attachment.height], ['image/jpeg', 20, 10])
      const answer = await cast.resident.get(`/api/v1/attachments/${attachment.id}`)
      assert.equal(answer.headers.get('content-type'), 'image/jpeg')
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    }
    assert.equal(jpeg.readUInt16BE(0), 0xffd8)
  })

  test('no picture', async () => {
    const others = ['', 'x', 'RIFF', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', '\u0000'.repeat(1000)]
    for (const text of others) refusedAs(await upload(Buffer.from(text)), 422, 'not_media')
  })

  test('only a beginning of a picture', async () => {
    const beginnings = [png().subarray(0, 8), png().subarray(0, 20), jpeg.subarray(0, 3), jpeg.subarray(0, 20), Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBP'), Buffer.from(`RIFF\u0000\u0000\u0000\u0000WEBPVP8 ${'\u0000'.repeat(30)}`)]
    for (const bytes of beginnings) assert.equal((await upload(bytes)).status, 422, bytes.toString('hex'))
  })

  test('a JPEG that breaks off, a PNG that is changed', async () => {
    refusedAs(await upload(jpeg.subarray(0, jpeg.length / 2)), 422, 'picture_damaged')
    const changed = Buffer.from(png(64, 64))
    changed.fill(0x55, 50)
    refusedAs(await upload(changed), 422, 'picture_damaged')
  })

  test('a small file that claims to be a huge picture', async () => {
    for (const [width, height] of [[60000, 60000], [2147483647, 2147483647], [1, 4294967295]])
      refusedAs(await upload(pngClaiming(width, height)), 422, 'picture_too_large')
    refusedAs(await upload(pngClaiming(0, 5)), 422, 'not_media')
  })

  test('more bytes than a photo or any attachment has', async () => {
    refusedAs(await upload(Buffer.alloc(13 * 1024 * 1024)), 413, 'media_too_large')
    refusedAs(await upload(Buffer.alloc(41 * 1024 * 1024)), 413, 'body_too_large')
  })

  test('not in its field, not as a form', async () => {
    refusedAs(await upload(png(), { field: 'other' }), 422, 'file_missing')
    const plain = { 'Content-Type': 'image/png' }
    refusedAs(await cast.resident.post('/api/v1/attachments', png(), plain), 422, 'file_missing')
    const torn = { 'Content-Type': 'multipart/form-data; boundary=x' }
    refusedAs(await cast.resident.post('/api/v1/attachments', '--x\r\nContent-Disposition: form-data; name="file"', torn), 422, 'file_missing')
  })

  test('twice under one key: one attachment', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const first = made(await cast.resident.post('/api/v1/attachments', form(png(9, 9)), headers))
    assert.deepEqual(made(await cast.resident.post('/api/v1/attachments', form(png(9, 9)), headers)), first)
  })
})

describe('whose an attachment is', () => {
  test("another resident's can neither be seen nor sent", async () => {
    const other = await newResident(server)
    const attachment = made(await upload(png(11, 11)))
    const seen = await other.get(`/api/v1/attachments/${attachment.id}`)
    refusedAs(seen, 404, 'not_there')
    assert.equal(seen.text, (await other.get('/api/v1/attachments/987654')).text)
    refusedAs(await other.post('/api/v1/messages', draft(cast.deputy, { attachments: [attachment.id] })), 409, 'attachments_usable')
    refusedAs(await other.post('/api/v1/messages', draft(cast.deputy, { attachments: [987654] })), 409, 'attachments_usable')
    const own = made(await other.post('/api/v1/messages', draft(cast.deputy)))
    refusedAs(await other.act(own, 'supplement', { text: 'x', attachments: [attachment.id] }), 409, 'attachments_usable')
  })

  test('in a message it is seen by those who see the message, and used once', async () => {
    const attachment = made(await upload(png(12, 12)))
    const sent = made(await cast.resident.post('/api/v1/messages', draft(cast.deputy, { attachments: [attachment.id] })))
    assert.equal((await cast.deputy.get(`/api/v1/attachments/${attachment.id}`)).status, 200)
    assert.equal((await cast.unit.get(`/api/v1/attachments/${attachment.id}`)).status, 404)
    refusedAs(await cast.resident.post('/api/v1/messages', draft(cast.deputy, { attachments: [attachment.id] })), 409, 'attachments_usable')
    await cast.deputy.does(sent, 'hotline-pass', {})
    assert.equal((await cast.reviewer.get(`/api/v1/attachments/${attachment.id}`)).status, 200)
  })

  test('a message has nine at most, a supplement too', async () => {
    const attachments = []
    for (let i = 0; i < 10; i++) attachments.push(made(await upload(png(5, 5, 10 + i))).id)
    refusedAs(await cast.resident.post('/api/v1/messages', draft(cast.deputy, { attachments })), 409, 'attachments_usable')
    const sent = made(await cast.resident.post('/api/v1/messages', draft(cast.deputy)))
    refusedAs(await cast.resident.act(sent, 'supplement', { text: 'x', attachments }), 409, 'attachments_usable')
    refusedAs(await cast.resident.act(sent, 'supplement', { text: 'x', attachments: Array(9000).fill(attachments[0]) }), 409, 'attachments_usable')
    made(await cast.resident.act(sent, 'supplement', { text: 'x', attachments: attachments.slice(1) }))
  })
})
