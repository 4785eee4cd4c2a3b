// Runs every figure and writes docs/bench.md. A goal that is missed is shown, and is no error: on a
// busy machine it says nothing yet.
//
//   node bench/run.mjs BUILD_FOLDER
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Bench } from './lib/figures.mjs'
import { Machine, page } from './lib/report.mjs'

const build = resolve(process.argv[2] ?? 'build/release')
const work = `${build}/bench-data`
const bench = new Bench(`${build}/bin`, work)
const machine = new Machine()

const rows = []
async function add(what, figures) {
  console.error(`Measuring ${what}`)
  rows.push(...(await figures.call(bench)))
}

await bench.prepare()
await add('reads', bench.reads)
await add('sends', bench.sends)
await add('the start', bench.start)
await add('memory', bench.memory)
await add("the phone's first page", bench.phone)
await add('a year', bench.year)
await add('single functions', bench.micros)
rmSync(work, { recursive: true, force: true })

const text = page(rows, machine)
const docs = new URL('../docs/', import.meta.url).pathname
mkdirSync(docs, { recursive: true })
writeFileSync(`${docs}bench.md`, text)
console.log(text)
