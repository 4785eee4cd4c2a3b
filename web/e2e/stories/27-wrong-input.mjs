// What people do to a page without meaning any harm, and what some do who mean it: too much, too large,
// cut off, too late, twice at once, from the wrong side. Nothing typed is lost, nothing goes twice.
import { Person } from '../lib/browser.mjs'
import { startCutter } from '../lib/cutter.mjs'
import { Phone } from '../lib/phone.mjs'
import { heavy, noisyPhoto, onDisk, photoOfPlace } from '../lib/photo.mjs'
import { sendQuietly } from '../lib/scenes.mjs'

export const title = 'wrong input on a phone'

const WRITE = '/m/#/pages/write/write?deputy=D9RATC'
const MANY = 20_000
const MEGA = 1024 * 1024
const SCRIPT = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>{{window.hit=1}}'
// Written from right to left, with marks that turn the direction of what follows.
const ARABIC = 'مصباح الشارع معطل منذ أسبوعين \u202Eتجربة\u202C'
const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED|ERR_CONNECTION|ERR_EMPTY_RESPONSE/
const TERM_ENDED = 'DYN7A6'

const must = (held, what) => {
  if (!held) throw new Error(what)
}

async function choose(person, button, file) {
  const chooser = person.page.waitForEvent('filechooser')
  await person.press(button)
  await (await chooser).setFiles(file)
}

/** The messages of whoever is signed in on this page, as the server has them. */
function mine(person) {
  return person.page.evaluate(async () => (await (await fetch('/api/v1/messages?box=all')).json()).items)
}

/** Ends the session at the server, as when its days are over; the page knows nothing of it. */
function endSession(person) {
  return person.page.evaluate(async () => {
    const { csrf } = await (await fetch('/api/v1/sessions/current')).json()
    await fetch('/api/v1/sessions/current', { method: 'DELETE', headers: { 'X-CSRF-Token': csrf } })
  })
}

