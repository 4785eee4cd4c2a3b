// Sending one form: under one key, against the version its writer saw.
// Invariant: typed text is dropped only after the server said 201.
import { useQueryClient } from '@tanstack/vue-query'
import { reactive, ref } from 'vue'
import { ApiError, call } from '@/api/client'
import { caseKey } from '@/api/queries'
import type { ActionView, CaseStub, CaseView, FieldError, TimelineEntry } from '@/api/types'
import { staleAfter } from '@/api/live'
import { type Draft, dropDraft, renewKey } from './drafts'
import { bodyOf, type Field } from './fields'

export interface Sending {
  view: () => CaseView
  action: ActionView
  /** What is asked at the moment of sending; the rest of the draft stays unsaid. */
  fields: () => Field[]
  draft: Draft
  draftName: string
}

export function useSubmit({ view, action, fields, draft, draftName }: Sending) {
  const client = useQueryClient()
  const sending = ref(false)
  const error = ref<unknown>(null)
  const fieldErrors = reactive<Record<string, FieldError>>({})
  const changes = ref<TimelineEntry[] | null>(null)
  // The version is that of the page when the form was opened. A page renewed meanwhile by the live
  // stream must not let a text through whose writer never saw the change.
  let seen = view().version

  function clear(): void {
    error.value = null
    for (const path of Object.keys(fieldErrors)) delete fieldErrors[path]
  }

  async function refresh(): Promise<void> {
    const { kind, id } = view()
    await client.refetchQueries({ queryKey: caseKey(kind, id) })
    seen = view().version
  }

  async function handle(failed: unknown): Promise<void> {
    if (!(failed instanceof ApiError)) return void (error.value = failed)
    if (failed.definite) renewKey(draft)
    if (failed.status === 412) {
      changes.value = failed.problem?.changes ?? []
      await refresh()
      return
    }
    for (const one of failed.problem?.errors ?? []) fieldErrors[one.path] = one
    error.value = failed
    // A refusal means that the page showed an outdated set of buttons.
    if (failed.status === 409) await refresh()
  }

  async function submit(): Promise<boolean> {
    clear()
    sending.value = true
    try {
      const body = bodyOf(fields(), draft.values)
      await call<CaseStub>(action.href, { method: 'POST', body, version: seen, key: draft.key })
      dropDraft(draftName)
      const { kind, id } = view()
      for (const queryKey of staleAfter({ kind, id } as never)) void client.invalidateQueries({ queryKey })
      return true
    } catch (failed) {
      await handle(failed)
      return false
    } finally {
      sending.value = false
    }
  }

  return { sending, error, fieldErrors, changes, submit, clear }
}
