// A person with WeChat: opens the mini-program, taps, types, reads. Invariant: what is stored survives
// the closed app and nothing else does, and whatever the pages do wrong meanwhile is kept as a fault.
import { createRequire } from 'node:module'
import { attribute, dispatch, readyComponent } from './machine.mjs'
import { hideFromPages, watchClocks } from './guard.mjs'
import { Host } from './host.mjs'

const require = createRequire(import.meta.url)
const PATIENCE = 8_000
const PROMPTS = {
  where: '在哪里', what: '发生了什么事', ask: '您希望怎么办', when: '什么时候', who: '涉及谁', before: '以前反映过吗',
}
const HOME = 'pages/index/index'

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export async function until(what, look) {
  const end = Date.now() + PATIENCE
  for (;;) {
    const found = look()
    if (found) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await sleep(10)
  }
}

let guarded = ''
/** The phone whose app runs; there is one at a time, as all pages share the globals. */
let running

function guard(root) {
  hideFromPages(root)
  watchClocks(root, (end) => running?.clocks.push(end))
}

// Where one app ends and the next begins, everything of the package is read anew.
function forgetPackage(root) {
  for (const path of Object.keys(require.cache)) if (path.startsWith(root)) delete require.cache[path]
}

function blame(error) {
  running?.host.fault(`error in a page: ${error?.stack ?? error}`)
}
process.on('unhandledRejection', blame)
process.on('uncaughtException', blame)

const say = console.error
console.error = (...words) => (running ? running.host.fault(`console error: ${words.join(' ')}`) : say(...words))
console.warn = (...words) => running?.host.fault(`console warning: ${words.join(' ')}`)

export class Phone {
  constructor(name, { root, origin, base }) {
    // What WeChat keeps of a mini-program: its storage, and the files it saved.
    Object.assign(this, { name, root, storage: new Map(), saved: new Map(), clocks: [] })
    this.settings = { root, origin, base, storage: this.storage, saved: this.saved }
    this.faults = []
  }

  /** Starts the app anew, as WeChat does when it was closed or thrown out of memory. */
  async open(path = HOME, query = {}) {
    running?.close()
    forgetPackage(this.root)
    if (guarded !== this.root) guard((guarded = this.root))
    this.host = new Host(this.settings)
    this.host.launched = { path, query }
    Object.assign(this.host, this.#carried)
    running = this
    this.#become()
    require(`${this.root}/app.js`)
    this.app.onLaunch?.(this.host.launched)
    this.app.onShow?.(this.host.launched)
    this.host.pages.launch(path, query)
    await sleep(0)
  }

  // What is true of the phone whatever runs on it.
  #carried = {}
  set(what) {
    Object.assign(this.#carried, what)
    if (this.host) Object.assign(this.host, what)
  }

  #become() {
    const { host } = this
    globalThis.wx = host.api
    globalThis.App = (options) => (this.app = options)
    globalThis.Page = () => host.fault('Page() was called')
    globalThis.Component = readyComponent
    globalThis.getApp = () => this.app
    globalThis.getCurrentPages = () => host.pages.instances
  }

  /** A code scanned in WeChat. */
  scan(scene) {
    return this.open(HOME, { scene: encodeURIComponent(scene) })
  }

  close() {
    if (running !== this) return
    this.host.pages.closeAll()
    for (const end of this.clocks.splice(0)) end()
    this.host.network.fate = () => 'lost'
    this.faults.push(...this.host.faults)
    this.host.faults = []
    running = undefined
  }

  /** Into the background and back, without an end. */
  leaveFor(ms) {
    this.host.pages.hide(this.host.pages.top)
    this.app.onHide?.({})
    return sleep(ms).then(() => {
      this.app.onShow?.(this.host.launched)
      this.host.pages.show(this.host.pages.top)
    })
  }

  takeFaults() {
    const taken = [...this.faults, ...(this.host?.faults ?? [])]
    this.faults = []
    if (this.host) this.host.faults = []
    return taken.map((fault) => `${this.name}: ${fault}`)
  }

  get page() {
    return this.host?.pages.top
  }

  summary() {
    return this.page ? `${this.page.route}: ${this.text.replace(/\s+/g, ' ').slice(0, 400)}` : 'nothing'
  }

  get text() {
    return this.page.box.textContent
  }

  #all(selector) {
    return [...this.page.box.querySelectorAll(selector)]
  }

  find(testid) {
    return this.#all(`[data-testid="${testid}"]`)[0]
  }

  async at(route) {
    await until(`the page ${route} (it is ${this.page?.route})`, () => this.page?.route === `pages/${route}/${route}`)
  }

