// Doing one of the things a case's view offers: once, on the version the person was looking at.
import { reactive } from 'vue'
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import type { ActionView, CaseView, Text2 } from '@/api/types'
import { attemptFor, definite, type Attempt } from './attempt'
import { fieldErrors } from './draft'
import { troubleOf, type Trouble } from './problem'

export function useActing(current: () => CaseView | undefined, refetch: () => Promise<void>) {
  const state = reactive({
    busy: false,
    done: false,
    trouble: undefined as Trouble | undefined,
    errors: {} as Record<string, Text2>,
  })
  let attempt: Attempt | undefined
  // The version the person saw when the form opened. News that arrive meanwhile do not raise it: the
  // server shall refuse, and the person read what changed, before anything is done on top of it.
  let seen: number | undefined

  function open() {
    clear()
    seen = current()?.version
  }

  function clear() {
    state.done = false
    state.trouble = undefined
    state.errors = {}
  }

  async function refused(error: unknown) {
    state.trouble = troubleOf(error)
    if (!(error instanceof ApiError)) return
    if (definite(error.status)) attempt = undefined
    state.errors = fieldErrors(error.problem)
    // A refusal means the page showed an older truth, so it fetches the present one.
    if (!state.trouble.stale && error.status !== 409) return
    await refetch()
    seen = current()?.version
  }

  /** Whether it was done; if not, `trouble` says why. */
  async function act(action: ActionView, body: object): Promise<boolean> {
    const view = current()
    if (!view || state.busy) return false
    clear()
    state.busy = true
    const version = seen ?? view.version
    try {
      attempt = attemptFor(attempt, { href: action.href, body })
      const done = await api.act(action, version, body, attempt.key)
      attempt = undefined
      seen = undefined
      state.done = true
      await refetch()
      // A form opened meanwhile stands on the version before our own step, which is no news to us.
      if (seen === version) seen = done.version
      return true
    } catch (error) {
      await refused(error)
      return false
    } finally {
      state.busy = false
    }
  }

  return { state, open, act, clear }
}
