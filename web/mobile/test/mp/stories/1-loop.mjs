// The whole loop in the mini-program: from the code on a door to the resident's rating.
import { png } from '../../../../../tests/api/lib/pictures.mjs'
import { attribute } from '../lib/machine.mjs'
import { until } from '../lib/phone.mjs'

export const title = 'a street lamp, from the code to the rating'

const LAMP = '示例路12号门前的路灯坏了半个月，晚上看不见路，老人摔过一次。'
const BROKEN = '东村口的路灯也坏了。'

/** Photos on the page, each from a file on the phone, because an image brings no session. */
async function seesPhotos(phone, part, count) {
  await until(`${count} photos`, () => {
    const images = [...(phone.find(part)?.querySelectorAll('wx-image') ?? [])]
    const sources = images.map((image) => attribute(image, 'src'))
    return sources.length === count && sources.every((src) => phone.host.network.bytesOf(src))
  })
}

export async function play({ phone, step }) {
  const resident = phone('resident')
  const deputy = phone('deputy')
  resident.set({ photo: png() })
  const messages = []

  async function send() {
    await resident.agree()
    await resident.tap('send')
    await resident.at('receipt')
    await resident.sees('receipt-number')
    await resident.tap('see-message')
    await resident.at('message')
    await resident.sees('state', '待代表处理')
    messages.push(Number(resident.page.query.id))
  }

  await step("A code opens the deputy's page, and back leads home", async () => {
    await resident.scan('d.D9RATC')
    await resident.at('deputy')
    await resident.sees('deputy-card', '李样本')
    await resident.back()
    await resident.at('index')
    await resident.scan('d.D9RATC')
    await resident.sees('deputy-card', '李样本')
  })

  await step('A guest writes, one question after the other, and takes a photo along', async () => {
    await resident.tap('write')
    await resident.write({ where: '三塘镇示例路12号门前', what: LAMP, ask: '请尽快修好路灯。' })
    await resident.tap('add-photo')
    await seesPhotos(resident, 'attachments', 1)
    await resident.lookOver()
    await resident.sees('check', LAMP)
  })

  await step('Without the notice accepted nothing is sent', async () => {
    await resident.tap('send')
    await resident.sees('error-agree')
  })

  await step('Signing in on the way loses nothing, and then there is a receipt', async () => {
    await resident.agree()
    await resident.tap('send')
    await resident.signIn('19488880001')
    await resident.at('write')
    await resident.sees('check', LAMP)
    await resident.tap('send')
    await resident.at('receipt')
    await resident.tap('see-message')
    await resident.sees('state', '待代表处理')
    messages.push(Number(resident.page.query.id))
    await seesPhotos(resident, 'content', 1)
  })

  await step('The resident follows it from the list, after the app was closed', async () => {
    await resident.open()
    await resident.tap('tab-messages')
    await resident.at('messages')
    await resident.tap(`message-${messages[0]}`)
    await resident.sees('state', '待代表处理')
  })

  await step('A second message, written on one page, goes to the same deputy', async () => {
    await resident.scan('d.D9RATC')
    await resident.tap('write')
    await resident.writeWhole({ where: '三塘镇东村口', what: BROKEN, ask: '请修好。' })
    await send()
  })

  await step('The deputy signs in, sees both, opens the first and answers it', async () => {
    await deputy.open('pages/sign-in/sign-in')
    await deputy.signIn('15400000001')
    await deputy.at('messages')
    await deputy.sees(`message-${messages[1]}`)
    await deputy.tap(`message-${messages[0]}`)
    await deputy.sees('content', LAMP)
    await seesPhotos(deputy, 'content', 1)
    await deputy.tap('action-answer')
    await deputy.fill('内容', '我今天去看了，已经请供电所明天来换。')
    await deputy.tap('send-action')
    await deputy.sees('state', '已答复，待评价')
  })

  await step('The second one is passed on to the hotline', async () => {
    await deputy.back()
    await deputy.tap(`message-${messages[1]}`)
    await deputy.sees('content', BROKEN)
    await deputy.act('pass_on_hotline')
    await deputy.sees('state', '12345热线办理中')
  })

  await step('The resident comes back to it, reads the answer and rates it', async () => {
    await resident.open('pages/message/message', { id: String(messages[0]) })
    await resident.sees('answers', '已经请供电所明天来换')
    await resident.tapWords('满意')
    await resident.fill('还想说什么（选填）', '谢谢。')
    await resident.tap('send-rating')
    await resident.sees('rating', '谢谢')
    await resident.sees('state', '已办结')
  })

  await step('The one at the hotline shows its order, when the page is shown again', async () => {
    await resident.open('pages/message/message', { id: String(messages[1]) })
    await resident.sees('order')
    await resident.leaveFor(20)
    await resident.sees('state', '12345热线办理中')
  })
}
