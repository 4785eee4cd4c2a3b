// The page of figures: one table of goals, one of figures without, and the machine they are of.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, release, totalmem } from 'node:os'

const first = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' }).split('\n')[0]
const distribution = () => /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))[1]
const load = () => loadavg()[0].toFixed(1)

export class Machine {
  constructor() {
    this.loadBefore = load()
  }

  lines() {
    return [
      `- ${new Date().toISOString().slice(0, 10)}, revision ${first('git', 'rev-parse', '--short', 'HEAD')}`,
      `- ${cpus()[0].model}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(1)} GB, ${arch()}`,
      `- ${distribution()}, Linux ${release()}, ${first('g++', '--version')}`,
      `- Load of the machine when it began ${this.loadBefore}, when it ended ${load()}; what else ran takes from every`,
      '  rate, and less from a ratio.',
    ]
  }
}

const goalRow = (row) =>
  `| ${row.what} | ${row.goalText} | **${row.measured}**${row.holds ? '' : ' (missed)'} | ${row.how} |`
const plainRow = (row) => `| ${row.what} | ${row.measured} | ${row.how} |`

export function page(rows, machine) {
  return [
    '# Bench',
    '',
    '`./dev bench` wrote this page. A ratio is between two figures of the same round, and the median of its rounds',
    'stands in the table. The measured program has one core to itself, and what puts load on it has another; times of',
    'single functions are processor time.',
    '',
    '| What | Goal | Measured | How |',
    '| --- | --- | --- | --- |',
    ...rows.filter((row) => row.goal).map(goalRow),
    '',
    '| Without a goal | Measured | How |',
    '| --- | --- | --- |',
    ...rows.filter((row) => !row.goal).map(plainRow),
    '',
    ...machine.lines(),
    '',
  ].join('\n')
}
