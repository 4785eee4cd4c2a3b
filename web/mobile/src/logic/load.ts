// What every page does with something it shows: fetch it, show a skeleton meanwhile, say what went
// wrong, and fetch it again in silence when news arrives.
import { reactive } from 'vue'
import { troubleOf, type Trouble } from './problem'

export interface Loaded<Value> {
  value?: Value
  trouble?: Trouble
  busy: boolean
}

export function useLoad<Value>(fetch: () => Promise<Value>) {
  const state = reactive({ value: undefined, trouble: undefined, busy: false }) as Loaded<Value>
  let last = 0

  async function load() {
    // Only the latest request may fill the page: answers can arrive in another order.
    const mine = ++last
    state.busy = true
    try {
      const value = await fetch()
      if (mine !== last) return
      state.value = value
      state.trouble = undefined
    } catch (error) {
      if (mine === last) state.trouble = troubleOf(error, true)
    } finally {
      if (mine === last) state.busy = false
    }
  }

  return { state, load }
}
