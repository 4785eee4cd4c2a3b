import { beforeEach, describe, expect, it } from 'vitest'
import { holderOf } from '@/logic/holder'
import { prefs } from '@/stores/prefs'
import { session } from '@/stores/session'

type One = Parameters<typeof holderOf>[0]

const held = (state: string, role: string, name: string) =>
  ({ state, holder: { role, name, text: { zh: `${name}的事`, en: `of ${name}` } } }) as unknown as One

function enter(role: string, name: string) {
  session.person = { id: 1, role, name } as unknown as typeof session.person
}

beforeEach(() => {
  prefs.lang = 'zh'
  session.person = undefined
})

describe('who has it now', () => {
  it('is spoken to, where he reads it himself', () => {
    enter('resident', '张示例')
    expect(holderOf(held('answered', 'resident', '张示例'))).toBe('代表已经答复，请您评价')
    prefs.lang = 'en'
    expect(holderOf(held('answered', 'resident', '张示例'))).toBe('The deputy has answered; you may rate it')
    enter('deputy', '李样本')
    expect(holderOf(held('with_deputy', 'deputy', '李样本'))).toBe('Waiting for you')
  })

  it('is named to everybody else', () => {
    expect(holderOf(held('answered', 'resident', '张示例'))).toBe('张示例的事')
    enter('deputy', '王试一')
    expect(holderOf(held('with_deputy', 'deputy', '李样本'))).toBe('李样本的事')
    expect(holderOf(held('answered', 'resident', '张示例'))).toBe('张示例的事')
    enter('station', '示例站')
    expect(holderOf(held('with_station', 'station', '示例站'))).toBe('示例站的事')
  })

  it('is named where there is no word of our own, or somebody else has it meanwhile', () => {
    enter('resident', '张示例')
    expect(holderOf(held('handling', 'unit', '路灯所'))).toBe('路灯所的事')
    expect(holderOf(held('unheard_of', 'resident', '张示例'))).toBe('张示例的事')
  })
})
