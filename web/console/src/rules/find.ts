// The filter of the page: a row is found when every word that was typed stands somewhere in it, in
// either language.
import type { Count, Limit, RuleRow, Text2 } from '@/api/types'

export function wordsOf(typed: string): string[] {
  return typed.toLowerCase().split(/\s+/).filter(Boolean)
}

function has(texts: Text2[], words: string[]): boolean {
  const all = texts.map(({ zh, en }) => `${zh} ${en}`).join(' ').toLowerCase()
  return words.every((word) => all.includes(word))
}

export function rowHas(row: RuleRow, words: string[]): boolean {
  const clocks = [...row.stops, ...row.starts, ...row.moves].map(({ label }) => label)
  const who = row.who.map(({ label }) => label)
  return has([row.sentence, row.label, row.basis.title, ...clocks, ...who], words)
}

export function limitHas(limit: Limit, words: string[]): boolean {
  return has([limit.label, limit.of_label, limit.length, limit.basis.title], words)
}

export function countHas(count: Count, words: string[]): boolean {
  return has([count.label, count.basis.title], words)
}
