// Goes over the lifecycles that `mashang rules --format json` prints, with an exploration of its own:
// every state together with the clocks that run in it. The compiler proves much of this from the same
// tables (src/rules/checks.h); here it is proved again from what people are shown, by another program.
//   mashang rules --format json | node tests/model/check.mjs
// Invariant: where the tables leave open what a guard means, more is thought possible, never less.
import { readFileSync } from 'node:fs'

const START = 'blank'
const SYSTEM = 'system'
/** Where a case may rest for good. A state without rows that is not named here is a dead end. */
const RESTING = {
  message: ['withdrawn', 'closed'],
  order: ['rejected', 'archived', 'appended', 'escalated', 'withdrawn'],
  suggestion: ['declined', 'withdrawn', 'closed'],
}
/** Clocks that are due on the day somebody named, and not after a length of the rulebook. */
const DUE_DATE_HANDED_IN = ['follow_up']
/** Clocks of which each assisting unit has its own: when one stops, others may still run. */
const ONE_A_UNIT = ['assist_limit']
/** What a guard knows of clocks: it holds only while one runs, or only while it does not. Most say so
 *  by their names; a guard that is neither here nor so named is taken to know nothing. */
const HOLDS_WHILE = { supervised: 'supervision_limit', owes_assistance: 'assist_limit' }
const HOLDS_WITHOUT = { not_supervised: 'supervision_limit' }
const SITUATIONS_MAX = 200_000

function clockAsked(guard, clocks) {
  const byName = [
    guard.replace(/_overdue$/, '_limit'),
    guard.replace(/_(over|open)$/, ''),
    guard.replace(/^(?!no_)(.*)_asked$/, '$1_decision'),
  ]
  return HOLDS_WHILE[guard] ?? byName.find((name) => name !== guard && clocks.has(name))
}

function clockRuledOut(guard, clocks) {
  const byName = guard.replace(/^no_(.*)_asked$/, '$1_decision')
  return HOLDS_WITHOUT[guard] ?? (byName !== guard && clocks.has(byName) ? byName : undefined)
}

const nameOf = (row) => `${row.from}.${row.action}`
const list = (names) => [...names].join(', ') || 'no clock'
const filled = (text) => typeof text === 'string' && text.trim() !== ''
const isLifecycle = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((row) => row && row.from && row.action && row.to)

/** What a row asks and does, with its clocks as sets. */
function readRow(row, clocks) {
  const codes = (row.when ?? []).map((guard) => guard.code)
  return {
    ...row,
    who: row.who ?? [],
    stops: new Set(row.stops),
    starts: new Set(row.starts),
    moves: new Set(row.moves),
    asked: codes.map((code) => clockAsked(code, clocks)).filter(Boolean),
    ruledOut: codes.map((code) => clockRuledOut(code, clocks)).filter(Boolean),
  }
}

const possible = (row, at) =>
  row.from === at.state && row.asked.every((clock) => at.running.has(clock)) &&
  !row.ruledOut.some((clock) => at.running.has(clock))

/** The situations that a row leads to: one, or two where another unit's clock may still run. */
function after(row, at) {
  const kept = [...at.running].filter((clock) => !row.stops.has(clock))
  const next = [{ state: row.to, running: new Set([...kept, ...row.starts]) }]
  const others = ONE_A_UNIT.filter((clock) => row.asked.includes(clock) && row.stops.has(clock))
  if (others.length > 0) next.push({ state: row.to, running: new Set([...kept, ...others, ...row.starts]) })
  return next
}

const keyOf = ({ state, running }) => `${state} ${[...running].sort().join(' ')}`

/** Every situation that some path from the start leads to, and every step between two of them. */
function explore(rows) {
  const found = new Map()
  const steps = []
  const take = (at) => {
    const key = keyOf(at)
    if (!found.has(key)) found.set(key, at)
    if (found.size > SITUATIONS_MAX) throw new Error('there are too many situations to go through')
    return key
  }
  take({ state: START, running: new Set() })
  // A Map gives what is added while it is gone through, so this ends when nothing new is found.
  for (const [key, at] of found)
    for (const row of rows)
      if (possible(row, at)) for (const next of after(row, at)) steps.push({ from: key, to: take(next), row, at })
  return { situations: found, steps }
}

