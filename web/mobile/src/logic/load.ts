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
  let latest: Promise<void> = Promise.resolve()

  // Only the latest request fills the page, because answers can arrive in another order; whoever
  // waits for an older one waits for the latest instead, and so never goes on with an old view.
  async function run(mine: number): Promise<void> {
    try {
      const value = await fetch()
      if (mine !== last) return latest
      state.value = value
      state.trouble = undefined
    } catch (error) {
      if (mine !== last) return latest
      state.trouble = troubleOf(error, true)
    }
    state.busy = false
  }

  function load(): Promise<void> {
    state.busy = true
    latest = run(++last)
    return latest
  }

  return { state, load }
}
