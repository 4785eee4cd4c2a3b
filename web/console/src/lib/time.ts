// Times as people here read them: the city's wall clock, whatever the computer is set to.
// Invariant: "now" is the server's now, so a moved demo clock and a wrong desk clock do no harm.
import { computed, onScopeDispose, ref } from 'vue'
import { useCity } from '@/api/queries'

const zone = 'Asia/Shanghai'

const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit',
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
})

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
}

/** "11月24日 13:05" or "24 Nov, 13:05"; another year than `now`'s is written out. */
export function shortTime(instant: string, language: 'zh' | 'en', now = new Date()): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const { year, month, day, hour, minute } = partsOf(at)
  if (year !== partsOf(now).year) return `${year}-${month}-${day} ${hour}:${minute}`
  if (language === 'zh') return `${Number(month)}月${Number(day)}日 ${hour}:${minute}`
  return english.format(at)
}

/** A due time in short. What ends a day is told as that day's 24:00, not as the next day's beginning. */
export function shortDue(instant: string, language: 'zh' | 'en', now: Date): string {
  const text = shortTime(instant, language, now)
  if (!text.endsWith('00:00')) return text
  const before = new Date(Date.parse(instant) - 60_000).toISOString()
  return shortTime(before, language, now).replace('23:59', '24:00')
}

/** In a list: the time of day for today, else the day. */
export function briefTime(instant: string, language: 'zh' | 'en', now: Date): string {
  const [at, today] = [partsOf(new Date(instant)), partsOf(now)]
  if (at.year === today.year && at.month === today.month && at.day === today.day) return `${at.hour}:${at.minute}`
  const text = shortTime(instant, language, now)
  return at.year === today.year ? text.replace(/,? \d\d:\d\d$/, '') : text.slice(0, 10)
}

/** The city's wall clock as the API writes it, for the "now" of a form. */
export function cityInstant(at: Date): string {
  const { year, month, day, hour, minute, second } = partsOf(at)
  return `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`
}

/** The server's time, carried on from its last word by this computer's clock, read off when called. */
export function useServerClock(): () => Date {
  const city = useCity()
  return () => {
    const told = city.data.value?.now
    const since = Math.max(0, Date.now() - city.dataUpdatedAt.value)
    return new Date(told ? Date.parse(told) + since : Date.now())
  }
}

/** The server's time for what is shown: a quarter of a minute old at most. */
export function useNow() {
  const clock = useServerClock()
  const tick = ref(0)
  const timer = setInterval(() => tick.value++, 15_000)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => {
    void tick.value
    return clock()
  })
}
