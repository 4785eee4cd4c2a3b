import { describe, expect, it } from 'vitest'
import { emptyDraft } from '@/logic/draft'
import { reached, stepAfter, stepBefore, stepsOf } from '@/logic/steps'
import { entryOf } from '@/logic/useSteps'

describe('the steps', () => {
  it('ask for the needed three first, and show everything last', () => {
    const steps = stepsOf(false)
    expect(steps.slice(0, 3)).toEqual(['where', 'what', 'ask'])
    expect(steps[steps.length - 1]).toBe('check')
  })

  it('ask about open matters only where there are some', () => {
    expect(stepAfter('place', false)).toBe('check')
    expect(stepAfter('place', true)).toBe('similar')
    expect(stepBefore('check', false)).toBe('place')
  })

  it('begin and end somewhere', () => {
    expect(stepBefore('where', false)).toBeUndefined()
    expect(stepAfter('check', true)).toBe('check')
  })
})

describe('going on with a draft', () => {
  const written = () => {
    const draft = emptyDraft()
    Object.assign(draft.content, { where: '路口', what: '灯坏了', ask: '请修' })
    return draft
  }

  it('is at what is needed and still blank, however far one was', () => {
    const draft = { ...written(), step: 'check' }
    draft.content.what = ' '
    expect(reached(draft)).toBe('what')
  })

  it('is where one was, once nothing needed is blank', () => {
    expect(reached({ ...written(), step: 'media' })).toBe('media')
    expect(reached({ ...written(), step: 'what' })).toBe('when')
    expect(reached({ ...written(), step: 'nonsense' })).toBe('when')
  })
})

describe('an entry of the history', () => {
  it('is ours only when it names a step', () => {
    expect(entryOf({ 'mashang.step': { step: 'ask', change: true } })).toEqual({ step: 'ask', change: true })
    expect(entryOf({ position: 3 })).toBeUndefined()
    expect(entryOf(null)).toBeUndefined()
    expect(entryOf({ 'mashang.step': { step: 'else' } })).toBeUndefined()
  })
})
