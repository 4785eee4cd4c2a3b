// The deputy's own words for a suggestion: the draft on the phone, kept with every change until the
// server has taken it, as a message's draft is.
import type { NewSuggestion, Wording } from '@/api/types'
import type { Attempt } from './attempt'

export const PARTS = ['title', 'facts', 'proposal'] as const
export type Part = (typeof PARTS)[number]

export interface WordingDraft extends Wording {
  office: 'county' | 'city'
  attempt?: Attempt
}

export function emptyWording(): WordingDraft {
  return { title: '', facts: '', proposal: '', office: 'county' }
}

export function wordingIsEmpty(draft: WordingDraft): boolean {
  return PARTS.every((part) => draft[part].trim() === '')
}

export function sameWords(one: WordingDraft, other: WordingDraft): boolean {
  return PARTS.every((part) => one[part] === other[part]) && one.office === other.office
}

/** The words alone, as an adoption or a revision sends them. */
export function wordsOf(draft: WordingDraft): Wording {
  return {
    title: draft.title.trim(),
    facts: draft.facts.trim(),
    proposal: draft.proposal.trim(),
  }
}

/** A new suggestion; `message`: the number of the message it comes from. */
export function newSuggestion(draft: WordingDraft, message?: string): NewSuggestion {
  return {
    wording: wordsOf(draft),
    office: draft.office,
    ...(message && { messages: [message] }),
  }
}

function storageName(key: string) {
  return `mashang.wording.${key}`
}

export function loadWording(key: string): WordingDraft | undefined {
  try {
    const stored = JSON.parse(uni.getStorageSync(storageName(key)) || 'null') as WordingDraft | null
    return stored ? { ...emptyWording(), ...stored } : undefined
  } catch {
    return undefined
  }
}

export function saveWording(key: string, draft: WordingDraft) {
  if (wordingIsEmpty(draft)) dropWording(key)
  else uni.setStorageSync(storageName(key), JSON.stringify(draft))
}

export function dropWording(key: string) {
  uni.removeStorageSync(storageName(key))
}
