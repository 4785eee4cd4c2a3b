// The committed vectors are what the count by the longest road gives; src/calendar/vectors_test.cpp
// holds the server to them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { allLines } from './cases.mjs'
import { due, isSettled, isWorked } from './count.mjs'

test('the committed file is what the generator gives', () => {
  const committed = readFileSync(join(import.meta.dirname, 'working_days.tsv'), 'utf8').trimEnd().split('\n')
  const lines = allLines()
  for (const [i, line] of lines.entries())
    assert.equal(committed[i], line, `line ${i + 1}; to write the file anew: node tests/vectors/generate.mjs`)
  assert.equal(committed.length, lines.length)
})

test('the vectors ask often enough, and in every way', () => {
  const rows = allLines().map((line) => line.split('\t'))
  const count = (unit, mode) => rows.filter((row) => row[1].includes(unit) && row[2] === mode).length
  assert.ok(rows.filter((row) => row[1].includes('working day')).length >= 2000)
  for (const mode of ['A', 'B', 'C']) assert.ok(count('hour', mode) >= 300, mode)
  assert.ok(rows.filter((row) => row[4] === 'provisional').length >= 100)
})

test('what anyone can read in the notice of 2026', () => {
  assert.equal(isWorked('2026-10-01'), false)
  assert.equal(isWorked('2026-10-10'), true)
  assert.equal(isSettled('2026-12-29'), false)
  assert.equal(due('2026-09-30T10:00', '5 working days', 'A'), '2026-10-13T24:00+08:00')
  assert.equal(due('2026-02-14T16:00', '24 hours', 'A'), '2026-02-24T16:00+08:00')
  assert.equal(due('2025-11-30T10:00', '3 months', 'A'), '2026-02-28T24:00+08:00')
})
