// A resident follows his message to its end, and his family does so without signing in; then he takes
// his data along, has his name corrected, and is erased.
import { readFile } from 'node:fs/promises'
import { sendQuietly } from '../lib/scenes.mjs'

export const title = 'a receipt, a look-up without signing in, and one\'s own data'

const WHAT = '示例小区门口下雨就积水，老人进出要蹚水。'
const MESSAGE = '/m/#/pages/message/message'

export async function play({ phone, step }) {
  const resident = await phone('resident')
  const family = await phone('family')
  const deputy = await phone('deputy')
  let sent = {}

  const lookUp = async (number, code) => {
    await family.fill('number', number)
    await family.fill('receipt-code', code)
    await family.person.press('look-up')
  }

  await step('The receipt shows number and code in big type, to copy and to save as a picture', async () => {
    const { person } = resident
    await resident.signInAt('', '19488880001')
    sent = await sendQuietly(resident, { where: '三塘镇示例小区', what: WHAT, ask: '请疏通下水道。' })
    await person.open(`/m/#/pages/receipt/receipt?id=${sent.id}`)
    await person.sees('receipt-number', sent.number)
    const code = await person.part('receipt-code').innerText()
    if (!/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(code)) throw new Error(`the receipt code is ${code}`)
    sent.code = code
    await person.look('the receipt with its code')
    const picture = person.page.waitForEvent('download')
    await person.press('save-receipt')
    const name = (await picture).suggestedFilename()
    if (name !== `${sent.number}.png`) throw new Error(`the picture is called ${name}`)
  })

  await step('Without number and code nothing is asked; with a wrong code nothing is told', async () => {
    const { person } = family
    await person.open('/m/#/pages/me/me')
    await person.press('me-lookup')
    await person.press('look-up')
    await person.sees('error-number')
    await person.sees('error-receipt-code')
    await person.look('the look-up with its remarks')
    person.expectAnswer(404)
    await lookUp(sent.number, '0000-0000')
    await person.sees('trouble')
  })

  await step('With the right one, typed as people type, there is the state but nothing that was written', async () => {
    const { person } = family
    await lookUp(sent.number.toLowerCase(), sent.code.replace('-', ' ').toLowerCase())
    await person.sees('lookup-state', '待代表处理')
    const text = await person.page.locator('main').filter({ visible: true }).innerText()
    for (const hidden of ['积水', '下水道', '19488880001', '194****0001']) {
      if (text.includes(hidden)) throw new Error(`the look-up shows ${hidden}`)
    }
    await person.look('what a receipt shows')
  })

  await step('The deputy answers, the resident asks again, and an answer follows', async () => {
    await deputy.signInAt(`${MESSAGE}?id=${sent.id}`, '15400000001')
    await deputy.act('answer', { text: '已请社区去看。' })
    await resident.openMessage(sent.id)
    await resident.person.sees('answers', '已请社区去看')
    await resident.act('ask_again', { text: '什么时候能疏通？😀 مرحبا <b>粗</b>' })
    await deputy.person.sees('timeline', '<b>粗</b>')
    await deputy.act('answer', { text: '这周五上午疏通，我会到场。' })
  })

  await step('Whoever looks it up now reads the answers and what happened', async () => {
    const { person } = family
    await person.press('lookup-again')
    await lookUp(sent.number, sent.code)
    await person.sees('answers', '这周五上午疏通')
    await person.sees('timeline')
    await person.look('an answered message, looked up')
  })

  await step('The resident rates it; half a rating survives a reload', async () => {
    const { person } = resident
    await person.sees('answers', '这周五上午疏通')
    await person.press('why-this-date')
    await person.sees('why')
    await person.press('score-mostly')
    await resident.fill('comment', '希望说到做到。')
    await person.page.reload()
    await person.sees('rate')
    if ((await person.part('field-comment').inputValue()) !== '希望说到做到。') {
      throw new Error('the words of the rating were lost')
    }
    await person.look('an answered message, half rated')
    await person.press('send-rating')
    await person.sees('rating', '基本满意')
    await resident.stands('已办结')
  })

  await step('His data comes as a file, and his name is put right', async () => {
    const { person } = resident
    await person.open('/m/#/pages/me/me')
    await person.press('me-privacy')
    await person.sees('export')
    await person.look('the page of one\'s own data')
    const file = person.page.waitForEvent('download')
    await person.press('export')
    const data = await readFile(await (await file).path(), 'utf8')
    if (!data.includes('积水')) throw new Error('the export lacks the message')
    await person.sees('exported')
    await resident.fill('name', '张改正')
    await person.press('correct')
    await person.sees('corrected')
    await person.open('/m/#/pages/me/me')
    await person.sees('person-name', '张改正')
  })

  await step('Erased only when asked twice; then he is signed out, and the receipt still works', async () => {
    const { person } = resident
    await person.press('me-privacy')
    await person.press('erase')
    await person.sees('sheet-erase')
    await person.look('the question before erasing')
    await person.press('erase-no')
    await person.part('sheet-erase').waitFor({ state: 'detached' })
    await person.press('erase')
    await person.press('erase-yes')
    await person.sees('erasure-outcome')
    await person.look('the account erased')
    await person.press('erasure-home')
    await person.open('/m/#/pages/me/me')
    await person.sees('person-name', '还没有登录')
    await family.person.press('lookup-again')
    await lookUp(sent.number, sent.code)
    await family.person.sees('lookup-state', '已办结')
  })
}
