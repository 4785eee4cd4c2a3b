import { describe, expect, it } from 'vitest'
import { characters, formatClock, formatDay, formatDue, formatInstant, unbroken } from '@/logic/format'

describe('opening hours', () => {
  it('keep two times together, and leave other dashes alone', () => {
    expect(unbroken('每月10日 9:00—11:30')).toBe('每月10日 9:00\u2060—\u206011:30')
    expect(unbroken('周一—周五')).toBe('周一—周五')
  })
})

describe('times', () => {
  it('are those of the city, whatever zone the instant is written in', () => {
    expect(formatInstant('2026-11-24T13:05:00+08:00', 'zh')).toBe('11月24日 13:05')
    expect(formatInstant('2026-11-24T05:05:00Z', 'zh')).toBe('11月24日 13:05')
    expect(formatInstant('2026-11-24T20:05:00Z', 'en')).toBe('25 Nov 04:05')
  })

  it('name the year when it is not the current one', () => {
    const now = '2027-01-04T09:00:00+08:00'
    expect(formatInstant('2026-12-31T09:00:00+08:00', 'zh', now)).toBe('2026年12月31日 09:00')
    expect(formatInstant('2026-12-31T09:00:00+08:00', 'en', now)).toBe('31 Dec 2026 09:00')
    expect(formatInstant('2027-01-02T09:00:00+08:00', 'en', now)).toBe('2 Jan 09:00')
  })

  it('say the end of a day as the server does', () => {
    expect(formatDue('2026-11-28T00:00:00+08:00', 'zh')).toBe('11月27日 24:00')
    expect(formatDue('2027-01-01T00:00:00+08:00', 'en', '2026-12-30T09:00:00+08:00')).toBe(
      '31 Dec 24:00',
    )
    expect(formatDue('2026-11-28T17:30:00+08:00', 'zh')).toBe('11月28日 17:30')
  })

  it('show what they cannot read as it is', () => {
    expect(formatInstant('soon', 'zh')).toBe('soon')
  })

  it('have days and a clock with the weekday', () => {
    expect(formatDay('2026-10-01', 'zh')).toBe('10月1日')
    expect(formatDay('2026-10-01', 'en')).toBe('1 Oct')
    const tuesday = Date.parse('2026-11-24T13:05:00+08:00')
    expect(formatClock(tuesday, 'zh')).toBe('11月24日 周二 13:05')
    expect(formatClock(tuesday, 'en')).toBe('24 Nov Tue 13:05')
  })
})

describe('the counter', () => {
  it('counts characters, rare ones too, and no blanks around them', () => {
    expect(characters(' 路灯坏了 ')).toBe(4)
    expect(characters('𠮷田')).toBe(2)
    expect(characters('')).toBe(0)
  })
})