/** The keys from which some path of steps leads to one of the goals. */
function canReach(goals, steps) {
  const before = new Map()
  for (const { from, to } of steps) before.set(to, [...(before.get(to) ?? []), from])
  const reached = new Set(goals)
  for (const key of reached) for (const earlier of before.get(key) ?? []) reached.add(earlier)
  return reached
}

// --- The checks. Each gives a sentence for every fault it finds.

const CHECKS = {
  'one row for a state and an action': ({ rows }) =>
    rows.filter((row, i) => rows.findIndex((other) => nameOf(other) === nameOf(row)) < i)
      .map((row) => `${nameOf(row)} has more than one row`),

  'every row may be taken by somebody': ({ rows }) =>
    rows.filter((row) => row.who.length === 0).map((row) => `${nameOf(row)} is for nobody`),

  'every row is cited': ({ rows }) =>
    rows.filter((row) => !isCited(row.basis)).map((row) => `${nameOf(row)} lacks law, article or a title`),

  'every state can be reached': ({ rows, reached }) =>
    [...new Set(rows.flatMap((row) => [row.from, row.to]))].filter((state) => !reached.has(state))
      .map((state) => `${state} is never reached`),

  'every row can be taken': ({ rows, steps }) => {
    const taken = new Set(steps.map((step) => step.row))
    return rows.filter((row) => !taken.has(row))
      .map((row) => `${nameOf(row)} can never be taken: it needs ${list(row.asked)} to run`)
  },

  'no dead end': ({ rows, reached, resting }) => {
    const left = new Set(rows.map((row) => row.from))
    const ends = [...reached].filter((state) => !left.has(state) && !resting.has(state))
    const moving = [...left].filter((state) => resting.has(state))
    return [
      ...ends.map((state) => `${state} is a dead end; if cases rest there, name it in RESTING`),
      ...moving.map((state) => `${state} is named in RESTING, but has rows`),
    ]
  },

  'every case can come to rest': ({ situations, steps, resting }) => {
    const goals = [...situations.keys()].filter((key) => resting.has(situations.get(key).state))
    const reached = canReach(goals, steps)
    return [...situations].filter(([key]) => !reached.has(key))
      .map(([, at]) => `${at.state} with ${list(at.running)} can never come to rest`)
  },

  'no clock runs in a case at rest': ({ situations, resting }) =>
    [...situations.values()].filter((at) => resting.has(at.state) && at.running.size > 0)
      .map((at) => `${list(at.running)} still runs in ${at.state}`),

  'every clock can be stopped wherever it runs': ({ situations, steps, clocks }) =>
    [...clocks].flatMap((clock) => {
      const stopped = [...situations.keys()].filter((key) => !situations.get(key).running.has(clock))
      const reached = canReach(stopped, steps)
      return [...situations].filter(([key]) => !reached.has(key)).map(([, at]) => `${clock} never stops from ${at.state} on`)
    }),

  'no clock is started twice': ({ rows, steps }) => [
    ...rows.filter((row) => row.starts.size < row.startsCount).map((row) => `${nameOf(row)} names a clock twice`),
    ...steps.flatMap(({ row, at }) =>
      [...row.starts].filter((clock) => at.running.has(clock) && !row.stops.has(clock))
        .map((clock) => `${nameOf(row)} starts ${clock}, which may be running`)),
  ],

  'no clock is stopped in vain': ({ rows, situations }) =>
    rows.flatMap((row) =>
      [...row.stops]
        .filter((clock) => ![...situations.values()].some((at) => at.state === row.from && at.running.has(clock)))
        .map((clock) => `${nameOf(row)} stops ${clock}, which never runs in ${row.from}`)),

  'no clock is moved that is started or stopped': ({ rows }) =>
    rows.flatMap((row) =>
      [...row.moves].filter((clock) => row.stops.has(clock) || row.starts.has(clock))
        .map((clock) => `${nameOf(row)} moves ${clock} and starts or stops it too`)),

  'every clock has a limit': ({ clocks, limited }) =>
    [...clocks].filter((clock) => !limited.has(clock) && !DUE_DATE_HANDED_IN.includes(clock))
      .map((clock) => `${clock} has no limit`),

  // A case is born of another one by the system; whoever acted there has brought it about.
  'every state is brought about by somebody': ({ rows, reached }) => {
    const isPerson = (row) => row.who.some((role) => role !== SYSTEM)
    const born = new Set(rows.filter((row) => row.from === START).map((row) => row.to))
    const byPerson = new Set(rows.filter((row) => isPerson(row) && reached.has(row.from)).map((row) => row.to))
    for (const state of byPerson) for (const row of rows) if (row.from === state) byPerson.add(row.to)
    const acting = new Set(rows.filter(isPerson).map((row) => row.from))
    return [...reached].filter((state) => state !== START && !byPerson.has(state) && !(born.has(state) && acting.has(state)))
      .map((state) => `${state} comes about without anybody's act`)
  },
}

