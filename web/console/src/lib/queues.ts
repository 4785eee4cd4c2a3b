// Where a queue is shown. Messages have lists of their own; every other queue is of orders.
import type { RouteLocationRaw } from 'vue-router'

const boxes: Record<string, string> = { waiting: 'waiting', open: 'open', closed: 'closed', messages: 'all' }

export function queueOfBox(box: string): string | undefined {
  return Object.keys(boxes).find((queue) => boxes[queue] === box)
}

export function queueAddress(queue: string): RouteLocationRaw {
  const box = boxes[queue]
  return box ? { name: 'inbox', params: { box } } : { name: 'queue', params: { queue } }
}
