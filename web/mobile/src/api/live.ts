// News of cases while a page is open. A browser gets them pushed; where pushing is missing or broken
// the page asks again now and then. A listener only learns that something changed, and fetches anew.
import type { CaseEvent } from './types'
import { API } from './http'

type Listener = (event?: CaseEvent) => void

const POLL_MS = 20_000
const listeners = new Set<Listener>()
let stop: (() => void) | undefined

export function tellAll(event?: CaseEvent) {
  for (const listener of [...listeners]) listener(event)
}

function poll(): () => void {
  const timer = setInterval(() => tellAll(), POLL_MS)
  return () => clearInterval(timer)
}

function listen(): () => void {
  // #ifdef H5
  if (typeof EventSource !== 'undefined') return listenToServer()
  // #endif
  return poll()
}

// #ifdef H5
function listenToServer(): () => void {
  const source = new EventSource(`${API}/live`)
  let stopPolling: (() => void) | undefined
  source.addEventListener('case', (event) => tellAll(eventOf((event as MessageEvent).data)))
  source.onerror = () => {
    // A closed source does not come back by itself (the browser retries only broken ones).
    if (source.readyState === EventSource.CLOSED) stopPolling ??= poll()
  }
  return () => {
    source.close()
    stopPolling?.()
  }
}
// #endif

export function eventOf(data: string): CaseEvent | undefined {
  try {
    return JSON.parse(data) as CaseEvent
  } catch {
    return undefined
  }
}

/** Calls the listener on every change, until the returned function is called. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener)
  stop ??= listen()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      stop?.()
      stop = undefined
    }
  }
}
