// The periods of a duty record: this month, quarter or year of the city, each from its first day to
// its last.
export const PERIODS = ['month', 'quarter', 'year'] as const
export type PeriodName = (typeof PERIODS)[number]

const CITY_OFFSET_MS = 8 * 3600 * 1000
const MONTHS_OF: Record<PeriodName, number> = { month: 1, quarter: 3, year: 12 }

const text = (day: Date) => day.toISOString().slice(0, 10)

export function periodOf(name: PeriodName, now: number): { from: string; to: string } {
  const today = new Date(now + CITY_OFFSET_MS)
  const year = today.getUTCFullYear()
  const months = MONTHS_OF[name]
  const first = Math.floor(today.getUTCMonth() / months) * months
  // Day 0 of a month is the last day of the month before it.
  return {
    from: text(new Date(Date.UTC(year, first, 1))),
    to: text(new Date(Date.UTC(year, first + months, 0))),
  }
}
