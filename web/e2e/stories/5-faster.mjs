// Two people at once: the second one sees what the first one did before anything is done on top of it.
import { sendMessage } from '../lib/scenes.mjs'

export const title = 'two reviewers at one order'

export async function play({ phone, desk, step }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const first = await desk('first reviewer')
  const second = await desk('second reviewer')

  await step('Both have the order open, and both write', async () => {
    const message = await sendMessage(resident, { what: '人行道的井盖松了，一踩就响。', ask: '请固定好。' })
    await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
    await deputy.act('pass_on_hotline')
    await first.signIn('shenhe-1')
    await second.signIn('shenhe-2')
    await first.open('review', '井盖松了')
    await second.open('review', '井盖松了')
    await second.choose('reject')
    await second.person.press('reason-not_concrete')
    await second.field('text').fill('请说明具体位置。')
  })

  await step('The first accepts; the second is told so, and keeps what was written', async () => {
    const { person } = second
    await first.accept('help')
    await first.stands('accepted')
    person.expectAnswer(412)
    await person.press('submit')
    await person.sees('conflict', '受理')
    await person.look('the dialog that somebody was faster')
    await person.press('conflict-ok')
    if (await second.field('text').inputValue() !== '请说明具体位置。') throw new Error('the text was lost')
  })

  await step('What is no longer possible is refused with its reason', async () => {
    const { person } = second
    person.expectAnswer(409)
    await person.press('submit')
    await person.sees('failure')
    await person.look('a refused form')
    await person.press('close-form')
    await second.stands('accepted')
  })
}
