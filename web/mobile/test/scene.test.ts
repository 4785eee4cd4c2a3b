import { describe, expect, it } from 'vitest'
import { placeOf } from '@/logic/scene'

describe('a code scanned in WeChat', () => {
  it('leads to its deputy or station', () => {
    expect(placeOf({ scene: 'd.D9RATC' })).toBe('/pages/deputy/deputy?code=D9RATC')
    expect(placeOf({ scene: encodeURIComponent('s.S9P69H') })).toBe('/pages/station/station?code=S9P69H')
  })

  it('may be the ordinary one, with its whole address', () => {
    const q = encodeURIComponent('https://mashang.example/d/D9RATC')
    expect(placeOf({ q }, 'mashang.example')).toBe('/pages/deputy/deputy?code=D9RATC')
  })

  it.each([
    undefined,
    {},
    { scene: 'x.D9RATC' },
    { scene: 's.D9RATC' },
    { q: 'https://other.example/d/D9RATC' },
    { scene: 'd.D9RATC&a=1' },
    { scene: 'd./../me' },
    { q: 'https://mashang.example/console/D9RATC' },
    { q: 'javascript:d/D9RATC' },
    { scene: '%E0%A4%A' },
  ])('leads nowhere when it is none of ours: %j', (opened) => {
    expect(placeOf(opened, 'mashang.example')).toBeUndefined()
  })
})
