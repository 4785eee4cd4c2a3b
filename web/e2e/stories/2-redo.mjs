// Not satisfied: the matter is done again, and only then closed.
import { sendMessage } from '../lib/scenes.mjs'

export const title = 'noise at night, done again because the first reply did not help'

export async function play({ phone, desk, step }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const reviewer = await desk('reviewer')
  const unit = await desk('unit')
  const caller = await desk('callback agent')
  const said = { person: '李样本代表', number: '15400000001', satisfied: 'mostly' }

  await step('A message becomes an order and reaches a unit', async () => {
    const message = await sendMessage(resident, { what: '楼下烧烤店放音响到凌晨一点。', ask: '请管一管噪声。' })
    await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
    await deputy.act('pass_on_hotline')
    await reviewer.signIn('shenhe-1')
    await reviewer.open('review', '烧烤店放音响')
    await reviewer.accept('complaint')
    await reviewer.dispatch('衡阳市生态环境局')
    await unit.signIn('danwei-huanjing')
    await unit.open('sign', '烧烤店放音响')
    await unit.act('sign_for')
    await unit.reply({ ...said, text: '已约谈店主。', answer: '已要求店家22点后不放音响。' })
  })

  await step('The callback finds the deputy dissatisfied', async () => {
    await caller.signIn('huifang-1')
    await caller.open('callback', '烧烤店放音响')
    await caller.callBack('dissatisfied', '昨晚还是放到十二点。')
    await caller.stands('disputed')
  })

  await step('The reviewer sends it back, and the unit sees why', async () => {
    await reviewer.open('decide', '烧烤店放音响')
    await reviewer.act('redo', () => reviewer.field('reason').fill('请夜间到现场处理。'))
    await reviewer.stands('handling')
    await unit.stands('handling')
    await unit.person.sees('sent-back', '请夜间到现场处理。')
    await unit.person.look('an order to do again')
  })

  await step('The second reply satisfies', async () => {
    await unit.reply({ ...said, satisfied: 'satisfied', text: '连续三晚到场。', answer: '音响已经拆除。' })
    await caller.stands('replied')
    await caller.callBack('satisfied', '安静了。')
    await caller.stands('archived')
    await caller.person.look('an order that was done twice')
  })

  await step('The deputy and the resident read the second reply', async () => {
    await deputy.person.sees('result', '音响已经拆除。')
    await deputy.act('relay', { text: '音响拆了，这几晚都安静。' })
    await resident.person.sees('answers', '音响拆了')
  })
}
