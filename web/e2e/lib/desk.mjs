// What people do on the console, in the words of the stories.
import { DESK, Person } from './browser.mjs'
import { photoOfPlace } from './photo.mjs'

export const PASSWORD = 'hengyang-demo'

export class Desk {
  constructor(person) {
    this.person = person
  }

  static async enter(browser, base, name) {
    return new Desk(await Person.enter(browser, base, name, DESK))
  }

  async signIn(login, path = '/console/') {
    const { person } = this
    await person.open(path)
    await person.part('login').fill(login)
    await person.part('password').fill(PASSWORD)
    await person.press('sign-in')
    await person.sees('who')
    await person.part('live').and(person.page.locator('[data-live="on"]')).waitFor()
  }

  /** Opens the case with these words in its title from a queue; leaves the number it has. */
  async open(queue, title) {
    const { person } = this
    await person.press(`queue-${queue}`)
    await person.part('row').filter({ hasText: title }).first().locator('[data-row]').click()
    await person.sees('number')
    return person.part('number').innerText()
  }

  async choose(action) {
    await this.person.press(`action-${action}`)
    await this.person.sees('submit')
    // The drawer hands the focus on to the form: whoever uses the keyboard begins there.
    await this.person.page.locator('form :focus').waitFor()
  }

  field(name) {
    return this.person.part(`field-${name}`).locator('input, textarea').first()
  }

  async send() {
    await this.person.press('submit')
    await this.person.part('submit').waitFor({ state: 'hidden' })
  }

  async act(action, fill = async () => {}) {
    await this.choose(action)
    await fill()
    await this.send()
  }

  accept(category) {
    return this.act('accept', () => this.person.press(`choice-${category}`))
  }

  dispatch(unit) {
    return this.act('dispatch', () => this.pickUnit(unit))
  }

  /** In an open form: finds a unit by words of its name, and takes it. */
  async pickUnit(unit) {
    await this.person.part('unit-search').fill(unit)
    await this.person.page.locator('.units label', { hasText: unit }).first().click()
  }

  async addAssisting(unit, task) {
    const { person } = this
    await person.part('assisting-search').fill(unit)
    await person.page.locator('.found button', { hasText: unit }).first().click()
    await person.part('task-0').fill(task)
  }

  async addPhoto() {
    const { person } = this
    const chooser = person.page.waitForEvent('filechooser')
    await person.press('add-photo')
    await (await chooser).setFiles(await photoOfPlace(person.context))
    await person.sees('papers')
  }

  async fillContact() {
    await this.field('contact-person').fill('李样本代表')
    await this.field('contact-number').fill('15400000001')
    await this.person.press('moment-now')
  }

  /** Sends a form that the server will object to; the form stays. */
  async sendInVain(status, says) {
    this.person.expectAnswer(status)
    await this.person.press('submit')
    await this.person.sees(status === 422 ? 'field-error' : 'failure', says)
  }

  reply({ person, number, satisfied, text, answer }) {
    return this.act('reply', async () => {
      await this.field('contact-person').fill(person)
      await this.field('contact-number').fill(number)
      await this.person.press('moment-now')
      await this.person.press(`choice-${satisfied}`)
      await this.field('text').fill(text)
      await this.field('public_reply').fill(answer)
    })
  }

  callBack(outcome, note) {
    return this.act('call_back', async () => {
      await this.person.press(`choice-${outcome}`)
      await this.field('note').fill(note)
    })
  }

  stands(state) {
    return this.person.page.locator(`[data-testid="state"][data-state="${state}"]`).first().waitFor()
  }
}
