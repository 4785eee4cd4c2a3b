// What the pages read from the server, and under which names it is kept.
// Invariant: the first two parts of a key say whose change makes it stale (see live.ts).
import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { call, query } from './client'
import { person } from './session'
import type {
  Kind, CaseView, City, Demo, DeputyCard, MessageCard, OrderCard, Page, QueueCount,
  RegulationTexts, Rulebook, StationCard, SuggestionCard, Unit, Vocabulary, Warning,
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

/** A card of the list of any kind of case. */
export type Card<K extends Kind> = { message: MessageCard, order: OrderCard, suggestion: SuggestionCard }[K]

export const listKey = (kind: Kind, list: string) => [`${kind}s`, list]

/** A queue of orders or suggestions, or a box of messages, page by page. */
export function useCases<K extends Kind>(kind: K, list: MaybeRefOrGetter<string>) {
  const parameter = kind === 'message' ? 'box' : 'queue'
  return useInfiniteQuery({
    queryKey: computed(() => listKey(kind, toValue(list))),
    queryFn: ({ pageParam }) =>
      call<Page<Card<K>>>(`/${kind}s` + query({ [parameter]: toValue(list), cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}

export function useWarnings() {
  return useQuery({
    queryKey: ['warnings'],
    queryFn: async () => (await call<{ items: Warning[] }>('/warnings')).items,
    enabled: computed(() => person.value !== undefined),
    // Time alone brings a warning, and no event tells of it.
    refetchInterval: 60_000,
  })
}

export function useRegulation() {
  return useQuery({ queryKey: ['regulation'], queryFn: () => call<RegulationTexts>('/admin/regulation') })
}

/** Every station there is; a city has some hundreds. */
export function useStations() {
  return useQuery({
    queryKey: ['stations'],
    queryFn: async () => {
      const all: StationCard[] = []
      let cursor: string | undefined
      do {
        const page: Page<StationCard> = await call('/stations' + query({ limit: 100, cursor }))
        all.push(...page.items)
        cursor = page.next
      } while (cursor)
      return all
    },
  })
}

export const caseKey = (kind: string, id: number) => [kind, id]

export const fetchCase = <T extends CaseView>(kind: T['kind'], id: number) => call<T>(`/${kind}s/${id}`)

export function useCase<T extends CaseView>(kind: T['kind'], id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: computed(() => caseKey(kind, toValue(id))),
    queryFn: () => fetchCase<T>(kind, toValue(id)),
  })
}

export type Sought = 'unit' | 'deputy'

/** One thing that a search found: what is sent for it, and what stands for it before the eye. */
export interface Found {
  value: number | string
  name: string
  about?: string
}

export const seek: Record<Sought, (text: string) => Promise<Found[]>> = {
  unit: async (text) =>
    (await call<{ items: Unit[] }>('/units' + query({ q: text }))).items.map(({ id, name }) => ({ value: id, name })),
  deputy: async (text) =>
    (await call<Page<DeputyCard>>('/deputies' + query({ q: text }))).items
      .map(({ code, name, station }) => ({ value: code, name, about: station.name })),
}
