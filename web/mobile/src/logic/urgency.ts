// The order of an inbox: what is late stands first, then what is due soonest, then what is new.
// Everything is reckoned by the city's days (+08:00); a due time at midnight is the end of its day.
import type { MessageCard } from '@/api/types'

export const SECTIONS = ['late', 'today', 'week', 'later'] as const
export type Section = (typeof SECTIONS)[number]

const CITY_OFFSET_MS = 8 * 3600 * 1000
const DAY_MS = 24 * 3600 * 1000

/** The moment at which the city's day ends, so many days from now. */
function endOfDay(now: number, days: number): number {
  const day = Math.floor((now + CITY_OFFSET_MS) / DAY_MS)
  return (day + 1 + days) * DAY_MS - CITY_OFFSET_MS
}

function daysToSunday(now: number): number {
  return (7 - new Date(now + CITY_OFFSET_MS).getUTCDay()) % 7
}

export function sectionOf(card: MessageCard, now: number): Section {
  const due = card.next_due
  if (!due) return 'later'
  if (due.late) return 'late'
  const at = Date.parse(due.due_at)
  if (at <= endOfDay(now, 0)) return 'today'
  return at <= endOfDay(now, daysToSunday(now)) ? 'week' : 'later'
}

function before(a: MessageCard, b: MessageCard): number {
  const due = (card: MessageCard) => (card.next_due ? Date.parse(card.next_due.due_at) : Infinity)
  if (due(a) !== due(b)) return due(a) < due(b) ? -1 : 1
  if (a.unread !== b.unread) return a.unread ? -1 : 1
  return Date.parse(b.updated_at) - Date.parse(a.updated_at)
}

/** The sections that have something in them, each in its order. */
export function byUrgency(cards: MessageCard[], now: number) {
  return SECTIONS.map((name) => ({
    name,
    cards: cards.filter((card) => sectionOf(card, now) === name).sort(before),
  })).filter((section) => section.cards.length > 0)
}
