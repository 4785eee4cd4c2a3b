// What the pages read from the server, and under which names it is kept.
// Invariant: the first two parts of a key say whose change makes it stale (see live.ts).
import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { call, query } from './client'
import { person } from './session'
import type {
  CaseView, City, Demo, MessageCard, OrderCard, Page, QueueCount, Rulebook, Unit, Vocabulary,
} from './types'

const hour = 3_600_000

export function useCity() {
  return useQuery({ queryKey: ['city'], queryFn: () => call<City>('/city'), staleTime: hour })
}

export function useVocabulary() {
  const queryFn = () => call<Vocabulary>('/vocabulary')
  return useQuery({ queryKey: ['vocabulary'], queryFn, staleTime: hour })
}

export function useRulebook() {
  return useQuery({ queryKey: ['rulebook'], queryFn: () => call<Rulebook>('/rulebook'), staleTime: hour })
}

export function useDemo(enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['demo'],
    queryFn: () => call<Demo>('/demo'),
    enabled: computed(() => toValue(enabled)),
    staleTime: hour,
  })
}

export function useQueues() {
  return useQuery({
    queryKey: ['queues'],
    queryFn: async () => (await call<{ items: QueueCount[] }>('/queues')).items,
    enabled: computed(() => person.value !== undefined),
    // Time alone makes an order late, and no event tells of it.
    refetchInterval: 60_000,
  })
}

export const orderListKey = (queue: string) => ['orders', queue]
export const messageListKey = (box: string) => ['messages', box]

export function useOrders(queue: MaybeRefOrGetter<string>) {
  return useInfiniteQuery({
    queryKey: computed(() => orderListKey(toValue(queue))),
    queryFn: ({ pageParam }) =>
      call<Page<OrderCard>>('/orders' + query({ queue: toValue(queue), cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}

export function useMessages(box: MaybeRefOrGetter<string>) {
  return useInfiniteQuery({
    queryKey: computed(() => messageListKey(toValue(box))),
    queryFn: ({ pageParam }) =>
      call<Page<MessageCard>>('/messages' + query({ box: toValue(box), cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}

export const caseKey = (kind: string, id: number) => [kind, id]

export function useCase<T extends CaseView>(kind: T['kind'], id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: computed(() => caseKey(kind, toValue(id))),
    queryFn: () => call<T>(`/${kind}s/${toValue(id)}`),
  })
}

export function findUnits(text: string): Promise<Unit[]> {
  return call<{ items: Unit[] }>('/units' + query({ q: text })).then((found) => found.items)
}
