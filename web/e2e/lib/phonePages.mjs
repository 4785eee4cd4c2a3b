// Every page of the phone as the demo with its stories fills it, and every side it can show: who looks
// at it, where it is, and what has to be pressed first. For pictures and for measuring.
import { get } from './visit.mjs'

export const RESIDENT = '19400000001'
const M = '/m/#/pages'
const WRITE = `${M}/write/write?deputy=D9RATC`
const BLANK = ['when', 'who', 'before']
const WORDS = { where: '三塘镇示例路12号门前', what: '路灯坏了半个月，晚上看不见路，老人摔过一次。', ask: '请尽快把路灯修好，并告诉大家什么时候修。' }

const part = (tab, testid) => tab.locator(`[data-testid="${testid}"]`).filter({ visible: true }).first()
export const press = (tab, testid) => part(tab, testid).click()

async function fill(tab, words) {
  for (const [name, text] of Object.entries(words)) await part(tab, `field-${name}`).fill(text)
}

/** The way through the questions as far as what shows this part. */
async function walkTo(tab, testid) {
  for (const [name, text] of Object.entries({ ...WORDS, when: '', who: '', before: '' })) {
    if (testid === `field-${name}`) return part(tab, testid).waitFor()
    await fill(tab, { [name]: text })
    await press(tab, 'step-next')
  }
  for (const at of ['add-photo', 'add-position']) {
    await part(tab, at).waitFor()
    if (at === testid) return undefined
    await press(tab, 'step-next')
  }
  await tab.locator('[data-testid="check"], [data-testid="matters"]').filter({ visible: true }).first().waitFor()
  if (testid === 'check' && await part(tab, 'matters').isVisible()) await press(tab, 'step-next')
  return part(tab, testid).waitFor()
}

function writing(who) {
  const at = (name, testid) => ({ name: `write-${name}`, path: WRITE, who, prepare: (tab) => walkTo(tab, testid) })
  return [
    { name: 'write', path: WRITE, who },
    { name: 'write-missing', path: WRITE, who, prepare: (tab) => press(tab, 'step-next') },
    at('what', 'field-what'),
    ...BLANK.slice(0, 1).map((name) => at(name, `field-${name}`)),
    at('media', 'add-photo'),
    at('place', 'add-position'),
    at('check', 'check'),
    { name: 'write-whole', path: WRITE, who, prepare: (tab) => press(tab, 'whole') },
    {
      name: 'write-refused', path: WRITE, who, refused: true,
      prepare: async (tab) => {
        await press(tab, 'whole')
        await fill(tab, WORDS)
        await press(tab, 'send')
        await part(tab, 'error-agree').waitFor()
      },
    },
  ]
}

/** One page for every state that somebody's cases are in. */
async function eachState(base, who, kind, path, name) {
  const { items = [] } = await get(base, who, path)
  const seen = new Map()
  for (const one of items) if (!seen.has(one.state)) seen.set(one.state, one)
  return [...seen.values()].map(({ id, state }) => ({ name: `${name}-${state}`, path: `${M}/${kind}/${kind}?id=${id}`, who, id, state }))
}

/** The form of every action that is possible on these pages, once each. */
async function forms(base, pages, kind, seen) {
  const found = []
  for (const page of pages) {
    const { actions } = await get(base, page.who, `/${kind}s/${page.id}`)
    for (const { action, allowed } of actions) {
      if (!allowed || seen.has(action)) continue
      seen.add(action)
      found.push({ ...page, name: `${page.name.split('-')[0]}-form-${action}`, prepare: (tab) => openForm(tab, action) })
    }
    if (!seen.has('menu') && actions.filter(({ allowed }) => allowed).length > 2) {
      seen.add('menu')
      found.push({ ...page, name: 'deputy-menu', prepare: (tab) => press(tab, 'more-actions') })
    }
  }
  return found
}

async function openForm(tab, action) {
  await tab.locator('[data-testid="actions"], [data-testid="rate"]').filter({ visible: true }).first().waitFor()
  if (await part(tab, `action-${action}`).isVisible()) return press(tab, `action-${action}`)
  if (!(await part(tab, 'more-actions').isVisible())) return undefined
  await press(tab, 'more-actions')
  const entry = part(tab, `menu-${action}`)
  return (await entry.isVisible()) ? entry.click() : undefined
}

