// What is the same on every page: the city, its words, and the server's clock.
import { reactive } from 'vue'
import { api } from '@/api/client'
import type { City, Vocabulary } from '@/api/types'
import { pick } from '@/i18n'

export const city = reactive({
  facts: undefined as City | undefined,
  words: undefined as Vocabulary | undefined,
  /** Server time minus our own, because a demonstration lives on another day. */
  clockOffset: 0,
})

let asking: Promise<void> | undefined

export function setServerNow(now: string) {
  city.clockOffset = Date.parse(now) - Date.now()
}

export function serverNow(): number {
  return Date.now() + city.clockOffset
}

async function ask() {
  try {
    const [facts, words] = await Promise.all([api.city(), api.vocabulary()])
    city.facts = facts
    city.words = words
    setServerNow(facts.now)
  } finally {
    asking = undefined
  }
}

export function ensureCity(): Promise<void> {
  return city.facts ? Promise.resolve() : (asking ??= ask())
}

// Reasons are lists of rows, with more to them than a word.
type WordKind = keyof Omit<Vocabulary, 'reject_reasons' | 'bar_reasons'>

/** The server's word for a code, or the code itself while the words are not there yet. */
export function word(kind: WordKind, code: string | undefined): string {
  const labels = city.words?.[kind]
  return code === undefined ? '' : pick(labels?.[code]) || code
}
