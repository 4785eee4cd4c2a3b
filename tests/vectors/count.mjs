// Due times counted a second time, by the longest and plainest road: a day as the text "2026-10-01",
// one question a day ("is it worked?"), hours minute by minute. Invariant: nothing here is taken from
// src/calendar but the law it follows, so that agreeing with it proves something.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../data/calendar')

/** The notices as they were issued, oldest first, so that a later one overrules an earlier. */
export const NOTICES = readdirSync(FOLDER)
  .filter((name) => /^\d{4}\.json$/.test(name))
  .flatMap((name) => {
    const { year, notices } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
    return notices.map((notice) => ({ year, ...notice }))
  })
  .sort((a, b) => a.issued.localeCompare(b.issued))

const off = new Set()
const worked = new Set()
for (const notice of NOTICES)
  for (const holiday of notice.holidays) {
    for (const day of holiday.off) off.add(day) && worked.delete(day)
    for (const day of holiday.work) worked.add(day) && off.delete(day)
  }
const YEARS = new Set(NOTICES.map((notice) => notice.year))

// --- Days and minutes of China, written in a Date as if its clock were China's.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const dateOf = (text) => new Date(`${text.length === 10 ? `${text}T00:00` : text}:00Z`)
const minuteText = (date) => date.toISOString().slice(0, 16)
const dayText = (date) => date.toISOString().slice(0, 10)

export const dayAfter = (day, count = 1) => dayText(new Date(dateOf(day).getTime() + count * DAY))

export function isWorked(day) {
  if (off.has(day)) return false
  if (worked.has(day)) return true
  const weekday = dateOf(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Whether the notice that rules on this day is in: from 29 December on, the next year's as well. */
export function isSettled(day) {
  if (off.has(day) || worked.has(day)) return true
  const year = Number(day.slice(0, 4))
  if (!YEARS.has(year)) return false
  return day.slice(5) < '12-29' || YEARS.has(year + 1)
}

function exists(day) {
  const date = dateOf(day)
  return !Number.isNaN(date.getTime()) && dayText(date) === day
}

/** The same date `count` months on, or the last day of a month that has no such date. */
function monthsAfter(day, count) {
  const [year, month, date] = day.split('-').map(Number)
  const total = year * 12 + (month - 1) + count
  const two = (number) => String(number).padStart(2, '0')
  const onDate = (d) => `${Math.floor(total / 12)}-${two((total % 12) + 1)}-${two(d)}`
  for (let d = date; ; --d) if (exists(onDate(d))) return onDate(d)
}

// --- The clauses of the rulebook. Each gives the end, and the days it had to ask about.

function workingDaysAfter(day, count) {
  const asked = []
  for (let left = count; left > 0; ) {
    day = dayAfter(day)
    asked.push(day)
    if (isWorked(day)) --left
  }
  return { end: `${day}T24:00`, asked }
}

/** A last day that is a rest day gives way to the next that is worked. */
function firstWorkedFrom(day) {
  const asked = [day]
  while (!isWorked(day)) asked.push((day = dayAfter(day)))
  return { end: `${day}T24:00`, asked }
}

/** Each minute counts that lies in a working day. */
function workedMinutesAfter(start, minutes) {
  const asked = new Set()
  let at = dateOf(start)
  for (let left = minutes; left > 0; at = new Date(at.getTime() + MINUTE)) {
    const day = dayText(at)
    asked.add(day)
    if (isWorked(day)) --left
  }
  return { end: minuteText(at), asked: [...asked] }
}

function hoursAfter(start, count, mode) {
  if (mode === 'A') return workedMinutesAfter(start, count * 60)
  if (mode === 'B') return { end: minuteText(new Date(dateOf(start).getTime() + count * 60 * MINUTE)), asked: [] }
  return workingDaysAfter(start.slice(0, 10), Math.ceil(count / 24))
}

function endOf(start, limit, mode) {
  const [, number, unit] = /^(\d+) (working day|hour|day|month)s?$/.exec(limit)
  const count = Number(number)
  const day = start.slice(0, 10)
  if (unit === 'hour') return hoursAfter(start, count, mode)
  if (unit === 'working day') return workingDaysAfter(day, count)
  return firstWorkedFrom(unit === 'day' ? dayAfter(day, count) : monthsAfter(day, count))
}

/** "2026-10-09T24:00+08:00", followed by a tab and "provisional" when a day asked about is open. */
export function due(start, limit, mode) {
  const { end, asked } = endOf(start, limit, mode)
  return `${end}+08:00${asked.every(isSettled) ? '' : '\tprovisional'}`
}
