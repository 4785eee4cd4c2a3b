// Geometry of the small map: from degrees to its plane and back, and what part of it is shown. The
// plane has its origin in the north-west; one unit is a thousandth of a degree of latitude (111 m).
import type { Outline, Position } from '@/api/types'

export interface Point {
  x: number
  y: number
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

type Ring = [number, number][]

const UNITS_PER_DEGREE = 1000
// Hengyang lies about 27 degrees north; over one city the shrinking of the meridians hardly changes.
const SHRINK = Math.cos((27 * Math.PI) / 180)
/** As near as one can come: about 220 m from edge to edge. */
export const SMALLEST = 2

export function toPlane({ lat, lng }: Position): Point {
  return { x: lng * SHRINK * UNITS_PER_DEGREE, y: -lat * UNITS_PER_DEGREE }
}

// Five decimals are about a metre: enough to find the place.
const short = (degrees: number) => Math.round(degrees * 1e5) / 1e5

export function toPosition({ x, y }: Point): Position {
  return { lat: short(-y / UNITS_PER_DEGREE), lng: short(x / SHRINK / UNITS_PER_DEGREE) }
}

export interface Area {
  name: string
  rings: Point[][]
}

function ringsOf(geometry: Outline['features'][number]['geometry']): Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]
  return (geometry.coordinates as Ring[][]).flat()
}

export function areasOf(outline: Outline): Area[] {
  return outline.features.map(({ properties, geometry }) => ({
    name: properties.name ?? '',
    rings: ringsOf(geometry).map((ring) => ring.map(([lng, lat]) => toPlane({ lat, lng }))),
  }))
}

const tenth = (n: number) => Math.round(n * 10) / 10

/** The outline of an area as the `d` of a path. */
export function pathOf({ rings }: Area): string {
  return rings
    .map((ring) => `M${ring.map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`)
    .join('')
}

/** The smallest box around all areas, with a little air. */
export function boxAround(areas: Area[]): Box {
  const points = areas.flatMap(({ rings }) => rings.flat())
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const box = { x: Math.min(...xs), y: Math.min(...ys), width: 0, height: 0 }
  box.width = Math.max(...xs) - box.x
  box.height = Math.max(...ys) - box.y
  const air = Math.max(box.width, box.height) * 0.04
  return { x: box.x - air, y: box.y - air, width: box.width + 2 * air, height: box.height + 2 * air }
}

/** Made as wide as the window on the page is, so that nothing is stretched and no edge is empty. */
export function widened(box: Box, ratio: number): Box {
  const width = Math.max(box.width, box.height * ratio)
  const height = width / ratio
  return {
    x: box.x - (width - box.width) / 2,
    y: box.y - (height - box.height) / 2,
    width,
    height,
  }
}

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)

/** Never further out than the whole, never away from it. */
export function within(box: Box, whole: Box): Box {
  const scale = between(SMALLEST / box.width, 1, whole.width / box.width)
  const width = box.width * scale
  const height = box.height * scale
  const x = box.x + (box.width - width) / 2
  const y = box.y + (box.height - height) / 2
  return {
    x: between(whole.x, x, whole.x + whole.width - width),
    y: between(whole.y, y, whole.y + whole.height - height),
    width,
    height,
  }
}

/** Nearer (factor below 1) or further, with one point staying where it is. */
export function zoomed(box: Box, factor: number, around: Point): Box {
  return {
    x: around.x - (around.x - box.x) * factor,
    y: around.y - (around.y - box.y) * factor,
    width: box.width * factor,
    height: box.height * factor,
  }
}

export const moved = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

export const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

export function centred(box: Box, on: Point): Box {
  return { ...box, x: on.x - box.width / 2, y: on.y - box.height / 2 }
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

function inRing({ x, y }: Point, ring: Point[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]
    const b = ring[j]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** The area in which a point lies; a hole is a ring inside a ring, so an odd count is inside. */
export function areaAt(areas: Area[], point: Point): Area | undefined {
  return areas.find(({ rings }) => rings.filter((ring) => inRing(point, ring)).length % 2 === 1)
}

/** Names without the end that all of them share ("…人大代表联络站"), which says nothing on a map. */
export function withoutSharedEnd(names: string[]): string[] {
  const [first = '', ...others] = names
  let shared = 0
  const sharesEnd = (length: number) => others.every((name) => name.endsWith(first.slice(-length)))
  while (others.length && shared < first.length - 1 && sharesEnd(shared + 1)) shared++
  return names.map((name) => name.slice(0, name.length - shared) || name)
}

export interface Label {
  text: string
  at: Point
}

/** The labels that can be read: in sight, and none over another; the first ones win. */
export function readable(labels: Label[], box: Box, charWidth: number, lineHeight: number): Label[] {
  const taken: Box[] = []
  return labels.filter(({ text, at }) => {
    if (!holds(box, at)) return false
    const width = (text.length + 2) * charWidth
    const mine = { x: at.x - width / 2, y: at.y - lineHeight, width, height: lineHeight * 2 }
    const free = taken.every(
      (one) =>
        mine.x + mine.width < one.x ||
        one.x + one.width < mine.x ||
        mine.y + mine.height < one.y ||
        one.y + one.height < mine.y,
    )
    if (free) taken.push(mine)
    return free
  })
}
