// Times and numbers as people write them. Everything is shown in the city's time (+08:00), wherever
// the phone is: a due time that changed with the traveller would be wrong.
export type Lang = 'zh' | 'en'

const CITY_OFFSET_MS = 8 * 3600 * 1000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const DAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const two = (value: number) => String(value).padStart(2, '0')

function parts(instant: string | number) {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  if (Number.isNaN(ms)) return undefined
  const at = new Date(ms + CITY_OFFSET_MS)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    day: at.getUTCDate(),
    weekday: at.getUTCDay(),
    clock: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
  }
}

type Parts = NonNullable<ReturnType<typeof parts>>

function dayText(at: Parts, lang: Lang, thisYear?: number) {
  const foreign = thisYear !== undefined && thisYear !== at.year
  if (lang === 'zh') return `${foreign ? `${at.year}年` : ''}${at.month + 1}月${at.day}日`
  return `${at.day} ${MONTHS[at.month]}${foreign ? ` ${at.year}` : ''}`
}

/** "11月24日 13:05"; the year is added when it is not the current one. */
export function formatInstant(instant: string, lang: Lang, now?: string | number): string {
  const at = parts(instant)
  if (!at) return instant
  const today = now === undefined ? undefined : parts(now)
  return `${dayText(at, lang, today?.year)} ${at.clock}`
}

/** "11月24日 24:00": a due time at midnight is the end of a day, as the server says it too. */
export function formatDue(instant: string, lang: Lang, now?: string | number): string {
  const at = parts(instant)
  if (at?.clock !== '00:00') return formatInstant(instant, lang, now)
  const dayBefore = new Date(Date.parse(instant) - 60_000).toISOString()
  return formatInstant(dayBefore, lang, now).replace('23:59', '24:00')
}

/** "11月24日" for a calendar day such as "2026-11-24". */
export function formatDay(day: string, lang: Lang): string {
  const at = parts(`${day}T00:00:00+08:00`)
  return at ? dayText(at, lang) : day
}

/** "11月24日 周二" for a calendar day such as "2026-11-24". */
export function formatDayOfWeek(day: string, lang: Lang): string {
  const at = parts(`${day}T00:00:00+08:00`)
  if (!at) return day
  return `${dayText(at, lang)} ${(lang === 'zh' ? DAYS_ZH : DAYS_EN)[at.weekday]}`
}

/** How many days of the city lie between now and a calendar day; today is 0. */
export function daysUntil(day: string, now: number): number {
  const dayMs = 24 * 3600 * 1000
  const today = Math.floor((now + CITY_OFFSET_MS) / dayMs)
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs) - today
}

/** "11月24日 周二 13:05", for the clock of the demonstration. */
export function formatClock(instant: number, lang: Lang): string {
  const at = parts(instant)
  if (!at) return ''
  const weekday = lang === 'zh' ? DAYS_ZH[at.weekday] : DAYS_EN[at.weekday]
  return `${dayText(at, lang)} ${weekday} ${at.clock}`
}

/** "9:00—11:30" in one piece: what joins two times may not end a line between them. */
export function unbroken(text: string): string {
  return text.replace(/(\d)([—–-])(?=\d)/g, '$1\u2060$2\u2060')
}

/** As the server counts: characters, without the blanks around them. */
export function characters(text: string): number {
  return [...text.trim()].length
}
