// What a resident asks about his own matters and his own data: looking a message up by its receipt,
// taking his data along, having it corrected or erased, and how he wants to be told.
import { request } from './http'
import type { CaseRef, Due, MessageView, Rejection, Text2 } from './types'

/** What a message's view says beyond the message itself, as far as the viewer may see it. */
export interface MessageMore {
  receipt_code?: string
  public_title?: string
  /** For who receives it: the matter of a neighbour; for its writer only that matter's title. */
  joins?: { id?: number; number?: string; title: string; state?: string }
  joined?: { count: number; messages: { id: number; number: string }[] }
  call_notes?: { text: string; at: string; order?: { id: number; number: string } }[]
}

export type FollowedMessage = MessageView & MessageMore
export type SentMessage = CaseRef & { receipt_code?: string }

/** What a number and its receipt code show: nothing of the resident, nothing of what he wrote. */
export interface LookedUp {
  number: string
  state: string
  state_text: Text2
  deputy: { code: string; name: string }
  created_at: string
  holder: { text: Text2 }
  next_due?: Due & { why?: Text2; basis?: { title: Text2 } }
  answers: { text: string; by: string; at: string }[]
  timeline: { at: string; text: Text2 }[]
  rejection?: Rejection
}

export interface Erasure {
  state: 'erased' | 'locked'
  text: Text2
}

export type ChannelName = 'none' | 'push' | 'wechat' | 'sms'

export interface Notices {
  channel: ChannelName
  channels: { channel: ChannelName; available: boolean; why?: Text2 }[]
  push_key?: string
  /** For which the mini-program asks consent. */
  templates?: string[]
}

export interface PushKeys {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

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
  subscribePush: (body: PushKeys, idempotencyKey: string) =>
    request<{ id: number }>({ method: 'POST', path: '/push-subscriptions', body, idempotencyKey }),
  consent: (body: { template: string; accepted: boolean }, idempotencyKey: string) =>
    request<object>({ method: 'POST', path: '/wechat-consents', body, idempotencyKey }),
}
