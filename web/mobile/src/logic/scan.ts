// What a scanned or typed code means. Only addresses of our own are followed; whatever else a code
// says, nobody is led there.
import { to } from './go'

export interface Door {
  kind: 'station' | 'deputy'
  code: string
}

// A code of stations begins with S, one of deputies with D, as they are printed under the picture.
const TYPED = /^[SD][0-9A-Z]{5}$/i
const SHORT = /^\/([sd])\/([0-9A-Za-z]{1,20})\/?$/
const PAGE = /^#?\/?pages\/(station|deputy)\/\1\?(?:[^#]*&)?code=([0-9A-Za-z]{1,20})(?:&|$)/

const kindOf = (letter: string): Door['kind'] => (letter.toLowerCase() === 's' ? 'station' : 'deputy')

export function typedDoor(text: string): Door | undefined {
  const code = text.trim().toUpperCase()
  return TYPED.test(code) ? { kind: kindOf(code[0]), code } : undefined
}

// Taken apart by hand, because a mini-program has no URL.
const ADDRESS = /^https?:\/\/([^/?#]+)([^?#]*)(?:\?[^#]*)?(#.*)?$/

function addressOf(text: string) {
  const found = ADDRESS.exec(text.trim())
  return found && { host: found[1].toLowerCase(), pathname: found[2], hash: found[3] ?? '' }
}

/** The door of a code, if it is one of ours: an address at our own host, whichever it is. */
export function scannedDoor(text: string, host: string): Door | undefined {
  const address = addressOf(text)
  if (!address) return typedDoor(text)
  if (address.host !== host) return undefined
  const short = SHORT.exec(address.pathname)
  if (short) return { kind: kindOf(short[1]), code: short[2].toUpperCase() }
  const page = address.pathname.startsWith('/m') ? PAGE.exec(address.hash) : null
  return page ? { kind: page[1] as Door['kind'], code: page[2].toUpperCase() } : undefined
}

export function pageOf({ kind, code }: Door): string {
  return kind === 'station' ? to.station(code) : to.deputy(code)
}
