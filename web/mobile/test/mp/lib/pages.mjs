// The stack of pages. Invariant: a page's life goes as in WeChat: attached, loaded, shown, ready; and
// no more than ten pages stand on each other.
import { readFileSync } from 'node:fs'
import { mount } from './machine.mjs'

const DEEPEST = 10

/** WeChat hands the query over as it is written. */
function taken(url) {
  const [path, query = ''] = url.split('?')
  const pairs = query.split('&').filter(Boolean).map((pair) => {
    const [name, ...value] = pair.split('=')
    return [name, value.join('=')]
  })
  return { route: path.replace(/^\//, ''), query: Object.fromEntries(pairs) }
}

export class Pages {
  constructor(root, host) {
    Object.assign(this, { root, host, stack: [], title: '' })
    const app = JSON.parse(readFileSync(`${root}/app.json`, 'utf8'))
    this.known = app.pages
    this.declared = app.requiredPrivateInfos ?? []
  }

  get top() {
    return this.stack.at(-1)
  }

  get instances() {
    return this.stack.map((page) => page.instance)
  }

  #open(route, query) {
    const page = { route, query }
    // The page is on the stack before it is attached: pages look at the stack when they begin.
    this.stack.push(page)
    const mounted = mount(this.root, route, (instance) => (page.instance = instance))
    Object.assign(page, mounted)
    page.instance.onLoad?.(query)
    this.show(page)
  }

  show(page) {
    page?.instance.onShow?.()
    page?.component.triggerPageLifeTime('show')
  }

  hide(page) {
    page?.instance.onHide?.()
    page?.component.triggerPageLifeTime('hide')
  }

  #close(page) {
    page.instance.onUnload?.()
    page.unmount()
  }

  // Moves are slow in WeChat, so whatever was called with them is over before the page changes.
  #move(name, options, run) {
    setImmediate(() => {
      const { route, query } = options.url ? taken(options.url) : {}
      let refusal
      if (options.url && !options.url.startsWith('/')) this.host.fault(`${name}: ${options.url} is not from the root`)
      if (route && !this.known.includes(route)) refusal = `page "${route}" is not found`
      else refusal = run(route, query)
      if (refusal) this.host.fault(`${name}: ${refusal}`)
      const result = { errMsg: `${name}:${refusal ? `fail ${refusal}` : 'ok'}` }
      if (refusal) options.fail?.(result)
      else options.success?.(result)
      options.complete?.(result)
    })
  }

  navigateTo(options) {
    this.#move('navigateTo', options, (route, query) => {
      if (this.stack.length >= DEEPEST) return `webview count limit exceed: ${DEEPEST}`
      this.hide(this.top)
      this.#open(route, query)
      return undefined
    })
  }

  redirectTo(options) {
    this.#move('redirectTo', options, (route, query) => {
      this.#close(this.stack.pop())
      this.#open(route, query)
      return undefined
    })
  }

  reLaunch(options) {
    this.#move('reLaunch', options, (route, query) => {
      this.closeAll()
      this.#open(route, query)
      return undefined
    })
  }

  navigateBack(options = {}) {
    this.#move('navigateBack', options, () => {
      const count = Math.min(options.delta ?? 1, this.stack.length - 1)
      for (let i = 0; i < count; i++) this.#close(this.stack.pop())
      this.show(this.top)
      return undefined
    })
  }

  /** From now on the page on top is left only after this question; nothing: without one. */
  ask(message) {
    if (this.top) this.top.question = message
  }

  /** The button on the bar, or the one of the phone: WeChat asks where a page wants it. */
  pressBack() {
    const { question } = this.top
    if (question && this.stack.length > 1) {
      this.host.told.push(['asked before leaving', question])
      if (!this.host.leaves) return
    }
    this.navigateBack()
  }

  launch(path, query) {
    this.#open(path, query)
  }

  closeAll() {
    while (this.stack.length) this.#close(this.stack.pop())
  }
}
