// Where everything of a state diagram stands: states in layers from top to bottom, each arrow's words
// in a layer between them, crossings few, lines straight where they can be.
// Invariant: no two boxes overlap, and the same lifecycle is always drawn the same.
import { type Arrow, backArrows, depths } from './arrows'

export interface Box {
  width: number
  height: number
}

/** A box in its place; x and y are its middle. */
export interface Placed extends Box {
  x: number
  y: number
}

export interface PlacedArrow {
  arrow: Arrow
  words: Placed
  path: string
}

export interface Layout {
  width: number
  height: number
  states: Map<string, Placed>
  arrows: PlacedArrow[]
}

/** A state, an arrow's words, or a place where an arrow passes a layer. */
interface Item extends Placed {
  layer: number
  above: Item[]
  below: Item[]
  state?: string
}

const GAP = 22
const BEND: Box = { width: 8, height: 0 }

interface Chain {
  arrow: Arrow
  back: boolean
  items: Item[] // from the upper state to the lower
}

function link(items: Item[]): void {
  items.slice(1).forEach((item, i) => {
    items[i]!.below.push(item)
    item.above.push(items[i]!)
  })
}

function chainOf(arrow: Arrow, back: boolean, ends: Map<string, Item>, words: Box): Chain {
  const upper = ends.get(back ? arrow.to : arrow.from)!
  const lower = ends.get(back ? arrow.from : arrow.to)!
  // The words stand next to the state where the step is taken.
  const told = back ? lower.layer - 1 : upper.layer + 1
  const items = [upper]
  for (let layer = upper.layer + 1; layer < lower.layer; layer++)
    items.push({ ...(layer === told ? words : BEND), x: 0, y: 0, layer, above: [], below: [] })
  items.push(lower)
  link(items)
  return { arrow, back, items }
}

function layersOf(chains: Chain[], ends: Map<string, Item>): Item[][] {
  const layers: Item[][] = []
  const put = (item: Item) => (layers[item.layer] ??= []).push(item)
  ends.forEach(put)
  for (const { items } of chains) items.slice(1, -1).forEach(put)
  return Array.from(layers, (layer) => layer ?? [])
}

function crossings(layers: Item[][]): number {
  let count = 0
  for (const layer of layers.slice(0, -1)) {
    const lines = layer.flatMap((item) => item.below.map((to) => [item.x, to.x] as const))
    for (const [a, b] of lines)
      for (const [c, d] of lines) if (a < c && b > d) count++
  }
  return count
}

function number(layer: Item[]): void {
  layer.forEach((item, i) => (item.x = i))
}

function mean(items: Item[], otherwise: number): number {
  return items.length ? items.reduce((sum, { x }) => sum + x, 0) / items.length : otherwise
}

/** Each layer is sorted by where its neighbours stand, down and up again; the best order is kept. */
function order(layers: Item[][]): void {
  layers.forEach(number)
  let best = layers.map((layer) => [...layer])
  let least = crossings(layers)
  for (let round = 0; round < 24 && least > 0; round++) {
    const down = round % 2 === 0
    for (const layer of down ? layers : [...layers].reverse()) {
      const wish = new Map(layer.map((item) => [item, mean(down ? item.above : item.below, item.x)]))
      layer.sort((one, other) => wish.get(one)! - wish.get(other)!)
      number(layer)
    }
    const found = crossings(layers)
    if (found < least) [least, best] = [found, layers.map((layer) => [...layer])]
  }
  best.forEach((layer, i) => number((layers[i] = layer)))
}

/** An arrow that only passes a layer should pass it straight. */
const passes = (item: Item): boolean => item.state === undefined
const weightOf = (item: Item): number => (passes(item) ? 4 : 1)

/** As near to the wishes as the widths allow: neighbours that would overlap share their wish. */
function settle(layer: Item[], wishes: number[]): void {
  const left: number[] = []
  layer.forEach((item, i) => {
    const before = layer[i - 1]
    left.push(before ? left[i - 1]! + (before.width + item.width) / 2 + GAP : 0)
  })
  const blocks: { sum: number; weight: number; count: number }[] = []
  layer.forEach((item, i) => {
    const weight = weightOf(item)
    blocks.push({ sum: weight * (wishes[i]! - left[i]!), weight, count: 1 })
    for (let last = blocks.length - 1; last > 0; last--) {
      const [one, other] = [blocks[last - 1]!, blocks[last]!]
      if (one.sum / one.weight <= other.sum / other.weight) break
      const both = { sum: one.sum + other.sum, weight: one.weight + other.weight, count: one.count + other.count }
      blocks.splice(last - 1, 2, both)
    }
  })
  const moved = blocks.flatMap(({ sum, weight, count }) => Array<number>(count).fill(sum / weight))
  layer.forEach((item, i) => (item.x = left[i]! + moved[i]!))
}

