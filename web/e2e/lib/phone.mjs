// What people do on the phone pages, in the words of the stories.
import { PHONE, Person } from './browser.mjs'
import { photoOfPlace } from './photo.mjs'

export class Phone {
  constructor(person) {
    this.person = person
  }

  static async enter(browser, base, name, more) {
    return new Phone(await Person.enter(browser, base, name, PHONE, more))
  }

  fill(name, text) {
    return this.person.part(`field-${name}`).fill(text)
  }

  /** On the sign-in page: by number and the code that a demo shows. */
  async signIn(number) {
    const { person } = this
    await this.fill('phone', number)
    await person.press('get-code')
    await person.press('fill-code')
    await person.press('sign-in')
  }

  async signInAt(path, number) {
    await this.person.open('/m/#/pages/sign-in/sign-in')
    await this.signIn(number)
    await this.person.sees('tab-messages')
    if (path) await this.person.open(path)
  }

  /** On the page to write: the whole message on one page, instead of one question at a time. */
  async wholePage() {
    const { person } = this
    await person.page.locator('[data-testid="whole"], [data-testid="one-by-one"]').filter({ visible: true }).first().waitFor()
    if (await person.part('whole').count()) await person.press('whole')
    await person.sees('field-ask')
  }

  /** One answer of the way through the questions, and on to the next. */
  async answer(name, text) {
    await this.person.sees(`field-${name}`)
    await this.fill(name, text)
    await this.person.press('step-next')
  }

  /** Sends what was written; a guest is asked to sign in first, and sends it then. */
  async sendWritten(number) {
    const { person } = this
    await person.press('send')
    await person.page.locator('[data-testid="receipt"], [data-testid="field-phone"]').filter({ visible: true }).first().waitFor()
    if (await person.part('field-phone').count()) {
      await this.signIn(number)
      await person.sees('send')
      await person.press('send')
    }
    await person.sees('receipt')
  }

  async addPhoto() {
    const { person } = this
    const chooser = person.page.waitForEvent('filechooser')
    await person.press('add-photo')
    await (await chooser).setFiles(await photoOfPlace(person.context))
    await person.sees('attachments')
  }

  /** From the message's page: picks an action from the bar or from the menu, and sends its form. */
  async act(action, { text, ticks = [], fill = async () => {} } = {}) {
    const { person } = this
    await person.sees('actions')
    if (await person.part(`action-${action}`).count()) await person.press(`action-${action}`)
    else {
      await person.press('more-actions')
      await person.press(`menu-${action}`)
    }
    if (text) await this.fill('action', text)
    await fill()
    for (const tick of ticks) await person.part(`check-${tick}`).check()
    await person.press('send-action')
    await person.part(`sheet-${action}`).waitFor({ state: 'detached' })
    await person.sees('done')
  }

  async openMessage(id) {
    await this.person.open(`/m/#/pages/message/message?id=${id}`)
    await this.person.sees('status')
  }

  /** The state as its word on the page; waits for it, because news arrive by themselves. */
  stands(word) {
    return this.person.sees('state', word)
  }
}
