// What people have typed and not yet sent, and the key under which it will be sent.
// Invariant: a text is thrown away only when it was sent, or when its writer signs out.
import { reactive, watch } from 'vue'
import { person } from '@/api/session'

export interface Draft {
  values: Record<string, unknown>
  key: string
  touched: boolean
}

const drafts = reactive(new Map<string, Draft>())

function fresh(values: Record<string, unknown>): Draft {
  return { values, key: crypto.randomUUID(), touched: false }
}

/** The draft of one form on one case; opened anew it is the same one. */
export function draftOf(name: string, initial: () => Record<string, unknown>): Draft {
  if (!drafts.has(name)) drafts.set(name, fresh(initial()))
  return drafts.get(name)!
}

/**
 * A key stands for one attempt. While nobody knows how the attempt ended it stays, so that a second
 * try cannot act twice; after a definite "no" the corrected text is a new attempt.
 */
export function renewKey(draft: Draft): void {
  draft.key = crypto.randomUUID()
}

export function dropDraft(name: string): void {
  drafts.delete(name)
}

export function hasDraft(name: string): boolean {
  return drafts.get(name)?.touched ?? false
}

export function anyDraft(): boolean {
  return [...drafts.values()].some((draft) => draft.touched)
}

// The next person at this desk must not find the last one's words. A session that merely ran out
// keeps them: `person` then becomes empty and, after sign-in, the same person again.
let writer: number | undefined
watch(() => person.value?.id, (id) => {
  if (id !== undefined && writer !== undefined && id !== writer) drafts.clear()
  if (id !== undefined) writer = id
})

export function dropAllDrafts(): void {
  drafts.clear()
}
