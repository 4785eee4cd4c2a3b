import { describe, expect, it } from 'vitest'
import { bodyOf, emptyValues, fieldsOf, forms, pathOf } from '@/forms/fields'
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
