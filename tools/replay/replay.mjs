// replay: files a CSV of messages through the API as residents, and plays everybody else by simple
// choices until each message is answered or rejected. Invariant: each row has one key, so a row is
// filed once however often the replay is stopped and started again.
//
//   node tools/replay/replay.mjs --csv FILE --text COLUMN [--where COLUMN] [--when COLUMN]
//        [--server URL] [--progress FILE] [--limit N] [--parallel N]
//
// It needs a demo server, since only a demo shows one-time codes and has known passwords.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync, renameSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCsv } from './csv.mjs'
import { Server } from './server.mjs'
import { answerMessage } from './roles.mjs'

const { values: options } = parseArgs({
  options: {
    csv: { type: 'string' },
    text: { type: 'string' },
    where: { type: 'string' },
    when: { type: 'string' },
    server: { type: 'string', default: 'http://localhost:8080' },
    progress: { type: 'string', default: 'replay-progress.json' },
    limit: { type: 'string' },
    parallel: { type: 'string', default: '8' },
  },
})

function fail(sentence) {
  console.error(`replay: ${sentence}`)
  process.exit(2)
}

/** The rows to file: a key that stays the same from run to run, and the six things a message says. */
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

const cut = (text, most) => [...text.trim()].slice(0, most).join('')
// The server refuses control characters; texts gathered from web pages have some.
const clean = (text) => (text ?? '').replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, ' ')

function contentOf(row) {
  const text = clean(row[options.text])
  return {
    where: cut(clean(row[options.where]), 200) || '未写明',
    what: cut(text, 8000) || '(空白)',
    ask: '请有关部门核实处理并答复。',
    ...(options.when && row[options.when]?.trim() ? { when: cut(clean(row[options.when]), 200) } : {}),
  }
}

/** What is known of each row, kept on disk: {key: {message, end}}. */
class Progress {
  constructor(file) {
    this.file = file
    this.rows = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    this.unsaved = 0
  }
  note(key, what) {
    this.rows[key] = { ...this.rows[key], ...what }
    if (++this.unsaved >= 50) this.save()
  }
  save() {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.rows))
    renameSync(`${this.file}.new`, this.file)
    this.unsaved = 0
  }
}

function bar(done, all, since) {
  const share = all ? done / all : 1
  const filled = Math.round(share * 30)
  const rate = done / Math.max(0.001, (Date.now() - since) / 1000)
  const line = `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done}/${all}  ${rate.toFixed(1)}/s`
  process.stderr.write(process.stderr.isTTY ? `\r${line} ` : `${line}\n`)
}

async function main() {
  if (!options.csv || !options.text) fail('give --csv FILE and --text COLUMN')
  const rows = rowsOf(options.csv)
  const progress = new Progress(options.progress)
  const server = new Server(options.server)
  await server.start()
  process.on('SIGINT', () => {
    progress.save()
    console.error('\nreplay: stopped; the same command goes on from here')
    process.exit(130)
  })

  const since = Date.now()
  let next = 0
  let done = 0
  const every = Math.max(1, Math.floor(rows.length / 40))
  async function worker() {
    while (next < rows.length) {
      const row = rows[next++]
      const known = progress.rows[row.key] ?? {}
      if (!known.end) {
        const message = known.message ?? (await server.fileMessage(row))
        progress.note(row.key, { message })
        progress.note(row.key, { end: await answerMessage(server, message, row.key) })
      }
      done++
      if (process.stderr.isTTY || done % every === 0) bar(done, rows.length, since)
    }
  }
  try {
    await Promise.all(Array.from({ length: Number(options.parallel) }, worker))
  } finally {
    progress.save()
  }

  const ends = {}
  for (const row of rows) {
    const end = progress.rows[row.key]?.end ?? 'stuck'
    ends[end] = (ends[end] ?? 0) + 1
  }
  console.log(`\n${rows.length} rows in ${((Date.now() - since) / 1000).toFixed(0)} s, ${server.requests} requests`)
  for (const [end, count] of Object.entries(ends)) console.log(`  ${end}: ${count}`)
  process.exitCode = ends.stuck ? 1 : 0
}

main().catch((error) => fail(error.message))
