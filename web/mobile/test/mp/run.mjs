// Plays the compiled mini-program on the real server, without WeChat. Builds it first when its sources
// have changed.
//   npm run test:mp              all stories
//   npm run test:mp -- lost      only those whose file name has "lost" in it
import { readdirSync } from 'node:fs'
import { startServer } from '../../../e2e/lib/server.mjs'
import { ORIGIN, packageRoot } from './lib/package.mjs'
import { Stage } from './lib/stage.mjs'

const wanted = process.argv[2] ?? ''
const folder = new URL('./stories/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name.includes(wanted)).sort()
const total = { passed: 0, failed: 0 }

async function playFile(root, file) {
  const { title, stories = false, serve = startServer, play } = await import(new URL(file, folder))
  console.log(`${file}: ${title}`)
  const server = await serve({ stories })
  const stage = new Stage({ root, origin: ORIGIN, base: server.base, server })
  try {
    await stage.play(play)
  } finally {
    stage.close()
    await server.stop()
  }
  total.passed += stage.passed
  total.failed += stage.failed
}

try {
  const root = packageRoot()
  for (const file of files) await playFile(root, file)
} catch (error) {
  total.failed += 1
  process.stderr.write(`${error.stack}\n`)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
