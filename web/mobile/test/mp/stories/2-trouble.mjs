// What goes wrong on the way: a session that ends, a network that breaks, a camera that is refused,
// letters from everywhere, a deputy whose term has ended.
import { png } from '../../../../../tests/api/lib/pictures.mjs'
import { until } from '../lib/phone.mjs'

export const title = 'trouble on the way'

const RESIDENT = '19488880002'
const MANY = '👨‍👩‍👧‍👦一家四口路过，看见井盖没了🕳️。مرحبا بالعالم שלום 𠮷野家门口，é 也要数成一个。'

/** The session ends at the server, as when it is revoked or its days are over. */
async function endSession(phone, base) {
  const jar = phone.storage.get('mashang.cookies')
  const cookie = Object.entries(jar).map(([name, value]) => `${name}=${value}`).join('; ')
  const url = `${base}/api/v1/sessions/current`
  const { csrf } = await (await fetch(url, { headers: { cookie } })).json()
  const ended = await fetch(url, { method: 'DELETE', headers: { cookie, 'X-CSRF-Token': csrf } })
  if (ended.status !== 204) throw new Error(`the session could not be ended: ${ended.status}`)
}

/** Fails the first so many exchanges of a kind. */
function breaking(count, fate, method, path) {
  let left = count
  return (m, p) => (m === method && p === path && left-- > 0 ? fate : undefined)
}

export async function play({ phone, step, base }) {
  const resident = phone('resident')
  resident.set({ photo: png(8, 8, 40), sound: Buffer.from('ID3') })

  const tell = (isConnected) => resident.host.listeners.network.forEach((one) => one({ isConnected }))

  async function begin(words) {
    await resident.scan('d.D9RATC')
    await resident.tap('write')
    await resident.writeWhole({ where: '三塘镇示例路', ask: '请处理。', ...words })
  }

  async function send() {
    await resident.agree()
    await resident.tap('send')
  }

  async function countOf(words) {
    await resident.open('pages/messages/messages')
    await resident.sees('messages')
    await until('the list', () => resident.text.includes(words))
    return resident.text.split(words).length - 1
  }

  await step('Signed in once, the phone still is after the app was closed', async () => {
    await resident.open('pages/sign-in/sign-in')
    await resident.signIn(RESIDENT)
    await resident.at('messages')
    await resident.open('pages/me/me')
    await resident.reads('1948****002'.slice(0, 3))
    await resident.sees('sign-out')
  })

  await step('The session ends while a message is written: sign in, and it goes on with every word', async () => {
    await begin({ what: '水管漏了三天。' })
    await endSession(resident, base)
    await resident.agree()
    await resident.tap('send')
    // A number gets one code a minute, so this time it is another one.
    await resident.signIn('19488880003')
    await resident.at('write')
    if (resident.valueOf('发生了什么事') !== '水管漏了三天。') throw new Error('the words were lost')
    await resident.tap('send')
    await resident.at('receipt')
    if (await countOf('水管漏了三天') !== 1) throw new Error('it was not sent once')
  })

  await step('The answer is lost on its way: the message waits, is sent again, and is there once', async () => {
    await begin({ what: '井盖响了一夜。' })
    resident.host.network.fate = breaking(1, 'unheard', 'POST', '/api/v1/messages')
    await send()
    await resident.at('outbox')
    await resident.sees('outbox-kept')
    await resident.tap('outbox-send')
    await resident.sees('outbox-gone')
    if (await countOf('井盖响了一夜') !== 1) throw new Error('it was not sent once')
  })

  await step('Lost again, and the app is closed: opened anew it goes by itself, and once', async () => {
    await begin({ what: '红绿灯不亮了。' })
    resident.host.network.fate = breaking(1, 'unheard', 'POST', '/api/v1/messages')
    await send()
    await resident.sees('outbox', '红绿灯不亮了')
    await resident.open()
    await resident.sees('outbox-gone')
    if (await countOf('红绿灯不亮了') !== 1) throw new Error('it was not sent once')
  })

  await step('Nothing arrives at all, twice: it waits, and the next try works', async () => {
    await begin({ what: '垃圾没有人收。' })
    resident.host.network.fate = breaking(2, 'lost', 'POST', '/api/v1/messages')
    await send()
    await resident.sees('outbox', '垃圾没有人收')
    await resident.tap('outbox-send')
    await resident.sees('outbox', '垃圾没有人收')
    await resident.tap('outbox-send')
    await resident.sees('outbox-gone')
    if (await countOf('垃圾没有人收') !== 1) throw new Error('it was not sent once')
  })

  await step('Written without a network, closed, opened with one: it goes by itself, with its photo', async () => {
    await begin({ what: '站牌被撞弯了。' })
    await resident.tap('add-photo')
    await resident.sees('attachments')
    resident.host.network.fate = () => 'lost'
    tell(false)
    await resident.reads('网络断开了')
    await send()
    await resident.sees('outbox', '站牌被撞弯了')
    await resident.open()
    await resident.sees('outbox-gone')
    if (await countOf('站牌被撞弯了') !== 1) throw new Error('it was not sent once')
  })

  await step('Camera, microphone and place are refused: the page says what to do, the message goes', async () => {
    await begin({ what: '路边的树倒了。' })
    resident.set({ permissions: { camera: false, microphone: false, location: false, notices: true } })
    await resident.tap('add-photo')
    await resident.sees('not-allowed', '设置')
    await resident.tap('open-settings')
    if (!resident.host.told.some(([what]) => what === 'openSetting')) throw new Error('no settings')
    await resident.tap('record')
    await resident.reads('没有拿到麦克风')
    await resident.tap('add-position')
    await resident.reads('没有拿到位置')
    await send()
    await resident.at('receipt')
    resident.set({ permissions: { camera: true, microphone: true, location: true, notices: true } })
  })

  await step('The upload breaks off: it is said, and the next try works', async () => {
    await begin({ what: '护栏歪了。' })
    resident.host.network.fate = breaking(1, 'lost', 'POST', '/api/v1/attachments')
    await resident.tap('add-photo')
    await resident.tap('upload-again')
    await resident.sees('piece-status', '已上传')
    await resident.tap('remove-attachment')
    await until('no photos', () => !resident.find('attachments'))
  })

  await step('Letters from everywhere come back as they were written', async () => {
    await begin({ what: MANY })
    await send()
    await resident.at('receipt')
    await resident.tap('see-message')
    await resident.sees('content', MANY)
  })

  await step('The network goes away and comes back, and the page says so', async () => {
    await resident.open()
    tell(false)
    await resident.reads('网络断开了')
    tell(true)
    await until('the notice to go', () => !resident.text.includes('网络断开了'))
  })

  await step('The code of a deputy whose term has ended opens the station, with a word about it', async () => {
    await resident.scan('d.DYN7A6')
    await resident.at('station')
    await resident.sees('station-instead', '朱例三')
    await resident.sees('deputies')
  })

  await step('A code that is none of ours leads nowhere; one of no station says so', async () => {
    await resident.scan('x.D9RATC')
    await resident.sees('home-find-deputy')
    await resident.at('index')
    await resident.scan('s.SZZZZZ')
    await resident.at('station')
    await resident.sees('trouble')
  })
}
