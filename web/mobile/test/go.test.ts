import { describe, expect, it } from 'vitest'
import { isPage, isWriting, to } from '@/logic/go'

describe('an address that came from outside', () => {
  it('is one of our pages or leads nowhere', () => {
    for (const url of [to.home, to.write('D9RATC'), to.signIn(to.me), to.message(3)]) expect(isPage(url)).toBe(true)
    for (const url of ['', 'https://other.example/', '//other.example', 'javascript:alert(1)', '/pages/me/you',
      '/pages/me/me/../../x', '/pages/../x', ' /pages/me/me'])
      expect([url, isPage(url)]).toEqual([url, false])
  })

  it('leads to words that are kept, where it leads to a message', () => {
    expect(isWriting(to.write('D9RATC'))).toBe(true)
    expect(isWriting(to.messages)).toBe(false)
  })
})
