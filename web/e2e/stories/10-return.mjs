// A unit that holds an order for another's: asked back with all its papers, refused; then more time,
// granted; and an assisting unit that does its part.
import { bringOrder, dayAhead } from '../lib/scenes.mjs'

export const title = 'a return refused, an extension granted'

const WHAT = '桥头的栏杆断了两根，学生上学要贴着边走。'

export async function play(stage) {
  const { desk, step, base } = stage
  const unit = await desk('unit')
  const assisting = await desk('assisting unit')
  const caller = await desk('callback agent')
  let reviewer

  await step('The order goes to a lead unit and an assisting one', async () => {
    ({ reviewer } = await bringOrder(stage, { what: WHAT, ask: '请修好栏杆。', category: 'help' }))
    await reviewer.choose('dispatch')
    await reviewer.pickUnit('衡阳市交通运输局')
    await reviewer.addAssisting('衡阳市公安局交通警察支队', '施工时疏导交通')
    await reviewer.person.look('a dispatch with an assisting unit')
    await reviewer.send()
    await reviewer.person.sees('assisting-unit', '施工时疏导交通')
    await reviewer.person.sees('clock-assist_limit', '交通警察支队')
  })

  await step('A return without its papers is refused at the form, and nothing typed is lost', async () => {
    await unit.signIn('danwei-jiaotong')
    await unit.open('sign', '桥头的栏杆')
    await unit.act('sign_for')
    await unit.choose('request_return')
    await unit.field('reason').fill('桥梁属乡道，由镇政府养护。')
    await unit.sendInVain(409, '签字的意见')
    await unit.person.look('a return that lacks its papers')
    if (await unit.field('reason').inputValue() === '') throw new Error('the reason was lost')
  })

  await step('With its papers it goes to the reviewer, who reads them', async () => {
    await unit.pickUnit('衡南县三塘镇人民政府')
    await unit.field('basis').fill('县道乡道养护分工方案第四条')
    await unit.field('leader').fill('王示例局长')
    await unit.addPhoto()
    await unit.send()
    const { person } = reviewer
    await reviewer.open('requests', '桥头的栏杆')
    await person.sees('return', '县道乡道养护分工方案第四条')
    await person.part('return').getByTestId('photo').locator('img').evaluate((image) => image.decode())
    await person.look('a return to decide')
  })

  await step('It is refused, and the unit can not ask again', async () => {
    await reviewer.act('refuse_return', () => reviewer.field('reason').fill('移交清单写明该桥由交通部门养护。'))
    await unit.person.sees('return', '移交清单写明')
    await unit.person.part('impossible').locator('summary').click()
    await unit.person.sees('refused-request_return')
  })

  await step('More time is asked for with its cause, and granted; the limit tells what moved it', async () => {
    await unit.choose('request_extension')
    await unit.field('cause').fill('护栏要定制，厂家供货要一周。')
    await unit.field('until').fill(await dayAhead(base, 9))
    await unit.person.look('the form of an extension')
    await unit.send()
    await reviewer.person.sees('extension', '护栏要定制')
    await reviewer.act('grant_extension')
    await unit.person.part('clock-work_limit').getByTestId('move').waitFor()
    await unit.person.look('an order with an extension')
  })

  await step('The assisting unit does its part, the lead replies, the deputy is satisfied', async () => {
    await assisting.signIn('danwei-jiaojing')
    await assisting.open('assist', '桥头的栏杆')
    await assisting.act('assist', () => assisting.field('text').fill('施工当天派两人疏导。'))
    await unit.person.sees('assisting-unit', '施工当天派两人疏导')
    await unit.reply({
      person: '李样本代表', number: '15400000001', satisfied: 'satisfied',
      text: '两根栏杆已更换。', answer: '栏杆已经换好，可以放心走。',
    })
    await caller.signIn('huifang-1')
    await caller.open('callback', '桥头的栏杆')
    await caller.callBack('satisfied', '看过了。')
    await caller.stands('archived')
    await caller.person.look('an archived order with all its parts')
  })
}
