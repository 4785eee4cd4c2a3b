// Writes working_days.tsv anew: after a new year's notice has come into data/calendar.
//   node tests/vectors/generate.mjs
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allLines } from './cases.mjs'

const lines = allLines()
writeFileSync(join(import.meta.dirname, 'working_days.tsv'), `${lines.join('\n')}\n`)
console.log(`${lines.length} lines, ${lines.filter((line) => line.endsWith('provisional')).length} of them provisional`)
