// From a code in WeChat to a page. Invariant: what is not one of our codes leads nowhere.
import { ORIGIN } from '@/api/server'
import { decoded } from './go'
import { pageOf, scannedDoor, typedDoor } from './scan'

const HOST = ORIGIN.replace(/^https?:\/\//, '')

interface Opened {
  /** A code made for the mini-program carries "s.CODE" or "d.CODE". */
  scene?: string
  /** The ordinary code on a door carries its whole address. */
  q?: string
}

export function placeOf(opened: Opened | undefined, host = HOST): string | undefined {
  const [, letter, code = ''] = /^([sd])\.(\w+)$/.exec(decoded(opened?.scene)) ?? []
  const door = letter ? typedDoor(code) : scannedDoor(decoded(opened?.q), host)
  // A code says twice what it leads to.
  if (!door || (letter && !door.kind.startsWith(letter))) return undefined
  return pageOf(door)
}
