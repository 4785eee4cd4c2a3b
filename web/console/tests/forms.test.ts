import { describe, expect, it } from 'vitest'
import { askedNow, bodyOf, emptyValues, errorAt, fieldsOf, forms, initialValues, pathOf } from '@/forms/fields'
import type { CaseView, ReplyCode } from '@/api/types'
import en from '@/locales/en.json'
import zh from '@/locales/zh.json'

function keysOf(part: object, before = ''): string[] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${before}${key}.`) : [before + key])
}

describe('the forms', () => {
  it('nest dotted names and leave out what is empty', () => {
    const values = {
      ...emptyValues(fieldsOf('reply')), text: '  已修好 ', public_reply: '已修好',
      'contact.person': '陈样本', 'contact.number': '19400000001', 'contact.at': '2026-11-24T09:00:00+08:00',
    }
    expect(bodyOf(fieldsOf('reply'), values)).toEqual({
      text: '已修好', public_reply: '已修好',
      contact: { person: '陈样本', number: '19400000001', at: '2026-11-24T09:00:00+08:00' },
    })
  })

  it('send a switch that is off, because "not urgent" is an answer too', () => {
    expect(bodyOf(fieldsOf('accept'), { category: 'help', urgent: false })).toEqual({ category: 'help', urgent: false })
  })

  it('know the path under which the server objects to a field', () => {
    expect(pathOf('contact.number')).toBe('/contact/number')
  })

  it('send the assisting units without the names that are for the eye only', () => {
    const assisting = [{ unit: 3, name: '城管局', task: ' 清运 ' }, { unit: 4, name: '住建局', task: '' }]
    expect(bodyOf(fieldsOf('dispatch'), { unit: 1, assisting })).toEqual({ unit: 1, assisting: [{ unit: 3, task: '清运' }, { unit: 4 }] })
    expect(bodyOf(fieldsOf('dispatch'), { unit: 1, assisting: [] })).toEqual({ unit: 1 })
  })

  it('let an empty group go along, so that the server names each part of it', () => {
    expect(bodyOf(fieldsOf('promise'), emptyValues(fieldsOf('promise')))).toEqual({ contact: {} })
  })

  it('split the numbers of messages', () => {
    expect(bodyOf(fieldsOf('draft'), { messages: 'LY1，LY2 LY3' }).messages).toEqual(['LY1', 'LY2', 'LY3'])
  })

  it('ask for a promised day only where the chosen code promises', () => {
    const codes = [{ code: 'A', promises: false }, { code: 'B', promises: true }] as ReplyCode[]
    const names = (code: string) => askedNow(fieldsOf('reply_formally'), { code }, { codes }).map(({ name }) => name)
    expect(names('A')).not.toContain('promised_on')
    expect(names('B')).toContain('promised_on')
  })

  it('ask why a part is missing only where there are assisting units', () => {
    const names = (assisting: object[]) =>
      askedNow(fieldsOf('reply'), {}, { codes: [], view: { work: { assisting } } as CaseView }).map(({ name }) => name)
    expect(names([])).not.toContain('absences')
    expect(names([{}])).toContain('absences')
  })

  it('begin with what the case holds where the row says so, and only there', () => {
    const view = { title: '标题', facts: '事实', proposal: '建议' } as unknown as CaseView
    expect(initialValues(fieldsOf('revise'), view)).toEqual({ title: '标题', facts: '事实', proposal: '建议' })
    expect(initialValues(fieldsOf('adopt'), view)).toEqual({ title: '标题', facts: '', proposal: '' })
  })

  it('show an objection to a part at the field that holds it', () => {
    expect(errorAt({ '/assisting/0/task': 'x' }, 'assisting')).toBe('x')
    expect(errorAt({ '/assisting/0/task': 'x' }, 'assist')).toBeUndefined()
  })

  it('have no field for an action they do not know', () => {
    expect(bodyOf(fieldsOf('something_new'), {})).toEqual({})
  })

  it('name every field in both languages', () => {
    for (const [action, fields] of Object.entries(forms)) {
      for (const { name } of fields) {
        for (const words of [zh, en]) {
          const names = keysOf(words.field)
          expect(names.includes(name) || names.includes(`${action}.${name}`), `${action}.${name}`).toBe(true)
        }
      }
    }
  })
})

describe('the two languages', () => {
  it('have the same keys', () => expect(keysOf(en)).toEqual(keysOf(zh)))

  it('have the same placeholders', () => {
    const holes = (part: object) => keysOf(part).map((key) => {
      const text = key.split('.').reduce((at: unknown, name) => (at as Record<string, unknown>)[name], part) as string
      return [key, [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()]
    })
    expect(holes(en)).toEqual(holes(zh))
  })
})
