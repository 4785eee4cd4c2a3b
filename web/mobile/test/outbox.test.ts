import { beforeEach, describe, expect, it, vi } from 'vitest'
import { configureHttp } from '@/api/http'
import { dropDraft, emptyDraft, loadDraft, saveDraft, type Draft } from '@/logic/draft'
import { ARRIVED, deliver } from '@/logic/sending'
import { network } from '@/stores/network'
import { outbox, hold, putIntoOutbox, release, sendWaiting, withdrawWaiting } from '@/stores/outbox'
import { session } from '@/stores/session'
import { standInForUni, type Reply } from './uni'

function written(): Draft {
  const draft = emptyDraft()
  Object.assign(draft.content, { where: '路口', what: '路灯不亮', ask: '请修好' })
  draft.name = '李样本'
  return draft
}

const SENT: Reply = { statusCode: 201, data: { id: 12, number: 'LY1' } }
const keys = (asked: { url: string; header: Record<string, string> }[]) =>
  asked.filter(({ url }) => url.endsWith('/messages')).map(({ header }) => header['Idempotency-Key'])

function signedIn(id = 1) {
  session.ready = true
  session.person = { id, name: '杨试一', role: 'resident' }
}

beforeEach(() => {
  configureHttp({ language: () => 'zh', csrf: () => 't', onSignedOut: () => (session.person = undefined) })
  outbox.items = []
  outbox.gone = []
  network.offline = false
  signedIn()
})

describe('delivering', () => {
  it('forgets the draft once the server has it', async () => {
    standInForUni(() => SENT)
    saveDraft('d1', written())
    expect(await deliver('d1', written(), 'd1', '1')).toMatchObject({ id: 12 })
    expect(loadDraft('d1')).toEqual(emptyDraft())
  })

  it('keeps its key while the answer is unknown, whatever is changed meanwhile', async () => {
    const replies: (Reply | 'no network')[] = ['no network', { statusCode: 503 }, SENT]
    const { asked } = standInForUni(() => replies.shift() ?? SENT)
    const draft = written()
    await expect(deliver('d1', draft, 'd1', '1')).rejects.toMatchObject({ offline: true })
    draft.content.what = '路灯还是不亮'
    await expect(deliver('d1', draft, 'd1', '1')).rejects.toMatchObject({ status: 503 })
    await deliver('d1', draft, 'd1', '1')
    expect(new Set(keys(asked)).size).toBe(1)
  })

  it('takes a new key after a refusal', async () => {
    const replies: Reply[] = [{ statusCode: 422, data: { code: 'invalid' } }, SENT]
    const { asked } = standInForUni(() => replies.shift() ?? SENT)
    const draft = written()
    await expect(deliver('d1', draft, 'd1', '1')).rejects.toMatchObject({ status: 422 })
    await deliver('d1', draft, 'd1', '1')
    expect(new Set(keys(asked)).size).toBe(2)
  })

  it('knows a message that had arrived although its answer got lost', async () => {
    standInForUni(() => ({ statusCode: 422, data: { code: 'idempotency_key_reused' } }))
    expect(await deliver('d1', { ...written(), key: 'k' }, 'd1', '1')).toBe(ARRIVED)
    expect(loadDraft('d1')).toEqual(emptyDraft())
  })
})

describe('the outbox', () => {
  it('keeps a message until there is a network, then sends it once', async () => {
    const { asked } = standInForUni(() => SENT)
    network.offline = true
    saveDraft('d1', written())
    putIntoOutbox('d1', written(), 'd1', '1')
    expect(loadDraft('d1')).toEqual(emptyDraft())
    await sendWaiting()
    expect(asked).toEqual([])
    network.offline = false
    await Promise.all([sendWaiting(), sendWaiting()])
    await sendWaiting()
    expect(keys(asked)).toHaveLength(1)
    expect(outbox.items).toEqual([])
    expect(outbox.gone).toEqual([{ id: 12, name: '李样本' }])
  })

  it('waits for the person who wrote it, and sends it as nobody else', async () => {
    const { asked } = standInForUni(() => SENT)
    putIntoOutbox('d1', written(), 'd1', '1')
    signedIn(2)
    await sendWaiting()
    expect(outbox.items[0].why).toBe('sign_in')
    session.person = undefined
    await sendWaiting()
    expect(asked).toEqual([])
    signedIn(1)
    await sendWaiting()
    expect(keys(asked)).toHaveLength(1)
  })

  it('asks to sign in when the session is over, and loses nothing', async () => {
    standInForUni(() => ({ statusCode: 401, data: { code: 'not_signed_in' } }))
    putIntoOutbox('d1', written(), 'd1', '1')
    await sendWaiting()
    expect(outbox.items[0].why).toBe('sign_in')
    expect(loadDraft(outbox.items[0].slot).content.what).toBe('路灯不亮')
  })

  it('keeps what the server refused, with its reason, and does not try it again by itself', async () => {
    const text = { zh: '内容太短', en: 'Too short' }
    const { asked } = standInForUni(() => ({ statusCode: 422, data: { code: 'invalid', text } }))
    putIntoOutbox('d1', written(), 'd1', '1')
    await sendWaiting()
    await sendWaiting()
    expect(outbox.items[0]).toMatchObject({ why: 'refused', text: '内容太短' })
    expect(keys(asked)).toHaveLength(1)
  })

  it('does not send what is being changed', async () => {
    const { asked } = standInForUni(() => SENT)
    putIntoOutbox('d1', written(), 'd1', '1')
    const { slot } = outbox.items[0]
    hold(slot)
    await sendWaiting()
    expect(asked).toEqual([])
    release(slot)
    await sendWaiting()
    expect(keys(asked)).toHaveLength(1)
  })

  it('keeps one place for a message that waits again', () => {
    standInForUni(() => 'no network')
    putIntoOutbox('d1', written(), 'd1', '1')
    const { slot } = outbox.items[0]
    putIntoOutbox(slot, written(), 'd1', '2')
    expect(outbox.items.map((item) => [item.slot, item.notice])).toEqual([[slot, '2']])
  })

  it('has its key before anybody sends it, so that two tabs send one message', () => {
    standInForUni(() => 'no network')
    putIntoOutbox('d1', written(), 'd1', '1')
    expect(loadDraft(outbox.items[0].slot).key).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('sends nothing where another tab has sent and forgotten it', async () => {
    const { asked } = standInForUni(() => SENT)
    putIntoOutbox('d1', written(), 'd1', '1')
    dropDraft(outbox.items[0].slot)
    await sendWaiting()
    expect(keys(asked)).toEqual([])
    expect(outbox.items).toEqual([])
  })

  it('takes nothing that the phone has no room for', () => {
    const { stored } = standInForUni(() => 'no network')
    saveDraft('d1', written())
    vi.spyOn(uni, 'setStorageSync').mockImplementation(() => {
      throw new Error('QuotaExceededError')
    })
    expect(putIntoOutbox('d1', written(), 'd1', '1')).toBe(false)
    expect(outbox.items).toEqual([])
    expect([...stored.keys()]).toEqual(['mashang.draft.d1'])
  })

  it('gives a message back on request', async () => {
    const { stored } = standInForUni(() => 'no network')
    putIntoOutbox('d1', written(), 'd1', '1')
    await withdrawWaiting(outbox.items[0].slot)
    expect(outbox.items).toEqual([])
    expect([...stored.keys()].filter((name) => name.startsWith('mashang.draft'))).toEqual([])
  })
})

vi.mock('@/api/live', () => ({ tellAll: () => undefined }))
