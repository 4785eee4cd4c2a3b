// What can not be solved now is promised with a day, tracked, and then solved.
import { bringOrder, dayAhead } from '../lib/scenes.mjs'

export const title = 'promised, tracked, solved'

export async function play(stage) {
  const { desk, step, base } = stage
  const unit = await desk('unit')
  const caller = await desk('callback agent')
  const supervisor = await desk('supervisor')

  await step('The unit begins to promise, and is told what a promise needs', async () => {
    const { reviewer } = await bringOrder(stage, { what: '村口的水管老化，一到夏天就停水。', ask: '请换水管。', category: 'help' })
    await reviewer.dispatch('衡阳市水务集团')
    await unit.signIn('danwei-shuiwu')
    await unit.open('sign', '村口的水管')
    await unit.act('sign_for')
    await unit.choose('promise')
    await unit.field('measures').fill('列入管网改造，先用临时管供水。')
    await unit.sendInVain(422)
    await unit.person.look('a promise that lacks its parts')
  })

  await step('With measures, a person and a day the order is tracked', async () => {
    await unit.field('answerable').fill('王示例副经理')
    await unit.field('until').fill(await dayAhead(base, 30))
    await unit.fillContact()
    await unit.send()
    await unit.stands('tracked')
    await unit.person.sees('promise', '列入管网改造')
    await unit.person.sees('clock-follow_up')
    await unit.person.look('an order that is tracked')
  })

  await step('Progress is reported, and the supervisor follows it', async () => {
    await supervisor.signIn('duban-1')
    await supervisor.open('tracked', '村口的水管')
    await unit.act('report_progress', () => unit.field('text').fill('临时管已接通，主管周五进场。'))
    await supervisor.person.sees('progress', '主管周五进场')
  })

  await step('Solved, it is replied to and archived as any other', async () => {
    await unit.reply({
      person: '李样本代表', number: '15400000001', satisfied: 'satisfied',
      text: '主管已更换通水。', answer: '水管已经换好，夏天不会再停水。',
    })
    await caller.signIn('huifang-1')
    await caller.open('callback', '村口的水管')
    await caller.callBack('satisfied', '水压很好。')
    await caller.stands('archived')
  })
}
