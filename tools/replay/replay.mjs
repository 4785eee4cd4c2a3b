// replay: files a CSV of messages through the API as residents, and plays everybody else by simple
// choices until each message is answered or rejected. Invariant: each row has one key, so a row is
// filed once however often the server or this tool is stopped and started again.
//
//   node tools/replay/replay.mjs --csv FILE --text COLUMN [--where COLUMN] [--when COLUMN]
//        [--server URL] [--progress FILE] [--limit ROWS] [--parallel COUNT]
//
// It needs a demo server, since only a demo shows one-time codes and has known passwords.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCsv } from './csv.mjs'
import { Meter } from './meter.mjs'
import { Progress } from './progress.mjs'
import { playToTheEnd } from './roles.mjs'
import { Server } from './server.mjs'

const { values: options } = parseArgs({
  options: {
    csv: { type: 'string' },
    text: { type: 'string' },
    where: { type: 'string' },
    when: { type: 'string' },
    server: { type: 'string', default: 'http://localhost:8080' },
    progress: { type: 'string', default: 'replay-progress.jsonl' },
    limit: { type: 'string' },
    parallel: { type: 'string', default: '16' },
  },
})

function fail(sentence) {
  console.error(`replay: ${sentence}`)
  process.exit(2)
}

/** The rows to file: a key that stays the same from run to run, and what the message says. */
function rowsOf(file) {
  const table = readCsv(readFileSync(file, 'utf8'))
  for (const name of [options.text, options.where, options.when])
    if (name && !table.columns.includes(name))
      fail(`the file has no column “${name}”; it has: ${table.columns.join(', ')}`)
  const rows = table.rows.map((row, index) => ({
    key: createHash('sha256').update(`${index}\n${row[options.text]}`).digest('hex').slice(0, 32),
    content: contentOf(row),
  }))
  return options.limit ? rows.slice(0, Number(options.limit)) : rows
}

const cut = (text, most) => [...text.trim()].slice(0, most).join('').trim()
// The server refuses control characters; texts gathered from web pages have some.
const clean = (text) => (text ?? '').replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, ' ')

function contentOf(row) {
  const when = cut(clean(row[options.when]), 200)
  return {
    where: cut(clean(row[options.where]), 200) || '未写明',
    what: cut(clean(row[options.text]), 8000) || '(空白)',
    ask: '请有关部门核实处理并答复。',
    ...(when && { when }),
  }
}

async function playRow(server, progress, row) {
  const known = progress.row(row.key)
  if (known.end) return
  const message = known.message ?? (await server.fileMessage(row))
  if (!known.message) progress.note(row.key, { message })
  progress.note(row.key, { end: await playToTheEnd(server, message, row.key) })
}

/** How many rows ended by which road. */
function endsOf(rows, progress) {
  const ends = new Map()
  for (const row of rows) {
    const end = progress.row(row.key).end ?? 'not finished'
    ends.set(end, (ends.get(end) ?? 0) + 1)
  }
  return [...ends].sort((a, b) => b[1] - a[1])
}

async function report(rows, progress, server, meter) {
  const { requests, later, gone, faster } = server.counts
  console.log(`\n${rows.length} rows, this run took ${meter.seconds()} s`)
  for (const [end, count] of endsOf(rows, progress)) console.log(`${String(count).padStart(8)}  ${end}`)
  console.log(`Queues of the hotline: ${await server.queues()}`)
  console.log(`${requests} requests; “later” ${later} times, not there ${gone} times, somebody faster ${faster} times`)
}

async function main() {
  if (!options.csv || !options.text) fail('give --csv FILE and --text COLUMN')
  const rows = rowsOf(options.csv)
  const progress = new Progress(options.progress)
  const server = new Server(options.server, progress)
  await server.start()
  const waiting = rows.filter((row) => !progress.row(row.key).end)
  const meter = new Meter(rows.length, rows.length - waiting.length)
  process.on('SIGINT', () => {
    console.error('\nreplay: stopped; the same command goes on from here')
    process.exit(130)
  })

  const failures = []
  async function worker() {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      await playRow(server, progress, row).catch((error) => failures.push(error))
      meter.step()
    }
  }
  await Promise.all(Array.from({ length: Number(options.parallel) }, worker))
  await report(rows, progress, server, meter)
  for (const error of failures.slice(0, 5)) console.error(`replay: ${error.message}`)
  process.exitCode = failures.length > 0 ? 1 : 0
}

main().catch((error) => fail(error.message))
