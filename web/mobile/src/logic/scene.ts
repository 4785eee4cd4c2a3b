// From a code in WeChat to a page. Invariant: what is not one of our codes leads nowhere.
import { decoded, to } from './go'

const CODE = '[A-Z0-9]{4,12}'
const SCENE = new RegExp(`^([sd])\\.(${CODE})$`)
const PRINTED = new RegExp(`^https://[^/]+/([sd])/(${CODE})$`)

interface Opened {
  /** A code made for the mini-program carries "s.CODE" or "d.CODE". */
  scene?: string
  /** The ordinary code on a door carries its whole address. */
  q?: string
}

export function placeOf(opened: Opened | undefined): string | undefined {
  const found = SCENE.exec(decoded(opened?.scene)) ?? PRINTED.exec(decoded(opened?.q))
  if (!found) return undefined
  return found[1] === 's' ? to.station(found[2]) : to.deputy(found[2])
}
