// Both languages and large type, on the phone and at the desk; chosen once, kept for the next visit.
import { Desk } from '../lib/desk.mjs'

export const title = 'language and text size'

const textSize = (page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('main p')].filter((one) => one.offsetParent)
    return Math.min(...shown.map((one) => parseFloat(getComputedStyle(one).fontSize)))
  })

export async function play({ phone, desk, step }) {
  const reader = await phone('reader')
  const clerk = await desk('clerk')

  await step('The phone speaks English, and still does after a reload', async () => {
    const { person } = reader
    await person.open('/m/')
    await person.sees('home-find-deputy')
    await person.look('the home page')
    await person.press('switch-language')
    await person.sees('home-find-deputy', 'Find a deputy')
    await person.page.reload()
    await person.sees('home-find-deputy', 'Find a deputy')
    await person.look('the home page in English')
    const language = await person.page.evaluate(() => document.documentElement.lang)
    if (language !== 'en') throw new Error(`the page says it is in ${language}`)
  })

  await step('Elder mode has text of 18 px and more, and targets of 60 px', async () => {
    const { person } = reader
    await person.press('switch-language')
    await person.press('switch-elder')
    await person.look('the home page in elder mode')
    const size = await textSize(person.page)
    if (size < 18) throw new Error(`there is text of ${size} px`)
    const low = await person.page.evaluate(() =>
      [...document.querySelectorAll('main a, main button, nav a')]
        .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 59.5)
        .map((one) => `${one.textContent.trim()} ${Math.round(one.getBoundingClientRect().height)} px`))
    if (low.length) throw new Error(`low targets: ${low.join(', ')}`)
    await person.page.reload()
    await person.sees('home-find-deputy')
    if (await textSize(person.page) < 18) throw new Error('the choice was forgotten')
  })

  await step('The console does the same', async () => {
    const { person } = clerk
    await clerk.signIn('shenhe-1')
    await person.press('language')
    await person.sees('queue-review', 'review')
    await person.part('text-size').selectOption('huge')
    await person.look('an empty queue in English and large type')
    await person.page.reload()
    await person.sees('queue-review', 'review')
    const size = await person.page.evaluate(() => document.documentElement.dataset.size)
    if (size !== 'huge') throw new Error('the text size was forgotten')
  })

  await step('Who is signed in on the phone pages can sign in to the console in the same browser', async () => {
    const { person } = reader
    await reader.signInAt('', '19488880002')
    const clerkHere = new Desk(person)
    await clerkHere.signIn('danwei-jiaojing', '/console/#/sign-in')
    await person.sees('queue-sign')
    await person.open('/m/#/pages/me/me')
    await person.sees('person-name', '杨试一')
  })
}
