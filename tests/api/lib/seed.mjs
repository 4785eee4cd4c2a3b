// Choices that can be made again: give MASHANG_SEED what a failed run printed.

export const SEED = Number(process.env.MASHANG_SEED ?? Date.now() % 1_000_000)

/** Numbers from 0 to 1 (mulberry32). */
export function random(seed = SEED) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
