// Every call the phone pages make, by the name of what the person wants.
import { address, API, request } from './http'
import type * as T from './types'

const part = encodeURIComponent

export const api = {
  city: () => request<T.City>({ path: '/city' }),
  vocabulary: () => request<T.Vocabulary>({ path: '/vocabulary' }),

  askForCode: (phone: string) =>
    request<T.SignInCode>({ method: 'POST', path: '/sign-in-codes', body: { phone } }),
  signIn: (body: T.SignIn) => request<T.Session>({ method: 'POST', path: '/sessions', body }),
  signInByWechat: (code: string) =>
    request<T.Session>({ method: 'POST', path: '/wechat-sessions', body: { code } }),
  consentToWechat: (body: { template: string; accepted: boolean }, idempotencyKey: string) =>
    request<void>({ method: 'POST', path: '/wechat-consents', body, idempotencyKey }),
  session: () => request<T.Session>({ path: '/sessions/current' }),
  signOut: () => request<void>({ method: 'DELETE', path: '/sessions/current' }),

  outline: () => request<T.Outline>({ path: '/city/outline' }),
  matters: (query: { deputy: string; text: string; lat?: number; lng?: number }) =>
    request<T.Page<T.OpenMatter>>({ path: '/matters', query }),

  stations: (query: { q?: string; cursor?: string; near?: string; limit?: number }) =>
    request<T.Page<T.StationCard>>({ path: '/stations', query }),
  station: (code: string) => request<T.StationView>({ path: `/stations/${part(code)}` }),
  deputies: (query: { q?: string; cursor?: string }) =>
    request<T.Page<T.DeputyCard>>({ path: '/deputies', query }),
  deputy: (code: string) => request<T.DeputyCard>({ path: `/deputies/${part(code)}` }),

  messages: (query: { box: string; cursor?: string; limit?: number }) =>
    request<T.Page<T.MessageCard>>({ path: '/messages', query }),
  message: (id: number) => request<T.MessageView>({ path: `/messages/${id}` }),
  send: (body: T.NewMessage, idempotencyKey: string) =>
    request<T.CaseRef>({ method: 'POST', path: '/messages', body, idempotencyKey }),

  queues: () => request<T.QueueList>({ path: '/queues' }),
  orders: (query: { queue: string; cursor?: string }) =>
    request<T.Page<T.OrderCard>>({ path: '/orders', query }),
  order: (id: number) => request<T.OrderView>({ path: `/orders/${id}` }),
  suggestions: (query: { queue: string; cursor?: string }) =>
    request<T.Page<T.SuggestionCard>>({ path: '/suggestions', query }),
  suggestion: (id: number) => request<T.SuggestionView>({ path: `/suggestions/${id}` }),
  draftSuggestion: (body: T.NewSuggestion, idempotencyKey: string) =>
    request<T.CaseRef>({ method: 'POST', path: '/suggestions', body, idempotencyKey }),

  /** Does what an action of a view offers; the address comes from the view itself. */
  act: (action: T.ActionView, version: number, body: object, idempotencyKey: string) =>
    request<T.CaseRef>({
      method: 'POST',
      path: action.href.replace(API, ''),
      version,
      body,
      idempotencyKey,
    }),

  demo: () => request<T.Demo>({ path: '/demo' }),
  moveClock: (advance: string) =>
    request<{ now: string }>({ method: 'POST', path: '/demo/clock', body: { advance } }),
}

export function attachmentAddress(id: number) {
  return address(`/attachments/${id}`)
}
