// What only WeChat has while one writes: its own map to put the pin on, and a "back" that leaves the page.
import { until } from '../lib/phone.mjs'

export const title = 'a pin on WeChat\'s map, and a back that does not frighten'

// The same place as WeChat's map counts it and as the phone does; some 500 metres lie between.
const MAPPED = { name: '示例公园北门', address: '三塘镇示例路', latitude: 26.89377, longitude: 112.57739 }
const REAL = { lat: 26.89735, lng: 112.57215 }
const METRE = 1e-5
const KEPT = '已存在手机里'

function expectNear(found, wanted, what) {
  const off = Math.max(Math.abs(found.lat - wanted.lat), Math.abs(found.lng - wanted.lng))
  if (!(off < 3 * METRE)) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

export async function play({ phone, step, base }) {
  const resident = phone('resident')
  const told = (what) => resident.host.told.filter(([name]) => name === what)

  async function toPlace() {
    await resident.write({ where: '三塘镇示例路', what: '公园北门的台阶塌了一级。', ask: '请修好台阶。' })
    await resident.tap('step-next')
    await resident.sees('choose-position')
  }

  await step('Nothing is asked where nothing was written', async () => {
    await resident.scan('d.D9RATC')
    await resident.tap('write')
    await resident.at('write')
    await resident.back()
    await resident.at('deputy')
    if (resident.takeQuestions().length) throw new Error('the person was asked for nothing')
  })

  await step('Back while writing is asked about, and who stays has lost nothing', async () => {
    await resident.tap('write')
    await resident.at('write')
    await resident.fill('在哪里', '三塘镇示例路')
    resident.set({ leaves: false })
    await resident.back()
    const [asked = ''] = resident.takeQuestions()
    if (!asked.includes(KEPT)) throw new Error(`the question was "${asked}"`)
    await resident.at('write')
    if (resident.valueOf('在哪里') !== '三塘镇示例路') throw new Error('the words were lost')
  })

  await step('Who leaves finds the draft again, and the question follows the language', async () => {
    await resident.open('pages/deputy/deputy', { code: 'D9RATC' })
    await resident.tap('switch-language')
    await resident.tap('write')
    await resident.sees('draft-restored')
    resident.set({ leaves: true })
    await resident.back()
    const [asked = ''] = resident.takeQuestions()
    if (!asked.includes('kept on this phone')) throw new Error(`the question was "${asked}"`)
    await resident.at('deputy')
    await resident.sees('write', 'Go on with your draft')
    await resident.tap('switch-language')
    await resident.tap('write')
    await resident.tap('discard')
    await resident.back()
    await resident.at('deputy')
    if (resident.takeQuestions().length) throw new Error('it was asked after everything was cleared')
  })

  await step('Who thinks better of the map has chosen nothing', async () => {
    await resident.tap('write')
    await toPlace()
    await resident.tap('choose-position')
    await until('the map', () => told('chooseLocation').length === 1)
    if (resident.find('position')) throw new Error('a place was chosen')
  })

  await step('The pin is put, and the page says the place by its name', async () => {
    resident.set({ pointed: MAPPED })
    await resident.tap('choose-position')
    await resident.sees('position', MAPPED.name)
  })

  await step('Opened again, the map begins where the pin was', async () => {
    await resident.tap('choose-position')
    await until('the map', () => told('chooseLocation').length === 3)
    const [, latitude, longitude] = told('chooseLocation').at(-1)
    expectNear({ lat: latitude, lng: longitude }, { lat: MAPPED.latitude, lng: MAPPED.longitude }, 'the map began')
  })

  await step('The place survives the closed app; where place is refused, the page says what to do', async () => {
    await resident.open('pages/write/write', { deputy: 'D9RATC' })
    await resident.tap('go-on')
    await resident.sees('position', MAPPED.name)
    resident.set({ permissions: { camera: true, microphone: true, location: false, notices: true } })
    await resident.tap('choose-position')
    await resident.reads('请在手机设置里允许')
    await resident.tap('open-settings')
    await resident.sees('position', MAPPED.name)
    resident.set({ permissions: { camera: true, microphone: true, location: true, notices: true } })
  })

  await step('Sent, the page goes on without a question, and the server has the real place', async () => {
    await resident.lookOver()
    await resident.sees('check', MAPPED.name)
    await resident.agree()
    await resident.tap('send')
    await resident.signIn('19488880006')
    await resident.at('write')
    resident.takeQuestions()
    await resident.tap('send')
    await resident.at('receipt')
    if (resident.takeQuestions().length) throw new Error('it was asked after it was sent')
    const jar = resident.storage.get('mashang.cookies')
    const cookie = Object.entries(jar).map(([name, value]) => `${name}=${value}`).join('; ')
    const address = `${base}/api/v1/messages/${resident.page.query.id}`
    const message = await (await fetch(address, { headers: { cookie } })).json()
    expectNear(message.content.position ?? message.position, REAL, 'the server has')
  })
}
