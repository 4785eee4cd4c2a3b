// Takes a picture of every page as the demo shows it, to be looked at by people: Chinese, English and
// large type, on the phone and at the desk. Into pictures/, which is not kept.
//   npm run pictures -- '^m-home|-review'     only the pages whose name fits
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { DESK, PHONE, startBrowser } from './lib/browser.mjs'
import { startServer } from './lib/server.mjs'
import { enter, get, settle, still } from './lib/visit.mjs'

const folder = fileURLToPath(new URL('./pictures/', import.meta.url))
const wanted = new RegExp(process.argv[2] ?? '')
const RESIDENT = '19400000001'
const views = [
  { name: 'zh', lang: 'zh', elder: false },
  { name: 'en', lang: 'en', elder: false },
  { name: 'elder', lang: 'zh', elder: true },
]
const widths = [PHONE, DESK]

async function pages(base) {
  const of = (who, path) => get(base, who, path)
  const { people } = await (await fetch(`${base}/api/v1/demo`)).json()
  const deputies = people.filter((one) => one.role === 'deputy').slice(0, 3).map((one) => one.phone)
  const mine = (await of(RESIDENT, '/messages?box=all')).items
  const list = [
    { name: 'm-home', path: '/m/' },
    { name: 'm-find', path: '/m/#/pages/find/find?tab=deputies' },
    { name: 'm-stations', path: '/m/#/pages/find/find?tab=stations' },
    { name: 'm-station', path: '/m/#/pages/station/station?code=S9P69H' },
    { name: 'm-deputy', path: '/m/#/pages/deputy/deputy?code=D9RATC' },
    { name: 'm-write', path: '/m/#/pages/write/write?deputy=D9RATC' },
    { name: 'm-write-in', path: '/m/#/pages/write/write?deputy=D9RATC', who: RESIDENT },
    { name: 'm-sign-in', path: '/m/#/pages/sign-in/sign-in' },
    { name: 'm-home-in', path: '/m/', who: RESIDENT },
    { name: 'm-messages', path: '/m/#/pages/messages/messages', who: RESIDENT },
    { name: 'm-me', path: '/m/#/pages/me/me', who: RESIDENT },
    { name: 'm-receipt', path: `/m/#/pages/receipt/receipt?id=${mine[0]?.id}`, who: RESIDENT },
    { name: 'm-nowhere', path: '/m/#/pages/message/message?id=99999', who: RESIDENT },
    { name: 'c-sign-in', path: '/console/' },
  ]
  const states = new Set()
  for (const one of mine) {
    if (states.has(one.state)) continue
    states.add(one.state)
    list.push({ name: `m-message-${one.state}`, path: `/m/#/pages/message/message?id=${one.id}`, who: RESIDENT })
  }
  for (const who of deputies) {
    list.push({ name: `m-inbox-${who.slice(-1)}`, path: '/m/#/pages/messages/messages', who })
    for (const one of (await of(who, '/messages?box=all')).items) {
      if (states.has(`d ${one.state}`)) continue
      states.add(`d ${one.state}`)
      list.push({ name: `m-deputy-${one.state}`, path: `/m/#/pages/message/message?id=${one.id}`, who })
      if (one.state === 'with_deputy') {
        list.push({ name: 'm-deputy-form', path: `/m/#/pages/message/message?id=${one.id}`, who, press: 'action-answer' })
        list.push({ name: 'm-deputy-menu', path: `/m/#/pages/message/message?id=${one.id}`, who, press: 'more-actions' })
      }
    }
  }
  const firstOf = (role) => people.find((one) => one.role === role).login
  for (const who of ['reviewer', 'callback', 'unit', 'station', 'liaison_office'].map(firstOf)) {
    for (const { queue, kind, count } of (await of(who, '/queues')).items) {
      const path = kind === 'message' ? 'inbox' : 'queues'
      list.push({ name: `c-${who}-${queue}`, path: `/console/#/${path}/${queue}`, who })
      if (!count) continue
      const cases = kind === 'message' ? `/messages?box=${queue}` : `/orders?queue=${queue}`
      const first = (await of(who, cases)).items[0]
      list.push({ name: `c-${who}-${queue}-case`, path: `/console/#/${kind}s/${first.id}`, who })
      const view = await of(who, `/${kind}s/${first.id}`)
      for (const { action, allowed } of view.actions) {
        if (!allowed || states.has(action)) continue
        states.add(action)
        list.push({ name: `c-form-${action}`, path: `/console/#/${kind}s/${first.id}`, who, press: `action-${action}` })
      }
    }
  }
  return list
}

async function take(context, base, page, file, viewport) {
  const tab = await context.newPage()
  await tab.goto(base + page.path)
  await settle(tab)
  if (page.press) {
    await tab.locator(`[data-testid="${page.press}"]`).filter({ visible: true }).first().click()
    await tab.locator('.sheet, .el-drawer').filter({ visible: true }).first().waitFor()
    await still(tab)
  }
  await tab.screenshot({ path: file, fullPage: viewport.width < 600 && !page.press })
  await tab.close()
}

const server = await startServer({ stories: true })
const browser = await startBrowser()
try {
  await mkdir(folder, { recursive: true })
  for (const page of (await pages(server.base)).filter((one) => wanted.test(one.name))) {
    for (const view of views) {
      for (const viewport of widths) {
        const context = await enter(browser, server.base, viewport, view, page.who)
        const file = `${folder}${page.name}.${view.name}.${viewport.width}.png`
        await take(context, server.base, page, file, viewport).catch((error) => console.error(file, error.message))
        await context.close()
      }
    }
    console.log(page.name)
  }
} finally {
  await browser.close()
  await server.stop()
}
