// Each figure as a row: what it is, its goal (if it has one), what was measured, and how.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { demoMemory } from './demo.mjs'
import { firstPage } from './phone.mjs'
import { CONNECTIONS, measure, Server, wrk } from './run.mjs'

const ROUNDS = 5
const SECONDS = 3
const PHONE_ROUNDS = 3
const HOT = 100
const COLD = 10_000
const RESIDENTS = 2_000
const PORT = 18_431

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const range = (numbers, show) => `${show(Math.min(...numbers))} to ${show(Math.max(...numbers))}`
const two = (number) => number.toFixed(2)
const rate = (number) => `${Math.round(number).toLocaleString('en')}/s`

/** Ratios are taken within a round, so that a neighbour's load falls on both sides. */
function ratioRow(what, goal, rounds, [above, below]) {
  const ratios = rounds.map((round) => round[above] / round[below])
  const rates = [above, below].map((name) => `${name} ${rate(median(rounds.map((r) => r[name])))}`)
  const how = `${rates.join(', ')}; ${range(ratios, two)} in ${ROUNDS} rounds`
  return { what, goal, holds: median(ratios) >= goal, goalText: `≥ ${goal}`, measured: two(median(ratios)), how }
}

function mostRow(what, goal, unit, numbers, show, how) {
  const text = how ?? `${range(numbers, show)} ${unit} in ${numbers.length} runs`
  return { what, goal, holds: median(numbers) <= goal, goalText: `≤ ${goal} ${unit}`, measured: `${show(median(numbers))} ${unit}`, how: text }
}

function plainRow(what, unit, numbers, show, how) {
  return { what, measured: `${show(median(numbers))} ${unit}`, how: `${range(numbers, show)} ${unit} in ${numbers.length} runs; ${how}` }
}

async function repeat(count, once) {
  const results = []
  for (let i = 0; i < count; i++) results.push(await once(i))
  return results
}

export class Bench {
  constructor(bin, work) {
    this.bin = bin
    this.work = work
    this.filled = `${work}/filled`
  }

  /** The city that everything with load runs on. */
  async prepare() {
    rmSync(this.work, { recursive: true, force: true })
    mkdirSync(this.work, { recursive: true })
    await measure(`${this.bin}/load`, 'fill', this.filled, String(RESIDENTS), String(COLD))
  }

