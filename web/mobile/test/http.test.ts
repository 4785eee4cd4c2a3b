import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import { ApiError, configureHttp, queryString, request } from '@/api/http'
import type { ActionView } from '@/api/types'
import { standInForUni } from './uni'

const onSignedOut = vi.fn()

beforeEach(() => {
  onSignedOut.mockReset()
  configureHttp({ language: () => 'en', csrf: () => 'token-1', onSignedOut })
})

describe('a request', () => {
  it('carries the language, and nothing that only changes need, when it reads', async () => {
    const { asked } = standInForUni(() => ({ statusCode: 200, data: { items: [] } }))
    await api.stations({ q: '样板 街道', cursor: undefined })
    expect(asked[0].url).toBe('/api/v1/stations?q=%E6%A0%B7%E6%9D%BF%20%E8%A1%97%E9%81%93')
    expect(asked[0].header).toEqual({ 'Accept-Language': 'en' })
  })

  it('carries token, version and key when it acts', async () => {
    const { asked } = standInForUni(() => ({ statusCode: 201, data: { id: 12 } }))
    const answer = { action: 'answer', href: '/api/v1/messages/12/answer' } as ActionView
    await api.act(answer, 7, { text: '已修好' }, 'key-1')
    expect(asked[0].url).toBe('/api/v1/messages/12/answer')
    expect(asked[0].method).toBe('POST')
    expect(asked[0].header).toMatchObject({
      'X-CSRF-Token': 'token-1',
      'If-Match': '"7"',
      'Idempotency-Key': 'key-1',
      'Content-Type': 'application/json',
    })
    expect(asked[0].data).toBe('{"text":"已修好"}')
  })

  it('leaves empty parts out of the query', () => {
    expect(queryString({ q: '', cursor: undefined, limit: 20 })).toBe('?limit=20')
    expect(queryString()).toBe('')
  })
})

describe('a refusal', () => {
  async function refusal(reply: Parameters<typeof standInForUni>[0]) {
    standInForUni(reply)
    return request({ path: '/messages/1' }).catch((error: unknown) => error as ApiError)
  }

  it('keeps the code and the basis the server gave', async () => {
    const basis = { law: 'hengyang-2022', article: 'message', title: { zh: '留言', en: 'Message' } }
    const error = await refusal(() => ({ statusCode: 409, data: { code: 'closed', basis } }))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 409, problem: { code: 'closed', basis } })
  })

  it('tells the session that it is over on 401', async () => {
    await refusal(() => ({ statusCode: 401, data: { code: 'not_signed_in' } }))
    expect(onSignedOut).toHaveBeenCalledOnce()
  })

  it('reads how long to wait, whatever the case of the header', async () => {
    const header = { 'retry-after': '42' }
    expect(await refusal(() => ({ statusCode: 429, header }))).toMatchObject({
      retryAfterSeconds: 42,
    })
  })

  it('is told apart from having no network', async () => {
    expect(await refusal(() => 'no network')).toMatchObject({ offline: true })
    expect(await refusal(() => ({ statusCode: 503 }))).toMatchObject({
      offline: false,
      problem: { code: 'http_503' },
    })
  })
})
