import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ActionBar from '@/components/ActionBar.vue'
import ActionForm from '@/components/ActionForm.vue'
import { draftOf, dropAllDrafts, hasDraft } from '@/forms/drafts'
import type { ActionView, OrderView } from '@/api/types'
import { basics, serve, show, two } from './help'

const action = (name: ActionView['action'], allowed: boolean): ActionView => ({
  action: name, noun: name, href: `/api/v1/orders/7/${name}`, label: two(name), allowed,
  ...(allowed ? {} : { why: { code: 'no', text: two('只有承办单位可以签收'), basis: { law: 'l', article: 'a', title: two('签收'), ours: false } } }),
})

const order = {
  kind: 'order', id: 7, version: 3, urgent: false, actions: [], clocks: [], timeline: [], attachments: [],
} as unknown as OrderView

const post = 'POST /api/v1/orders/7/record'
const draftName = 'order/7/record'
const open = () => show(ActionForm, { view: order, action: action('record', true), draftName })
const posts = (sent: { method: string }[]) => sent.filter((one) => one.method === 'POST') as ReturnType<typeof serve>

beforeEach(() => dropAllDrafts())
afterEach(() => void (document.body.innerHTML = ''))

describe('the action bar', () => {
  it('draws a button for what is allowed and a reason with its basis for what is not', async () => {
    const { wrapper } = await show(ActionBar, {
      actions: [action('accept', true), action('sign_for', false)], draftName: (name: string) => name,
    })
    expect(wrapper.find('[data-testid=action-accept]').exists()).toBe(true)
    expect(wrapper.find('[data-testid=action-sign_for]').exists()).toBe(false)
    const refused = wrapper.get('[data-testid=refused-sign_for]').text()
    expect(refused).toContain('只有承办单位可以签收')
    expect(refused).toContain('签收')
  })

  it('opens the first possible action with the key 1', async () => {
    const { wrapper } = await show(ActionBar, {
      actions: [action('sign_for', false), action('accept', true)], draftName: (name: string) => name,
    })
    dispatchEvent(new KeyboardEvent('keydown', { key: '1' }))
    expect(wrapper.emitted('choose')).toEqual([[action('accept', true)]])
  })
})

describe('a form', () => {
  it('puts the focus into its first field, and leaves a hand that was quicker alone', async () => {
    serve(basics)
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      const fields = async () => {
        const { wrapper } = await show(ActionForm, { view: order, action: action('reply', true), draftName: 'order/7/reply' })
        return wrapper.findAll('input').map((input) => input.element)
      }
      const slow = await fields()
      vi.runAllTimers()
      expect(document.activeElement).toBe(slow[0])

      const quick = await fields()
      quick[1]!.focus()
      vi.runAllTimers()
      expect(document.activeElement).toBe(quick[1])
    } finally {
      vi.useRealTimers()
    }
  })

  it('keeps what was typed when it is closed, and drops it when it was sent', async () => {
    serve({ ...basics, [post]: { status: 201, body: { kind: 'order', id: 7, version: 4 } } })
    const first = await open()
    await first.wrapper.get('textarea').setValue('感谢环卫工人')
    first.wrapper.unmount()
    expect(hasDraft(draftName)).toBe(true)

    const second = await open()
    expect(second.wrapper.get('textarea').element.value).toBe('感谢环卫工人')
    await second.wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(second.wrapper.emitted('sent')).toHaveLength(1)
    expect(hasDraft(draftName)).toBe(false)
  })

  it('keeps its key while nobody knows how the attempt ended, and takes a new one after a "no"', async () => {
    let answer: { status: number; body?: object } = { status: 503 }
    const sent = serve({ ...basics, [post]: () => answer })
    const { wrapper } = await open()
    const submit = async () => {
      await wrapper.get('form').trigger('submit')
      await flushPromises()
    }
    await submit()
    answer = { status: 422, body: { code: 'invalid', errors: [{ path: '/text', code: 'missing', text: two('请填写') }] } }
    await submit()
    await submit()
    const keys = posts(sent).map((one) => one.headers['Idempotency-Key'])
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[1])
  })

  it('shows the server\'s objection at its field and takes it away when one types', async () => {
    const errors = [{ path: '/text', code: 'missing', text: two('请填写记录内容') }]
    serve({ ...basics, [post]: { status: 422, body: { code: 'invalid', errors } } })
    const { wrapper } = await open()
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('[data-testid=field-text]').text()).toContain('请填写记录内容')
    await wrapper.get('textarea').setValue('表扬')
    await flushPromises()
    expect(wrapper.get('[data-testid=field-text]').find('[data-testid=field-error]').exists()).toBe(false)
  })

  it('sends against the version its writer saw, though the page was renewed meanwhile', async () => {
    const changes = [{ seq: 4, at: '2026-11-24T09:00:00+08:00', action: 'accept', actor: { role: 'reviewer', name: '钱审二' }, to: 'accepted', text: two('钱审二受理了') }]
    const sent = serve({ ...basics, [post]: { status: 412, body: { code: 'stale', version: 4, changes } } })
    const { wrapper } = await open()
    await wrapper.get('textarea').setValue('写到一半')
    await wrapper.setProps({ view: { ...order, version: 4 } })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(posts(sent)[0]!.headers['If-Match']).toBe('"3"')
    expect(document.body.textContent).toContain('钱审二受理了')
    expect(draftOf(draftName, () => ({})).values.text).toBe('写到一半')

    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(posts(sent)[1]!.headers['If-Match']).toBe('"4"')
  })
})
