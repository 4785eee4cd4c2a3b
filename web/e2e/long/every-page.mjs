// Every page of the phone, every state of every kind of case, every form: read at 30 px on the
// narrowest phone, and in English on a dark one. Nothing sticks out, is cut off, left untranslated, too
// small for a finger, or without a name for a screen reader.
import { AxeBuilder } from '@axe-core/playwright'
import { nameless } from '../lib/accessible.mjs'
import { Person } from '../lib/browser.mjs'
import { keysOfWords, misfits, untranslated } from '../lib/measure.mjs'
import { phonePages } from '../lib/phonePages.mjs'
import { enter, settle } from '../lib/visit.mjs'

export const title = 'every page and every form of the phone'
export const stories = true

const SMALL = { width: 360, height: 740 }
const VIEWS = [
  { name: 'Chinese, 30 px', lang: 'zh', elder: true, size: 3, theme: 'light', least: 60, judged: false },
  { name: 'English, dark', lang: 'en', elder: false, size: 1, theme: 'dark', least: 44, judged: true },
]
const HENGYANG = { latitude: 26.8968, longitude: 112.5719 }
// An empty page has no storage for the choice of language to be put into.
const NOWHERE = /Access is denied for this document/
// The browser calls an answer of 400 and more an error; pages that show a refusal get one.
const REFUSAL = /console error: Failed to load resource/

async function judge(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `axe: ${id}, ${nodes.length} times: ${nodes[0].target.join(' ')}`)
}

async function faultsOf(page, view, known) {
  const found = await page.evaluate(misfits, view.least)
  found.push(...(await page.evaluate(untranslated, known)).map((word) => `untranslated: ${word}`))
  found.push(...(await nameless(page)))
  if (view.judged) found.push(...(await judge(page)))
  return found
}

export async function play({ browser, base, step, cast }) {
  const known = await keysOfWords()
  const pages = await phonePages(base)
  for (const view of VIEWS) {
    const people = new Map()
    const comeIn = async (who) => {
      const context = await enter(browser, base, SMALL, view, who)
      await context.grantPermissions(['geolocation'], { origin: base })
      await context.setGeolocation(HENGYANG)
      const person = new Person(who ?? 'guest', base, context, await context.newPage())
      await person.page.emulateMedia({ reducedMotion: 'reduce' })
      people.set(who, person)
      cast.push(person)
      return person
    }
    for (const one of pages) {
      await step(`${one.name}, ${view.name}`, async () => {
        const person = people.get(one.who) ?? (await comeIn(one.who))
        // Else the router would keep the page it has, where only the part behind the "#" differs.
        await person.open('about:blank')
        person.forgive(NOWHERE)
        await person.open(one.path)
        await settle(person.page)
        if (one.prepare) {
          await one.prepare(person.page)
          await settle(person.page)
        }
        if (one.refused) person.forgive(REFUSAL)
        const faults = await faultsOf(person.page, view, known)
        // What one page leaves behind on the phone is not the next one's.
        await person.page.evaluate(() => {
          for (const name of Object.keys(localStorage)) if (/draft|kept|wording/.test(name)) localStorage.removeItem(name)
        })
        if (faults.length) throw new Error([...new Set(faults)].join('\n'))
      }, { goesOn: true })
    }
  }
}
