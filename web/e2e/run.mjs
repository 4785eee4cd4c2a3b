// Plays the stories against the real server in a real browser, and says what passed.
//   npm test             all of stories/
//   npm test -- redo     only those whose file name has "redo" in it
//   npm run long         those of long/, which take minutes
import { readdirSync } from 'node:fs'
import { startBrowser } from './lib/browser.mjs'
import { startServer } from './lib/server.mjs'
import { Stage } from './lib/stage.mjs'

const [shelf, wanted = ''] = process.argv.slice(2)
const folder = new URL(`./${shelf}/`, import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name.includes(wanted)).sort()

const total = { passed: 0, failed: 0, undecided: 0 }

async function playFile(browser, file) {
  const { title, stories = false, play } = await import(new URL(file, folder))
  console.log(`${file}: ${title}`)
  const server = await startServer({ stories })
  const stage = new Stage(browser, server.base)
  try {
    await stage.play(play)
  } finally {
    await stage.close()
    await server.stop()
  }
  for (const name of Object.keys(total)) total[name] += stage[name]
}

const browser = await startBrowser()
try {
  for (const file of files) await playFile(browser, file)
} catch (error) {
  total.failed += 1
  console.error(error)
} finally {
  await browser.close()
}

console.log(`axe could not decide about ${total.undecided} parts of the pages (see it as a list to look at, not as faults)`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
