// Walking through the steps. In a browser each step is an entry of the history, so the phone's own
// "back" goes one step back and the page keeps everything.
import { ref } from 'vue'
import { goBack } from './go'
import { isStep, stepBefore, type Step } from './steps'

interface Entry {
  step: Step
  /** Came from the last screen to change one thing, and goes back there. */
  change?: boolean
  /** How many entries of the history lie between the page's first screen and this one. */
  depth?: number
}

/** The way that was walked: what is behind the present step, and how to get there. */
interface Trail {
  enter: () => void
  leave: () => void
  put: (entry: Entry) => void
  /** Whether there was a step to go back to. */
  back: () => boolean
  /** All the way back, unseen, before another page takes this one's place. */
  unwind: () => Promise<void>
}

const HELD = 'mashang.step'

export function entryOf(state: unknown): Entry | undefined {
  const held = (state as Record<string, unknown> | null)?.[HELD] as Entry | undefined
  return isStep(held?.step) ? held : undefined
}

function historyTrail(show: (entry: Entry | undefined) => void): Trail {
  // The pages under this one are still alive, and hear of every move; only ours are for us.
  let address = ''
  const depth = () => entryOf(history.state)?.depth ?? 0
  const hear = () => location.href === address && show(entryOf(history.state))
  return {
    enter: () => {
      address = location.href
      window.addEventListener('popstate', hear)
      show(entryOf(history.state))
    },
    leave: () => window.removeEventListener('popstate', hear),
    // The router's own part of the state stays: for it, this is still the same page.
    put: (entry) => {
      const held = { ...entry, depth: depth() + 1 }
      history.pushState({ ...history.state, [HELD]: held }, '', location.href)
    },
    back: () => {
      const walked = entryOf(history.state) !== undefined
      if (walked) history.back()
      return walked
    },
    // Else "back" would lead from the receipt into the questions, as if nothing had been sent.
    unwind: () =>
      new Promise((done) => {
        window.removeEventListener('popstate', hear)
        if (!depth()) return done()
        window.addEventListener('popstate', () => done(), { once: true })
        history.go(-depth())
      }),
  }
}

function listTrail(show: (entry: Entry | undefined) => void): Trail {
  const walked: Entry[] = [{ step: 'where' }]
  return {
    enter: () => undefined,
    leave: () => undefined,
    put: (entry) => walked.push(entry),
    back: () => {
      if (walked.length < 2) return false
      walked.pop()
      show(walked[walked.length - 1])
      return true
    },
    unwind: async () => undefined,
  }
}

export function useSteps(similar: () => boolean) {
  const step = ref<Step>('where')
  const changing = ref(false)

  function show(entry: Entry | undefined) {
    step.value = entry?.step ?? 'where'
    changing.value = entry?.change ?? false
  }

  let trail = listTrail(show)
  // #ifdef H5
  trail = historyTrail(show)
  // #endif

  function put(entry: Entry) {
    trail.put(entry)
    show(entry)
  }

  function back() {
    if (!trail.back()) goBack()
  }

  return {
    step,
    changing,
    back,
    enter: trail.enter,
    leave: trail.leave,
    unwind: trail.unwind,
    goTo: (next: Step) => put({ step: next }),
    change: (one: Step) => put({ step: one, change: true }),
    hasBefore: () => stepBefore(step.value, similar()) !== undefined,
  }
}
