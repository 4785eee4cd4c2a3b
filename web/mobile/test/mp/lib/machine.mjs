// The page machine: miniprogram-simulate with a document under it, and three corrections without which
// compiled pages silently do less than in WeChat. They are put on while the packages are loaded; no
// file of theirs is touched. Invariant: a correction that finds nothing to correct stops the run.
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

const require = createRequire(import.meta.url)

const dom = new JSDOM('<!doctype html><html><body></body></html>', { pretendToBeVisual: true })
const BORROWED = [
  'document', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'getComputedStyle',
  'MutationObserver', 'requestAnimationFrame', 'navigator',
]
const define = (name, value) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
define('window', dom.window)
for (const name of BORROWED) define(name, dom.window[name])

const VirtualNode = require('j-component/src/template/virtualnode.js')
const expr = require('j-component/src/template/expr.js')
const { TYPE_FORITEM } = require('j-component/src/tool/constant.js')
const plain = VirtualNode.prototype.generate
if (typeof plain !== 'function' || !TYPE_FORITEM) throw new Error('j-component is built differently now')

// A handler may be an expression (bindtap="{{a}}"), and in compiled pages it always is. The package
// takes the braces for the handler's name.
function withHandlers(events, data) {
  const called = Object.entries(events).map(([key, event]) => {
    const spoken = typeof event.handler === 'string' && event.handler.includes('{{')
    const handler = spoken ? expr.calcExpression(expr.getExpression(event.handler), data) : event.handler
    return [key, { ...event, handler }]
  })
  return Object.fromEntries(called)
}

// The name of a loop's item may be the name of an outer value, and in compiled pages, which call
// everything by one letter, it is. The package loses the outer value.
function remember(data, names) {
  const before = names.map((name) => [name, name in data, data[name]])
  return () => {
    for (const [name, was, value] of before) {
      if (was) data[name] = value
      else delete data[name]
    }
  }
}

VirtualNode.prototype.generate = function generate(options = {}) {
  const data = options.data ?? {}
  const { forItem, forIndex } = this.statement
  const restore = this.type === TYPE_FORITEM ? remember(data, [forItem, forIndex]) : () => {}
  const node = plain.call(this, { ...options, data })
  restore()
  if (node) node.event = withHandlers(this.event, data)
  return node
}

export const simulate = require('miniprogram-simulate')
export const exparser = require('miniprogram-exparser')
export const document = dom.window.document

// A part that comes later is never told that it is ready, so what a page does when mounted would only
// be done in its first parts.
const component = globalThis.Component
export function readyComponent(options) {
  const { attached } = options.lifetimes ?? {}
  if (!attached) return component(options)
  const ready = options.lifetimes.ready
  options.lifetimes = {
    ...options.lifetimes,
    ready: undefined,
    attached() {
      attached.call(this)
      setImmediate(() => ready?.call(this))
    },
  }
  return component(options)
}

/** What is rendered of a page, as the tree of the document; `begin` is called once it is attached. */
export function mount(root, route, begin) {
  const id = simulate.load(`${root}/${route}`, { rootPath: root, compiler: 'simulate' })
  const component = simulate.render(id)
  const box = document.createElement('div')
  document.body.appendChild(box)
  component.instance.route = route
  component.instance.__route__ = route
  box.appendChild(component.dom)
  begin?.(component.instance)
  exparser.Element.pretendAttached(component._exparserNode)
  return {
    component,
    box,
    instance: component.instance,
    unmount() {
      exparser.Element.pretendDetached(component._exparserNode)
      box.remove()
    },
  }
}

export function dispatch(element, type, detail = {}) {
  const event = exparser.Event.create(type, detail, { bubbles: true, capturePhase: true, composed: true })
  exparser.Event.dispatchEvent(element.__wxElement, event)
}

/** An attribute as the page wrote it; the document only shows some. */
export function attribute(element, name) {
  return element.__wxElement?._vt?.attrs.find((one) => one.name === name)?.value
}
