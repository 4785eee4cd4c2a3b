// Who is signed in. `ready` tells "nobody" apart from "not asked yet".
import { computed, reactive } from 'vue'
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import type { Person, Session, SignIn } from '@/api/types'

export const session = reactive({
  person: undefined as Person | undefined,
  csrf: undefined as string | undefined,
  expires_at: '',
  ready: false,
})

/** Residents write; everybody else who is signed in receives what they wrote. */
export const receives = computed(() => session.person && session.person.role !== 'resident')
export const isDeputy = computed(() => session.person?.role === 'deputy')

// Remembers that somebody signed in here, so that a guest's visit starts without a refused request.
const SIGNED_IN = 'mashang.signed_in'
// Remembers that somebody went away on purpose, so that WeChat does not let them in again by itself.
const SIGNED_OUT = 'mashang.signed_out'

// The server's word for a WeChat that is nobody's yet; the next sign-in by number makes it theirs.
let bind: string | undefined

let asking: Promise<void> | undefined

function take(given: Session | undefined) {
  session.person = given?.person
  session.csrf = given?.csrf
  session.expires_at = given?.expires_at ?? ''
  session.ready = true
  if (given) uni.setStorageSync(SIGNED_IN, '1')
  else uni.removeStorageSync(SIGNED_IN)
  if (given) uni.removeStorageSync(SIGNED_OUT)
}

export function signedOutHere(): boolean {
  return Boolean(uni.getStorageSync(SIGNED_OUT))
}

export function forgetSession() {
  take(undefined)
}

async function ask() {
  try {
    take(await api.session())
  } catch (error) {
    // Without a network nobody knows; the next page asks again.
    if (error instanceof ApiError && error.status === 401) take(undefined)
    else asking = undefined
  }
}

export function ensureSession(): Promise<void> {
  if (!session.ready && !uni.getStorageSync(SIGNED_IN)) take(undefined)
  return session.ready ? Promise.resolve() : (asking ??= ask())
}

// The console shares our cookie, so this browser may hold a session whose token we never saw. Then
// the server refuses the first try; asking for the session tells the token.
async function withToken<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 403 || session.csrf) throw error
    await ask()
    return call()
  }
}

export function askForCode(phone: string) {
  return withToken(() => api.askForCode(phone))
}

export async function signIn(credentials: SignIn) {
  const body = bind && credentials.phone ? { ...credentials, wechat_bind: bind } : credentials
  try {
    take(await withToken(() => api.signIn(body)))
    bind = undefined
  } catch (error) {
    // Who takes too long signs in without WeChat, and it asks again another time.
    if (error instanceof ApiError && error.problem.code === 'wechat_bind_expired') bind = undefined
    throw error
  }
}

/** By the code WeChat gave; false when the server knows nobody by this WeChat. */
export async function enterByWechat(code: string): Promise<boolean> {
  try {
    take(await withToken(() => api.signInByWechat(code)))
    return true
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.code !== 'wechat_unbound') throw error
    bind = error.problem.bind
    return false
  }
}

export async function signOut() {
  await api.signOut()
  take(undefined)
  uni.setStorageSync(SIGNED_OUT, '1')
}
