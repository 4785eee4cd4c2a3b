// Where the phone is: asked once, and only when a person presses for it.
import type { Position } from '@/api/types'
// #ifdef MP-WEIXIN
import { fromGcj, toGcj } from './gcj'
import { NotAllowed, notAllowed } from './permission'
// #endif

// Five decimals are about a metre: enough to find the place.
const short = (degrees: number) => Math.round(degrees * 1e5) / 1e5

export function whereIAm(): Promise<Position> {
  return new Promise((resolve, reject) => {
    const take = (lat: number, lng: number) => resolve({ lat: short(lat), lng: short(lng) })
    // #ifdef H5
    // The browser is asked directly: the framework's own call may turn to an outside map service.
    if (!navigator.geolocation) return reject(new Error('no geolocation'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => take(coords.latitude, coords.longitude),
      reject,
      { timeout: 10_000, enableHighAccuracy: true },
    )
    // #endif
    // #ifndef H5
    uni.getLocation({
      type: 'wgs84',
      success: (at) => take(at.latitude, at.longitude),
      fail: reject,
    })
    // #endif
  })
}

// #ifdef MP-WEIXIN
/** A place and what the map calls it. */
export interface Chosen {
  position: Position
  name: string
}

/** Points at the map of WeChat; nothing where the person thought better of it. */
export function chooseOnMap(from?: Position): Promise<Chosen | undefined> {
  const at = from && toGcj(from)
  return new Promise((resolve, reject) => {
    uni.chooseLocation({
      ...(at && { latitude: at.lat, longitude: at.lng }),
      success: ({ latitude, longitude, name, address }) => {
        const { lat, lng } = fromGcj({ lat: latitude, lng: longitude })
        resolve({ position: { lat: short(lat), lng: short(lng) }, name: name || address || '' })
      },
      fail: (error) => (notAllowed(error) ? reject(new NotAllowed()) : resolve(undefined)),
    })
  })
}
// #endif

/** "350 m" or "2.4 km", as words and a number. */
export function distance(metres: number): { unit: 'metres' | 'kilometres'; n: string } {
  if (metres < 1000) return { unit: 'metres', n: String(Math.round(metres / 10) * 10) }
  return { unit: 'kilometres', n: (metres / 1000).toFixed(metres < 10_000 ? 1 : 0) }
}
