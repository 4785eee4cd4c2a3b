import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ActionView, MessageCard, MessageView } from '@/api/types'
import { daysUntil, formatDayOfWeek } from '@/logic/format'
import { beginning, bodyOf, formOf } from '@/logic/forms'
import { to } from '@/logic/go'
import { dropAllKept, dropEverythingTyped, dropKept, keptName, keptPieces, useKept } from '@/logic/kept'
import { periodOf } from '@/logic/period'
import { keyBytes } from '@/logic/push'
import { byUrgency } from '@/logic/urgency'
import { prefs } from '@/stores/prefs'
import { standInForUni } from './uni'

beforeEach(() => void (prefs.lang = 'zh'))

// A Wednesday in the city, 10:00.
const NOW = Date.parse('2026-11-25T10:00:00+08:00')

function card(id: number, due?: string, more: Partial<MessageCard> = {}): MessageCard {
  const text = { zh: '', en: '' }
  return {
    id,
    unread: false,
    updated_at: '2026-11-20T09:00:00+08:00',
    ...(due && { next_due: { clock: 'look_limit', due_at: due, due_text: text, late: false } }),
    ...more,
  } as MessageCard
}

describe('an inbox by urgency', () => {
  const sections = (cards: MessageCard[]) =>
    byUrgency(cards, NOW).map(({ name, cards }) => [name, ...cards.map((one) => one.id)])

  it('puts what is late first, whatever its day, then today, this week and later', () => {
    const late = card(1, '2026-11-24T00:00:00+08:00')
    late.next_due!.late = true
    const cards = [
      card(4, '2026-11-30T00:00:01+08:00'),
      card(3, '2026-11-27T12:00:00+08:00'),
      card(2, '2026-11-25T18:00:00+08:00'),
      late,
    ]
    expect(sections(cards)).toEqual([['late', 1], ['today', 2], ['week', 3], ['later', 4]])
  })

  it('counts a due time at midnight to the day that it ends', () => {
    expect(sections([card(1, '2026-11-26T00:00:00+08:00')])).toEqual([['today', 1]])
    expect(sections([card(1, '2026-11-30T00:00:00+08:00')])).toEqual([['week', 1]])
  })

  it('puts the soonest first, then the unread, then the newest; without a due time last', () => {
    const cards = [
      card(1),
      card(2, '2026-12-03T00:00:00+08:00'),
      card(3, '2026-12-02T00:00:00+08:00', { updated_at: '2026-11-21T09:00:00+08:00' }),
      card(4, '2026-12-02T00:00:00+08:00', { unread: true }),
      card(5, '2026-12-02T00:00:00+08:00', { updated_at: '2026-11-22T09:00:00+08:00' }),
    ]
    expect(sections(cards)).toEqual([['later', 4, 5, 3, 2, 1]])
  })

  it('shows no section that is empty', () => expect(sections([])).toEqual([]))
})

describe('the body of an action', () => {
  const view = { kind: 'message', content: {} } as unknown as MessageView
  const typedFor = (action: string) => beginning(action, view)

  it('of a passing-on is empty when nothing was added: one tap is enough', () => {
    expect(bodyOf(formOf('pass_on_hotline'), typedFor('pass_on_hotline'))).toEqual({})
  })

  it('of a passing-on carries what the deputy knew, trimmed, and nothing blank', () => {
    const typed = { ...typedFor('pass_on_hotline'), category: 'help', urgent: true }
    typed.fill = { when: ' 昨晚 ', who: ' ', before: '' }
    expect(bodyOf(formOf('pass_on_hotline'), typed)).toEqual({
      urgent: true,
      category: 'help',
      fill: { when: '昨晚' },
    })
  })

  it('names its text as the action does, and sends a needed one even blank, for the server to say', () => {
    const typed = { ...typedFor('publish'), text: ' 路灯不亮 ' }
    expect(bodyOf(formOf('publish'), typed)).toEqual({ title: '路灯不亮' })
    expect(bodyOf(formOf('answer'), typedFor('answer'))).toEqual({ text: '' })
    const call = { ...typedFor('note_call'), text: '已登记', order_number: ' GD1 ' }
    expect(bodyOf(formOf('note_call'), call)).toEqual({ text: '已登记', order_number: 'GD1' })
  })
})

describe('what is being typed', () => {
  const place = { person: 3, kind: 'message', id: 7, action: 'answer' }
  beforeEach(() => void standInForUni(() => 'no network'))

  it('is there again after the page was closed, for the same person and action only', async () => {
    useKept(keptName(place), { text: '' }).typed.text = '😀 مرحبا <script>'
    await nextTick()
    const again = useKept(keptName(place), { text: '' })
    expect([again.typed.text, again.restored.value]).toEqual(['😀 مرحبا <script>', true])
    for (const other of [{ person: 4 }, { action: 'relay' }, { id: 8 }])
      expect(useKept(keptName({ ...place, ...other }), { text: '' }).restored.value).toBe(false)
  })

  it('is not kept when it is as it began, is discarded, or was sent', async () => {
    const { typed, discard } = useKept(keptName(place), { text: 'begun' })
    typed.text = 'more'
    await nextTick()
    discard()
    await nextTick()
    expect(typed.text).toBe('begun')
    expect(uni.getStorageSync(keptName(place))).toBe('')
    typed.text = 'more'
    await nextTick()
    dropKept(keptName(place))
    expect(useKept(keptName(place), { text: '' }).restored.value).toBe(false)
  })

  it('goes with its owner at sign-out, while other things stay', () => {
    uni.setStorageSync(keptName(place), '{"text":"x"}')
    uni.setStorageSync('mashang.draft.D1', '{}')
    dropAllKept()
    expect(uni.getStorageSync(keptName(place))).toBe('')
    expect(uni.getStorageSync('mashang.draft.D1')).toBe('{}')
    dropEverythingTyped()
    expect(uni.getStorageSync('mashang.draft.D1')).toBe('')
  })

  it('names the photos that wait in it, so that nobody sweeps them away', () => {
    uni.setStorageSync(keptName(place), '{"attachments":[{"key":"k1"}]}')
    expect(keptPieces()).toEqual(['k1'])
  })

  it('survives something unreadable in the storage', () => {
    uni.setStorageSync(keptName(place), '{half')
    expect(useKept(keptName(place), { text: 'a' }).typed.text).toBe('a')
  })
})

describe('periods and days', () => {
  it('are those of the city, at the turn of a year too', () => {
    expect(periodOf('month', NOW)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(periodOf('quarter', NOW)).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(periodOf('year', NOW)).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    const newYear = Date.parse('2026-12-31T16:30:00Z')
    expect(periodOf('month', newYear)).toEqual({ from: '2027-01-01', to: '2027-01-31' })
  })

  it('are told with their weekday, and how far they are', () => {
    expect(formatDayOfWeek('2026-11-25', 'zh')).toBe('11月25日 周三')
    expect(daysUntil('2026-11-25', NOW)).toBe(0)
    expect(daysUntil('2026-11-26', Date.parse('2026-11-25T23:59:00+08:00'))).toBe(1)
  })
})

describe('small things', () => {
  it('the key for push is read from base64url', () => {
    expect([...keyBytes('_-8')]).toEqual([255, 239])
  })

  it('a case is found by its kind', () => {
    expect(to.caseOf({ kind: 'order', id: 4 })).toBe('/pages/order/order?id=4')
    const unknown = { action: 'new_one' } as unknown as ActionView
    expect(formOf(unknown.action).templates).toBeUndefined()
  })
})
