import { describe, expect, it, vi } from 'vitest'
import { ApiError, call, query, wire } from '@/api/client'
import { serve, two } from './help'

const signedOut = vi.fn()
wire({ csrf: () => 'token-1', language: () => 'en', signedOut })

describe('a request', () => {
  it('carries the version as If-Match, the key, the CSRF token and the language', async () => {
    const sent = serve({ 'POST /api/v1/orders/7/receipt': { status: 201, body: { version: 4 } } })
    await call('/api/v1/orders/7/receipt', { method: 'POST', body: {}, version: 3, key: 'k1' })
    expect(sent[0]!.headers).toEqual({
      'Accept-Language': 'en', 'Content-Type': 'application/json', 'X-CSRF-Token': 'token-1',
      'If-Match': '"3"', 'Idempotency-Key': 'k1',
    })
  })

  it('sends no CSRF token with a GET, and never leaves its own origin', async () => {
    const sent = serve({ 'GET /api/v1/queues': { body: { items: [] } } })
    await call('/queues')
    expect(sent[0]!.headers).toEqual({ 'Accept-Language': 'en' })
    expect(sent[0]!.path).toBe('/api/v1/queues')
  })

  it('leaves out of a query string what is not given', () => {
    expect(query({ queue: 'review', cursor: undefined })).toBe('?queue=review')
    expect(query({})).toBe('')
  })
})

describe('a failure', () => {
  it('brings the words of a refusal and is definite', async () => {
    const refusal = { type: '/problems/not_from_here', title: 'no', status: 409, code: 'not_from_here', text: two('不行', 'No') }
    serve({ 'POST /api/v1/orders/7/receipt': { status: 409, body: refusal } })
    const error = await call('/orders/7/receipt', { method: 'POST' }).catch((e: unknown) => e as ApiError)
    expect(error).toMatchObject({ status: 409, definite: true, problem: { text: two('不行', 'No') } })
  })

  it('is not definite when nobody knows how it ended', async () => {
    serve({ 'POST /api/v1/x': { status: 503 } })
    const busy = (await call('/x', { method: 'POST' }).catch((e: unknown) => e)) as ApiError
    expect([busy.status, busy.definite, busy.offline]).toEqual([503, false, false])
    serve({})
    const silent = (await call('/x').catch((e: unknown) => e)) as ApiError
    expect([silent.status, silent.definite, silent.offline]).toEqual([0, false, true])
  })

  it('tells how long to wait after 429', async () => {
    serve({ 'GET /api/v1/x': { status: 429, headers: { 'Retry-After': '12' } } })
    expect(await call('/x').catch((e: unknown) => e)).toMatchObject({ status: 429, retryAfter: 12 })
  })

  it('ends the session on 401, but not while asking who one is', async () => {
    serve({ 'GET /api/v1/x': { status: 401 } })
    await call('/x', { quiet401: true }).catch(() => undefined)
    expect(signedOut).not.toHaveBeenCalled()
    await call('/x').catch(() => undefined)
    expect(signedOut).toHaveBeenCalledOnce()
  })
})
