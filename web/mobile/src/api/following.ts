// What a resident asks about his own matters and his own data: looking a message up by its receipt,
// taking his data along, having it corrected or erased, and how he wants to be told.
import { request } from './http'
import type { ChannelName, Erasure, LookedUp, Notices, PushAddress } from './types'

export const following = {
  lookUp: (number: string, code: string) =>
    request<LookedUp>({ method: 'POST', path: '/look-ups', body: { number, code } }),
  exported: () => request<object>({ path: '/people/me/export' }),
  correct: (name: string, idempotencyKey: string) =>
    request<object>({
      method: 'POST',
      path: '/people/me/corrections',
      body: { name },
      idempotencyKey,
    }),
  erase: (idempotencyKey: string) =>
    request<Erasure>({ method: 'POST', path: '/people/me/erasure', body: {}, idempotencyKey }),
  notices: () => request<Notices>({ path: '/people/me/notices' }),
  chooseNotices: (channel: ChannelName, idempotencyKey: string) =>
    request<Notices>({
      method: 'POST',
      path: '/people/me/notices',
      body: { channel },
      idempotencyKey,
    }),
  subscribePush: (body: PushAddress, idempotencyKey: string) =>
    request<{ id: number }>({ method: 'POST', path: '/push-subscriptions', body, idempotencyKey }),
  consent: (body: { template: string; accepted: boolean }, idempotencyKey: string) =>
    request<object>({ method: 'POST', path: '/wechat-consents', body, idempotencyKey }),
}
