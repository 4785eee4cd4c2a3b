import { beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptFor, definite } from '@/logic/attempt'
import * as drafts from '@/logic/draft'
import { uuid } from '@/logic/uuid'
import { standInForUni } from './uni'

function written(): drafts.Draft {
  const draft = drafts.emptyDraft()
  draft.content.where = ' 样板路 12 号 '
  draft.content.what = '路灯不亮'
  draft.content.ask = '请修好'
  return draft
}

describe('the message to send', () => {
  it('leaves out what was left blank', () => {
    expect(drafts.newMessage(written(), 'd1', '2026-1')).toEqual({
      deputy: 'd1',
      content: { where: '样板路 12 号', what: '路灯不亮', ask: '请修好' },
      notice_version: '2026-1',
    })
  })

  it('takes attachments and position along', () => {
    const draft = written()
    draft.pieces = [{ key: 'k', kind: 'photo', name: 'a.jpg', id: 3 }]
    draft.joins = 8
    draft.position = { lat: 26.9, lng: 112.6 }
    draft.content.when = '昨晚'
    expect(drafts.newMessage(draft, 'd1', '2026-1')).toMatchObject({
      content: { when: '昨晚' },
      attachments: [3],
      joins: 8,
      position: { lat: 26.9, lng: 112.6 },
    })
  })

  it('leaves required fields to the judgement of the server', () => {
    expect(drafts.newMessage(drafts.emptyDraft(), 'd1', '2026-1').content).toEqual({
      where: '',
      what: '',
      ask: '',
    })
  })
})

describe('a draft', () => {
  beforeEach(() => void standInForUni(() => 'no network'))

  it('comes back as it was left, one for each deputy', () => {
    const draft = written()
    draft.key = 'key-1'
    draft.pieces = [{ key: 'k', kind: 'audio', name: 'a.webm', seconds: 12 }]
    drafts.saveDraft('d1', draft)
    expect(drafts.loadDraft('d1')).toEqual(draft)
    expect(drafts.draftIsEmpty(drafts.loadDraft('d2'))).toBe(true)
  })

  it('is forgotten when it is emptied or sent', () => {
    drafts.saveDraft('d1', written())
    drafts.saveDraft('d1', drafts.emptyDraft())
    expect(uni.getStorageSync('mashang.draft.d1')).toBe('')
  })

  it('says when the phone has no room for it, and stops nobody from typing on', () => {
    vi.spyOn(uni, 'setStorageSync').mockImplementation(() => {
      throw new Error('QuotaExceededError')
    })
    expect(drafts.saveDraft('d1', written())).toBe(false)
    expect(drafts.saveDraft('d1', drafts.emptyDraft())).toBe(true)
  })

  it('keeps what a map calls the place, and does not send it', () => {
    const draft = written()
    Object.assign(draft, { position: { lat: 26.9, lng: 112.6 }, placeName: '示例公园' })
    drafts.saveDraft('d1', draft)
    expect(drafts.loadDraft('d1').placeName).toBe('示例公园')
    expect(JSON.stringify(drafts.newMessage(draft, 'd1', '1'))).not.toContain('示例公园')
  })

  it('survives something unreadable in the storage', () => {
    uni.setStorageSync('mashang.draft.d1', '{half')
    expect(drafts.loadDraft('d1')).toEqual(drafts.emptyDraft())
  })
})

describe('a message about another matter', () => {
  it('joins none, whatever was offered', () => {
    const draft = written()
    draft.joins = drafts.APART
    expect('joins' in drafts.newMessage(draft, 'd1', '2026-1')).toBe(false)
  })
})

describe('the remarks of the server', () => {
  it('are found by the name of the field, the first one counting', () => {
    const text = { zh: '需要填写', en: 'Needed' }
    const later = { zh: '太长', en: 'Too long' }
    const errors = drafts.fieldErrors({
      code: 'invalid',
      errors: [
        { path: '/content/what', code: 'required', text },
        { path: '/content/what', code: 'too_long', text: later },
        { path: '/attachments/0', code: 'unknown', text: later },
        { path: '/text', code: 'required', text },
      ],
    })
    expect(errors).toEqual({ what: text, attachments: later, text })
  })
})

describe('an attempt', () => {
  it('keeps its key for the same body, and gets a new one for another', () => {
    const first = attemptFor(undefined, { a: 1 })
    expect(attemptFor(first, { a: 1 })).toEqual(first)
    expect(attemptFor(first, { a: 2 }).key).not.toBe(first.key)
  })

  it('ends with a definite answer only', () => {
    expect([409, 412, 422].map(definite)).toEqual([true, true, true])
    expect([0, 401, 429, 500, 503].map(definite)).toEqual([false, false, false, false, false])
  })

  it('has a key in the form of a uuid', () => {
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(uuid()).not.toBe(uuid())
  })
})
