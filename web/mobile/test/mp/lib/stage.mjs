// Where a story is played: it hands out the phones, and judges each step when it is over.
import { Phone } from './phone.mjs'

class StoryEnds extends Error {}

export class Stage {
  constructor(settings) {
    Object.assign(this, { settings, base: settings.base, server: settings.server, phones: [], passed: 0, failed: 0 })
  }

  // Stories take these apart (`{ phone, step }`), so they are bound to their stage.
  phone = (name) => {
    const phone = new Phone(name, this.settings)
    this.phones.push(phone)
    return phone
  }

  /** One sentence of the story. It fails by what it throws and by every fault of the pages. */
  step = async (sentence, act) => {
    const faults = []
    let broken = false
    try {
      await act()
    } catch (error) {
      broken = true
      faults.push(error.stack)
    }
    faults.push(...this.phones.flatMap((phone) => phone.takeFaults()))
    console.log(`  ${faults.length ? 'FAILED' : 'ok'}  ${sentence}`)
    for (const fault of faults) console.log(`        ${fault.split('\n').slice(0, 8).join('\n        ')}`)
    if (faults.length) this.failed += 1
    else this.passed += 1
    if (!broken) return
    for (const phone of this.phones) console.log(`        ${phone.name} reads: ${phone.summary()}`)
    throw new StoryEnds()
  }

  async play(story) {
    try {
      await story(this)
    } catch (error) {
      if (error instanceof StoryEnds) return
      this.failed += 1
      console.log(`  FAILED  ${error.stack}`)
    }
  }

  close() {
    for (const phone of this.phones) phone.close()
  }
}
