// The stream of changes: each event makes the affected pages ask again.
// Invariant: an event never carries data to a page; pages only ever show what they asked for.
import type { QueryClient } from '@tanstack/vue-query'
import { readonly, ref } from 'vue'
import type { LiveCase } from './types'

export type LiveState = 'off' | 'waiting' | 'on'

const state = ref<LiveState>('off')
export const liveState = readonly(state)

/** The keys that one change makes stale; a new timeline entry may move a case between any lists. */
export function staleAfter(change: LiveCase): unknown[][] {
  return [[change.kind, change.id], [`${change.kind}s`], ['queues'], ['warnings']]
}

let source: EventSource | null = null
let retry: ReturnType<typeof setTimeout> | undefined
let flush: ReturnType<typeof setTimeout> | undefined
const pending = new Map<string, unknown[]>()

// Many changes in one moment (an import, a moved demo clock) are answered by one round of questions.
function invalidateSoon(client: QueryClient, keys: unknown[][]): void {
  for (const key of keys) pending.set(JSON.stringify(key), key)
  flush ??= setTimeout(() => {
    flush = undefined
    for (const queryKey of pending.values()) void client.invalidateQueries({ queryKey })
    pending.clear()
  }, 250)
}

export function openLive(client: QueryClient, wait = 2_000): void {
  closeLive()
  state.value = 'waiting'
  let opened = false
  const stream = new EventSource('/api/v1/live')
  source = stream
  stream.onopen = () => {
    state.value = 'on'
    // What happened while the stream was down is not told again, so everything shown is asked anew.
    if (opened || wait > 2_000) void client.invalidateQueries()
    opened = true
  }
  stream.addEventListener('case', (event) => {
    invalidateSoon(client, staleAfter(JSON.parse((event as MessageEvent<string>).data)))
  })
  stream.onerror = () => {
    state.value = 'waiting'
    // The browser reconnects by itself, except after an answer that was no stream (401, 503).
    if (stream.readyState !== EventSource.CLOSED) return
    clearTimeout(retry)
    retry = setTimeout(() => openLive(client, Math.min(wait * 2, 60_000)), wait)
  }
}

export function closeLive(): void {
  clearTimeout(retry)
  source?.close()
  source = null
  state.value = 'off'
}
