// Signing in by WeChat, and letting WeChat bring the news: against a stand-in that refuses what WeChat
// refuses.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Wechat } from '../../../../../tests/api/stand-ins/wechat.mjs'
import { startServer } from '../../../../e2e/lib/server.mjs'
import { until } from '../lib/phone.mjs'

export const title = 'signing in by WeChat, and its news'

const RESIDENT = 'o-resident'
const NUMBER = '19488880005'
const MOST_MS = 8_000

const settings = ({ origin, appid, secret, template }) => `
allowed_hosts = ["${new URL(origin).host}"]
[wechat]
appid = "${appid}"
secret = "${secret}"
base = "${origin}"
template = "${template}"
[wechat.fields]
thing1 = "sentence"
time2 = "time"
character_string3 = "number"
`

export async function serve({ stories }) {
  const wechat = await new Wechat().start()
  const folder = await mkdtemp(join(tmpdir(), 'mashang-wechat-'))
  const file = join(folder, 'channels.toml')
  await writeFile(file, settings(wechat), { mode: 0o600 })
  const stopStandIn = async () => {
    await wechat.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const { base, stop } = await startServer({ stories, more: ['--channels', file] })
    return { base, wechat, stop: () => stop().then(stopStandIn) }
  } catch (error) {
    await stopStandIn()
    throw error
  }
}

export async function play({ phone, step, server }) {
  const { wechat } = server
  const resident = phone('resident')
  const deputy = phone('deputy')
  const code = (openid) => ({ wechatCode: wechat.newCode(openid) })

  async function writeAndSend(what) {
    await resident.scan('d.D9RATC')
    await resident.tap('write')
    await resident.writeWhole({ where: '三塘镇示例路', what, ask: '请处理。' })
    await resident.agree()
    await resident.tap('send')
  }

  await step('A WeChat that is nobody\'s yet: the phone number once, and it is said why', async () => {
    resident.set(code(RESIDENT))
    await writeAndSend('水沟堵了。')
    await resident.at('sign-in')
    await resident.sees('wechat-unbound', '手机号')
    await resident.signIn(NUMBER)
    await resident.at('write')
    await resident.tap('send')
    await resident.at('receipt')
  })

  await step('On a new phone the same WeChat is let in by itself, with its messages', async () => {
    resident.storage.clear()
    resident.set(code(RESIDENT))
    await resident.open('pages/messages/messages')
    await resident.tap('go-sign-in')
    await resident.at('messages')
    await resident.reads('水沟堵了')
  })

  await step('Who signed out is asked first, and one tap is enough', async () => {
    await resident.open('pages/me/me')
    await resident.tap('sign-out')
    await resident.tap('go-sign-in')
    await resident.at('sign-in')
    resident.set(code(RESIDENT))
    await resident.tap('wechat')
    await resident.at('me')
    await resident.sees('sign-out')
  })

  await step('Sending asks whether WeChat may bring the news; the answer goes to the server', async () => {
    await writeAndSend('窨井冒水。')
    await resident.at('receipt')
    const asked = resident.host.told.find(([what]) => what === 'requestSubscribeMessage')
    if (asked?.[1] !== wechat.template) throw new Error(`asked for ${asked}`)
    await until('the consent', () =>
      resident.host.network.asked.some(({ method, path }) => method === 'POST' && path === '/api/v1/wechat-consents'))
    wechat.consent(RESIDENT)
    await resident.tap('see-message')
    await resident.sees('state', '待代表处理')
  })

  await step('The deputy answers, and WeChat brings it', async () => {
    const message = Number(resident.page.query.id)
    deputy.set({ wechatCode: undefined })
    await deputy.open('pages/sign-in/sign-in')
    await deputy.signIn('15400000001')
    await deputy.at('messages')
    await deputy.tap(`message-${message}`)
    await deputy.act('answer', '已经请人来疏通。')
    await deputy.sees('state', '已答复，待评价')
    const end = Date.now() + MOST_MS
    while (!wechat.sent.length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
    const [sent] = wechat.sent
    if (sent?.touser !== RESIDENT) throw new Error(`WeChat brought ${JSON.stringify(wechat.asked)}`)
  })

  await step('What WeChat brought opens the message', async () => {
    const [{ page }] = wechat.sent
    const [path, query] = page.replace(/^\//, '').split('?')
    await resident.open(path, Object.fromEntries(query.split('&').map((pair) => pair.split('='))))
    await resident.sees('answers', '已经请人来疏通')
  })

  await step('Who says no is not asked in vain: the message goes all the same', async () => {
    resident.set({ permissions: { camera: true, microphone: true, location: true, notices: false } })
    await writeAndSend('护栏松了。')
    await resident.at('receipt')
  })

  await step('WeChat can\'t be reached: one signs in by number as ever', async () => {
    const other = phone('somebody else')
    other.set({ wechatCode: 'not one of its codes' })
    await other.open('pages/sign-in/sign-in')
    await other.signIn('19488880006')
    await other.at('messages')
  })
}
