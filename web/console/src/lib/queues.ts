// Where a queue is shown: the server says whether messages or orders lie in it.
import type { RouteLocationRaw } from 'vue-router'
import type { QueueCount } from '@/api/types'

export function queueAddress(entry: Pick<QueueCount, 'kind' | 'queue'>): RouteLocationRaw {
  return entry.kind === 'message'
    ? { name: 'inbox', params: { box: entry.queue } }
    : { name: 'queue', params: { queue: entry.queue } }
}