export async function play(stage) {
  const { phone, step, base } = stage
  const resident = await phone('resident')
  const { person } = resident
  const { page, context } = person

  async function write({ what, where = '三塘镇示例路', ask = '请处理。', ...more }) {
    await person.open('about:blank')
    await person.open(WRITE)
    await resident.wholePage()
    for (const [name, text] of Object.entries({ where, what, ask, ...more })) await resident.fill(name, text)
  }

  async function agreeAndSend() {
    await person.part('check-agree').check()
    await person.press('send')
  }

  async function openSent() {
    await person.sees('receipt')
    await person.press('see-message')
    await person.sees('content')
  }

  async function expectOnce(words) {
    const found = (await mine(person)).filter(({ title }) => title.includes(words))
    must(found.length === 1, `${found.length} messages say "${words}"`)
    return found[0]
  }

  /** A second tab of the same browser. */
  async function secondTab(name) {
    const other = new Person(name, base, context, await context.newPage())
    stage.cast.push(other)
    return new Phone(other)
  }

  await step('20,000 characters are refused at their own place, kept, and go once they are shortened', async () => {
    await resident.signInAt('', '19488880011')
    await write({ what: '路'.repeat(MANY) })
    person.expectAnswer(422)
    await agreeAndSend()
    await person.sees('error-what')
    await person.look('a text that is much too long')
    await page.reload()
    await resident.wholePage()
    const kept = await person.part('field-what').inputValue()
    must(kept.length === MANY, `${kept.length} characters were kept`)
    await resident.fill('what', '路面塌了一块，自行车会摔倒。')
    await agreeAndSend()
    await openSent()
    await expectOnce('路面塌了一块')
  })

  await step('Script in every field is text and nothing else, for the resident and for the deputy', async () => {
    const fields = ['where', 'what', 'ask', 'when', 'who', 'before']
    await write(Object.fromEntries(fields.map((name) => [name, `${SCRIPT} ${name}`])))
    await agreeAndSend()
    await openSent()
    const deputy = await phone('deputy')
    await deputy.signInAt('', '15400000001')
    await deputy.openMessage(Number(/id=(\d+)/.exec(page.url())[1]))
    for (const one of [person, deputy.person]) {
      for (const name of fields) await one.sees('content', `${SCRIPT} ${name}`)
      must(!(await one.page.evaluate(() => window.hit)), 'script ran')
      await one.look('a message full of script')
    }
  })

  await step('A text from right to left stands so, and turns nothing around it', async () => {
    await write({ what: ARABIC, ask: '请修好路灯。' })
    const typed = await person.part('field-what').evaluate((field) => field.matches(':dir(rtl)'))
    must(typed, 'the box does not follow the text')
    await agreeAndSend()
    await openSent()
    const shown = await person.part('content').locator('dd', { hasText: 'مصباح' }).last().evaluate(
      (part) => part.matches(':dir(rtl)') || Boolean(part.querySelector(':dir(rtl)')),
    )
    must(shown, 'the text does not stand from right to left')
    const around = await person.part('content').evaluate((part) => part.matches(':dir(ltr)'))
    must(around, 'the text turned the page around it')
    await person.look('a message from right to left')
  })

  await step('A photo of 40 MB is made small; 40 MB of something else are not even sent', async () => {
    await write({ what: '井盖不见了。' })
    const photo = heavy(await photoOfPlace(context), 40 * MEGA)
    await onDisk('heavy.jpg', photo, async (path) => {
      await choose(person, 'add-photo', path)
      await person.sees('piece-status', '已上传')
    })
    await onDisk('raw.jpg', Buffer.alloc(40 * MEGA, 7), async (path) => {
      await choose(person, 'add-photo', path)
      await person.sees('too-large', '1 张照片太大')
    })
    must(await person.part('attachments').locator('li').count() === 1, 'it was added all the same')
    await agreeAndSend()
    await openSent()
    await person.part('content').locator('img[src^="/api/v1/attachments/"]').first().evaluate((image) => image.decode())
  })

  await step('A small file that only claims to be a photo is refused with a word about it', async () => {
    await write({ what: '栏杆断了。' })
    person.expectAnswer(422)
    await choose(person, 'add-photo', { name: 'poem.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('路灯不亮'.repeat(99)) })
    await person.sees('upload-again')
    await person.look('a file that is no photo')
    await person.press('remove-attachment')
    await agreeAndSend()
    await openSent()
  })

  await step('An upload cut off in the middle is begun again, under its key, and the photo is there once', async () => {
    const line = await startCutter()
    const traveller = await phone('traveller', { proxy: line.proxy })
    const { person: far } = traveller
    await traveller.signInAt(WRITE, '19488880014')
    await traveller.wholePage()
    const words = { where: '示例路口', what: '路口的镜子碎了。', ask: '请换。' }
    for (const [name, text] of Object.entries(words)) await traveller.fill(name, text)
    const keys = []
    far.page.on('request', (request) =>
      request.url().endsWith('/attachments') && keys.push(request.headers()['idempotency-key']))
    line.cutsAfter = 200_000
    await choose(far, 'add-photo', await noisyPhoto(far.page))
    await far.sees('upload-again')
    far.forgive(CUT_OFF)
    must(line.cuts > 0, 'nothing was cut')
    await far.look('an upload that was cut off')
    line.cutsAfter = Infinity
    await far.press('upload-again')
    await far.sees('piece-status', '已上传')
    must(keys.length > 1 && new Set(keys).size === 1, `the upload went under the keys ${keys}`)
    await far.part('check-agree').check()
    await far.press('send')
    await far.sees('receipt')
    await far.press('see-message')
    await far.sees('content', '镜子碎了')
    const photos = await far.part('content').locator('img').count()
    must(photos === 1, `there are ${photos} photos`)
    await far.page.close()
    line.stop()
  })

  await step('The code of a deputy whose term has ended opens the station; a draft for him is not lost', async () => {
    await person.open(`/d/${TERM_ENDED}`)
    await person.sees('station-instead', '朱例三')
    await person.look('the station instead of a deputy')
    await page.evaluate((code) => {
      const draft = { name: '朱例三', content: { where: '示例村', what: '水渠堵了', ask: '' }, pieces: [] }
      localStorage.setItem(`mashang.draft.${code}`, JSON.stringify(draft))
    }, TERM_ENDED)
    await person.open('about:blank')
    await person.open(`/m/#/pages/write/write?deputy=${TERM_ENDED}`)
    await person.sees('instead', '朱例三')
    await resident.wholePage()
    must(await person.part('field-what').inputValue() === '水渠堵了', 'the words were lost')
    await person.look('a draft for a deputy whose term has ended')
    await person.press('to-station')
    await person.sees('deputies')
  })

  await step('Without words, the page to write leads to the station as well', async () => {
    await page.evaluate((code) => localStorage.removeItem(`mashang.draft.${code}`), TERM_ENDED)
    await person.open('about:blank')
    await person.open(`/m/#/pages/write/write?deputy=${TERM_ENDED}`)
    await person.sees('station-instead', '朱例三')
  })

  await step('An old or a mistyped code, and a page that is not there, say so and offer a way', async () => {
    for (const path of ['/d/DZZZZZ', '/s/SZZZZZ']) {
      person.expectAnswer(404)
      await person.open('about:blank')
      await person.open(path)
      await person.sees('trouble')
      await person.look(`the code ${path}`)
    }
  })

  await step('Back goes through the questions one by one, and after sending past them all', async () => {
    await person.open('about:blank')
    await person.open('/m/#/pages/deputy/deputy?code=D9RATC')
    await person.press('write')
    await person.sees('one-by-one')
    await person.press('one-by-one')
    for (const [name, text] of [['where', '三塘镇示例桥'], ['what', '桥栏松了。'], ['ask', '请加固。']]) {
      await resident.answer(name, text)
    }
    await page.goBack()
    await person.sees('question', '希望怎么办')
    await page.goForward()
    for (const name of ['when', 'who', 'before']) {
      await person.sees(`field-${name}`)
      await person.press('step-next')
    }
    for (const name of ['add-photo', 'add-position']) {
      await person.sees(name)
      await person.press('step-next')
    }
    await person.page.locator('[data-testid="check"], [data-testid="matters"]').filter({ visible: true }).first().waitFor()
    if (await person.part('matters').count()) await person.press('step-next')
    await agreeAndSend()
    await person.sees('receipt')
    await page.goBack()
    await person.sees('deputy-card', '李样本')
    await page.goForward()
    await person.sees('receipt')
    await expectOnce('桥栏松了')
  })

  await step('Two tabs show one draft: what one changes the other shows, what one sends the other knows', async () => {
    await write({ what: '站台积水。' })
    const second = await secondTab('second tab')
    await second.person.open(WRITE)
    await second.wholePage()
    must(await second.person.part('field-what').inputValue() === '站台积水。', 'the second tab lacks the draft')
    await second.fill('what', '站台积水，轮椅过不去。')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some((one) => one.offsetParent && one.value.includes('轮椅')))
    await agreeAndSend()
    await person.sees('receipt')
    await second.person.sees('elsewhere', '另一个页面')
    await second.person.look('a draft that was sent in another tab')
    must(await second.person.part('field-what').inputValue() === '', 'it could be sent again')
    await expectOnce('轮椅过不去')
    await second.person.page.close()
  })

  await step('Two tabs without a network keep both messages, and each goes once', async () => {
    const second = await secondTab('another tab')
    await write({ what: '第一件：树枝压着电线。' })
    await second.person.open('/m/#/pages/write/write?deputy=D7C966')
    await second.wholePage()
    const words = { where: '示例路', what: '第二件：路灯歪了。', ask: '请扶正。' }
    for (const [name, text] of Object.entries(words)) await second.fill(name, text)
    await context.setOffline(true)
    for (const one of [resident, second]) {
      await one.person.sees('send', '没有网络')
      await one.person.part('check-agree').check()
      await one.person.press('send')
      await one.person.sees('outbox-kept')
    }
    await person.sees('outbox', '第二件')
    await context.setOffline(false)
    for (const one of [person, second.person]) {
      await one.page.waitForFunction(() => !(localStorage['mashang.outbox'] ?? '').includes('waiting-'))
      one.forgive(CUT_OFF)
    }
    await expectOnce('第一件')
    await expectOnce('第二件')
    await second.person.page.close()
  })

  await step('The session ends in the middle of writing: sign in, and it goes on with every word', async () => {
    await write({ what: '公厕的灯坏了。', before: '跟社区说过。' })
    await person.part('check-agree').check()
    await endSession(person)
    person.expectAnswer(401)
    await person.press('send')
    await person.sees('words-kept')
    await person.look('signing in after the session ended')
    await resident.signIn('19488880012')
    await person.sees('field-what')
    must(await person.part('field-before').inputValue() === '跟社区说过。', 'words were lost')
    await person.press('send')
    await openSent()
    await expectOnce('公厕的灯坏了')
  })

  await step('Other people\'s numbers in the address tell nothing', async () => {
    const other = await phone('somebody else')
    await other.signInAt('', '19488880013')
    const theirs = await sendQuietly(resident, { where: '三塘镇', what: '只给代表看的事。', ask: '请处理。' })
    for (const name of ['message', 'receipt', 'order', 'suggestion']) {
      other.person.expectAnswer(404)
      await other.person.open('about:blank')
      await other.person.open(`/m/#/pages/${name}/${name}?id=${theirs.id}`)
      await other.person.sees('trouble')
      const text = await other.person.page.locator('main').filter({ visible: true }).innerText()
      must(!text.includes('只给代表看的事') && !text.includes(theirs.number), `the page ${name} tells it`)
    }
    for (const id of ['-1', 'NaN', '1e99', '..%2Fsessions%2Fcurrent', SCRIPT]) {
      other.person.expectAnswer(404)
      await other.person.open('about:blank')
      await other.person.open(`/m/#/pages/message/message?id=${encodeURIComponent(id)}`)
      await other.person.sees('trouble')
    }
  })

  await step('An address that would lead elsewhere after signing in leads to the list', async () => {
    const ways = ['https://other.example/', '//other.example/', 'javascript:alert(1)']
    for (const [index, back] of ways.entries()) {
      const guest = await phone(`guest ${index + 1}`)
      await guest.person.open(`/m/#/pages/sign-in/sign-in?back=${encodeURIComponent(back)}`)
      await guest.signIn(`1948888002${index}`)
      await guest.person.sees('tab-messages')
      must(guest.person.page.url().startsWith(`${base}/m/#/pages/messages`), `it led to ${guest.person.page.url()}`)
    }
  })
}
