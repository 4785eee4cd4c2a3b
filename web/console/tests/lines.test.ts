import { describe, expect, it } from 'vitest'
import { changedLines, fromIn, lineIn } from '@/lib/lines'

describe('lines of a rulebook', () => {
  it('are marked where they differ, and where lines were put in or taken out', () => {
    expect([...changedLines('a\nb\nc', 'a\nB\nc')]).toEqual([2])
    expect([...changedLines('a\nb\nc', 'A\nb\nC')]).toEqual([1, 3])
    expect([...changedLines('a\nb', 'a\nx\ny\nb')]).toEqual([2, 3])
    expect([...changedLines('a\nx\nb', 'a\nb')]).toEqual([2])
    expect(changedLines('a', 'a').size).toBe(0)
  })

  it('are found in what the server says, in either language', () => {
    expect(lineIn('第12行：无法识别的期限')).toBe(12)
    expect(lineIn('Line 7: no such clock')).toBe(7)
    expect(lineIn('version must be 2')).toBeUndefined()
  })

  it('tell the day the rulebook is in force from, not that of one limit', () => {
    expect(fromIn('version = 2\nfrom = 2026-12-01\n\n[[limit]]\nfrom = 2022-10-28\n')).toBe('2026-12-01')
    expect(fromIn('[[limit]]\nfrom = 2022-10-28\n')).toBeUndefined()
  })
})
