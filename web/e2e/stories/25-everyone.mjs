// Every page a resident meets, for everybody: three widths, two languages, large type, dark; and once
// the whole way of a message by keyboard alone. Pictures of all are kept in build/e2e/everyone/.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { focusShows, keysOfWords, misfits, untranslated } from '../lib/measure.mjs'
import { settle, still } from '../lib/visit.mjs'

export const title = 'the phone pages for everybody'
export const stories = true

const RESIDENT = '19400000001'
const TARGET = 44
const TARGET_ELDER = 60
const pictures = fileURLToPath(new URL('../../../build/e2e/everyone/', import.meta.url))

// Every colour is seen in one language, every word in one colour.
const JUDGED = ['zh.light', 'zh.dark', 'zh.elder.dark', 'en.elder.light']
const KEPT = /\.390$|\.elder\.light\.360$|\.zh\.light\.768$/
const WIDTHS = [360, 390, 768]
const READERS = ['zh', 'en'].flatMap((lang) => [false, true].map((elder) => ({ lang, elder })))

async function pagesOf(resident) {
  const { items: [first] } = await resident.page.evaluate(async () => (await fetch('/api/v1/messages?box=all')).json())
  return [
    ['home', '/m/'],
    ['find', '/m/#/pages/find/find?tab=deputies'],
    ['deputy', '/m/#/pages/deputy/deputy?code=D9RATC'],
    ['lookup', '/m/#/pages/lookup/lookup'],
    ['sign-in', '/m/#/pages/sign-in/sign-in'],
    ['write', '/m/#/pages/write/write?deputy=D9RATC', RESIDENT],
    ['write-whole', '/m/#/pages/write/write?deputy=D9RATC', RESIDENT, 'whole'],
    ['messages', '/m/#/pages/messages/messages', RESIDENT],
    ['message', `/m/#/pages/message/message?id=${first.id}`, RESIDENT],
    ['me', '/m/#/pages/me/me', RESIDENT],
  ]
}

/** Turns the page into another reader's, in place, as its own two buttons do. */
async function become(person, now, reader) {
  if (now.lang !== reader.lang) await person.press('switch-language')
  if (now.elder !== reader.elder) await person.press('switch-elder')
  Object.assign(now, reader)
  await still(person.page)
}

// axe does not care for the width, but for colours, sizes and words.
async function axe(page) {
  const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const where = ({ nodes }) => nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')
  return {
    wrong: violations.map((rule) => `axe: ${rule.id}, ${rule.nodes.length} times: ${where(rule)}`),
    undecided: incomplete.map((rule) => `${rule.id} ${rule.nodes.length}`),
  }
}

export async function play({ phone, step }) {
  const known = await keysOfWords()
  await mkdir(pictures, { recursive: true })
  const guest = (await phone('guest')).person
  const resident = (await phone('resident')).person
  const undecided = new Map()
  let looks = 0

  async function lookAs(person, name, reader) {
    const { page } = person
    const faults = []
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 })
        const view = `${name}.${reader.lang}${reader.elder ? '.elder' : ''}.${scheme}.${width}`
        const found = await page.evaluate(misfits, reader.elder ? TARGET_ELDER : TARGET)
        found.push(...(await page.evaluate(untranslated, known)).map((word) => `untranslated: ${word}`))
        faults.push(...found.map((fault) => `${view}: ${fault}`))
        looks += 1
        if (KEPT.test(view)) await page.screenshot({ path: `${pictures}${view}.png` })
        if (width !== 390 || !JUDGED.includes(`${reader.lang}${reader.elder ? '.elder' : ''}.${scheme}`)) continue
        const judged = await axe(page)
        faults.push(...judged.wrong.map((fault) => `${view}: ${fault}`))
        for (const rule of judged.undecided) undecided.set(`${name}: ${rule}`, (undecided.get(`${name}: ${rule}`) ?? 0) + 1)
      }
    }
    return faults
  }

  await step('The resident signs in', async () => {
    await resident.open('/m/#/pages/sign-in/sign-in')
    await resident.press(`demo-${RESIDENT}`)
    await resident.sees('tab-messages')
  })

  for (const [name, path, who, press] of await pagesOf(resident)) {
    await step(`The page ${name}, read by everybody`, async () => {
      const person = who ? resident : guest
      await person.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await person.open('about:blank')
      await person.open(path)
      await settle(person.page)
      if (press) await person.press(press)
      const now = { lang: 'zh', elder: false }
      const faults = []
      for (const reader of READERS) {
        await become(person, now, reader)
        faults.push(...(await lookAs(person, name, reader)))
      }
      await become(person, now, { lang: 'zh', elder: false })
      if (faults.length) throw new Error(`${faults.length} faults:\n${[...new Set(faults)].slice(0, 60).join('\n')}`)
    }, { goesOn: true })
  }

  await step('The whole way of a message, by keyboard alone', () => writeByKeyboard(phone))

  console.log(`        ${looks} views measured; pictures in build/e2e/everyone/`)
  for (const [rule, times] of undecided) console.log(`        axe could not decide, ${times} times, ${rule}`)
}

class Keyboard {
  constructor(person) {
    Object.assign(this, { person, page: person.page, keys: person.page.keyboard })
  }

  #here() {
    return this.page.evaluate(() => document.activeElement?.closest('[data-testid]')?.dataset.testid ?? '')
  }

  /** Goes on by Tab until the focus is there; everywhere on the way it can be seen. */
  async to(testid) {
    await this.person.sees(testid)
    for (let i = 0; i < 90; i++) {
      if (await this.#here() === testid) return
      await this.keys.press('Tab')
      if (!(await this.page.evaluate(focusShows))) throw new Error(`the focus can't be seen at ${await this.#here()}`)
    }
    throw new Error(`${testid} can't be reached by Tab`)
  }

  async press(testid, key = 'Enter') {
    await this.to(testid)
    await this.keys.press(key)
  }

  async type(testid, text) {
    await this.to(testid)
    await this.keys.insertText(text)
  }
}

async function writeByKeyboard(phone) {
  const { person } = await phone('somebody with a keyboard')
  const board = new Keyboard(person)
  await person.open('/m/')
  await board.press('home-find-deputy')
  await board.type('field-search', '李样本')
  await board.press('search')
  await board.press('deputy-D9RATC')
  await board.press('write')
  const answers = { where: '三塘镇示例路', what: '人行道的砖松了，雨天溅水。', ask: '请铺平。' }
  for (const [question, answer] of Object.entries(answers)) {
    await board.type(`field-${question}`, answer)
    await board.press('step-next')
  }
  // What may be left out: three questions, what one takes along, the place.
  for (const question of ['field-when', 'field-who', 'field-before', 'add-photo', 'add-position']) {
    await person.sees(question)
    await board.press('step-next')
  }
  await board.press('check-agree', 'Space')
  await board.press('send')
  await board.type('field-phone', '19488880009')
  await board.press('get-code')
  await board.press('fill-code')
  await board.press('sign-in')
  await person.sees('check')
  await board.press('send')
  await person.sees('receipt')
  await board.press('see-message')
  await person.sees('status')
}
