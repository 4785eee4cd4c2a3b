import { describe, expect, it } from 'vitest'
import type { Outline } from '@/api/types'
import * as map from '@/logic/map'
import { distance } from '@/logic/whereabouts'

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south],
]
const outline: Outline = {
  features: [
    { properties: { name: '样板区' }, geometry: { type: 'Polygon', coordinates: [square(112.5, 26.8, 0.2)] } },
    {
      properties: { name: '示例县' },
      geometry: {
        type: 'MultiPolygon',
        // The second part has a hole.
        coordinates: [[square(113, 26.8, 0.1)], [square(113.2, 26.8, 0.2), square(113.25, 26.85, 0.05)]],
      },
    },
  ],
}
const areas = map.areasOf(outline)

describe('a place on the map', () => {
  it('comes back from the plane as it went, to the metre', () => {
    const place = { lat: 26.89342, lng: 112.57197 }
    expect(map.toPosition(map.toPlane(place))).toEqual(place)
  })

  it('has north above and east to the right', () => {
    const here = map.toPlane({ lat: 26.9, lng: 112.6 })
    expect(map.toPlane({ lat: 27, lng: 112.6 }).y).toBeLessThan(here.y)
    expect(map.toPlane({ lat: 26.9, lng: 112.7 }).x).toBeGreaterThan(here.x)
  })

  it('is as far east as north on the ground: a degree of longitude is shorter', () => {
    const { x } = map.toPlane({ lat: 0, lng: 1 })
    expect(x).toBeCloseTo(891, 0)
  })

  it('lies in the county around it, and not in its hole', () => {
    const at = (lat: number, lng: number) => map.areaAt(areas, map.toPlane({ lat, lng }))?.name
    expect(at(26.9, 112.6)).toBe('样板区')
    expect(at(26.82, 113.22)).toBe('示例县')
    expect(at(26.87, 113.27)).toBeUndefined()
    expect(at(30, 112.6)).toBeUndefined()
  })
})

describe('what is shown', () => {
  const whole = map.widened(map.boxAround(areas), 1.15)

  it('is all of the city at first, unstretched', () => {
    expect(whole.width / whole.height).toBeCloseTo(1.15)
    for (const { rings } of areas)
      for (const point of rings.flat()) expect(map.holds(whole, point)).toBe(true)
  })

  it('stays at the place one zooms around', () => {
    const around = map.toPlane({ lat: 26.9, lng: 112.6 })
    const near = map.zoomed(whole, 0.5, around)
    const share = (box: map.Box) => (around.x - box.x) / box.width
    expect(near.width).toBeCloseTo(whole.width / 2)
    expect(share(near)).toBeCloseTo(share(whole))
  })

  it('never leaves the city, is never wider than it, never nearer than a street', () => {
    expect(map.within(map.moved(whole, 500, -500), whole)).toEqual(whole)
    expect(map.within(map.zoomed(whole, 3, map.middle(whole)), whole).width).toBeCloseTo(whole.width)
    expect(map.within(map.zoomed(whole, 1e-6, map.middle(whole)), whole).width).toBeCloseTo(map.SMALLEST)
  })

  it('has outlines as paths, a closed one for each ring', () => {
    expect(map.pathOf(areas[1]).match(/M/g)).toHaveLength(3)
    expect(map.pathOf(areas[0])).toMatch(/^M[-\d. L]+Z$/)
  })

  it('names only what can be read: in sight, and nothing over another name', () => {
    const box = { x: 0, y: 0, width: 100, height: 100 }
    const label = (text: string, x: number, y: number) => ({ text, at: { x, y } })
    const shown = map.readable(
      [label('甲', 50, 50), label('乙', 52, 51), label('丙', 50, 80), label('丁', 150, 50)], box, 3, 3,
    )
    expect(shown.map(({ text }) => text)).toEqual(['甲', '丙'])
  })
})

describe('the names of stations', () => {
  it('go without the end that all share, as long as something is left', () => {
    expect(map.withoutSharedEnd(['三塘镇联络站', '云集街道联络站'])).toEqual(['三塘镇', '云集街道'])
    expect(map.withoutSharedEnd(['三塘镇联络站'])).toEqual(['三塘镇联络站'])
    expect(map.withoutSharedEnd(['站', '南站'])).toEqual(['站', '南站'])
    expect(map.withoutSharedEnd([])).toEqual([])
  })
})

describe('a distance', () => {
  it('is said in metres, and in kilometres when it is long', () => {
    expect(distance(347)).toEqual({ unit: 'metres', n: '350' })
    expect(distance(2440)).toEqual({ unit: 'kilometres', n: '2.4' })
    expect(distance(23_600)).toEqual({ unit: 'kilometres', n: '24' })
  })
})
