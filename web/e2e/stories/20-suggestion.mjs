// A big matter: the deputy makes it a suggestion in his own words, and another deputy signs it.
import { sendMessage } from '../lib/scenes.mjs'

export const title = 'a message becomes a suggestion that two deputies sign'

const WHAT = '老街的路灯用了二十多年，一年要坏十几次。'
const ASK = '希望把整条街的路灯换成新的。'
const TITLE = '关于改造三塘镇老街照明的建议'

export async function play({ phone, step }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const second = await phone('second deputy')
  let suggestion

  await step('The deputy opens a message and begins a suggestion from it', async () => {
    const message = await sendMessage(resident, { what: WHAT, ask: ASK })
    await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
    const { person } = deputy
    await person.sees('status')
    await person.press('draft-from-message')
    await person.press('show-source')
    await person.sees('source', WHAT)
    await person.look('the form of a suggestion')
  })

  await step('What is missing is said at its field', async () => {
    const { person } = deputy
    person.expectAnswer(422)
    await deputy.fill('title', TITLE)
    await person.press('send')
    await person.sees('error-facts')
    await person.sees('error-proposal')
  })

  await step('A message that is only forwarded is refused, and nothing typed is lost', async () => {
    const { person } = deputy
    person.expectAnswer(409)
    await deputy.fill('facts', WHAT)
    await deputy.fill('proposal', ASK)
    await person.press('send')
    await person.sees('trouble', '不能只转来群众的留言')
    await person.sees('trouble', '依据')
    await person.look('a refused suggestion')
    await person.page.reload()
    await person.sees('draft-restored')
    const kept = await person.part('field-facts').inputValue()
    if (kept !== WHAT) throw new Error(`the facts were lost: ${kept}`)
  })

  await step('In his own words it is taken, and he invites another deputy', async () => {
    const { person } = deputy
    await deputy.fill('facts', '我三次走访老街，四十六盏路灯有一半用了二十年以上，今年报修十七次。')
    await deputy.fill('proposal', '列入明年改造计划，分两批更换，并在灯杆上公布报修电话。')
    await person.press('send')
    await deputy.stands('起草中')
    suggestion = /suggestion\?id=(\d+)/.exec(person.page.url())[1]
    await deputy.act('invite', {
      fill: async () => {
        await deputy.fill('deputy', '颜演二')
        await person.press('search-deputy')
        await person.press('pick-DY7RJ3')
      },
    })
    await person.sees('signatories', '还没有附议')
    await person.look('a suggestion being written')
  })

  await step('The other deputy finds it among those to sign, and signs', async () => {
    const { person } = second
    await second.signInAt('/m/#/pages/suggestions/suggestions', '15400000009')
    await person.press('choose-to_sign')
    await person.sees('suggestions', TITLE)
    await person.look('suggestions to sign')
    await person.press(`case-${suggestion}`)
    await person.sees('content', '四十六盏')
    await second.act('sign_jointly')
    await deputy.person.sees('signatories', '已附议')
  })

  await step('It is filed, and the resident sees what came of the message', async () => {
    await deputy.act('file')
    await deputy.stands('已提交，待登记')
    const { person } = resident
    await person.page.reload()
    await person.sees('suggestions', TITLE)
    await person.sees('suggestions', '已提交，待登记')
    await person.look('a message that led to a suggestion')
  })
}
