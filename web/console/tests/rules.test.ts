import { afterEach, describe, expect, it } from 'vitest'
import RulesPage from '@/views/RulesPage.vue'
import { arrowsOf, backArrows, depths, rowsByState, START, statesOf } from '@/rules/arrows'
import { rowHas, wordsOf } from '@/rules/find'
import { layOut } from '@/rules/layout'
import { widthOf, wrap } from '@/rules/text'
import type { Lifecycle, RuleRow } from '@/api/types'
import { basics, serve, show, two } from './help'

const basis = { law: 'hengyang-2022', article: 'reply', title: two('答复', 'Reply'), kind: 'interview' }

const row = (from: string, action: string, to: string, who = 'unit', more = {}) => ({
  from, action, to, label: two(action), who: [{ role: who, label: two(who) }], when: [], stops: [], starts: [], moves: [],
  clause: two(`${who}可以“${action}”`), sentence: two(`${who}可以“${action}”。（依据：答复）`, `${who} may ${action}. (Basis: Reply)`), basis, ...more,
}) as unknown as RuleRow

// A case that is made, handled, may be sent back once and again, and ends in one of two states.
const lifecycle = {
  kind: 'order', label: two('工单', 'order'),
  states: ['handling', 'replied', 'disputed', 'closed'].map((code) => ({
    code, label: two(`状态${code}`), ...(code === 'closed' ? {} : { holder: { role: 'unit', label: two('承办单位') } }),
  })),
  rows: [
    row(START, 'submit', 'handling', 'system'), row('handling', 'comment', 'handling'), row('handling', 'reply', 'replied'),
    row('replied', 'close', 'closed', 'system'), row('replied', 'close_unreached', 'closed', 'system'),
    row('replied', 'dispute', 'disputed', 'system', { basis: { ...basis, kind: 'ours' } }), row('disputed', 'redo', 'handling', 'reviewer'),
  ],
} as unknown as Lifecycle

afterEach(() => void (document.body.innerHTML = ''))

describe('the arrows', () => {
  const arrows = arrowsOf(lifecycle.rows)

  it('join the steps between the same two states, and leave out those after which the state stays', () => {
    expect(arrows.map(({ from, to, rows }) => `${from} ${to} ${rows.length}`)).toEqual([
      'blank handling 1', 'handling replied 1', 'replied closed 2', 'replied disputed 1', 'disputed handling 1',
    ])
  })

  it('know which of them lead back, so that every state stands below what leads to it', () => {
    expect([...backArrows(arrows)].map(({ from, to }) => `${from} ${to}`)).toEqual(['disputed handling'])
    expect([...depths(statesOf(lifecycle), arrows)]).toEqual([
      [START, 0], ['handling', 1], ['replied', 2], ['disputed', 3], ['closed', 3],
    ])
  })

  it('lose no row of the table', () => {
    const grouped = [...rowsByState(lifecycle).values()].flat()
    expect(new Set(grouped)).toEqual(new Set(lifecycle.rows))
  })
})

describe('the layout', () => {
  const boxes = new Map(statesOf(lifecycle).map((code) => [code, { width: 120, height: 40 }]))
  const drawn = layOut(boxes, arrowsOf(lifecycle.rows), () => ({ width: 60, height: 18 }))

  it('keeps all boxes apart and within the drawing', () => {
    const all = [...drawn.states.values(), ...drawn.arrows.map(({ words }) => words)]
    for (const one of all) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width / 2).toBeLessThanOrEqual(drawn.width)
      for (const other of all) {
        const beside = Math.abs(one.x - other.x) >= (one.width + other.width) / 2
        const apart = Math.abs(one.y - other.y) >= (one.height + other.height) / 2
        expect(one === other || beside || apart).toBe(true)
      }
    }
  })

  it('draws an arrow from the state it leaves to the state it reaches, also upwards', () => {
    const redo = drawn.arrows.find(({ arrow }) => arrow.from === 'disputed')!
    const start = Number(/^M[\d.-]+ ([\d.-]+)/.exec(redo.path)![1])
    const end = Number(/([\d.-]+)$/.exec(redo.path)![1])
    expect(start).toBeCloseTo(drawn.states.get('disputed')!.y - 20)
    expect(end).toBeCloseTo(drawn.states.get('handling')!.y + 20)
  })

  it('is the same each time', () => {
    expect(layOut(boxes, arrowsOf(lifecycle.rows), () => ({ width: 60, height: 18 }))).toEqual(drawn)
  })
})

describe('lines of text', () => {
  it('break Chinese between letters, not before a comma, and in much the same length', () => {
    expect(wrap('已有结果，待代表反馈', 14, 132)).toEqual(['已有结果，', '待代表反馈'])
    expect(wrap('12345热线办理中', 14, 132)).toEqual(['12345热线办理中'])
  })

  it('break English between words, and fit', () => {
    const lines = wrap('Waiting for the resident to add more', 14, 132)
    expect(lines.join(' ')).toBe('Waiting for the resident to add more')
    for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(132)
  })
})

describe('the filter', () => {
  it('finds a row by words of either language, all of which must be there', () => {
    const reply = row('handling', 'reply', 'replied')
    expect(rowHas(reply, wordsOf(''))).toBe(true)
    expect(rowHas(reply, wordsOf('依据  REPLY'))).toBe(true)
    expect(rowHas(reply, wordsOf('reply redo'))).toBe(false)
  })
})

describe('the page', () => {
  const book = { rulebook: 'hunan-hengyang-2022', title: two('规则'), lifecycles: [lifecycle], limits: [], counts: [] }
  const open = async () => {
    serve({ ...basics, 'GET /api/v1/rulebook': { body: book } })
    return (await show(RulesPage)).wrapper
  }

  it('tells every row with its article, and marks what is our own', async () => {
    const wrapper = await open()
    const rows = wrapper.findAll('[data-testid=rule]')
    expect(rows).toHaveLength(lifecycle.rows.length)
    expect(wrapper.findAll('[data-testid=basis]').map((one) => one.text())).toContain('依据：答复 本系统自定')
  })

  it('shows one state\'s rows by mouse or key, and all again', async () => {
    const wrapper = await open()
    const replied = wrapper.get('[data-state=replied]')
    await replied.trigger('keydown', { key: 'Enter' })
    expect(replied.attributes('aria-pressed')).toBe('true')
    expect(wrapper.findAll('[data-testid=rule]')).toHaveLength(3)
    await wrapper.get('[data-testid=all-states]').trigger('click')
    expect(wrapper.findAll('[data-testid=rule]')).toHaveLength(lifecycle.rows.length)
  })

  it('says so when no rule fits what was typed', async () => {
    const wrapper = await open()
    await wrapper.get('[data-testid=filter]').setValue('没有的词')
    expect(wrapper.find('[data-testid=no-rules]').exists()).toBe(true)
  })
})
