// A matter beyond the hotline: proposed to the deputy, who makes it his own; filed, registered,
// referred, replied to with a promise, and evaluated.
import { atDesk, bringOrder, dayAhead } from '../lib/scenes.mjs'

export const title = 'escalated, adopted, referred, evaluated'

const WHAT = '全市的公交站都没有座椅和遮雨棚，老人站着等半小时。'
const TITLE = '关于给公交站补建座椅和雨棚的建议'

export async function play(stage) {
  const { desk, step, base } = stage
  const office = await desk('liaison office')
  const unit = await desk('unit')
  const assisting = await desk('assisting unit')
  let deputy, onPhone

  await step('The reviewer escalates it, and the order names the suggestion', async () => {
    const { deputy: phone, reviewer } = await bringOrder(stage, { what: WHAT, ask: '请装座椅。', category: 'idea' })
    onPhone = phone
    await reviewer.act('escalate', () => reviewer.field('reason').fill('关系全市公交设施，需统筹安排。'))
    await reviewer.stands('escalated')
    await reviewer.person.sees('linked-suggestion')
    await reviewer.person.look('an escalated order')
  })

  await step('A bare forward of the resident\'s words is refused; the deputy\'s own words are taken', async () => {
    deputy = await atDesk(desk, 'deputy at a desk', onPhone)
    await deputy.open('suggestion-mine', '公交站都没有座椅')
    await deputy.choose('adopt')
    await deputy.field('facts').fill(WHAT)
    await deputy.field('proposal').fill('请装座椅。')
    await deputy.sendInVain(409, '不能只转来群众的留言')
    await deputy.person.look('a bare forward refused')
    await deputy.field('title').fill(TITLE)
    await deputy.field('facts').fill('走访三条线路四十二个站点，只有六个有座椅和雨棚，候车的六成是老人和学生。')
    await deputy.field('proposal').fill('建议分两年补建，先从医院、学校附近的站点做起，经费列入公交设施预算。')
    await deputy.send()
    await deputy.stands('drafted')
    await deputy.act('file')
    await deputy.stands('filed')
  })

  await step('The liaison office registers it and refers it to a lead and an assisting unit', async () => {
    await office.signIn('lianluo-hengyang')
    await office.open('suggestion-check', TITLE)
    await office.person.look('a suggestion to check')
    await office.act('enroll')
    await office.choose('refer')
    await office.pickUnit('衡阳市公共交通集团')
    await office.person.press('choice-wide')
    await office.addAssisting('衡阳市城市管理和综合执法局', '核定站点用地')
    await office.person.look('the form of a referral')
    await office.send()
    await office.stands('referred')
    await office.person.sees('clock-reply_limit')
  })

  await step('The assisting unit does its part; the lead replies with a code that promises a day', async () => {
    await assisting.signIn('danwei-chengguan')
    await assisting.open('suggestion-assist', TITLE)
    await assisting.act('assist', () => assisting.field('text').fill('三十六处可以建，六处要移位。'))
    await unit.signIn('danwei-gongjiao')
    await unit.open('suggestion-to_reply', TITLE)
    await unit.choose('reply_formally')
    await unit.person.press('row-A')
    if (await unit.person.part('field-promised_on').count()) throw new Error('a code that promises nothing asks for a day')
    await unit.person.press('row-B')
    await unit.field('promised_on').fill(await dayAhead(base, 60))
    await unit.field('text').fill('今年先建二十处，明年建完其余站点。')
    await unit.field('signed_by').fill('王示例总经理')
    await unit.fillContact()
    await unit.person.look('the form of a formal reply')
    await unit.send()
    await unit.stands('evaluating')
  })

  await step('The deputy evaluates it, and it stands in the ledger of promises', async () => {
    await deputy.person.sees('formal-reply', '今年先建二十处')
    await deputy.act('evaluate', async () => {
      await deputy.person.press('choice-mostly')
      await deputy.field('comment').fill('请按期建完。')
    })
    await deputy.stands('promised')
    await deputy.person.sees('evaluation', '请按期建完')
    await deputy.person.look('an evaluated suggestion')
    await office.open('suggestion-promises', TITLE)
    await office.person.sees('promised-on')
  })
}
