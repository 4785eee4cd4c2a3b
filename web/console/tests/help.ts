// A server of answers for tests: each request is matched by method and path, and remembered.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { vi } from 'vitest'
import { type Component, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/locales'

export interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body: unknown
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }

export function serve(answers: Record<string, Answer | (() => Answer)>) {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const body = init.body ? JSON.parse(String(init.body)) : undefined
    sent.push({ method, path, headers: init.headers as Record<string, string>, body })
    const found = answers[`${method} ${path}`]
    if (!found) throw new TypeError(`no answer for ${method} ${path}`)
    const { status = 200, body: told = {}, headers } = typeof found === 'function' ? found() : found
    return new Response(status === 204 ? null : JSON.stringify(told), { status, headers })
  })
  return sent
}

export const two = (zh: string, en = zh) => ({ zh, en })

export const city = {
  name: two('衡阳市', 'Hengyang'), code: '430400', demo: true, now: '2026-11-24T10:00:00+08:00',
  rulebook: 'hunan-hengyang-2022', emergency: [],
}

export const vocabulary = {
  states: { submitted: two('待审核', 'Awaiting review') }, actions: {}, roles: {}, clocks: {},
  categories: { help: two('求助', 'Help'), complaint: two('投诉', 'Complaint') }, reject_reasons: [],
  scores: {}, callback_outcomes: {}, levels: {}, queues: {}, channels: {},
}

export const basics = {
  'GET /api/v1/city': { body: city },
  'GET /api/v1/vocabulary': { body: vocabulary },
  'GET /api/v1/queues': { body: { items: [] } },
  'GET /api/v1/rulebook': { body: { reply_codes: [] } },
}

export async function show(component: Component, props: object = {}, path = '/') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = defineComponent(() => () => h('div'))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'home', component: page },
      { path: '/queues/:queue', name: 'queue', component: page },
      { path: '/inbox/:box', name: 'inbox', component: page },
      { path: '/orders/:id', name: 'order', component: page },
      { path: '/messages/:id', name: 'message', component: page },
      { path: '/suggestions/:id', name: 'suggestion', component: page },
      { path: '/suggestion-queues/:queue', name: 'suggestions', component: page },
      { path: '/rules/:kind?', name: 'rules', component: page },
    ],
  })
  await router.push(path)
  const wrapper = mount(component, {
    props, attachTo: document.body,
    global: { plugins: [[VueQueryPlugin, { queryClient: client }], i18n, router] },
  })
  await flushPromises()
  return { wrapper, router, client }
}
