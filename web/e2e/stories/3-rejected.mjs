// What the hotline may not take comes back to the deputy with the reason and the right channel.
import { sendMessage } from '../lib/scenes.mjs'

export const title = 'a matter before a court, rejected with its channel'

export async function play({ phone, desk, step }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const reviewer = await desk('reviewer')
  let message = 0

  await step('A message about a case at court reaches the hotline', async () => {
    message = await sendMessage(resident, { what: '邻居的宅基地官司一审判了，我不服。', ask: '请改判。' })
    await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
    await deputy.act('pass_on_hotline', { ticks: ['urgent'] })
  })

  await step('The resident reads why it can no longer be withdrawn', async () => {
    const { person } = resident
    await resident.openMessage(message)
    await person.press('more-actions')
    await person.sees('not-withdraw')
    await person.look('the list of actions with reasons')
  })

  await step('The reviewer must give a reason, then rejects it', async () => {
    const { person } = reviewer
    await reviewer.signIn('shenhe-1')
    await reviewer.open('review', '宅基地官司')
    await reviewer.choose('reject')
    person.expectAnswer(422)
    await person.press('submit')
    await person.sees('field-error')
    await person.look('a rejection without a reason')
    await person.press('reason-legal_channel')
    await reviewer.field('text').fill('正在法院审理，请依法上诉。')
    await reviewer.send()
    await reviewer.stands('rejected')
  })

  await step('The deputy reads reason and channel, and answers the resident', async () => {
    await deputy.person.sees('rejection', '请依法上诉')
    await deputy.person.look('a message that came back')
    await deputy.act('answer', { text: '法院在审的案子要走上诉，我请镇里的法律顾问联系您。' })
    await resident.person.sees('answers', '走上诉')
  })
}
