// Takes the pictures of the READMEs anew, into docs/ at the top: two pages of the phone and an order on
// the console, in both languages. What they show is the demo's, so everybody in them is invented.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { DESK, PHONE, startBrowser } from './lib/browser.mjs'
import { startServer } from './lib/server.mjs'
import { enter, get, settle } from './lib/visit.mjs'

const docs = fileURLToPath(new URL('../../docs/', import.meta.url))
const RESIDENT = '19400000001'
const REVIEWER = 'shenhe-1'

async function shot(context, address, prepare = async () => {}) {
  const tab = await context.newPage()
  await tab.goto(address)
  await settle(tab)
  await prepare(tab)
  const picture = await tab.screenshot()
  await tab.close()
  return picture
}

/** Two phones side by side on the ground of a page of paper. */
async function sideBySide(browser, pictures) {
  const page = await browser.newPage({ viewport: { width: 860, height: 884 } })
  const images = pictures.map((one) => `<img src="data:image/png;base64,${one.toString('base64')}">`)
  await page.setContent(`<style>
    body { margin: 0; padding: 20px; display: flex; gap: 40px; background: #fff }
    img { width: 390px; border-radius: 18px; box-shadow: 0 0 0 1px #d9d4cb }
  </style>${images.join('')}`)
  await page.waitForFunction(() => [...document.images].every((one) => one.complete))
  const picture = await page.screenshot()
  await page.close()
  return picture
}

async function phones(browser, base, lang) {
  const context = await enter(browser, base, PHONE, { lang, elder: false }, RESIDENT)
  const mine = (await get(base, RESIDENT, '/messages?box=closed')).items
  const rated = mine.find((one) => one.title.includes('红绿灯')) ?? mine[0]
  const pictures = [
    await shot(context, `${base}/m/`),
    await shot(context, `${base}/m/#/pages/message/message?id=${rated.id}`),
  ]
  await context.close()
  return sideBySide(browser, pictures)
}

async function order(browser, base, lang) {
  const context = await enter(browser, base, DESK, { lang, elder: false }, REVIEWER)
  const [replied] = (await get(base, REVIEWER, '/orders?queue=callback')).items
  const picture = await shot(context, `${base}/console/#/orders/${replied.id}`, async (tab) => {
    // The one that runs; those that have ended are folded away.
    await tab.locator('[data-testid^="clock-"] summary').filter({ visible: true }).first().click()
  })
  await context.close()
  return picture
}

const server = await startServer({ stories: true })
const browser = await startBrowser()
try {
  await mkdir(docs, { recursive: true })
  for (const lang of ['zh', 'en']) {
    await writeFile(`${docs}phone.${lang}.png`, await phones(browser, server.base, lang))
    await writeFile(`${docs}console.${lang}.png`, await order(browser, server.base, lang))
  }
} finally {
  await browser.close()
  await server.stop()
}
