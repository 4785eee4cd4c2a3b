// Where a story is played: it brings the people on, and judges each step when it is over.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Desk } from './desk.mjs'
import { Phone } from './phone.mjs'

const pictures = fileURLToPath(new URL('../pictures/failed/', import.meta.url))

class StoryEnds extends Error {}

export class Stage {
  constructor(browser, base) {
    Object.assign(this, { browser, base, cast: [], passed: 0, failed: 0 })
  }

  get undecided() {
    return this.cast.reduce((sum, person) => sum + person.undecided, 0)
  }

  // Stories take these apart (`{ phone, desk, step }`), so they are bound to their stage.
  phone = async (name, more) => {
    const phone = await Phone.enter(this.browser, this.base, name, more)
    this.cast.push(phone.person)
    return phone
  }

  desk = async (name) => {
    const desk = await Desk.enter(this.browser, this.base, name)
    this.cast.push(desk.person)
    return desk
  }

  /** One sentence of the story. It fails by what it throws and by what any page complained of; where
   *  `goesOn` says that the next does not stand on it, the story goes on all the same. */
  step = async (sentence, act, { goesOn = false } = {}) => {
    const faults = []
    let broken
    try {
      await act()
    } catch (error) {
      broken = error
      faults.push(error.stack ?? String(error))
    }
    for (const person of this.cast) faults.push(...person.takeFaults())
    console.log(`  ${faults.length ? 'FAILED' : 'ok'}  ${sentence}`)
    for (const fault of faults) console.log(`        ${fault.split('\n').slice(0, goesOn ? 60 : 12).join('\n        ')}`)
    if (faults.length) this.failed += 1
    else this.passed += 1
    if (!broken || goesOn) return
    await this.#keepPictures(sentence)
    throw new StoryEnds()
  }

  async #keepPictures(sentence) {
    await mkdir(pictures, { recursive: true })
    for (const { name, page } of this.cast) {
      const path = pictures + `${sentence} (${name}).png`.replaceAll(' ', '-')
      await page.screenshot({ path }).catch(() => undefined)
    }
    console.log(`        pictures of all pages: ${pictures}`)
  }

  async play(story) {
    try {
      await story(this)
    } catch (error) {
      // A step that broke has been told already; the rest of its story stands on it.
      if (error instanceof StoryEnds) return
      this.failed += 1
      console.log(`  FAILED  ${error.stack}`)
    }
  }

  async close() {
    for (const { context } of this.cast) await context.close()
  }
}
