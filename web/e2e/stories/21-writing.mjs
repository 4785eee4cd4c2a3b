// Writing as an old person does it: one question at a time, with the phone's own "back", a photo too
// large to send, a page closed half-way, and a network that is not there when it is needed.
export const title = 'one question at a time, and no network'

const BACK = { when: '从上周开始', who: '放学的孩子' }

async function expectQuestion(person, says) {
  await person.sees('question', says)
}

// The browser reports each request that finds no network; the pages go on.
const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED/

/** As a camera makes it: far larger than is sent, and with a place in its notes. */
async function largePhoto(page) {
  const made = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 4000
    canvas.height = 3000
    const brush = canvas.getContext('2d')
    for (let x = 0; x < 40; x++) {
      brush.fillStyle = `hsl(${x * 9} 60% 50%)`
      brush.fillRect(x * 100, 0, 100, 3000)
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 1))
    return Array.from(new Uint8Array(await blob.arrayBuffer()))
  })
  return { name: 'large.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(made) }
}

export async function play({ phone, step, base }) {
  const resident = await phone('resident')
  const { person } = resident
  const { page, context } = person

  await step('The first screen asks one thing, and shows the emergency numbers', async () => {
    await page.setViewportSize({ width: 360, height: 640 })
    await person.open('/m/#/pages/write/write?deputy=D9RATC')
    await expectQuestion(person, '事情在哪里')
    await person.sees('emergency', '120')
    await person.sees('progress', '1 / 9')
    await person.look('the first question')
    const box = await person.part('field-where').boundingBox()
    const next = await person.part('step-next').boundingBox()
    if (box.y + box.height > next.y) throw new Error('the answer has no room on the first screen')
  })

  await step('What is needed can\'t be skipped, and says so gently', async () => {
    await person.press('step-next')
    await person.sees('error-where', '请先写一写')
    await resident.answer('where', '三塘镇示例小学门口')
    await resident.answer('what', '放学时车太多，孩子过不了马路。')
    await resident.answer('ask', '请在放学时派人疏导。')
    await person.sees('step-next', '跳过')
    await person.look('a question that may be skipped')
  })

  await step('The phone\'s own back goes one question back, and loses nothing', async () => {
    await page.goBack()
    await expectQuestion(person, '希望怎么办')
    await page.goBack()
    await expectQuestion(person, '发生了什么事')
    const kept = await person.part('field-what').inputValue()
    if (!kept.startsWith('放学时')) throw new Error(`the answer became "${kept}"`)
    await page.goForward()
    await page.goForward()
    await expectQuestion(person, '什么时候')
    for (const [name, text] of Object.entries(BACK)) await resident.answer(name, text)
    await person.press('step-next')
    await expectQuestion(person, '照片、录音')
  })

  await step('A photo of the camera is made small before it goes anywhere', async () => {
    const chooser = page.waitForEvent('filechooser')
    await person.press('add-photo')
    await (await chooser).setFiles(await largePhoto(page))
    await person.sees('piece-status', '存在手机里')
    const size = await person.part('attachments').locator('img').first().evaluate(async (image) => {
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    })
    if (String(size) !== '2000,1500') throw new Error(`the photo is ${size}`)
    await person.look('the page of photos and recordings')
  })

  await step('A closed page comes back with every answer and the photo', async () => {
    await page.goto('about:blank')
    await person.open('/m/#/pages/write/write?deputy=D9RATC')
    await person.sees('draft-restored')
    await person.press('go-on')
    await expectQuestion(person, '照片、录音')
    await person.part('attachments').locator('img').first().evaluate((image) => image.decode())
  })

  await step('A pin on the map, by a tap and by the keyboard', async () => {
    await person.press('step-next')
    await expectQuestion(person, '地图')
    const picture = person.part('map-picture')
    await picture.waitFor()
    await picture.scrollIntoViewIfNeeded()
    await person.press('map-in')
    const box = await picture.boundingBox()
    await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.4)
    await person.sees('position')
    const tapped = await person.part('position').innerText()
    await picture.focus()
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction(
      (before) => [...document.querySelectorAll('[data-testid="position"]')].some((one) => one.offsetParent && one.innerText !== before),
      tapped,
    )
    await person.look('the map')
  })

  await step('The last screen shows everything, and each line can be changed', async () => {
    await person.press('step-next')
    await expectQuestion(person, '请看一遍')
    await person.sees('check-line-who', '放学的孩子')
    await person.look('the last screen')
    await person.press('change-who')
    await expectQuestion(person, '关系到哪些人')
    await person.sees('step-next', '改好了')
    await resident.answer('who', '放学的孩子和接送的老人')
    await person.sees('check-line-who', '接送的老人')
  })

  await step('Signing in on the way back to it, and the photo goes up by itself', async () => {
    await person.part('check-agree').check()
    await person.press('send')
    await person.sees('field-phone')
    await resident.signIn('19488880003')
    await expectQuestion(person, '请看一遍')
    await person.sees('piece-status', '已上传')
  })

  await step('Without a network it waits on the phone, and says so', async () => {
    await context.setOffline(true)
    await person.sees('send', '没有网络')
    await person.press('send')
    await person.sees('outbox-kept')
    await person.sees('outbox', '孩子过不了马路')
    await person.look('what waits for the network')
    await person.press('go-home')
    await person.sees('outbox-notice', '1 条留言等网络')
    await person.look('the home page while something waits')
    person.forgive(CUT_OFF)
  })

  await step('It can be opened and changed while it waits', async () => {
    await person.press('outbox-see')
    await person.press('outbox-change')
    await expectQuestion(person, '请看一遍')
    await person.press('change-ask')
    await resident.answer('ask', '请在上学放学时派人疏导。')
    await person.part('check-agree').check()
    await person.press('send')
    await person.sees('outbox-kept')
    const count = await person.part('outbox').locator('li').count()
    if (count !== 1) throw new Error(`${count} messages wait`)
    person.forgive(CUT_OFF)
  })

  await step('With the network it goes by itself, and once', async () => {
    await context.setOffline(false)
    await person.sees('outbox-gone', '李样本')
    person.forgive(CUT_OFF)
    await person.press('go-home')
    await person.press('tab-messages')
    await person.sees('messages', '孩子过不了马路')
    const rows = await person.page.locator('[data-testid^="message-"]').filter({ visible: true }).count()
    if (rows !== 1) throw new Error(`there are ${rows} messages`)
    await page.locator('[data-testid^="message-"]').filter({ visible: true }).first().click()
    await person.sees('content', '请在上学放学时派人疏导')
    await person.part('content').locator('img[src^="/api/v1/attachments/"]').first().evaluate((image) => image.decode())
  })

  await step('The pages open without a network, once they were there', async () => {
    await page.goto('about:blank')
    await person.open('/m/')
    await person.sees('home-find-deputy')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    await page.goto(`${base}/m/#/pages/write/write?deputy=D9RATC`)
    await page.reload()
    await expectQuestion(person, '事情在哪里')
    await person.sees('emergency', '110')
    await context.setOffline(false)
    person.forgive(CUT_OFF)
  })

  await step('Dark, and at 30 pixels, nothing sticks out', async () => {
    await person.open('/m/#/pages/me/me')
    await person.sees('reading')
    await person.press('choose-3')
    await person.press('choose-dark')
    for (const path of ['me/me', 'index/index', 'write/write?deputy=D9RATC', 'find/find', 'scan/scan', 'deputy/deputy?code=D9RATC']) {
      await person.open(`/m/#/pages/${path}`)
      await page.locator('main h1').filter({ visible: true }).first().waitFor()
      await person.look(`${path} in dark and 30 px`)
    }
  })

  await step('A code is typed, and anything foreign leads nowhere', async () => {
    await person.open('/m/#/pages/scan/scan')
    await resident.fill('code', 'X12345')
    await person.press('scan-open')
    await person.sees('error-code')
    await resident.fill('code', 'd9ratc')
    await person.press('scan-open')
    await person.sees('deputy-card', '李样本')
  })
}
