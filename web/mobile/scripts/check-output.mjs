// Proves of built pages what the server's content policy, or WeChat, will enforce: no other origin is
// named, not even letter by letter; nothing is evaluated, no script stands inline; and they stay light.
//   node scripts/check-output.mjs h5            what the server hands to browsers
//   node scripts/check-output.mjs mp-weixin     the package for WeChat
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const mini = process.argv[2] === 'mp-weixin'
const folder = mini ? '../dist/build/mp-weixin' : '../../../build/web/mobile'
const root = fileURLToPath(new URL(folder, import.meta.url))
const own = mini ? process.env.MASHANG_PUBLIC_URL : undefined
const FIRST_PAGE_MAX = 200_000
// WeChat takes two megabytes as the main package.
const PACKAGE_MAX = 2_000_000

// Names of XML vocabularies, and a hint inside an error text of Vue: never fetched.
const harmless = [/^https?:\/\/www\.w3\.org\//, /^https:\/\/vuejs\.org\/error-reference\//]
const known = (address) =>
  harmless.some((one) => one.test(address)) || (own && (address === own || address.startsWith(`${own}/`)))

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

/** What a text says in numbers of letters, so that no address hides in it. */
function spelled(text) {
  const calls = [...text.matchAll(/fromCharCode\(([\d,\s.[\]()]+)\)/g)]
  return calls.map(([, codes]) => String.fromCharCode(...(codes.match(/\d+/g) ?? []).map(Number)))
}

function faultsOf({ name, text }) {
  const faults = []
  for (const address of text.match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)]*/gi) ?? []) {
    if (address.startsWith('http') && !known(address)) faults.push(`names another origin: ${address}`)
  }
  for (const word of spelled(text)) {
    if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(word)) faults.push(`spells another origin: ${word}`)
  }
  if (/\beval\(|new Function\(/.test(text)) faults.push('evaluates text')
  if (/<script(?![^>]*\bsrc=)[^>]*>/i.test(text) && name.endsWith('.html')) faults.push('has an inline script')
  return faults.map((fault) => `${name} ${fault}`)
}

const files = filesIn(root).filter((path) => !path.endsWith('.gz'))
const texts = files
  .filter((path) => /\.(js|css|html|json|wxml|wxss|wxs)$/.test(path))
  .map((path) => ({ name: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }))
const faults = texts.flatMap(faultsOf)

if (mini) {
  const weight = files.reduce((sum, path) => sum + statSync(path).size, 0)
  if (weight > PACKAGE_MAX) faults.push(`the package weighs ${weight} bytes`)
  if (!texts.some(({ text }) => text.includes(own))) faults.push(`${own} is not in the package; build it anew`)
  console.log(`mini-program: ${files.length} files, ${weight} bytes, asks ${own}`)
} else {
  const first = texts.filter(({ name }) => /^index\.html$|index[-.]|AppPage|pages-index|uni\./.test(name))
  const weight = first.reduce((sum, { text }) => sum + gzipSync(text).length, 0)
  if (weight > FIRST_PAGE_MAX) faults.push(`the first page weighs ${weight} bytes compressed`)
  console.log(`built pages: ${texts.length} files, first page about ${weight} bytes compressed`)
}

for (const fault of faults) console.error(fault)
process.exit(faults.length ? 1 : 0)
