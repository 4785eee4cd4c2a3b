// How near a due time is, for the eye.
// Invariant: whether something is late is the server's word; only the nearness is worked out here.
export type Nearness = 'late' | 'soon' | 'later' | 'passed' | 'stopped'

const day = 86_400_000

interface Due {
  due_at: string
  late: boolean
  stopped_at?: string
}

export function nearness(due: Due, now: Date): Nearness {
  if (due.late) return 'late'
  if (due.stopped_at) return 'stopped'
  const left = Date.parse(due.due_at) - now.getTime()
  // A window that has closed is nobody's lateness: the server does not call it late.
  if (left < 0) return 'passed'
  return left <= day ? 'soon' : 'later'
}

export interface Span {
  unit: 'days' | 'hours' | 'minutes'
  n: number
}

/** The distance in the largest whole unit: 26 hours are a day, 90 minutes an hour. */
export function distance(due: Due, now: Date): Span {
  const end = due.stopped_at ? Date.parse(due.stopped_at) : now.getTime()
  const minutes = Math.floor(Math.abs(Date.parse(due.due_at) - end) / 60_000)
  if (minutes >= 1440) return { unit: 'days', n: Math.floor(minutes / 1440) }
  if (minutes >= 60) return { unit: 'hours', n: Math.floor(minutes / 60) }
  return { unit: 'minutes', n: minutes }
}
