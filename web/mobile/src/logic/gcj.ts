// The maps of WeChat are shifted by up to some hundred metres (GCJ-02), as every map published in the
// country has to be; our own map and the position of a phone are not (WGS-84).
// Invariant: whatever is kept or sent is WGS-84; only what WeChat's map is told or tells passes here.
import type { Position } from '@/api/types'

// The ellipsoid of Krasovsky, on which the shift is laid.
const AXIS = 6378245
const ECCENTRICITY = 0.00669342162296594323
const ROUNDS = 4

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Waves laid over each other, each with its height and half its length. */
const waves = (x: number, ...all: [height: number, half: number][]) =>
  (2 / 3) * all.reduce((sum, [height, half]) => sum + height * Math.sin((x * Math.PI) / half), 0)

/** In metres, how far the map's point lies north and east of the real one. */
function metres({ lat, lng }: Position) {
  const x = lng - 105
  const y = lat - 35
  const bend = Math.sqrt(Math.abs(x))
  const short = waves(x, [20, 1 / 6], [20, 1 / 2])
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * bend
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * bend
  return {
    north: north + short + waves(y, [20, 1], [40, 3], [160, 12], [320, 30]),
    east: east + short + waves(x, [20, 1], [40, 3], [150, 12], [300, 30]),
  }
}

function shift(real: Position): Position {
  const { north, east } = metres(real)
  const sine = Math.sin(radians(real.lat))
  const curve = 1 - ECCENTRICITY * sine * sine
  const meridian = (AXIS * (1 - ECCENTRICITY)) / (curve * Math.sqrt(curve))
  const parallel = (AXIS / Math.sqrt(curve)) * Math.cos(radians(real.lat))
  // A radius times one degree of arc is the length of that degree.
  return { lat: north / radians(meridian), lng: east / radians(parallel) }
}

export function toGcj(real: Position): Position {
  const by = shift(real)
  return { lat: real.lat + by.lat, lng: real.lng + by.lng }
}

/** The shift has no inverse that could be written down; each round is some thousand times nearer. */
export function fromGcj(mapped: Position): Position {
  let real = mapped
  for (let round = 0; round < ROUNDS; round++) {
    const by = shift(real)
    real = { lat: mapped.lat - by.lat, lng: mapped.lng - by.lng }
  }
  return real
}