function wishOf(item: Item, near: Item[]): number {
  const along = passes(item) ? near.filter(passes) : near
  return mean(along.length ? along : near, item.x)
}

function spread(layers: Item[][]): void {
  for (const layer of layers) settle(layer, layer.map(() => 0))
  for (let round = 0; round < 40; round++) {
    const down = round % 2 === 0
    for (const layer of down ? layers : [...layers].reverse())
      settle(layer, layer.map((item) =>
        wishOf(item, round < 24 ? (down ? item.above : item.below) : [...item.above, ...item.below])))
  }
}

function stack(layers: Item[][], rows: number): number {
  let y = 0
  layers.forEach((layer, i) => {
    const height = Math.max(0, ...layer.map((item) => item.height))
    for (const item of layer) item.y = y + height / 2
    y += height + (i < layers.length - 1 ? rows : 0)
  })
  return y
}

/** Arrows at one side of a state leave and reach it side by side, in the order of their other ends. */
function portOf(state: Item, other: Item, side: 'above' | 'below'): number {
  const near = [...state[side]].sort((one, next) => one.x - next.x)
  const step = Math.min(18, (state.width - 24) / Math.max(1, near.length))
  return state.x + (near.indexOf(other) - (near.length - 1) / 2) * step
}

function pathOf({ items, back }: Chain): string {
  const last = items.length - 1
  const points = items.map((item, i) => {
    if (i === 0) return { x: portOf(item, items[1]!, 'below'), top: item.y, low: item.y + item.height / 2 }
    if (i === last)
      return { x: portOf(item, items[last - 1]!, 'above'), top: item.y - item.height / 2, low: item.y }
    return { x: item.x, top: item.y - item.height / 2, low: item.y + item.height / 2 }
  })
  const at = (n: number) => Math.round(n * 10) / 10
  const way = back ? [...points].reverse() : points
  let path = ''
  way.forEach((point, i) => {
    const [enter, leave] = back ? [point.low, point.top] : [point.top, point.low]
    const before = way[i - 1]
    if (!before) path = `M${at(point.x)} ${at(leave)}`
    else {
      const from = back ? before.top : before.low
      const middle = at((from + enter) / 2)
      path += `C${at(before.x)} ${middle} ${at(point.x)} ${middle} ${at(point.x)} ${at(enter)}`
      if (i < last && leave !== enter) path += `V${at(leave)}`
    }
  })
  return path
}

function shiftIntoView(layers: Item[][], margin: number): number {
  const all = layers.flat()
  const left = Math.min(...all.map((item) => item.x - item.width / 2))
  for (const item of all) item.x += margin - left
  return Math.max(...all.map((item) => item.x + item.width / 2)) + margin
}

export function layOut(boxes: Map<string, Box>, arrows: Arrow[], wordsOf: (arrow: Arrow) => Box): Layout {
  const depth = depths([...boxes.keys()], arrows)
  const ends = new Map<string, Item>()
  for (const [state, box] of boxes)
    ends.set(state, { ...box, x: 0, y: 0, layer: 2 * depth.get(state)!, above: [], below: [], state })
  const back = backArrows(arrows)
  const chains = arrows.map((arrow) => chainOf(arrow, back.has(arrow), ends, wordsOf(arrow)))
  const layers = layersOf(chains, ends)
  order(layers)
  spread(layers)
  const margin = 6
  const width = shiftIntoView(layers, margin)
  const height = stack(layers, 19) + 2 * margin
  for (const item of layers.flat()) item.y += margin
  return {
    width,
    height,
    states: ends,
    arrows: chains.map((chain) => ({
      arrow: chain.arrow,
      words: chain.items[chain.back ? chain.items.length - 2 : 1]!,
      path: pathOf(chain),
    })),
  }
}
