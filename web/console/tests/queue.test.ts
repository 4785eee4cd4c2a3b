import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import QueuePage from '@/views/QueuePage.vue'
import { basics, serve, show, two } from './help'

const card = (id: number, late = false) => ({
  id, number: `HY-${id}`, version: 1, state: 'submitted', title: `第${id}件`, urgent: id === 1, channel: 'platform',
  created_at: '2026-11-24T08:00:00+08:00', updated_at: '2026-11-24T08:00:00+08:00', redo_count: 0,
  region: { code: '430406', name: '雁峰区' },
  next_due: { clock: 'review_limit', due_at: '2026-11-24T12:00:00+08:00', due_text: two('11月24日 12:00'), late },
})

const first = 'GET /api/v1/orders?queue=review'
const key = (name: string) => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
const row = () => (document.activeElement as HTMLElement).dataset.row

afterEach(() => void (document.body.innerHTML = ''))

describe('the queue page', () => {
  it('keeps the server\'s order and goes on by cursor', async () => {
    serve({
      ...basics,
      [first]: { body: { items: [card(2, true), card(1)], next: 'abc' } },
      'GET /api/v1/orders?queue=review&cursor=abc': { body: { items: [card(3)] } },
    })
    const { wrapper } = await show(QueuePage, {}, '/queues/review')
    const titles = () => wrapper.findAll('[data-row]').map((link) => link.text())
    expect(titles()).toEqual(['第2件', '第1件'])
    await wrapper.get('[data-testid=more]').trigger('click')
    await flushPromises()
    expect(titles()).toEqual(['第2件', '第1件', '第3件'])
    expect(wrapper.find('[data-testid=more]').exists()).toBe(false)
  })

  it('says late in words, not by colour alone', async () => {
    serve({ ...basics, [first]: { body: { items: [card(2, true), card(1)] } } })
    const { wrapper } = await show(QueuePage, {}, '/queues/review')
    const marks = wrapper.findAll('[data-testid=due-mark]').map((mark) => mark.text())
    expect(marks[0]).toMatch(/^已超时/)
    expect(marks[1]).toMatch(/^将到期/)
  })

  it('moves with j and k, and opens a row by a click anywhere on it', async () => {
    serve({ ...basics, [first]: { body: { items: [card(2), card(1)] } } })
    const { wrapper, router } = await show(QueuePage, {}, '/queues/review')
    key('j')
    expect(row()).toBe('2')
    key('j')
    expect(row()).toBe('1')
    key('k')
    expect(row()).toBe('2')
    await wrapper.findAll('[data-testid=row]')[1]!.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/orders/1')
  })

  it('says so when nothing waits, and when the server cannot be reached', async () => {
    serve({ ...basics, [first]: { body: { items: [] } } })
    const empty = await show(QueuePage, {}, '/queues/review')
    expect(empty.wrapper.find('[data-testid=list-empty]').exists()).toBe(true)
    serve(basics)
    const silent = await show(QueuePage, {}, '/queues/review')
    expect(silent.wrapper.get('[data-testid=failure]').text()).toContain('连不上服务器')
  })
})
