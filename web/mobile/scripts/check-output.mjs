// Proves of the built pages what the server's content policy will enforce: no other origin is named,
// nothing is evaluated, no script stands inline; and that the first page stays light.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../../build/web/mobile', import.meta.url))
const FIRST_PAGE_MAX = 200_000

// Names of XML vocabularies, and a hint inside an error text of Vue: never fetched.
const harmless = [/^https?:\/\/www\.w3\.org\//, /^https:\/\/vuejs\.org\/error-reference\//]

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

const texts = filesIn(root)
  .filter((path) => /\.(js|css|html|json)$/.test(path))
  .map((path) => ({ name: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }))

const faults = []
for (const { name, text } of texts) {
  for (const address of text.match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)]*/gi) ?? []) {
    if (address.startsWith('http') && !harmless.some((known) => known.test(address))) {
      faults.push(`${name} names another origin: ${address}`)
    }
  }
  if (/\beval\(|new Function\(/.test(text)) faults.push(`${name} evaluates text`)
  if (/<script(?![^>]*\bsrc=)[^>]*>/i.test(text) && name.endsWith('.html')) {
    faults.push(`${name} has an inline script`)
  }
}

const first = texts.filter(({ name }) => /^index\.html$|index[-.]|AppPage|pages-index|uni\./.test(name))
const weight = first.reduce((sum, { text }) => sum + gzipSync(text).length, 0)
if (weight > FIRST_PAGE_MAX) faults.push(`the first page weighs ${weight} bytes compressed`)

for (const fault of faults) console.error(fault)
console.log(`built pages: ${texts.length} files, first page about ${weight} bytes compressed`)
process.exit(faults.length ? 1 : 0)
