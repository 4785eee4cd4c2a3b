// The one way to the server: JSON in, JSON out, problems as values that can be shown.
// Invariant: every request goes to our own origin, and every failure is an ApiError.
import type { Problem } from './types'

const root = '/api/v1'

/** What went wrong, in one of three kinds: the network, the server's fault, or a "no" with words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem?: Problem,
    readonly retryAfter?: number,
  ) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`)
  }

  /** The request never got an answer, so nobody knows whether it was carried out. */
  get offline(): boolean {
    return this.status === 0
  }

  /** The server has answered for good: sending the same again would bring the same. */
  get definite(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429 && this.status !== 401
  }
}

interface Wiring {
  csrf: () => string | undefined
  language: () => string
  signedOut: () => void
}

let wiring: Wiring = { csrf: () => undefined, language: () => 'zh', signedOut: () => {} }

/** Called once at start: the client itself knows neither the session nor the language. */
export function wire(parts: Wiring): void {
  wiring = parts
}

export interface Send {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  form?: FormData
  version?: number
  key?: string
  /** Asking "who am I" may be answered 401 without that being the end of a session. */
  quiet401?: boolean
  signal?: AbortSignal
}

function headersOf(send: Send): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': wiring.language() }
  const csrf = wiring.csrf()
  if (send.body !== undefined) headers['Content-Type'] = 'application/json'
  if (send.method && send.method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf
  if (send.version !== undefined) headers['If-Match'] = `"${send.version}"`
  if (send.key) headers['Idempotency-Key'] = send.key
  return headers
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  try {
    const body = (await response.json()) as Problem
    return typeof body.code === 'string' ? body : undefined
  } catch {
    // A proxy in front of the server may answer with a page of its own.
    return undefined
  }
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After'))
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined
}

export async function call<T>(path: string, send: Send = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(path.startsWith('/api/') ? path : root + path, {
      method: send.method ?? 'GET',
      headers: headersOf(send),
      body: send.form ?? (send.body === undefined ? undefined : JSON.stringify(send.body)),
      credentials: 'same-origin',
      signal: send.signal,
    })
  } catch (error) {
    if (send.signal?.aborted) throw error
    throw new ApiError(0)
  }
  if (response.status === 401 && !send.quiet401) wiring.signedOut()
  if (!response.ok) {
    throw new ApiError(response.status, await problemOf(response), retryAfterOf(response))
  }
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

/** Uploads one file; a second try under the same key stores nothing twice. */
export function upload<T>(path: string, file: File, key: string): Promise<T> {
  const form = new FormData()
  form.append('file', file)
  return call<T>(path, { method: 'POST', form, key })
}

/** A query string of what is given; nothing for what is not. */
export function query(parts: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}
