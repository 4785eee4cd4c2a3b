import { beforeEach, describe, expect, it } from 'vitest'
import { keepCookies, keptCookies } from '@/api/cookies'
import { standInForUni } from './uni'

beforeEach(() => void standInForUni(() => 'no network'))

describe('cookies in a mini-program', () => {
  it('are kept without their attributes, and brought back', () => {
    keepCookies('session=a1b2==; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
    expect(keptCookies()).toBe('session=a1b2==')
  })

  it('come as one text or as a list; the comma of a date ends none', () => {
    keepCookies('a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2; Path=/')
    keepCookies(['c=3', 'd=4; Path=/'])
    expect(keptCookies()).toBe('a=1; b=2; c=3; d=4')
  })

  it('are replaced, and gone when their time is over', () => {
    keepCookies('session=old; Max-Age=60')
    keepCookies('session=new; Max-Age=60')
    expect(keptCookies()).toBe('session=new')
    keepCookies('session=; Path=/; Max-Age=0')
    expect(keptCookies()).toBe('')
  })

  it('stay as they are when an answer brings none', () => {
    keepCookies('session=a')
    keepCookies(undefined)
    expect(keptCookies()).toBe('session=a')
  })
})
