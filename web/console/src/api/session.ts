// Who is signed in.
// Invariant: the session is what the server last said it is; nothing of it is kept in the browser.
import { computed, shallowRef } from 'vue'
import { ApiError, call } from './client'
import type { Session } from './types'

const current = shallowRef<Session | null>(null)
let asked: Promise<void> | null = null

export const session = computed(() => current.value)
export const person = computed(() => current.value?.person)

/** Asks once who is signed in; later calls wait for that same answer. */
export function loadSession(): Promise<void> {
  asked ??= call<Session>('/sessions/current', { quiet401: true }).then(
    (found) => void (current.value = found),
    (error: unknown) => {
      asked = null
      if (!(error instanceof ApiError && error.status === 401)) throw error
    },
  )
  return asked
}

export async function signIn(login: string, password: string): Promise<void> {
  const body = { login, password }
  current.value = await call<Session>('/sessions', { method: 'POST', body, quiet401: true })
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
  current.value = null
  asked = null
}
