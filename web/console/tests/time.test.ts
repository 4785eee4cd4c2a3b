import { describe, expect, it } from 'vitest'
import { staleAfter } from '@/api/live'
import { distance, nearness } from '@/lib/due'
import { briefTime, cityInstant, shortDue, shortTime } from '@/lib/time'

const now = new Date('2026-11-24T10:00:00+08:00')
const due = (due_at: string, late = false, stopped_at?: string) => ({ due_at, late, stopped_at })

describe('nearness', () => {
  it('takes lateness from the server, even where the desk clock says otherwise', () => {
    expect(nearness(due('2026-11-24T09:00:00+08:00', false), now)).toBe('passed')
    expect(nearness(due('2026-11-25T09:00:00+08:00', true), now)).toBe('late')
  })

  it('calls the last day soon', () => {
    expect(nearness(due('2026-11-25T10:00:00+08:00'), now)).toBe('soon')
    expect(nearness(due('2026-11-25T10:01:00+08:00'), now)).toBe('later')
  })

  it('leaves a stopped clock alone', () => {
    expect(nearness(due('2026-11-25T00:00:00+08:00', false, '2026-11-24T09:00:00+08:00'), now)).toBe('stopped')
  })

  it('is told in the largest whole unit', () => {
    expect(distance(due('2026-11-26T12:00:00+08:00'), now)).toEqual({ unit: 'days', n: 2 })
    expect(distance(due('2026-11-24T09:20:00+08:00', true), now)).toEqual({ unit: 'minutes', n: 40 })
  })
})

describe('times', () => {
  it('are the city\'s, whatever zone the instant was written in', () => {
    expect(shortTime('2026-11-24T05:05:00Z', 'zh', now)).toBe('11月24日 13:05')
    expect(shortTime('2026-11-24T05:05:00Z', 'en', now)).toBe('24 Nov, 13:05')
    expect(cityInstant(new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-25T00:30:00+08:00')
  })

  it('name the year only when it is another', () => {
    expect(shortTime('2027-01-04T00:00:00+08:00', 'zh', now)).toBe('2027-01-04 00:00')
  })

  it('tell the end of a day as its 24:00', () => {
    expect(shortDue('2026-11-25T00:00:00+08:00', 'zh', now)).toBe('11月24日 24:00')
    expect(shortDue('2026-11-25T00:00:00+08:00', 'en', now)).toBe('24 Nov, 24:00')
    expect(shortDue('2027-01-01T00:00:00+08:00', 'zh', now)).toBe('12月31日 24:00')
    expect(shortDue('2026-11-24T15:30:00+08:00', 'zh', now)).toBe('11月24日 15:30')
  })

  it('are brief in lists: the hour for today, the day for other days', () => {
    expect(briefTime('2026-11-24T08:05:00+08:00', 'zh', now)).toBe('08:05')
    expect(briefTime('2026-11-23T08:05:00+08:00', 'zh', now)).toBe('11月23日')
    expect(briefTime('2026-11-23T08:05:00+08:00', 'en', now)).toBe('23 Nov')
  })
})

describe('a live event', () => {
  it('makes the case, its lists and the counts stale', () => {
    const change = { kind: 'order', id: 7, version: 2, state: 'handling', action: 'sign_for', at: '' }
    expect(staleAfter(change)).toEqual([['order', 7], ['orders'], ['queues'], ['warnings']])
  })
})
