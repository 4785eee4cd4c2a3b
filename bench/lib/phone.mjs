// The first page on a slow phone, by Chromium's own clock: a line of 400 kbit/s with 400 ms there and
// back, and a processor four times as slow.
import { startBrowser } from '../../web/e2e/lib/browser.mjs'

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const SLOWER = 4
const READY = 'home-find-deputy'

// Ready: what one taps first is there, and no task of 50 ms or more keeps the tap waiting.
function watchPage(ready) {
  globalThis.phoneBench = { ready: 0, busyUntil: 0 }
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      globalThis.phoneBench.busyUntil = Math.max(globalThis.phoneBench.busyUntil, task.startTime + task.duration)
    }
  }).observe({ type: 'longtask', buffered: true })
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector(`[data-testid="${ready}"]`)) return
    globalThis.phoneBench.ready = performance.now()
    observer.disconnect()
  }).observe(document, { subtree: true, childList: true })
}

function readPage() {
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const { ready, busyUntil } = globalThis.phoneBench
  return { paint: paint.startTime / 1000, interactive: Math.max(ready, busyUntil, paint.startTime) / 1000 }
}

async function visit(context, url) {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  let bytes = 0
  let requests = 0
  client.on('Network.requestWillBeSent', ({ request }) => (requests += request.url.startsWith('http') ? 1 : 0))
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', LINE)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watchPage, READY)
  await page.goto(url)
  await page.locator(`[data-testid="${READY}"]`).waitFor({ timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  const times = await page.evaluate(readPage)
  // What the offline shell fetches for the next visit has its own line, and may take its time.
  await page.evaluate(() => navigator.serviceWorker?.getRegistration().then((one) => one && navigator.serviceWorker.ready))
  await page.close()
  return { ...times, bytes, requests }
}

/** A fresh phone, and the same phone the next day. */
export async function firstPage(url) {
  const browser = await startBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const first = await visit(context, url)
    const second = await visit(context, url)
    await context.close()
    return { first, second }
  } finally {
    await browser.close()
  }
}
