// The demo's clock: time passes, a limit runs out, and everybody concerned sees it.
import { sendMessage } from '../lib/scenes.mjs'

export const title = 'time passes and an order becomes late'

export async function play({ phone, desk, step }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const reviewer = await desk('reviewer')
  let message = 0

  await step('An order waits for its review', async () => {
    message = await sendMessage(resident, { what: '公交站牌倒了，没人扶。', ask: '请扶起来。' })
    await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
    await deputy.act('pass_on_hotline')
    await reviewer.signIn('shenhe-1')
    await reviewer.open('review', '公交站牌')
    await reviewer.person.page.locator('[data-testid="due-mark"]:not([data-near="late"])').first().waitFor()
  })

  await step('Two working days later it is late, in the list and on its page', async () => {
    const { person } = reviewer
    const before = await person.part('demo-now').innerText()
    for (const day of [1, 2]) {
      const moved = person.page.waitForResponse('**/api/v1/demo/clock')
      await person.press('demo-day')
      if (!(await moved).ok()) throw new Error(`the clock did not move on day ${day}`)
      await person.page.locator('[data-testid="demo-day"]:not([disabled])').waitFor()
    }
    if (await person.part('demo-now').innerText() === before) throw new Error('the time shown stands still')
    const late = person.page.locator('[data-testid="due-mark"][data-near="late"]').first()
    await late.waitFor()
    await person.look('a late order')
    await person.press('queue-review')
    await person.sees('row')
    await late.waitFor()
    await person.look('a queue with a late order')
  })

  await step('The resident sees it too', async () => {
    await resident.openMessage(message)
    await resident.person.sees('order', '已超期')
    await resident.person.look('a message whose order is late')
  })

  await step('A deputy who has not looked for three working days is reminded', async () => {
    const { person } = resident
    const unread = await sendMessage(resident, { what: '路口的镜子碎了。', ask: '请换一面。' })
    await resident.openMessage(unread)
    for (const day of [1, 2, 3, 4]) {
      const moved = person.page.waitForResponse('**/api/v1/demo/clock')
      await person.press('demo-next-day')
      if (!(await moved).ok()) throw new Error(`the clock did not move on day ${day}`)
    }
    await person.sees('timeline', '提醒')
  })
}
