// The congress's own way: the station answers the deputy, the deputy the resident.
import { sendMessage } from '../lib/scenes.mjs'

export const title = 'a question that the liaison station can answer'

export async function play({ phone, desk, step }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const station = await desk('station clerk')

  await step('The deputy asks for more before passing it on to the station', async () => {
    const message = await sendMessage(resident, { what: '想知道村里的水什么时候通。', ask: '请告诉我时间。' })
    await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
    await deputy.act('ask_for_more', { text: '请问是哪个组？' })
    await resident.stands('待群众补充')
    await resident.act('supplement', { text: '三组。' })
    await deputy.stands('待代表处理')
    await deputy.act('pass_on_station', { text: '请问一下镇供水站。' })
  })

  await step('The clerk finds it in the inbox and answers', async () => {
    const { person } = station
    await station.signIn('zhan-santang')
    await person.sees('row')
    await person.look('the station\'s inbox')
    await station.open('waiting', '村里的水什么时候通')
    await person.look('a message at the station')
    await station.act('answer', () => station.field('text').fill('供水站答复：12月10日通水。'))
    await station.stands('result_back')
  })

  await step('The deputy passes the station\'s answer on', async () => {
    await deputy.person.sees('result', '12月10日通水')
    await deputy.act('relay', { text: '供水站说12月10日通水。' })
    await resident.person.sees('answers', '12月10日通水')
  })

  await step('The resident asks once more', async () => {
    await resident.act('ask_again', { text: '通水以后水费怎么算？' })
    await deputy.stands('待代表处理')
  })
}
