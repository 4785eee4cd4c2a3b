// Writing a suggestion, on one page for three occasions: a new one, one that is revised, and one that
// the hotline proposed and the deputy adopts.
import { reactive, watch } from 'vue'
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import type { ActionView, MessageView, SuggestionView, Text2 } from '@/api/types'
import { pick, t } from '@/i18n'
import { session } from '@/stores/session'
import { attemptFor, definite } from './attempt'
import { fieldErrors } from './draft'
import { allowedAction } from './forms'
import { troubleOf, type Trouble } from './problem'
import * as wording from './wording'

export interface Occasion {
  message?: number
  suggestion?: number
  action: string
}

export function useSuggesting() {
  const state = reactive({
    draft: wording.emptyWording(),
    restored: false,
    ready: false,
    /** There are words that nobody but this phone has. */
    typed: false,
    busy: false,
    message: undefined as MessageView | undefined,
    suggestion: undefined as SuggestionView | undefined,
    errors: {} as Record<string, Text2>,
    trouble: undefined as Trouble | undefined,
  })
  let occasion: Occasion = { action: '' }
  let key = ''

  watch(
    () => state.draft,
    (draft) => {
      if (!key) return
      // What only was opened is not worth keeping.
      state.typed = !wording.sameWords(draft, beginning())
      if (state.typed) wording.saveWording(key, draft)
      else wording.dropWording(key)
    },
    { deep: true },
  )

  /** What the form starts from when nothing was typed yet. A revision starts from what was written;
   *  an adoption does not, because the facts that the hotline handed in are the resident's words. */
  function beginning(): wording.WordingDraft {
    const { title = '', facts = '', proposal = '' } = state.suggestion ?? {}
    const own = occasion.action !== 'adopt'
    return { ...wording.emptyWording(), title, ...(own && { facts, proposal }) }
  }

  async function open(given: Occasion) {
    occasion = given
    state.trouble = undefined
    try {
      if (given.message) state.message = await api.message(given.message)
      if (given.suggestion) state.suggestion = await api.suggestion(given.suggestion)
      // A phone may be lent: each deputy finds his own drafts only.
      key = `${session.person?.id} ${given.suggestion ?? ''} ${given.message ?? ''}`
      const stored = wording.loadWording(key)
      state.restored = stored !== undefined
      state.draft = stored ?? beginning()
      state.ready = true
    } catch (error) {
      state.trouble = troubleOf(error, true)
    }
  }

  function discard() {
    wording.dropWording(key)
    state.draft = beginning()
    state.restored = false
    state.errors = {}
    state.trouble = undefined
  }

  async function refused(error: unknown) {
    if (!(error instanceof ApiError)) throw error
    if (definite(error.status)) state.draft.attempt = undefined
    state.errors = fieldErrors(error.problem)
    const marked = Object.keys(state.errors).length
    state.trouble = marked ? { text: t('write.fix', { n: marked }) } : troubleOf(error)
    // Someone was faster: the next try is on top of what stands now, and the words stay as typed.
    if (error.status !== 412 || !occasion.suggestion) return
    state.suggestion = await api.suggestion(occasion.suggestion).catch(() => state.suggestion)
  }

  async function sendNew() {
    const body = wording.newSuggestion(state.draft, state.message?.number)
    state.draft.attempt = attemptFor(state.draft.attempt, body)
    // The key is stored before the request leaves: a page that dies meanwhile still knows it.
    wording.saveWording(key, state.draft)
    return api.draftSuggestion(body, state.draft.attempt.key)
  }

  async function sendAction(suggestion: SuggestionView, action: ActionView) {
    const body = wording.wordsOf(state.draft)
    state.draft.attempt = attemptFor(state.draft.attempt, { href: action.href, body })
    wording.saveWording(key, state.draft)
    return api.act(action, suggestion.version, body, state.draft.attempt.key)
  }

  /** The number of the suggestion, or nothing when the server did not take it. */
  async function send(): Promise<number | undefined> {
    const { suggestion } = state
    const action = suggestion && allowedAction(suggestion, occasion.action)
    if (state.busy) return undefined
    if (suggestion && !action) {
      const why = suggestion.actions.find((one) => one.action === occasion.action)?.why
      state.trouble = { text: pick(why?.text) || t('wording.notNow') }
      return undefined
    }
    state.busy = true
    try {
      const done = await (suggestion && action ? sendAction(suggestion, action) : sendNew())
      wording.dropWording(key)
      key = ''
      state.typed = false
      return done.id
    } catch (error) {
      await refused(error)
      return undefined
    } finally {
      state.busy = false
    }
  }

  return { state, open, discard, send }
}
