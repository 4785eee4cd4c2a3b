// From which list a case was opened, so that one can go on to the next and come back to the same row.
// Invariant: the walk is the list as it stood when it was left; it asks the server nothing.
import { computed, type MaybeRefOrGetter, ref, toValue, watchEffect } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { Kind } from '@/api/types'
import { queueAddress } from './queues'

export interface Trail {
  kind: Kind
  list: string
}

const trail = ref<Trail | null>(null)
export const lastOpened = ref<number | null>(null)

// The order of work as it stood when the list was left: a case just dealt with drops out of the
// list, and "next" must still mean the one that stood below it.
const walk = ref<number[]>([])

export function openedFrom(from: Trail, id: number, ids: number[]): void {
  trail.value = from
  lastOpened.value = id
  walk.value = ids
}

/** Another person has other lists. */
export function forgetTrail(): void {
  trail.value = null
  lastOpened.value = null
  walk.value = []
}

export function listAddress(from: Trail): RouteLocationRaw {
  return queueAddress({ kind: from.kind, queue: from.list })
}

export function useTrail(kind: Kind, id: MaybeRefOrGetter<number>) {
  const here = computed(() => (trail.value?.kind === kind ? trail.value : null))
  const at = computed(() => (here.value ? walk.value.indexOf(toValue(id)) : -1))
  watchEffect(() => {
    if (at.value >= 0) lastOpened.value = toValue(id)
  })
  const neighbour = (by: number) => {
    const found = at.value < 0 ? undefined : walk.value[at.value + by]
    return found === undefined ? undefined : { name: kind, params: { id: found } }
  }
  return {
    from: here,
    index: at,
    total: computed(() => walk.value.length),
    previous: computed(() => neighbour(-1)),
    next: computed(() => neighbour(1)),
  }
}
