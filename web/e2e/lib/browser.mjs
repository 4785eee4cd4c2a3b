// Chromium, and people in it: each has a browser of his own, as each would have a phone or a desk.
// Invariant: whatever a page complains of, and whatever it asks of another origin, becomes a fault.
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  })
}

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

// The browser reports an answer of 400 and more as an error of the page, even when the page does with
// it just what it should. A story that provokes such an answer says so with `expectAnswer`.
const ANSWER = /^Failed to load resource: the server responded with a status of (\d+)/

export class Person {
  constructor(name, base, context, page) {
    Object.assign(this, { name, base, context, page, faults: [], expected: [] })
    this.undecided = 0
    // So late that only what never comes fails, however busy the machine.
    page.setDefaultTimeout(30_000)
    context.on('request', (request) => this.#checkOrigin(request.url()))
    page.on('pageerror', (error) => this.#blame(`page error: ${error.message}`))
    page.on('console', (message) => message.type() === 'error' && this.#hear(message.text()))
  }

  static async enter(browser, base, name, viewport, more = {}) {
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      hasTouch: viewport.width < 600,
      ...more,
    })
    return new Person(name, base, context, await context.newPage())
  }

  #blame(what) {
    this.faults.push(`${this.name}: ${what}`)
  }

  #checkOrigin(url) {
    if (/^(data|blob|about):/.test(url) || url.startsWith(`${this.base}/`)) return
    this.#blame(`a request to another origin: ${url}`)
  }

  #hear(text) {
    const status = Number(ANSWER.exec(text)?.[1])
    const known = this.expected.indexOf(status)
    if (known >= 0) this.expected.splice(known, 1)
    else this.#blame(`console error: ${text}`)
  }

  /** Takes back what the browser said of requests that a story itself has cut off. */
  forgive(what) {
    this.faults = this.faults.filter((fault) => !what.test(fault))
  }

  expectAnswer(status) {
    this.expected.push(status)
  }

  open(path) {
    return this.page.goto(new URL(path, this.base).href)
  }

  /** What carries this test id and can be seen: pages further down the phone's stack can't. */
  part(testid) {
    return this.page.locator(`[data-testid="${testid}"]`).filter({ visible: true })
  }

  async sees(testid, text) {
    const part = this.part(testid)
    await (text === undefined ? part : part.filter({ hasText: text })).first().waitFor()
  }

  press(testid) {
    return this.part(testid).first().click()
  }

  /** Everything that is measured of a page as it stands: axe's rules, and that nothing sticks out. */
  async look(where) {
    await this.page.evaluate(() => document.fonts.ready)
    const found = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze()
    for (const { id, help, nodes } of found.violations) {
      const first = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')
      this.#blame(`axe on ${where}: ${id} (${help}), ${nodes.length} times: ${first}`)
    }
    this.undecided += found.incomplete.reduce((sum, rule) => sum + rule.nodes.length, 0)
    const wide = await this.page.evaluate(
      () => document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (wide > 0) this.#blame(`${where} is ${wide} px wider than its window`)
  }

  /** The faults since the last time; expected answers that never came are among them. */
  takeFaults() {
    for (const status of this.expected) this.#blame(`no answer ${status} came`)
    const taken = this.faults
    this.faults = []
    this.expected = []
    return taken
  }
}
