// Where a queue is shown: the server says what kind of case lies in it.
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { useQueues } from '@/api/queries'
import type { Kind, QueueCount } from '@/api/types'
import { say, useLabels } from './words'

export function queueAddress({ kind, queue }: Pick<QueueCount, 'kind' | 'queue'>): RouteLocationRaw {
  if (kind === 'message') return { name: 'inbox', params: { box: queue } }
  return { name: kind === 'order' ? 'queue' : 'suggestions', params: { queue } }
}

/** What the server says of one queue: its name, and how many lie in it. */
export function useQueueHead(kind: Kind, queue: MaybeRefOrGetter<string>) {
  const { data: queues } = useQueues()
  const { label } = useLabels()
  const told = computed(() => queues.value?.find((entry) => entry.kind === kind && entry.queue === toValue(queue)))
  return { told, title: computed(() => say(told.value?.label) || label('queues', toValue(queue))) }
}
