// A list that is fetched page by page.
import { reactive } from 'vue'
import type { Page } from '@/api/types'
import { troubleOf, type Trouble } from './problem'

export interface Listed<Item> {
  items?: Item[]
  next?: string
  trouble?: Trouble
  busy: boolean
}

export function usePages<Item>(fetch: (cursor?: string) => Promise<Page<Item>>) {
  const state = reactive({ items: undefined, busy: false }) as Listed<Item>
  let last = 0

  async function take(cursor?: string) {
    const mine = ++last
    state.busy = true
    try {
      const page = await fetch(cursor)
      if (mine !== last) return
      state.items = cursor ? [...(state.items ?? []), ...page.items] : page.items
      state.next = page.next
      state.trouble = undefined
    } catch (error) {
      if (mine === last) state.trouble = troubleOf(error, true)
    } finally {
      if (mine === last) state.busy = false
    }
  }

  function clear() {
    last++
    state.items = undefined
    state.next = undefined
    state.trouble = undefined
    state.busy = false
  }

  return { state, load: () => take(), more: () => take(state.next), clear }
}