function isCited(basis) {
  return filled(basis?.law) && filled(basis.article) && filled(basis.title?.zh) && filled(basis.title?.en)
}

function checkLifecycle(kind, table, limits) {
  const clocks = new Set(table.flatMap((row) => [...(row.starts ?? []), ...(row.stops ?? [])]))
  const rows = table.map((row) => ({ ...readRow(row, clocks), startsCount: (row.starts ?? []).length }))
  const { situations, steps } = explore(rows)
  const reached = new Set([...situations.values()].map((at) => at.state))
  const limited = new Set(limits.map((limit) => limit.clock))
  const resting = new Set(RESTING[kind] ?? [])
  const given = { rows, situations, steps, reached, resting, clocks, limited }
  const counts = { states: reached.size - 1, rows: rows.length, clocks: clocks.size, situations: situations.size, steps: steps.length }
  const checks = Object.entries(CHECKS).map(([name, find]) => ({ kind, name, faults: [...new Set(find(given))] }))
  return { kind, counts, checks }
}

function checkLimits(limits) {
  const faultOf = (limit) => {
    if (!isCited(limit.basis)) return 'lacks law, article or a title'
    if (!filled(limit.length?.zh) || !filled(limit.length?.en)) return 'has no length'
    return ['A', 'B', 'C'].includes(limit.mode) ? undefined : 'has no mode'
  }
  const faults = limits.filter(faultOf).map((limit) => `the limit of ${limit.clock} for ${limit.of} ${faultOf(limit)}`)
  return { kind: 'limits', name: 'every limit has a length, a mode and a citation', faults }
}

/** The tables by their kinds, and the limits: of what is printed, the codes without their labels. */
export function tablesOf({ lifecycles, limits }) {
  const codes = (named, key) => named.map((one) => one[key])
  const bare = (row) => ({
    ...row,
    who: codes(row.who, 'role'),
    stops: codes(row.stops, 'clock'),
    starts: codes(row.starts, 'clock'),
    moves: codes(row.moves, 'clock'),
  })
  return { limits, ...Object.fromEntries(lifecycles.map(({ kind, rows }) => [kind, rows.map(bare)])) }
}

/** Everything that can be said of the tables: counts for each lifecycle, and the checks with their faults. */
export function check(rules) {
  const limits = rules.limits ?? []
  const lifecycles = Object.entries(rules).filter(([, value]) => isLifecycle(value))
    .map(([kind, table]) => checkLifecycle(kind, table, limits))
  const some = { kind: 'rules', name: 'there are lifecycles', faults: lifecycles.length > 0 ? [] : ['no lifecycle was found'] }
  return { lifecycles, checks: [some, ...lifecycles.flatMap(({ checks }) => checks), checkLimits(limits)] }
}

function print({ lifecycles, checks }) {
  for (const { kind, counts } of lifecycles)
    console.log(`${kind}: ${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ')}`)
  for (const { kind, name, faults } of checks)
    for (const fault of faults) console.log(`FAILED ${kind}, ${name}: ${fault}`)
  const failed = checks.filter(({ faults }) => faults.length > 0).length
  console.log(`${checks.length - failed} passed, ${failed} failed`)
  return failed
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = print(check(tablesOf(JSON.parse(readFileSync(0, 'utf8'))))) > 0 ? 1 : 0
