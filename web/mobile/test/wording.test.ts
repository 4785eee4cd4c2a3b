import { beforeEach, describe, expect, it } from 'vitest'
import * as wording from '@/logic/wording'
import { standInForUni } from './uni'

function written(): wording.WordingDraft {
  return {
    ...wording.emptyWording(),
    title: ' 关于改造老街照明的建议 ',
    facts: '半数路灯用了二十年',
    proposal: '列入明年计划',
  }
}

describe('a new suggestion', () => {
  it('has the three texts, trimmed, and the office', () => {
    expect(wording.newSuggestion(written())).toEqual({
      wording: {
        title: '关于改造老街照明的建议',
        facts: '半数路灯用了二十年',
        proposal: '列入明年计划',
      },
      office: 'county',
    })
  })

  it('names the message it comes from', () => {
    expect(wording.newSuggestion(written(), 'LY20261124-000003').messages).toEqual([
      'LY20261124-000003',
    ])
  })
})

describe('the draft of a suggestion', () => {
  beforeEach(() => void standInForUni(() => 'no network'))

  it('comes back as it was left, one for each occasion', () => {
    wording.saveWording('5 2', written())
    expect(wording.loadWording('5 2')).toEqual(written())
    expect(wording.loadWording('5 3')).toBeUndefined()
  })

  it('is forgotten when it is emptied or taken', () => {
    wording.saveWording('5 2', written())
    wording.saveWording('5 2', wording.emptyWording())
    expect(wording.loadWording('5 2')).toBeUndefined()
  })

  it('survives something unreadable in the storage', () => {
    uni.setStorageSync('mashang.wording.5 2', '{half')
    expect(wording.loadWording('5 2')).toBeUndefined()
  })
})
