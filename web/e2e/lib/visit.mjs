// Being somebody without the ways of a story: signed in by the API, with language and size chosen.
import { PASSWORD } from './desk.mjs'

async function post(base, path, body, headers = {}) {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: base, ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0], body: await answer.json() }
}

const sessions = new Map()

/** The cookie of somebody, who is signed in once only. */
async function cookieOf(base, who) {
  if (sessions.has(who)) return sessions.get(who)
  let body = { login: who, password: PASSWORD }
  if (/^\d/.test(who)) {
    const sent = await post(base, '/sign-in-codes', { phone: who })
    body = { phone: who, code: sent.body.demo_code }
  }
  const { cookie } = await post(base, '/sessions', body)
  sessions.set(who, cookie)
  return cookie
}

export async function get(base, who, path) {
  const cookie = await cookieOf(base, who)
  const answer = await fetch(`${base}/api/v1${path}`, { headers: { cookie } })
  return answer.json()
}

/** A browser in which `who` is signed in and reads as `view` says ({ lang, elder }). */
export async function enter(browser, base, viewport, view, who) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const prefs = { type: 'object', data: { lang: view.lang, elder: view.elder, size: view.size, theme: view.theme } }
  await context.addInitScript(([prefs, view, mark]) => {
    localStorage.setItem('mashang.prefs', prefs)
    localStorage.setItem('mashang.console.language', view.lang)
    localStorage.setItem('mashang.console.size', view.elder ? 'huge' : 'normal')
    if (mark) localStorage.setItem('mashang.signed_in', '1')
  }, [JSON.stringify(prefs), view, Boolean(who)])
  if (who) {
    const [name, value] = (await cookieOf(base, who)).split('=')
    await context.addCookies([{ name, value, url: base }])
  }
  return context
}

/** Waits until a page shows what it has fetched, with nothing in motion. */
export async function settle(tab) {
  // The live stream never ends, so this means what the page itself waits for.
  await tab.locator('main').filter({ visible: true }).first().waitFor()
  await tab.waitForFunction(() => !document.querySelector('.skeleton, .bones, [aria-busy="true"]'))
  await still(tab)
}

export async function still(tab) {
  await tab.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))))
  await tab.evaluate(() => Promise.all([...document.images].map((one) => one.decode().catch(() => {}))))
}
