// Writing a message: the draft, kept with every change, and its sending, safe to repeat.
import { reactive, watch } from 'vue'
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import type { Text2 } from '@/api/types'
import { t } from '@/i18n'
import { city, ensureCity } from '@/stores/city'
import { attemptFor, definite } from './attempt'
import * as drafts from './draft'
import { troubleOf, type Trouble } from './problem'

export function useWriting() {
  const state = reactive({
    deputy: '',
    draft: drafts.emptyDraft(),
    restored: false,
    agreed: false,
    mustAgree: false,
    busy: false,
    errors: {} as Record<string, Text2>,
    trouble: undefined as Trouble | undefined,
  })

  watch(
    () => state.draft,
    (draft) => state.deputy && drafts.saveDraft(state.deputy, draft),
    { deep: true },
  )

  function open(deputy: string) {
    state.draft = drafts.loadDraft(deputy)
    state.restored = !drafts.draftIsEmpty(state.draft)
    state.deputy = deputy
  }

  function discard() {
    state.draft = drafts.emptyDraft()
    state.restored = false
    state.errors = {}
    state.trouble = undefined
  }

  function refused(error: unknown) {
    if (!(error instanceof ApiError)) throw error
    if (definite(error.status)) state.draft.attempt = undefined
    state.errors = drafts.fieldErrors(error.problem)
    const marked = Object.keys(state.errors).length
    state.trouble = marked ? { text: t('write.fix', { n: marked }) } : troubleOf(error)
  }

  /** The number of the sent message, or nothing when it did not go. */
  async function send(): Promise<number | undefined> {
    if (state.busy) return undefined
    state.busy = true
    try {
      // The notice comes with the city's facts; nobody can agree to what was not shown.
      await ensureCity()
      state.mustAgree = !state.agreed
      if (state.mustAgree) return undefined
      const notice = city.facts?.notice.version ?? ''
      const body = drafts.newMessage(state.draft, state.deputy, notice)
      const attempt = attemptFor(state.draft.attempt, body)
      // The key is stored before the request leaves: a page that dies meanwhile still knows it.
      state.draft.attempt = attempt
      drafts.saveDraft(state.deputy, state.draft)
      const sent = await api.send(body, attempt.key)
      drafts.dropDraft(state.deputy)
      return sent.id
    } catch (error) {
      refused(error)
      return undefined
    } finally {
      state.busy = false
    }
  }

  return { state, open, discard, send }
}
