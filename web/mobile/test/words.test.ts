import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '@/api/http'
import { fill, pick, t } from '@/i18n'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import { troubleOf } from '@/logic/problem'
import { prefs, readPrefs } from '@/stores/prefs'

beforeEach(() => void (prefs.lang = 'zh'))

const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort()

describe('the words', () => {
  it('exist in both languages, with the same gaps', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect([key, gaps(en[key])]).toEqual([key, gaps(zh[key])])
    }
  })

  it('are filled in, and an unknown gap stays visible', () => {
    expect(fill('{n} of {m}', { n: 1 })).toBe('1 of {m}')
    expect(t('home.waiting', { n: 3 })).toBe('3 件等您处理')
  })

  it('follow the language of the person', () => {
    expect(pick({ zh: '满意', en: 'Satisfied' })).toBe('满意')
    prefs.lang = 'en'
    expect(pick({ zh: '满意', en: 'Satisfied' })).toBe('Satisfied')
    expect(pick({ zh: '满意', en: '' })).toBe('满意')
    expect(pick(undefined)).toBe('')
  })

  it('start in Chinese and standard size unless remembered otherwise', () => {
    const first = { lang: 'zh', elder: false, size: 1, theme: 'phone', whole: false }
    expect(readPrefs('')).toEqual(first)
    const chosen = { lang: 'en', elder: true, size: 3, theme: 'dark', whole: true }
    expect(readPrefs(chosen)).toEqual(chosen)
    expect(readPrefs({ lang: 'fr', elder: 'yes', size: 9, theme: 'pink' })).toEqual(first)
  })
})

describe('what went wrong', () => {
  const text = { zh: '这条留言已经结束', en: 'This message is closed' }

  it('is said in the sentence of the server, with its basis', () => {
    const title = { zh: '工作办法 · 留言', en: 'Rules, messages' }
    const basis = { law: 'hengyang-2022', article: 'message', title }
    expect(troubleOf(new ApiError(409, { code: 'closed', text, basis }))).toEqual({
      text: '这条留言已经结束',
      basis: '工作办法 · 留言',
    })
  })

  it('asks to look again, with what changed, when someone was faster', () => {
    const trouble = troubleOf(new ApiError(412, { code: 'version_changed', text, changes: [] }))
    expect(trouble).toMatchObject({ stale: true, changes: [] })
  })

  it('names the seconds to wait, the missing network, and the end of the session', () => {
    expect(troubleOf(new ApiError(429, { code: 'busy' }, 42)).text).toContain('42')
    expect(troubleOf(new ApiError(0, { code: 'offline' })).text).toBe(t('problem.offline'))
    expect(troubleOf(new ApiError(0, { code: 'offline' }), true).text).toBe(t('problem.read'))
    expect(troubleOf(new ApiError(401, { code: 'x', text })).signedOut).toBe(true)
    expect(troubleOf(new TypeError('bug')).text).toBe(t('problem.other'))
  })
})
