import { describe, expect, it } from 'vitest'
import { fitted } from '@/logic/shrink'
import { pageOf, scannedDoor, typedDoor } from '@/logic/scan'

const HOST = 'ms.example.cn'
const read = (text: string) => scannedDoor(text, HOST)

describe('a scanned code', () => {
  it('opens the door it was printed for', () => {
    expect(read('https://ms.example.cn/d/D9RATC')).toEqual({ kind: 'deputy', code: 'D9RATC' })
    expect(read(' https://ms.example.cn/s/s9p69h/ ')).toEqual({ kind: 'station', code: 'S9P69H' })
    expect(read('https://ms.example.cn/m/#/pages/station/station?code=S9P69H')?.code).toBe('S9P69H')
    expect(read('https://ms.example.cn/m/#/pages/deputy/deputy?from=x&code=D9RATC')?.kind).toBe('deputy')
  })

  it('of anybody else leads nowhere', () => {
    for (const text of [
      'https://elsewhere.example/d/D9RATC',
      'https://ms.example.cn.elsewhere.example/d/D9RATC',
      'https://ms.example.cn@elsewhere.example/d/D9RATC',
      'https://ms.example.cn/api/v1/city',
      'https://ms.example.cn/m/#/pages/me/me?code=D9RATC',
      'https://ms.example.cn/d/D9RATC/more',
      'javascript:alert(1)//ms.example.cn/d/D9RATC',
      'wxp://f2f0',
      '',
    ]) expect([text, read(text)]).toEqual([text, undefined])
  })
})

describe('a typed code', () => {
  it('may be in small letters and with blanks around', () => {
    expect(typedDoor(' d9ratc ')).toEqual({ kind: 'deputy', code: 'D9RATC' })
    expect(typedDoor('S9P69H')?.kind).toBe('station')
  })

  it('has six characters and begins as ours do', () => {
    for (const text of ['D9RAT', 'D9RATCC', 'X9RATC', 'D9 ATC']) expect(typedDoor(text)).toBeUndefined()
  })

  it('leads to its page', () => {
    expect(pageOf({ kind: 'deputy', code: 'D9RATC' })).toBe('/pages/deputy/deputy?code=D9RATC')
  })
})

describe('a photo that is sent', () => {
  it('is at most 2000 pixels long, in its proportions, and never made larger', () => {
    expect(fitted(8000, 6000)).toEqual({ width: 2000, height: 1500 })
    expect(fitted(3000, 9000)).toEqual({ width: 667, height: 2000 })
    expect(fitted(640, 480)).toEqual({ width: 640, height: 480 })
    expect(fitted(20_000, 3)).toEqual({ width: 2000, height: 1 })
  })
})
