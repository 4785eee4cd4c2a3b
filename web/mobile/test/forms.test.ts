import { describe, expect, it } from 'vitest'
import { eventOf } from '@/api/live'
import type { ActionView, MessageView } from '@/api/types'
import { allowedAction, formOf, offered, prefill } from '@/logic/forms'
import { to } from '@/logic/go'

function action(name: string, allowed = true): ActionView {
  const label = { zh: name, en: name }
  // A newer server may know actions that this page does not.
  const known = name as ActionView['action']
  return { action: known, noun: name, href: `/api/v1/messages/1/${name}`, label, allowed }
}

describe('the offered actions', () => {
  it('stand in a fixed order, and one the page does not know comes last', () => {
    const names = offered([action('withdraw'), action('new_one'), action('answer'), action('relay')])
    expect(names.map((one) => one.action)).toEqual(['relay', 'answer', 'withdraw', 'new_one'])
  })

  it('do not show what the page does by itself', () => {
    expect(offered([action('look')])).toEqual([])
  })

  it('are allowed only where the server says so', () => {
    const view = { actions: [action('rate', false), action('supplement')] } as MessageView
    expect(allowedAction(view, 'rate')).toBeUndefined()
    expect(allowedAction(view, 'supplement')?.noun).toBe('supplement')
  })
})

describe('the form of an action', () => {
  it('starts from the result when it is passed on', () => {
    const view = { result: { text: '已修好', from: '示例局', at: '' } } as MessageView
    expect(prefill('relay', view)).toBe('已修好')
    expect(prefill('answer', view)).toBe('')
  })

  it('of a suggestion is a page where its wording is written, and a search where a deputy is asked', () => {
    expect(['adopt', 'revise'].map((name) => formOf(name).wording)).toEqual([true, true])
    expect(formOf('invite').deputy).toBe(true)
    expect(formOf('decline').field).toBe('reason')
  })

  it('exists even for an action that is not known', () => {
    expect(formOf('new_one').field).toBeUndefined()
  })
})

describe('addresses', () => {
  it('keep codes whole', () => {
    expect(to.deputy('a&b')).toBe('/pages/deputy/deputy?code=a%26b')
    expect(to.signIn(to.write('d1'))).toBe(
      '/pages/sign-in/sign-in?back=%2Fpages%2Fwrite%2Fwrite%3Fdeputy%3Dd1',
    )
  })
})

describe('news', () => {
  it('are read from their data, and nonsense is no news', () => {
    expect(eventOf('{"kind":"message","id":3}')).toEqual({ kind: 'message', id: 3 })
    expect(eventOf('nonsense')).toBeUndefined()
  })
})
