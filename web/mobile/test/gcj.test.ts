import { describe, expect, it } from 'vitest'
import { fromGcj, toGcj } from '@/logic/gcj'

// Pairs published with the open converters of this shift: Shanghai, Shenzhen, Beijing.
const PAIRS = [
  [{ lat: 31.1774276, lng: 121.5272106 }, { lat: 31.17530398364597, lng: 121.531541859215 }],
  [{ lat: 22.543847, lng: 113.912316 }, { lat: 22.540796131694766, lng: 113.9171764808363 }],
  [{ lat: 39.911954, lng: 116.377817 }, { lat: 39.91334545536069, lng: 116.38404722455657 }],
]

describe('the shifted map', () => {
  it('shows a place where the known pairs say', () => {
    for (const [real, mapped] of PAIRS) {
      expect(toGcj(real).lat).toBeCloseTo(mapped.lat, 9)
      expect(toGcj(real).lng).toBeCloseTo(mapped.lng, 9)
    }
  })

  it('is taken back to better than a centimetre', () => {
    for (const [real, mapped] of PAIRS) {
      expect(fromGcj(mapped).lat).toBeCloseTo(real.lat, 7)
      expect(fromGcj(mapped).lng).toBeCloseTo(real.lng, 7)
    }
  })

  it('moves a place of the city by some hundred metres, so that leaving it out would be seen', () => {
    const real = { lat: 26.8968, lng: 112.5719 }
    const mapped = toGcj(real)
    expect(Math.abs(mapped.lng - real.lng)).toBeGreaterThan(0.003)
    expect(fromGcj(mapped).lng).toBeCloseTo(real.lng, 7)
  })
})
