// Pictures made by hand: small PNGs, and headers that promise more than they hold.
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

const header = (width, height) => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([8, 2, 0, 0, 0], 8) // eight bits, red green blue
  return chunk('IHDR', data)
}

/** A grey picture; `shade` makes one differ from another. */
export function png(width = 8, height = 8, shade = 128) {
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, shade)])
  const lines = Buffer.concat(Array.from({ length: height }, () => line))
  return Buffer.concat([SIGNATURE, header(width, height), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))])
}

/** A few bytes that claim to be a picture of that size. */
export const pngClaiming = (width, height) =>
  Buffer.concat([SIGNATURE, header(width, height), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND', Buffer.alloc(0))])

export function form(bytes, { field = 'file', type = 'image/png' } = {}) {
  const data = new FormData()
  data.append(field, new Blob([bytes], { type }), '照片.png')
  return data
}
