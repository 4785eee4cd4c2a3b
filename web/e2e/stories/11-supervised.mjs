// Twice redone and still not right: then it is under supervision, and a supervisor ends that.
import { bringOrder } from '../lib/scenes.mjs'

export const title = 'redone twice, then under supervision'

const WHAT = '垃圾站半夜压缩作业，整栋楼睡不着。'

export async function play(stage) {
  const { desk, step } = stage
  const unit = await desk('unit')
  const caller = await desk('callback agent')
  const supervisor = await desk('supervisor')
  let reviewer
  const said = { person: '李样本代表', number: '15400000001', satisfied: 'mostly' }

  async function replyInVain(text) {
    await unit.reply({ ...said, text, answer: text })
    await caller.open('callback', '垃圾站半夜')
    await caller.callBack('dissatisfied', '昨晚还是响。')
    await caller.stands('disputed')
    await reviewer.stands('disputed')
  }

  await step('The first reply does not help, and it is done again', async () => {
    ({ reviewer } = await bringOrder(stage, { what: WHAT, ask: '请改时间。', category: 'complaint' }))
    await reviewer.dispatch('衡阳市城市管理和综合执法局')
    await unit.signIn('danwei-chengguan')
    await unit.open('sign', '垃圾站半夜')
    await unit.act('sign_for')
    await caller.signIn('huifang-1')
    await replyInVain('已要求避开夜间。')
    await reviewer.act('redo', () => reviewer.field('reason').fill('请夜间到场核实。'))
    await unit.stands('handling')
  })

  await step('The second does not either: by itself it falls under supervision', async () => {
    await replyInVain('已约谈班组长。')
    await reviewer.person.sees('supervision')
    await reviewer.act('redo', () => reviewer.field('reason').fill('请写明作业时间，公示上墙。'))
    await unit.stands('handling')
  })

  await step('After two redos only supervision is left', async () => {
    await replyInVain('已公示作业时间。')
    await reviewer.person.part('impossible').locator('summary').click()
    await reviewer.person.sees('refused-redo')
    await reviewer.act('supervise', () => reviewer.field('reason').fill('请分管领导到场，一周内解决。'))
    await unit.stands('handling')
    await reviewer.person.look('an order under supervision')
  })

  await step('The supervisor begins with an overview, and reads what called for supervision', async () => {
    const { person } = supervisor
    await supervisor.signIn('duban-1')
    await person.sees('home')
    await person.look('the overview of a supervisor')
    await supervisor.open('supervised', '垃圾站半夜')
    await person.sees('supervision', '重办后仍不满意')
    await person.press('warnings')
    await person.look('the warnings of a desk')
    await person.page.goBack()
    await person.sees('supervision')
  })

  await step('It is lifted with its conclusion, and everybody reads that', async () => {
    await supervisor.act('lift_supervision', () => supervisor.field('reason').fill('压缩作业已改到早上七点后。'))
    await unit.person.sees('supervision', '压缩作业已改到早上七点后')
    await supervisor.person.look('a supervision that has ended')
    await unit.reply({ ...said, satisfied: 'satisfied', text: '作业时间已改。', answer: '夜里不再作业。' })
    await caller.open('callback', '垃圾站半夜')
    await caller.callBack('satisfied', '安静了。')
    await caller.stands('archived')
  })
}