  async sees(testid, text = '') {
    return until(`${testid} ${text}`, () => {
      const part = this.find(testid)
      return part?.textContent.includes(text) && part
    })
  }

  async reads(text) {
    await until(`the words ${text}`, () => this.text.includes(text))
  }

  // A finger touches the innermost part.
  #innermost(element) {
    let inner = element
    while ([...inner.children].some((one) => one.__wxElement)) {
      inner = [...inner.children].find((one) => one.__wxElement)
    }
    return inner
  }

  async #touch(element, type, detail) {
    for (let one = element; one; one = one.parentElement) {
      if (one.tagName === 'WX-BUTTON' && attribute(one, 'disabled')) throw new Error('the button takes no tap now')
    }
    // The framework hands a tap on a moment later; WeChat grants that, but no waiting for an answer.
    this.host.inTap = type === 'tap'
    dispatch(element, type, detail)
    await sleep(5)
    this.host.inTap = false
  }

  async tap(testid) {
    const part = await this.sees(testid)
    await until(`${testid} to take a tap`, () => {
      const button = part.tagName === 'WX-BUTTON' ? part : part.querySelector('wx-button')
      return !button || !attribute(button, 'disabled')
    })
    await this.#touch(this.#innermost(this.find(testid)), 'tap', { x: 10, y: 10 })
  }

  /** Taps the innermost part with exactly these words. */
  async tapWords(words) {
    const find = () => this.#all('*').filter((one) => one.__wxElement && one.textContent.trim() === words).at(-1)
    await this.#touch(await until(`${words} to tap`, find), 'tap')
  }

  #field(label) {
    return this.#all('wx-input, wx-textarea').find((one) => attribute(one, 'aria-label') === label)
  }

  async fill(label, text) {
    const field = await until(`the field ${label}`, () => this.#field(label))
    const most = attribute(field, 'maxlength')
    // Unless a page says otherwise WeChat cuts at 140.
    const taken = most === -1 || most === '-1' ? text : [...text].slice(0, most ?? 140).join('')
    await this.#touch(field, 'input', { value: taken, cursor: taken.length, keyCode: 0 })
  }

  async enter(label) {
    await this.#touch(this.#field(label), 'confirm', { value: attribute(this.#field(label), 'value') })
  }

  valueOf(label) {
    return attribute(this.#field(label), 'value')
  }

  back() {
    this.host.pages.pressBack()
    return sleep(5)
  }

  /** What WeChat asked before it left a page, and forgets. */
  takeQuestions() {
    const asked = this.host.told.filter(([what]) => what === 'asked before leaving').map(([, words]) => words)
    this.host.told = this.host.told.filter(([what]) => what !== 'asked before leaving')
    return asked
  }

  /** What WeChat would send when the page is shared from its menu. */
  share() {
    return this.page.instance.onShareAppMessage?.({ from: 'menu' })
  }

  // --- what several stories do -------------------------------------------------------------------

  async signIn(number) {
    await this.at('sign-in')
    await this.fill('手机号', number)
    await this.tap('get-code')
    await this.tap('fill-code')
    await this.tap('sign-in')
  }

  agree() {
    return this.tapWords('我已阅读并同意按上述告知处理我的个人信息')
  }

  /** One question after the other, up to what may be taken along. */
  async write(words) {
    await this.at('write')
    for (const [prompt, label] of Object.entries(PROMPTS)) {
      await until(`the question ${label}`, () => this.#field(label))
      if (words[prompt]) await this.fill(label, words[prompt])
      await this.tap('step-next')
    }
    await this.sees('add-photo')
  }

  /** On to the last look. */
  async lookOver() {
    await until('the last look', () => {
      if (this.find('send')) return true
      const button = this.find('step-next')?.querySelector('wx-button')
      if (button && !attribute(button, 'disabled')) void this.tap('step-next')
      return false
    })
  }

  /** The same on one page, as one may choose. */
  async writeWhole(words) {
    await this.at('write')
    await until('the form', () => this.find('whole') || this.find('one-by-one'))
    if (this.find('whole')) await this.tap('whole')
    await this.sees('one-by-one')
    for (const [prompt, text] of Object.entries(words)) await this.fill(PROMPTS[prompt], text)
  }

  /** Picks an action from the bar or from the menu of a case's page, and sends its form. */
  async act(action, text) {
    await this.sees('actions')
    if (this.find(`action-${action}`)) await this.tap(`action-${action}`)
    else {
      await this.tap('more-actions')
      await this.tap(`menu-${action}`)
    }
    if (text) await this.fill('内容', text)
    await this.tap('send-action')
  }
}
