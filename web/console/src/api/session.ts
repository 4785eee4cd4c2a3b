// Who is signed in.
// Invariant: the session is what the server last said it is; the browser keeps only that there is one.
import { computed, shallowRef } from 'vue'
import { ApiError, call } from './client'
import type { Session } from './types'

const current = shallowRef<Session | null>(null)
let asked: Promise<void> | null = null

// The phone pages share our cookie and keep the same mark. Without it nobody has signed in here, and a
// stranger's visit need not start with a refused request.
const MARK = 'mashang.signed_in'

function keep(found: Session | null): void {
  current.value = found
  if (found) localStorage.setItem(MARK, '1')
  else localStorage.removeItem(MARK)
}

export const session = computed(() => current.value)
export const person = computed(() => current.value?.person)

/** Asks once who is signed in; later calls wait for that same answer. */
export function loadSession(): Promise<void> {
  if (!asked && !localStorage.getItem(MARK)) return Promise.resolve()
  asked ??= call<Session>('/sessions/current', { quiet401: true }).then(keep, (error: unknown) => {
    asked = null
    if (!(error instanceof ApiError && error.status === 401)) throw error
    keep(null)
  })
  return asked
}

export async function signIn(login: string, password: string): Promise<void> {
  // This browser may hold another's session, from the phone pages; then its token must go along.
  await loadSession().catch(() => undefined)
  const body = { login, password }
  keep(await call<Session>('/sessions', { method: 'POST', body, quiet401: true }))
  asked = Promise.resolve()
}

export async function signOut(): Promise<void> {
  try {
    await call('/sessions/current', { method: 'DELETE', quiet401: true })
  } catch (error) {
    // A session the server no longer knows is as good as closed.
    if (!(error instanceof ApiError && error.status === 401)) throw error
  }
  forgetSession()
}

export function forgetSession(): void {
  keep(null)
  asked = null
}