async function ofResident(base) {
  const who = RESIDENT
  const { items: mine } = await get(base, who, '/messages?box=all')
  const { receipt_code: code, number } = await get(base, who, `/messages/${mine[0].id}`)
  const states = await eachState(base, who, 'message', '/messages?box=all', 'message')
  return [
    { name: 'home-in', path: '/m/', who },
    ...writing(who),
    { name: 'messages', path: `${M}/messages/messages`, who },
    { name: 'messages-waiting', path: `${M}/messages/messages`, who, prepare: (tab) => press(tab, 'choose-waiting') },
    { name: 'receipt', path: `${M}/receipt/receipt?id=${mine[0].id}`, who },
    ...states,
    ...await forms(base, states, 'message', new Set(['menu', 'rate'])),
    { name: 'me', path: `${M}/me/me`, who },
    { name: 'privacy', path: `${M}/privacy/privacy`, who },
    { name: 'privacy-erase', path: `${M}/privacy/privacy`, who, prepare: (tab) => press(tab, 'erase') },
    { name: 'notices', path: `${M}/notices/notices`, who },
    { name: 'outbox', path: `${M}/outbox/outbox`, who },
    { name: 'nowhere', path: `${M}/message/message?id=99999`, who, refused: true },
    {
      name: 'lookup-found', path: `${M}/lookup/lookup?number=${number}`,
      prepare: async (tab) => {
        await fill(tab, { 'receipt-code': code })
        await press(tab, 'look-up')
        await part(tab, 'looked-up').waitFor()
      },
    },
  ]
}

const ofGuests = [
  { name: 'home', path: '/m/' },
  { name: 'find-deputies', path: `${M}/find/find?tab=deputies` },
  { name: 'find-stations', path: `${M}/find/find?tab=stations` },
  {
    name: 'find-none', path: `${M}/find/find?tab=deputies`,
    prepare: async (tab) => {
      await fill(tab, { search: '没有这个人' })
      await press(tab, 'search')
    },
  },
  { name: 'find-near', path: `${M}/find/find?tab=stations`, prepare: (tab) => press(tab, 'find-near') },
  { name: 'station', path: `${M}/station/station?code=S9P69H` },
  { name: 'station-instead', path: `${M}/deputy/deputy?code=DYN7A6` },
  { name: 'deputy', path: `${M}/deputy/deputy?code=D9RATC` },
  { name: 'scan', path: `${M}/scan/scan` },
  { name: 'lookup', path: `${M}/lookup/lookup` },
  { name: 'sign-in', path: `${M}/sign-in/sign-in` },
  { name: 'sign-in-staff', path: `${M}/sign-in/sign-in`, prepare: (tab) => press(tab, 'choose-staff') },
  { name: 'me-guest', path: `${M}/me/me` },
]

async function ofDeputies(base, people) {
  const found = []
  const seen = new Set(['form-menu'])
  const names = new Set()
  const done = new Set()
  for (const { phone: who } of people.filter(({ role }) => role === 'deputy')) {
    const first = found.length === 0
    if (first) {
      found.push({ name: 'deputy-home', path: '/m/', who }, { name: 'deputy-inbox', path: `${M}/messages/messages`, who })
      found.push({ name: 'deputy-me', path: `${M}/me/me`, who }, { name: 'deputy-orders', path: `${M}/orders/orders`, who })
      found.push({ name: 'deputy-suggestions', path: `${M}/suggestions/suggestions`, who })
      found.push({ name: 'deputy-wording', path: `${M}/wording/wording`, who })
      found.push({ name: 'deputy-duty', path: `${M}/duty/duty`, who }, { name: 'deputy-days', path: `${M}/days/days`, who })
    }
    const fresh = (pages) => pages.filter(({ name }) => !names.has(name) && names.add(name))
    const messages = await eachState(base, who, 'message', '/messages?box=all', 'dmessage')
    found.push(...fresh(messages), ...await forms(base, messages, 'message', seen))
    for (const queue of ['watch', 'done']) {
      found.push(...fresh(await eachState(base, who, 'order', `/orders?queue=${queue}`, 'dorder')))
    }
    for (const queue of ['mine', 'to_sign', 'watch', 'cosigned', 'done']) {
      const own = await eachState(base, who, 'suggestion', `/suggestions?queue=${queue}`, `dsuggestion`)
      found.push(...fresh(own), ...await forms(base, own, 'suggestion', done))
    }
  }
  return found
}

async function ofClerks(base, people) {
  const found = []
  for (const role of ['station', 'liaison_office']) {
    const who = people.find((one) => one.role === role)?.login
    if (!who) continue
    const states = await eachState(base, who, 'message', '/messages?box=all', role)
    found.push({ name: `${role}-inbox`, path: `${M}/messages/messages`, who })
    found.push(...states, ...await forms(base, states, 'message', new Set(['menu'])))
    found.push({ name: `${role}-duty`, path: `${M}/duty/duty`, who })
    if (role === 'station') found.push({ name: 'station-days', path: `${M}/days/days`, who })
    found.push({ name: `${role}-me`, path: `${M}/me/me`, who })
  }
  return found
}

export async function phonePages(base) {
  const { people } = await (await fetch(`${base}/api/v1/demo`)).json()
  const parts = [ofGuests, await ofResident(base), await ofDeputies(base, people), await ofClerks(base, people)]
  return parts.flat()
}
