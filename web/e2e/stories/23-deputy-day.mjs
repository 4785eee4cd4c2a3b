// A deputy's morning: the inbox by urgency, a ready answer, passing on with what the resident left
// blank, a call noted, a session lost in the middle of a sentence, and the record of it all.
import { sendQuietly } from '../lib/scenes.mjs'

export const title = 'a deputy\'s day on the phone'

const RESIDENTS = '19488880001'
const DEPUTY = '15400000001'

export async function play({ phone, step, base }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const clerk = await phone('clerk')
  const { person } = deputy
  const sent = []

  const fillLogin = async () => {
    const { people } = await (await fetch(`${base}/api/v1/demo`)).json()
    const { login, password } = people.find((one) => one.role === 'station' && one.text.zh.startsWith('三塘镇'))
    await clerk.person.press('choose-staff')
    await clerk.fill('login', login)
    await clerk.fill('password', password)
    await clerk.person.press('sign-in-staff')
  }
  const clerkSignsIn = async (path) => {
    await clerk.person.open('/m/#/pages/sign-in/sign-in')
    await fillLogin()
    await clerk.person.sees('tab-messages')
    await clerk.person.open(path)
  }

  const open = (id) => deputy.openMessage(id)

  await step('Four messages wait, the unread in bold, in sections of their urgency', async () => {
    await resident.signInAt('', RESIDENTS)
    for (const what of ['示例路路灯不亮。', '示例小区垃圾没人收。', '示例桥栏杆松了。', '示例楼道灯不亮。']) {
      sent.push(await sendQuietly(resident, { where: '三塘镇', what, ask: '请处理。' }))
    }
    await deputy.signInAt('', DEPUTY)
    await person.press('tab-messages')
    await person.sees(`message-${sent[3].id}`)
    const sections = await person.page.locator('[data-testid^="section-"]').count()
    if (sections < 1) throw new Error('the inbox has no sections')
    const weight = await person.part(`message-${sent[0].id}`).locator('.title')
      .evaluate((title) => getComputedStyle(title).fontWeight)
    if (Number(weight) < 700) throw new Error(`an unread title has weight ${weight}`)
    await person.look('the inbox by urgency')
  })

  await step('An answer is kept as a ready one, and put into the next', async () => {
    await open(sent[0].id)
    await person.press('action-answer')
    await deputy.fill('action', '我已去看过，本周修好。')
    await person.press('template-save')
    person.expectAnswer(422)
    await person.press('template-store')
    await person.sees('error-template-title')
    await deputy.fill('template-title', '看过，本周修')
    await person.press('template-store')
    await person.sees('template-saved')
    await person.look('the answer with its ready one')
    await person.press('send-action')
    await deputy.stands('已答复，待评价')
    await open(sent[1].id)
    await person.press('action-answer')
    await person.press('templates')
    await person.part('template').filter({ hasText: '看过，本周修' }).locator('[data-testid="template-insert"]').click()
    if ((await person.part('field-action').inputValue()) !== '我已去看过，本周修好。') {
      throw new Error('the ready answer was not put in')
    }
  })

  await step('A clerk of the station loses the session in the middle of a sentence, and goes on', async () => {
    await person.press('send-action')
    await deputy.stands('已答复，待评价')
    await open(sent[3].id)
    await deputy.act('pass_on_station', { text: '请站里先联系物业。' })
    await clerkSignsIn(`/m/#/pages/message/message?id=${sent[3].id}`)
    await clerk.person.press('action-answer')
    await clerk.fill('action', '物业明天来装灯。')
    await clerk.person.context.clearCookies()
    clerk.person.expectAnswer(401)
    await clerk.person.press('send-action')
    await clerk.person.sees('choose-staff')
    await fillLogin()
    await clerk.person.sees('sheet-answer')
    if ((await clerk.person.part('field-action').inputValue()) !== '物业明天来装灯。') {
      throw new Error('the words were lost with the session')
    }
    await clerk.person.press('send-action')
    await clerk.stands('已有结果，待代表反馈')
    await clerk.person.look('a message as the clerk of the station sees it')
  })

  await step('What came back stands out in the inbox, and goes on to the resident', async () => {
    await person.open('/m/#/pages/messages/messages')
    await person.sees(`message-${sent[3].id}`, '结果已回来')
    await open(sent[3].id)
    await person.sees('result', '物业明天来装灯')
    await deputy.act('relay', { text: '物业答应明天装灯。' })
    await deputy.stands('已答复，待评价')
  })

  await step('A step back and a reload lose nothing either, and a text that is too long is refused at its field', async () => {
    await open(sent[2].id)
    await person.press('action-answer')
    await deputy.fill('action', '字'.repeat(20000))
    await person.page.goBack()
    await open(sent[2].id)
    await person.page.reload()
    await person.press('action-answer')
    await person.sees('form-restored')
    if ((await person.part('field-action').inputValue()).length !== 20000) throw new Error('the text was lost')
    person.expectAnswer(422)
    await person.press('send-action')
    await person.sees('error-action')
    await person.press('form-discard')
    await person.page.keyboard.press('Escape')
  })

  await step('Passing on shows the six entries and takes what the resident left blank', async () => {
    await person.press('action-pass_on_hotline')
    await person.sees('carried', '示例桥栏杆松了')
    await deputy.fill('fill-when', '昨天傍晚')
    await deputy.fill('fill-who', '过桥上学的孩子')
    await person.press('choice-help')
    await person.part('check-urgent').check()
    await person.look('the six entries before passing on')
    await person.press('send-action')
    await deputy.stands('12345热线办理中')
    await person.press('open-order')
    await person.sees('content', '昨天傍晚')
    await person.sees('content', '过桥上学的孩子')
    await person.press('back')
  })

  await step('A call to 12345 is noted, and the resident sees it', async () => {
    await deputy.act('note_call', { text: '接线员说已派人去看。' })
    await person.sees('call-notes', '接线员说已派人去看')
    await person.look('a message with a call noted')
    await resident.openMessage(sent[2].id)
    await resident.person.sees('timeline', '12345')
  })

  await step('The resident\'s earlier messages are one tap away', async () => {
    await open(sent[2].id)
    await person.press('show-earlier')
    await person.sees('earlier', '路灯不亮')
  })

  await step('The record counts it all, each figure with its cases; and the station days are listed', async () => {
    await person.open('/m/#/pages/me/me')
    await person.press('me-duty')
    await person.sees('figure-answered', '2')
    await person.sees('figure-passed_to_hotline', '1')
    await person.part('figure-passed_to_hotline').locator('[data-testid="show-cases"]').click()
    await person.sees('figure-passed_to_hotline', sent[2].number)
    await person.press('choose-year')
    await person.sees('figure-received', '4')
    await person.look('the duty record')
    await person.open('/m/#/pages/me/me')
    await person.press('me-days')
    await person.sees('days')
    await person.look('the station days')
  })

  await step('The clerk reads the record of a deputy of the station', async () => {
    await clerk.person.open('/m/#/pages/duty/duty')
    await clerk.person.press('choice-D9RATC')
    await clerk.person.sees('duty-of', '李样本')
    await clerk.person.sees('figure-answered', '2')
    await clerk.person.look('the record as a clerk sees it')
  })
}