  /** A folder of its own for each run that writes. */
  #copy() {
    const folder = `${this.work}/copy`
    rmSync(folder, { recursive: true, force: true })
    cpSync(this.filled, folder, { recursive: true })
    return folder
  }

  serve(command, folder) {
    return Server.start(`${this.bin}/mashang`, command, folder, PORT)
  }

  async reads() {
    const server = await this.serve('serve', this.filled)
    const list = `${this.filled}/reads.tsv`
    const rounds = await repeat(ROUNDS, async () => ({
      healthz: await wrk(SECONDS, `${server.url}/healthz`, 'plain'),
      hot: await wrk(SECONDS, server.url, 'read', list, String(HOT)),
      cold: await wrk(SECONDS, server.url, 'read', list, String(COLD)),
    }))
    await server.stop()
    return [
      ratioRow(`GET /api/v1/messages/{id}, ${HOT} messages, to /healthz`, 0.5, rounds, ['hot', 'healthz']),
      ratioRow(`The same, each time another of ${COLD.toLocaleString('en')}`, 0.5, rounds, ['cold', 'healthz']),
    ]
  }

  async sends() {
    const rounds = await repeat(ROUNDS, async () => {
      const desk = Number(await measure(`${this.bin}/load`, 'send', this.#copy(), String(SECONDS)))
      const folder = this.#copy()
      const server = await this.serve('serve', folder)
      const { notice } = await (await fetch(`${server.url}/api/v1/city`)).json()
      const http = await wrk(SECONDS, server.url, 'send', `${folder}/senders.tsv`, notice.version)
      await server.stop()
      return { HTTP: http, 'desk alone': desk }
    })
    const what = `POST /api/v1/messages by ${CONNECTIONS} clients, durable, to the desk without HTTP`
    return [ratioRow(what, 0.5, rounds, ['HTTP', 'desk alone'])]
  }

  async start() {
    const times = await repeat(ROUNDS, async () => {
      rmSync(`${this.work}/empty`, { recursive: true, force: true })
      const server = await this.serve('serve', `${this.work}/empty`)
      await server.stop()
      return server.startMs / 1000
    })
    return [mostRow('Start to the first answer, empty folder', 1, 's', times, two)]
  }

  async memory() {
    const server = await this.serve('demo', `${this.work}/demo`)
    const { stories, pages, count } = await demoMemory(server)
    await server.stop()
    const mb = (number) => number.toFixed(0)
    return [
      mostRow('Memory of the demo after its stories', 60, 'MB', [stories], mb, 'resident'),
      mostRow(`The same after ${count} reads by all its people`, 60, 'MB', [pages], mb, 'resident'),
    ]
  }

  /** The home page on a slow phone: the first visit, and the next. */
  async phone() {
    const server = await this.serve('demo', `${this.work}/phone`)
    const rounds = await repeat(PHONE_ROUNDS, () => firstPage(`${server.url}/m/`))
    await server.stop()
    const of = (visit, figure) => rounds.map((round) => round[visit][figure])
    const seconds = (what, figure, visit) =>
      plainRow(what, 's', of(visit, figure), two, '400 kbit/s, 400 ms there and back, processor 4 times as slow')
    const requests = `${median(of('first', 'requests'))} requests, over the wire`
    const kb = (number) => (number / 1000).toFixed(0)
    const bytes = of('first', 'bytes').map((count) => count / 1000)
    return [
      mostRow("The phone's first page, compressed", 200, 'kB', bytes, (number) => number.toFixed(0), requests),
      seconds('The same: until something is seen', 'paint', 'first'),
      seconds('The same: until it can be used', 'interactive', 'first'),
      seconds('The next visit: until something is seen', 'paint', 'second'),
      seconds('The next visit: until it can be used', 'interactive', 'second'),
      { what: 'The next visit, compressed', measured: `${kb(median(of('second', 'bytes')))} kB`, how: `${median(of('second', 'requests'))} requests` },
    ]
  }

  /** A year of a city through the code of cases alone: processor time of one core. */
  async year() {
    const orders = 500_000
    const printed = await measure(`${this.bin}/simulate`, '--year', '2026', '--orders', String(orders))
    const [, seconds, how] = /([\d.]+) s of one core, (.*)/.exec(printed)
    const what = `A year of a city on one core, ${orders.toLocaleString('en')} orders with their messages`
    return [mostRow(what, 60, 's', [Number(seconds)], (number) => number.toFixed(0), how)]
  }

  /** Processor time in ns of each benchmark of a program, the median of its repetitions. */
  async #micro(program) {
    const args = ['--benchmark_format=json', '--benchmark_repetitions=5', '--benchmark_min_time=0.2']
    const { benchmarks } = JSON.parse(await measure(`${this.bin}/${program}_bench`, ...args))
    const medians = benchmarks.filter((row) => row.aggregate_name === 'median')
    return Object.fromEntries(medians.map((row) => [row.run_name, row]))
  }

  async micros() {
    const rows = []
    for (const { program, name, what, goal, field = 'cpu_time' } of MICROS) {
      this[program] ??= await this.#micro(program)
      const us = field === 'cpu_time' ? this[program][name].cpu_time / 1000 : this[program][name][field] * 1e6
      rows.push({ what, goal, holds: goal ? us <= goal : undefined, goalText: `≤ ${goal} µs`, measured: `${us < 100 ? us.toPrecision(2) : us.toFixed(0)} µs`, how: `${program}_bench, ${name}` })
    }
    return rows
  }
}

// Goals in µs of processor time.
const MICROS = [
  { program: 'decide', name: 'message_send', goal: 5, what: 'decide: a message is sent' },
  { program: 'decide', name: 'order_reply', goal: 5, what: 'decide: a unit replies' },
  { program: 'decide', name: 'order_call_back', goal: 5, what: 'decide: called back, so closed and archived' },
  { program: 'calendar', name: 'due/five_working_days', goal: 1, what: 'Due time, five working days over a holiday' },
  { program: 'calendar', name: 'explained', what: 'The same with its explanation' },
  { program: 'decide', name: 'options_of_message', what: "Options of a message's deputy" },
  { program: 'decide', name: 'options_of_order', what: "Options of an order's reviewer" },
  { program: 'decide', name: 'judge', what: 'judge' },
  { program: 'view', name: 'read_message', what: 'A message with timeline and order, from the store' },
  { program: 'view', name: 'message_view', what: 'Its view' },
  { program: 'view', name: 'message_json', what: "The view's JSON" },
  { program: 'view', name: 'queue_page', what: 'A page of 20 orders, from the store to JSON' },
  { program: 'view', name: 'verify_event', field: 'each', what: 'verify, each event' },
]
