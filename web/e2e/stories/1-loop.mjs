// The whole loop, from the code on a door to the resident's rating. Everybody's page stays open, so
// the news that arrive by themselves are tried along the way.
export const title = 'a street lamp, from the code to the rating'

const LAMP = '示例路12号门前的路灯坏了半个月，晚上看不见路，老人摔过一次。'

export async function play({ phone, desk, step, base }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const reviewer = await desk('reviewer')
  const unit = await desk('unit')
  const caller = await desk('callback agent')
  let message = 0

  await step('The code of a deputy opens the deputy\'s page', async () => {
    const { person } = resident
    await person.open('/d/D9RATC')
    await person.sees('deputy-card', '李样本')
    if (!person.page.url().startsWith(`${base}/m/#/pages/deputy/deputy?code=D9RATC`)) {
      throw new Error(`the code led to ${person.page.url()}`)
    }
    await person.look('the deputy\'s page')
  })

  await step('A guest writes along the six prompts on one page, and adds a photo', async () => {
    const { person } = resident
    await person.press('write')
    await resident.wholePage()
    await person.look('the empty page to write')
    for (const [prompt, text] of Object.entries({
      where: '三塘镇示例路12号门前', what: LAMP, ask: '请尽快修好路灯。',
      when: '从11月初开始', who: '路边二十多户人家', before: '跟社区说过，说在等配件',
    })) await resident.fill(prompt, text)
    await resident.addPhoto()
  })

  await step('Without the notice accepted nothing is sent; with it one signs in, and there is a receipt', async () => {
    const { person } = resident
    await person.press('send')
    await person.sees('error-agree')
    await person.press('notice-full')
    await person.look('the page to write, with the notice')
    await person.part('check-agree').check()
    await person.press('send')
    await person.sees('field-phone')
    await person.look('the sign-in page')
    await resident.signIn('19488880001')
    await person.sees('send')
    if (await person.part('field-what').inputValue() !== LAMP) throw new Error('the draft was lost')
    await person.sees('piece-status', '已上传')
    await person.press('send')
    await person.sees('receipt')
    await person.look('the receipt')
    await person.press('see-message')
    await person.sees('status')
    message = Number(/id=(\d+)/.exec(person.page.url())[1])
    await resident.stands('待代表处理')
    await person.look('the resident\'s page of the message')
  })

  await step('The deputy signs in by his own number, sees it and looks at the photo', async () => {
    const { person } = deputy
    await deputy.signInAt('', '15400000001')
    await person.press('tab-messages')
    await person.sees(`message-${message}`)
    await person.look('the deputy\'s inbox')
    await person.press(`message-${message}`)
    await person.sees('content', LAMP)
    await person.sees('timeline', '查看')
    const photo = person.page.locator('img[src^="/api/v1/attachments/"]').first()
    await photo.waitFor()
    await photo.evaluate((image) => image.decode())
    await person.look('the deputy\'s page of the message')
  })

  await step('One tap passes it on to the hotline, and the resident is told without reloading', async () => {
    const { person } = deputy
    await person.press('action-pass_on_hotline')
    await person.look('the form that passes on to the hotline')
    await deputy.fill('action', '老人孩子晚上都走这条路，请优先安排。')
    await person.press('send-action')
    await deputy.stands('12345热线办理中')
    await resident.stands('12345热线办理中')
    await resident.person.sees('order')
  })

  await step('A reviewer accepts the order and dispatches it', async () => {
    const { person } = reviewer
    await person.open('/console/')
    await person.sees('login')
    await person.look('the console\'s sign-in page')
    await reviewer.signIn('shenhe-1')
    await person.sees('row')
    await person.look('the review queue')
    await reviewer.open('review', '路灯坏了半个月')
    await person.look('an order to review')
    await reviewer.choose('accept')
    await person.look('the form of acceptance')
    await person.press('choice-help')
    await reviewer.send()
    await reviewer.stands('accepted')
    await reviewer.choose('dispatch')
    await person.look('the form of dispatch')
    await person.press('close-form')
    await reviewer.dispatch('衡阳市城市管理和综合执法局')
    await reviewer.stands('dispatched')
  })

  await step('The unit signs for it, speaks to the deputy and replies', async () => {
    const { person } = unit
    await unit.signIn('danwei-chengguan')
    await unit.open('sign', '路灯坏了半个月')
    await person.part('photo').locator('img').first().evaluate((image) => image.decode())
    await person.look('an order to sign for')
    await unit.act('sign_for')
    await unit.stands('handling')
    await unit.choose('reply')
    await person.look('the form of a reply')
    await person.press('close-form')
    await unit.reply({
      person: '李样本代表', number: '15400000001', satisfied: 'satisfied',
      text: '已更换灯具和一段电缆，当晚恢复照明。', answer: '路灯已经修好，晚上正常亮灯。',
    })
    await unit.stands('replied')
  })

  await step('The callback finds the deputy satisfied, and the order is archived by itself', async () => {
    await caller.signIn('huifang-1')
    await caller.open('callback', '路灯坏了半个月')
    await caller.callBack('satisfied', '代表说当晚就亮了。')
    await caller.stands('archived')
    await caller.person.look('an archived order')
  })

  await step('The deputy passes the result on', async () => {
    await deputy.person.sees('result', '路灯已经修好')
    await deputy.act('relay', { text: '路灯修好了，我昨晚去看过，亮的。' })
    await deputy.stands('已答复，待评价')
  })

  await step('The resident reads it and rates it, and that is the end', async () => {
    const { person } = resident
    await person.sees('answers', '路灯修好了，我昨晚去看过')
    await person.look('an answered message')
    await person.press('score-satisfied')
    await resident.fill('comment', '修得快，谢谢代表。')
    await person.press('send-rating')
    await person.sees('rating', '满意')
    await resident.stands('已办结')
    await person.look('a closed message')
  })
}
