// Where a queue is shown. Messages have lists of their own; every other queue is of orders.
import type { RouteLocationRaw } from 'vue-router'

const boxes: Record<string, string> = { waiting: 'waiting', open: 'open', closed: 'closed', messages: 'all' }

export function queueAddress(queue: string): RouteLocationRaw {
  const box = boxes[queue]
  return box ? { name: 'inbox', params: { box } } : { name: 'queue', params: { queue } }
}
