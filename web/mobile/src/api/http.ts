// One request to the server, the same on every target. Its invariant: whatever goes wrong comes out
// as one ApiError, so pages never look at status numbers of the transport.
import { keepCookies, keptCookies } from './cookies'
import { address, API, ORIGIN } from './server'
import type { ProblemBody } from './types'

export { address, API }

export type Method = 'GET' | 'POST' | 'DELETE'

export interface Call {
  method?: Method
  path: string
  query?: Record<string, string | number | undefined>
  body?: unknown
  /** The version of the case the person was looking at. */
  version?: number
  idempotencyKey?: string
}

interface Context {
  language: () => string
  csrf: () => string | undefined
  onSignedOut: () => void
}

let context: Context = { language: () => 'zh', csrf: () => undefined, onSignedOut: () => undefined }

export function configureHttp(next: Context) {
  context = next
}

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemBody,
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.name = 'ApiError'
  }

  /** No answer came at all: the request may or may not have reached the server. */
  get offline() {
    return this.status === 0
  }
}

export function queryString(query: Call['query'] = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length ? `?${pairs.join('&')}` : ''
}

export function headersFor(call: Pick<Call, 'method' | 'version' | 'idempotencyKey'>) {
  const headers: Record<string, string> = {
    'Accept-Language': context.language() === 'en' ? 'en' : 'zh-CN',
  }
  const csrf = context.csrf()
  if (csrf && call.method && call.method !== 'GET') headers['X-CSRF-Token'] = csrf
  if (call.version !== undefined) headers['If-Match'] = `"${call.version}"`
  if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey
  // Only a mini-program has an address of its own to ask; a browser sends its cookies itself.
  const cookies = ORIGIN && keptCookies()
  if (cookies) headers.Cookie = cookies
  return headers
}

function headerValue(headers: Record<string, string> | undefined, name: string) {
  const found = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === name)
  return found ? headers?.[found] : undefined
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string' || data === '') return data
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** Turns a finished exchange into its body, or throws the one kind of error. */
export function settle<Body>(
  status: number,
  data: unknown,
  headers?: Record<string, string>,
): Body {
  const body = parsed(data)
  if (status >= 200 && status < 300) return body as Body
  if (status === 401) context.onSignedOut()
  const problem = (typeof body === 'object' && body ? body : {}) as Partial<ProblemBody>
  const retry = Number(headerValue(headers, 'retry-after'))
  throw new ApiError(
    status,
    { ...problem, code: problem.code ?? `http_${status}` },
    Number.isFinite(retry) && retry > 0 ? retry : undefined,
  )
}

export function offlineError() {
  return new ApiError(0, { code: 'offline' })
}

export function request<Body>(call: Call): Promise<Body> {
  const method = call.method ?? 'GET'
  const headers = headersFor({ ...call, method })
  if (call.body !== undefined) headers['Content-Type'] = 'application/json'
  return new Promise((resolve, reject) => {
    uni.request({
      url: address(call.path) + queryString(call.query),
      method,
      header: headers,
      data: call.body === undefined ? undefined : JSON.stringify(call.body),
      dataType: 'text',
      success: (answer) => {
        if (ORIGIN) keepCookies(headerValue(answer.header, 'set-cookie'))
        try {
          resolve(settle<Body>(answer.statusCode, answer.data, answer.header))
        } catch (error) {
          reject(error)
        }
      },
      fail: () => reject(offlineError()),
    })
  })
}
