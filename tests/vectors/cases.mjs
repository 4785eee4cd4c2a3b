// Which due times are asked for: around every holiday and make-up day of every notice, at each turn of
// the year and of the month, and on days in between. Invariant: no chance and no clock, so the same
// notices always give the same lines.
import { NOTICES, dayAfter, due } from './count.mjs'

const YEARS = [...new Set(NOTICES.map((notice) => notice.year))]
const TIMES = ['00:00', '00:01', '07:59', '09:00', '11:30', '14:00', '16:00', '17:45', '23:59']

function* aroundHolidays() {
  for (const { holidays } of NOTICES)
    for (const { off, work } of holidays) {
      yield `${dayAfter(off[0], -1)}T16:00`
      yield `${off[0]}T00:00`
      yield `${off[Math.floor(off.length / 2)]}T10:30`
      yield `${off.at(-1)}T23:59`
      yield `${dayAfter(off.at(-1))}T00:00`
      for (const day of work) {
        yield `${dayAfter(day, -1)}T17:45`
        yield `${day}T00:00`
        yield `${day}T09:00`
        yield `${day}T23:59`
      }
    }
}

function* turnsOfTheYear() {
  for (const year of [YEARS[0] - 1, ...YEARS])
    for (let i = 0; i < 14; ++i) yield `${dayAfter(`${year}-12-22`, i)}T${TIMES[(year + i) % TIMES.length]}`
}

function* turnsOfTheMonth() {
  for (const year of YEARS)
    for (let month = 1; month <= 12; ++month) {
      const first = `${year}-${String(month).padStart(2, '0')}-01`
      yield `${first}T00:00`
      yield `${dayAfter(first, -1)}T${TIMES[month % TIMES.length]}`
    }
}

/** Seventeen days apart: that goes through all days of the week, and all times of the list. */
function* inBetween() {
  let i = 0
  for (let day = `${YEARS[0] - 1}-10-08`; day < `${YEARS.at(-1) + 1}-04-01`; day = dayAfter(day, 17))
    yield `${day}T${TIMES[i++ % TIMES.length]}`
}

const ASKS = [
  ...[1, 2, 3, 4, 5, 7, 10, 20, 60].map((count) => [`${count} working day${count > 1 ? 's' : ''}`, 'A']),
  ['1 working day', 'B'],
  ['3 working days', 'C'],
]
const HOURS = [1, 2, 8, 12, 24, 25, 36, 48, 72].flatMap((count) =>
  ['A', 'B', 'C'].map((mode) => [`${count} hour${count > 1 ? 's' : ''}`, mode]),
)
const CALENDAR = [
  ...[1, 2, 7, 10, 15, 30, 90].map((count) => [`${count} day${count > 1 ? 's' : ''}`, 'A']),
  ...[1, 2, 3, 6, 12].map((count) => [`${count} month${count > 1 ? 's' : ''}`, 'B']),
]

/** Each start is asked for three times in working days, once in hours and once by the calendar, in turn. */
function asksOf(i) {
  const at = (list, n) => list[n % list.length]
  return [at(ASKS, i), at(ASKS, i + 3), at(ASKS, i + 7), at(HOURS, i), at(CALENDAR, i)]
}

/** START, LIMIT, MODE, DUE and perhaps "provisional", with tabs between; sorted by start. */
export function allLines() {
  const starts = [...new Set([...aroundHolidays(), ...turnsOfTheYear(), ...turnsOfTheMonth(), ...inBetween()])].sort()
  return starts.flatMap((start, i) =>
    asksOf(i).map(([limit, mode]) => `${start}+08:00\t${limit}\t${mode}\t${due(start, limit, mode)}`),
  )
}
